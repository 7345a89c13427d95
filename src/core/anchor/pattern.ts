/* A quote as it is looked for by likeness: folded, within its context. */
import type { Selector } from '../annotation/model';
import { type Folded, fold, foldedEnd, foldedStart } from '../article/fold';

/** A quote folded within its context: the units `[from, to)` are the quote. */
export interface Pattern {
  readonly folded: Folded;
  readonly from: number;
  readonly to: number;
}

/** Units of a quote from which on it is looked for piece by piece, and the ends of it are enough to tell where they are. */
export const longQuote = 320;

export function patternOf({ prefix = '', quote, suffix = '' }: Selector): Pattern {
  const folded = fold(prefix + quote + suffix);
  const from = foldedStart(folded, prefix.length);
  return { folded, from, to: Math.max(from, foldedEnd(folded, prefix.length + quote.length)) };
}
