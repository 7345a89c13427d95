/* Where the words of a selector stand in the text, and how well the text around them agrees with what was recorded. */
import { isGraphemeBoundary } from '../annotation/graphemes';
import type { Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { contextAgreement } from './context';
import { occurrencesOf } from './occurrences';

/** A place where exactly the words of a selector stand. */
export interface Candidate extends Span {
  /** Agreement of the context (0 to 1), undefined where none is recorded. */
  readonly score: number | undefined;
}

export interface Candidates {
  /** In text order. */
  readonly places: readonly Candidate[];
  /** False where the words stand at so many places that only those in their full context are listed. */
  readonly complete: boolean;
}

/** Words that stand at more places than this are looked for in their full context only. */
const manyPlaces = 200;

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
    return { complete, places: listed.flatMap((start) => candidateAt(selector, text, start) ?? []) };
  };
}

/** The candidate at an offset (UTF-16 units) where the words stand there and cut no character of the text in two. */
export function candidateAt(selector: Selector, text: string, start: number): Candidate | undefined {
  const end = start + selector.quote.length;
  if (start < 0 || end === start || !text.startsWith(selector.quote, start)) return undefined;
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return undefined;
  return { start, end, score: contextAgreement(selector, text, start, end) };
}

const withContext = ({ prefix = '', quote, suffix = '' }: Selector): string => prefix + quote + suffix;
