/* Looking a place up among ranges that stand in the order of the text: blocks, runs, sentences. */
import { firstWhere } from '../halving';
import type { Span } from './article';

/** The index of the last of the sorted ranges that starts at or before the offset; -1 where all start after it. */
export function lastStartingBy(ranges: readonly Span[], offset: number): number {
  return firstWhere(ranges.length, (i) => (ranges[i] as Span).start > offset) - 1;
}
