/* Where the annotations of one article stand, as programs get it. */
import type { AnnotationSet } from '../core/annotation/model';
import type { Span } from '../core/article/article';
import type { Loaded } from './load';

export interface PlacementLine {
  readonly id: string;
  readonly status: 'exact' | 'moved' | 'drifted' | 'orphan';
  /** What it was found by; of an orphan, what it was looked for by last. */
  readonly by: 'place' | 'history' | 'words';
  /** From 0 to 1. */
  readonly score: number;
  readonly why: string;
  /** Unicode code points of the canonical text, end excluded. */
  readonly spans: readonly Span[];
}

/** Where a placement gives no reason. */
const asRecorded = 'The words stand as they were recorded.';

/** One for each annotation that has words, in the order of the set; the first of two with one id counts, as everywhere. */
export function placementLines(set: AnnotationSet, { index, placements }: NonNullable<Loaded['now']>): PlacementLine[] {
  const lines = new Map<string, PlacementLine>();
  for (const { id, spans: recorded } of set.annotations) {
    const placement = placements.get(id);
    if (!placement || placement.status === 'unstated' || lines.has(id)) continue;
    const { score, why = asRecorded } = placement;
    const spans = placement.spans.map(({ start, end }) => ({
      start: index.fromUnits(start),
      end: index.fromUnits(end),
    }));
    const atPlace = placement.status === 'exact' && recorded.every(({ start }) => spans.some((s) => s.start === start));
    lines.set(id, {
      id,
      status: placement.status,
      by: placement.foundBy ?? (atPlace ? 'place' : 'words'),
      score,
      why,
      spans,
    });
  }
  return [...lines.values()];
}
