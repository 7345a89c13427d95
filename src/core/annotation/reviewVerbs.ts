/*
 * The verb of the review: the words at a place that drifted words may stand at now become the recorded ones, with all else kept. Only a place
 * that is offered can be taken, so that nothing lands on words that nobody was shown.
 */
import * as l10n from '../l10n';
import type { Gesture } from './gesture';
import { indexOf } from './model';
import { sameSpans } from './spans';
import { noAnnotation, placedOn } from './tagVerbs';
import { type Outcome, refused, type VerbContext } from './verbContext';

/** `spans` are those of the placement, or of one of its runners-up. Fragments that are not among them are no longer recorded. */
export function acceptPlace(gesture: Extract<Gesture, { verb: 'accept' }>, context: VerbContext): Outcome {
  const annotation = indexOf(context.set).annotations.get(gesture.id);
  if (!annotation) return noAnnotation([gesture.id], context);
  const placement = context.placements.get(annotation.id);
  if (placement?.status === 'orphan') {
    return refused(l10n.t('Its words are not found in the text any more. Select the words that it is to stand on.'));
  }
  if (placement?.status !== 'drifted') {
    return refused(l10n.t('Its words stand in the text as recorded. There is nothing to accept.'));
  }
  const place = [placement.spans, ...(placement.runnersUp ?? [])].findIndex((spans) => sameSpans(spans, gesture.spans));
  if (place < 0) return refused(l10n.t('It may stand elsewhere by now. Look at it again.'));
  const label = place === 0 ? l10n.t('Accept New Words') : l10n.t('Choose Other Place');
  return placedOn(annotation, gesture.spans, label, context);
}
