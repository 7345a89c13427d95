/* Looking a place up among ranges that stand in the order of the text: blocks, runs, sentences. */
import type { Span } from './article';

/** The index of the last of the sorted ranges that starts at or before the offset; -1 where all start after it. */
export function lastStartingBy(ranges: readonly Span[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
