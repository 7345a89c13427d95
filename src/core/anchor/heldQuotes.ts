/*
 * Which article a sidecar without one may belong to: the one in which the most of its quotes stand. A count to choose by, for a person; it
 * places nothing.
 */
import type { Annotation } from '../annotation/model';
import { occurrencesOf } from './occurrences';

/** How many of the recorded fragments stand in a text (wrapped in whatever way), and of how many. */
export interface HeldQuotes {
  readonly held: number;
  readonly all: number;
}

/** Linear in the text and in the quotes. */
export function heldQuotes(annotations: readonly Annotation[], text: string): HeldQuotes {
  const quotes = annotations.flatMap(({ spans }) => spans.map(({ quote }) => inOneLine(quote))).filter(Boolean);
  const found = occurrencesOf(new Set(quotes), inOneLine(text), 1);
  return { held: quotes.filter((quote) => found.has(quote)).length, all: quotes.length };
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
