/*
 * Where annotations stand, by what history tells of them first, and by their words where it tells nothing or the differences destroyed them. Words
 * that came through unchanged stand surely; words of which a part was changed are found, and a person is to look.
 */

import type { Annotation, Selector } from '../annotation/model';
import type { Placement, Placements } from '../annotation/placement';
import { sameSpans } from '../annotation/spans';
import type { Span } from '../article/article';
import * as l10n from '../l10n';
import type { Carried } from './history';
import { placeAll } from './place';
import { type RecordedOffsets, standsAt } from './recorded';

/**
 * The placements of annotations; those of `placeAll` where nothing was carried.
 * @param carried what `carriedFrom` found for this text.
 */
export function placeThrough(
  annotations: readonly Annotation[],
  text: string,
  recorded: RecordedOffsets,
  carried: Carried,
): Placements {
  const sure = new Map<Selector, Span>();
  for (const [selector, words] of carried) if (words.sure) sure.set(selector, words.span);
  const placements = new Map(placeAll(annotations, text, recorded, sure));
  const seen = new Set<string>();
  for (const { id, spans: selectors } of annotations) {
    const placement = placements.get(id);
    if (!placement || seen.has(id)) continue;
    seen.add(id);
    if (!selectors.some((selector) => carried.has(selector))) continue;
    const known = selectors.flatMap((selector) => knownOf(selector, text, recorded, carried) ?? []);
    if (known.length < selectors.length || overlap(known)) continue;
    placements.set(id, byHistory(known, placement));
  }
  return placements;
}

/** A fragment that stands at its recorded place, or was carried. */
interface Known extends Span {
  readonly left: number;
  readonly sure: boolean;
  readonly alone: boolean;
}

function knownOf(selector: Selector, text: string, recorded: RecordedOffsets, carried: Carried): Known | undefined {
  const there = standsAt(selector, text, recorded);
  if (there) return { ...there, left: 1, sure: true, alone: true };
  const words = carried.get(selector);
  return words && { ...words.span, left: words.left, sure: words.sure, alone: words.alone };
}

function byHistory(known: readonly Known[], found: Placement): Placement {
  const spans = [...known].sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end }));
  const score = Math.min(...known.map(({ left }) => left));
  if (known.every(({ sure }) => sure)) {
    const status = known.every(({ alone }) => alone) ? 'exact' : 'moved';
    const why = l10n.t('The words were followed through the history of the article.');
    return { status, spans, score, why, foundBy: 'history' };
  }
  // Words that are surely there, elsewhere or with other signs, say more than what the changes left in their old place.
  if (found.status === 'exact' || found.status === 'moved') return found;
  const why =
    score < 1
      ? l10n.t('Some of the words have changed, as the history of the article tells.')
      : l10n.t(
          'According to the history of the article the words stand here, but they may be a copy of those that were tagged.',
        );
  const isElsewhere = found.spans.length > 0 && !sameSpans(found.spans, spans);
  return { status: 'drifted', spans, score, why, foundBy: 'history', ...(isElsewhere && { runnersUp: [found.spans] }) };
}

function overlap(spans: readonly Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.some(({ start }, i) => i > 0 && start < (sorted[i - 1]?.end ?? 0));
}
