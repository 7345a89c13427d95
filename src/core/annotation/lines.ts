/* Annotations as single lines for trees, quick picks and terminals, and the counts of a status line. */
import * as l10n from '../l10n';
import { type Codebook, tagOf } from './codebook';
import { type Annotation, type AnnotationSet, conclusionOf, type EntriesById } from './model';
import { quoteOf } from './quote';
import { countOf, inSentence, shorten } from './words';

/** The parts of a line, for views that style them apart. */
export interface LineParts {
  readonly words: string;
  /** What it supports or attacks, e.g. "→ supports Those who gain …"; empty when nothing. */
  readonly relation: string;
}

/** Words are cut to `length` code points. */
export function linePartsOf(annotation: Annotation, entries: EntriesById, length = 80): LineParts {
  const targets = [...new Set(entries.premiseIn.get(annotation.id) ?? [])].flatMap((argument) => {
    const conclusion = conclusionOf(argument);
    if (!conclusion) return [];
    const target = entries.annotations.get(conclusion.target);
    if (!target && entries.arguments.has(conclusion.target)) return [l10n.t('undercuts an argument')];
    const words = target ? shorten(quoteOf(target), Math.ceil(length / 2)) : conclusion.target;
    return [conclusion.relation === 'supports' ? l10n.t('supports {0}', words) : l10n.t('attacks {0}', words)];
  });
  return {
    words: shorten(quoteOf(annotation), length),
    relation: targets.length === 0 ? '' : `→ ${targets.join('; ')}`,
  };
}

/** "4 claims", how many annotations have each tag: the codebook's tags in its order, then those that it lacks; none with a count of 0. */
export function tallies(set: AnnotationSet, codebook: Codebook): string[] {
  const counts = new Map<string, number>(codebook.tags.map((tag) => [tag.name, 0]));
  for (const { tag } of set.annotations) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([tag, count]) => countOf(count, inSentence(tagOf(codebook, tag).label)));
}

/** "4 claims, 2 premises, 1 evidence, 2 arguments"; "no annotations" for an empty set. */
export function tallyLine(set: AnnotationSet, codebook: Codebook): string {
  const parts = tallies(set, codebook);
  if (set.arguments.length > 0) parts.push(l10n.plural(set.arguments.length, '{0} argument', '{0} arguments'));
  return parts.length === 0 ? l10n.t('no annotations') : l10n.commas(parts);
}
