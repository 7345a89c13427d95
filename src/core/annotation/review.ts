/*
 * The review of what has drifted or is lost: which annotations a person has to look at, what became of each, and the sentence that sums it up.
 * A decision is never kept anywhere; it is read off what is recorded before and after, so undo and other people's changes count like any other.
 */
import * as l10n from '../l10n';
import { sameValue } from './edit';
import { type Annotation, type AnnotationSet, indexOf } from './model';
import type { Placement, Placements } from './placement';
import { sameSpans } from './spans';

/** Whether a person has to say where an annotation stands. */
export function needsReview(placement: Placement | undefined): placement is Placement {
  return placement?.status === 'drifted' || placement?.status === 'orphan';
}

/** The ids of all that has drifted or is an orphan, each once, as listed: by where they once stood. */
export function toReview(set: AnnotationSet, placements: Placements): string[] {
  return [...indexOf(set).annotations.keys()].filter((id) => needsReview(placements.get(id)));
}

/** What a person has decided on one of them; `kept`: it stays as it is recorded. */
export type Decision = 'accepted' | 'otherPlace' | 'anew' | 'deleted' | 'kept';

/** An annotation and where it stands, at one moment. */
export interface Standing {
  readonly annotation: Annotation | undefined;
  readonly placement: Placement | undefined;
}

/** What was decided between two moments, of which the first needed a review; undefined where what is recorded is the same. */
export function decisionBetween(before: Standing, after: Standing): Decision | undefined {
  if (!after.annotation) return 'deleted';
  if (sameValue(before.annotation?.spans, after.annotation.spans)) return undefined;
  const spans = after.placement?.spans ?? [];
  if (before.placement?.status !== 'drifted') return 'anew';
  if (sameSpans(spans, before.placement.spans)) return 'accepted';
  return before.placement.runnersUp?.some((place) => sameSpans(spans, place)) ? 'otherPlace' : 'anew';
}

/** What came of a review, in one sentence. `left` is what nobody has decided on. */
export function reviewInWords(decisions: Iterable<Decision>, left: number): string {
  const counts: Record<Decision, number> = { accepted: 0, otherPlace: 0, anew: 0, deleted: 0, kept: 0 };
  for (const decision of decisions) counts[decision]++;
  const { accepted, otherPlace, anew, deleted, kept } = counts;
  const parts: string[] = [];
  if (accepted > 0) parts.push(l10n.plural(accepted, '{0} accepted', '{0} accepted'));
  if (otherPlace > 0) parts.push(l10n.plural(otherPlace, '{0} put on another place', '{0} put on other places'));
  if (anew > 0) parts.push(l10n.plural(anew, '{0} selected anew', '{0} selected anew'));
  if (deleted > 0) parts.push(l10n.plural(deleted, '{0} deleted', '{0} deleted'));
  if (kept > 0) parts.push(l10n.plural(kept, '{0} kept as it is', '{0} kept as they are'));
  if (left > 0) parts.push(l10n.plural(left, '{0} not decided', '{0} not decided'));
  const said = parts.length > 0 ? l10n.commas(parts) : l10n.t('nothing was changed');
  return left > 0 ? l10n.t('Review ended: {0}.', said) : l10n.t('Review done: {0}.', said);
}
