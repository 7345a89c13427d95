/* Ranges in the order of the text, such as blocks, runs, sentences: that order, and looking a place up among them. */
import { firstWhere } from '../halving';
import type { Span } from './article';

/** The index of the last of the sorted ranges that starts at or before the offset; -1 where all start after it. */
export function lastStartingBy(ranges: readonly Span[], offset: number): number {
  return firstWhere(ranges.length, (i) => (ranges[i] as Span).start > offset) - 1;
}

/** Compares two spans for `sort`: by start; of two that start together the longer one, which holds the other, first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
