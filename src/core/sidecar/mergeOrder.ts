/*
 * Where entries of theirs go among ours: before the entry that follows them in their file and is in ours too, and among new entries of ours there in
 * the order of the text (arguments and links by id), so that it does not matter which of two sides merges the other.
 */
import type { Annotation } from '../annotation/model';
import type { Item } from './mergeItems';

/** Both lists in one, each in its own order: `theirs` are put before the first of ours that stands behind them in the text. */
export function interleaved<T>(ours: readonly T[], theirs: readonly T[], itemOf: (of: T) => Item): T[] {
  const result: T[] = [];
  let next = 0;
  for (const own of ours) {
    while (next < theirs.length && compare(itemOf(own), itemOf(theirs[next] as T)) > 0)
      result.push(theirs[next++] as T);
    result.push(own);
  }
  return [...result, ...theirs.slice(next)];
}

function compare(a: Item, b: Item): number {
  if (a.kind === 'annotation') {
    const [x, y] = [placeOf(a), placeOf(b)];
    if (x.start !== y.start) return x.start - y.start;
    if (x.end !== y.end) return y.end - x.end;
  }
  return a.key < b.key ? -1 : 1;
}

/** Where an annotation stood when it was recorded; behind all others where it stands nowhere. */
function placeOf(item: Item): { readonly start: number; readonly end: number } {
  const spans = (item.record.entry as Annotation | undefined)?.spans ?? [];
  const starts = spans.flatMap((span) => span.start ?? []);
  const ends = spans.flatMap((span) => span.end ?? []);
  return {
    start: starts.length > 0 ? Math.min(...starts) : Number.MAX_VALUE,
    end: ends.length > 0 ? Math.max(...ends) : 0,
  };
}
