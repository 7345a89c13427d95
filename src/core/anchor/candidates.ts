/* Where the words of a selector stand letter by letter, and how well the text around each place agrees with what was recorded. */
import { isGraphemeBoundary } from '../annotation/graphemes';
import type { Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { runsOf, type Sides, sidesOf } from './context';
import { occurrencesOf } from './occurrences';

/** How the words at a place differ from the quote, from not at all to what stands between its context instead. */
export type Difference = 'none' | 'signs' | 'capitals' | 'words' | 'rewritten';

/** A place where the words of a selector may stand. */
export interface Candidate extends Span {
  readonly difference: Difference;
  /** The share of the quote that stands there, 0 to 1. */
  readonly likeness: number;
  /** Agreement of the context; undefined where none is recorded. */
  readonly sides: Sides | undefined;
}

export interface Candidates {
  /** In text order. */
  readonly places: readonly Candidate[];
  /** False where the words stand at so many places that only those in their full context are listed. */
  readonly complete: boolean;
}

/** Words that stand at more places than this are looked for in their full context only. */
const manyPlaces = 200;
/** Of several places only so many are looked at closely: those with most of the context next to them. */
const closePlaces = 8;

/** The places of all selectors, found together: linear in the text and the quotes, and in the places found. */
export function candidatesFor(selectors: readonly Selector[], text: string): (selector: Selector) => Candidates {
  const quotes = new Set(selectors.map(({ quote }) => quote));
  const places = occurrencesOf(quotes, text, manyPlaces + 1);
  const inContext = new Set<string>();
  for (const selector of selectors) {
    if ((places.get(selector.quote)?.length ?? 0) > manyPlaces) inContext.add(withContext(selector));
  }
  const whole = inContext.size === 0 ? undefined : occurrencesOf(inContext, text, manyPlaces);
  return (selector) => {
    const { quote, prefix = '' } = selector;
    const starts = places.get(quote) ?? [];
    const complete = starts.length <= manyPlaces;
    const listed = complete ? starts : (whole?.get(withContext(selector)) ?? []).map((at) => at + prefix.length);
    return { complete, places: closest(selector, text, listed).flatMap((at) => candidateAt(selector, text, at) ?? []) };
  };
}

/** The places with the longest unbroken context, in text order. */
function closest(selector: Selector, text: string, starts: readonly number[]): readonly number[] {
  if (starts.length <= closePlaces) return starts;
  const { quote, prefix = '', suffix = '', start: hint } = selector;
  const ranked = starts.map((start) => {
    const { left, right } = runsOf(prefix, suffix, text, start, start + quote.length);
    return { start, run: left + right, far: hint === undefined ? 0 : Math.abs(start - hint) };
  });
  ranked.sort((a, b) => b.run - a.run || a.far - b.far);
  return ranked
    .slice(0, closePlaces)
    .map(({ start }) => start)
    .sort((a, b) => a - b);
}

/** The candidate at an offset (UTF-16 units) where the words stand there and cut no character of the text in two. */
export function candidateAt(selector: Selector, text: string, start: number): Candidate | undefined {
  const { quote, prefix = '', suffix = '' } = selector;
  const end = start + quote.length;
  if (start < 0 || end === start || !text.startsWith(quote, start)) return undefined;
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return undefined;
  return { start, end, difference: 'none', likeness: 1, sides: sidesOf(prefix, suffix, text, start, end) };
}

const withContext = ({ prefix = '', quote, suffix = '' }: Selector): string => prefix + quote + suffix;
