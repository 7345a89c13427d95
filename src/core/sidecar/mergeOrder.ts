/*
 * Where an entry of theirs goes among ours: between its neighbours in their file, and among new entries of ours there in the order of the text
 * (arguments and links by id), so that it does not matter which of two sides merges the other.
 */
import type { Annotation } from '../annotation/model';
import type { Item } from './mergeItems';

/** The position in `list` for `theirs`, which stands in `theirList`. */
export function placeAmong(list: readonly Item[], theirs: Item, theirList: readonly Item[]): number {
  const places = new Map(list.map((item, at) => [item.key, at]));
  let next = list.length;
  for (let i = theirs.at + 1; i < theirList.length; i++) {
    const at = places.get((theirList[i] as Item).key);
    if (at !== undefined) {
      next = at;
      break;
    }
  }
  let previous = -1;
  for (let i = theirs.at - 1; i >= 0; i--) {
    const at = places.get((theirList[i] as Item).key);
    if (at !== undefined) {
      previous = at;
      break;
    }
  }
  for (let at = Math.min(previous, next - 1) + 1; at < next; at++) if (compare(list[at] as Item, theirs) > 0) return at;
  return next;
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
