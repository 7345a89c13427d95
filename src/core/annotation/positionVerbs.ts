/*
 * The verb that writes down where words have moved to (sidecar.md, rule 4). Offsets and contexts are hints that no other edit touches;
 * a person asks for them to be made anew, for all of an article at once and never for words that are not surely found.
 */

import { sameWords } from '../article/fold';
import * as l10n from '../l10n';
import { type Change, sameValue } from './edit';
import { type Annotation, type AnnotationSet, indexOf, type Selector } from './model';
import { isSure, type Placement } from './placement';
import { done, type Outcome, refused, replacements, type VerbContext } from './verbContext';

/** Records offsets and contexts anew of every annotation whose words are found as they were recorded. */
export function updatePositions(context: VerbContext): Outcome {
  const annotations = context.set.annotations.filter(({ spans }) => spans.length > 0);
  const changes = replacements(annotations, (annotation) => positionedAnew(annotation, context));
  const lost = annotations.filter(({ id }) => !isSure(context.placements.get(id))).length;
  const left =
    lost === 0
      ? ''
      : l10n.plural(
          lost,
          'One annotation is not surely found in the text and stays as recorded.',
          '{0} annotations are not surely found in the text and stay as recorded.',
        );
  if (changes.length === 0) {
    return refused(
      [l10n.t('What is found stands where it is recorded. Nothing was changed.'), left].filter(Boolean).join(' '),
    );
  }
  const said = l10n.plural(
    changes.length,
    'The position of one annotation was updated.',
    'The positions of {0} annotations were updated.',
  );
  return done(
    l10n.plural(changes.length, 'Update Positions of One Annotation', 'Update Positions of {0} Annotations'),
    changes,
    changes.map(({ id }) => id),
    [said, left].filter(Boolean).join(' '),
  );
}

/**
 * The changes that record offsets and contexts anew of annotations whose words `saved` does not have: what was tagged in a text that went on being
 * edited is not put into a file with the places of before. What is only found with other words is left as it is.
 */
export function unsavedPositions(set: AnnotationSet, saved: AnnotationSet, context: Positions): Change[] {
  const known = indexOf(saved).annotations;
  const fresh = set.annotations.filter(({ id, spans }) => spans.length > 0 && !sameValue(known.get(id)?.spans, spans));
  return replacements(fresh, (annotation) => positionedAnew(annotation, context));
}

type Positions = Pick<VerbContext, 'text' | 'placements' | 'selector'>;

/** The annotation itself where nothing has to change, or where its fragments are not the words that stand in the text. */
function positionedAnew(annotation: Annotation, context: Positions): Annotation {
  const pairs = pairsOf(annotation.spans, context.placements.get(annotation.id), context);
  const spans = annotation.spans.map((selector) => pairs?.get(selector) ?? selector);
  return spans.every((selector, i) => sameValue(selector, annotation.spans[i])) ? annotation : { ...annotation, spans };
}

/** What would be recorded now, by what is recorded: both in the order of the text. */
function pairsOf(
  recorded: readonly Selector[],
  placement: Placement | undefined,
  { selector: record, text }: Positions,
): ReadonlyMap<Selector, Selector> | undefined {
  if (!isSure(placement) || placement.spans.length !== recorded.length) return undefined;
  const ordered = [...recorded].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const pairs = new Map<Selector, Selector>();
  for (const [i, { start, end }] of placement.spans.entries()) {
    const old = ordered[i];
    // A fragment whose words are others than the recorded ones is a matter for the analyst.
    if (!old || !sameWords(text.slice(start, end), old.quote)) return undefined;
    pairs.set(old, record({ start, end }));
  }
  return pairs;
}
