/*
 * What is placed in an article while someone types into its text editor: at each letter it moves along with the letters around, which
 * costs next to nothing. To find words anew waits for a rest.
 */
import type { Placement, Placements } from '../../core/annotation/placement';
import type { Span } from '../../core/article/article';
import * as l10n from '../../core/l10n';

/**
 * Where placements (UTF-16 units) of one text stand in another that came of it by one change: those before it stay, those behind it
 * move, one around it grows or shrinks with it. A good guess until words are looked for anew. Linear in text and placements.
 */
export function movedAlong(placements: Placements, before: string, after: string): Placements {
  if (placements.size === 0 || before === after) return placements;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  const end = before.length - same;
  const growth = after.length - before.length;
  const moved = (span: Span): Span => ({
    start: span.start >= end ? span.start + growth : Math.min(span.start, start),
    end: span.end <= start ? span.end : Math.max(span.end, end) + growth,
  });
  return new Map([...placements].map(([id, placement]) => [id, movedPlacement(placement, start, moved)]));
}

function movedPlacement(placement: Placement, start: number, moved: (span: Span) => Span): Placement {
  if (placement.spans.every((span) => span.end <= start)) return placement;
  const spans = placement.spans.map(moved).filter((span) => span.start < span.end);
  if (spans.length === 0) return { status: 'orphan', spans: [], score: 0, why: l10n.t('Its words were deleted.') };
  // Other places are of no use before the words are looked for anew.
  const { runnersUp: _, ...kept } = placement;
  return { ...kept, spans };
}
