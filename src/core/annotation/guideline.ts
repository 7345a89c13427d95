/* What a codebook says about when to use a tag, in the order in which it is read: the one wording for pickers, trees, cards and hovers. */
import * as l10n from '../l10n';
import type { Tag } from './codebook';
import { oneLine } from './words';

export interface GuidelinePart {
  readonly kind: 'guideline' | 'example' | 'counter-example';
  /** One line of the guideline, or one example, in the words of the codebook. */
  readonly words: string;
}

type Guided = Pick<Tag, 'guideline' | 'examples' | 'counterExamples'>;

/** Empty where the codebook says nothing. */
export function guidelineParts({ guideline = '', examples = [], counterExamples = [] }: Guided): GuidelinePart[] {
  const lines = guideline.split('\n').map((line) => line.trim());
  return [
    ...lines.map((words) => ({ kind: 'guideline' as const, words })),
    ...examples.map((words) => ({ kind: 'example' as const, words: oneLine(words) })),
    ...counterExamples.map((words) => ({ kind: 'counter-example' as const, words: oneLine(words) })),
  ].filter(({ words }) => words !== '');
}

/** What stands before an example, with its colon; nothing before a line of the guideline. */
export function partLabel(kind: GuidelinePart['kind']): string {
  return kind === 'example' ? l10n.t('Example:') : kind === 'counter-example' ? l10n.t('Not:') : '';
}

/** The first line, for wherever there is room for one. */
export function guidelineStart(tag: Guided): string | undefined {
  return guidelineParts(tag).find(({ kind }) => kind === 'guideline')?.words;
}

/** All of it as plain text, a line each; undefined where there is nothing. */
export function guidelineText(tag: Guided): string | undefined {
  const parts = guidelineParts(tag);
  return parts.length === 0
    ? undefined
    : parts.map(({ kind, words }) => `${partLabel(kind)} ${words}`.trimStart()).join('\n');
}
