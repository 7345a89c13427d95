/* The sections of an article as rows of an outline: what stands before the first heading, then each heading, and how many annotations begin there. */
import type { Article, Span } from '../article/article';
import { nestedHeadings } from '../article/headings';
import { lastStartingBy } from '../article/ranges';
import { columnsOf, type Placements } from './placement';

export interface Section {
  /** Its heading as shown; undefined for what stands before the first one. */
  readonly words: string | undefined;
  /** How many sections before it have a heading of the same words. */
  readonly namesakes: number;
  /** The index of the section that it is in. */
  readonly parent: number | undefined;
  /** The place of the heading, or of the first words; UTF-16 units of the canonical text. */
  readonly span: Span;
  /** How many annotations begin in it, or in a section below it. */
  readonly count: number;
}

/** In text order; none where there are no headings. */
export function sectionsOf(article: Article, placements: Placements): Section[] {
  const headings = nestedHeadings(article);
  const [first] = headings;
  if (!first) return [];
  const before = article.blocks.find(({ kind }) => kind !== 'furniture');
  const opening = before && before.start < first.span.start ? [{ start: before.start, end: before.end }] : [];
  const spans = [...opening, ...headings.map(({ span }) => span)];
  const numbers = new Map(headings.map((heading, i) => [heading, i + opening.length]));
  const parents = headings.map(({ parent }) => parent && numbers.get(parent));
  const counts = new Uint32Array(spans.length);
  const parentOf = (i: number | undefined) => (i === undefined ? undefined : parents[i - opening.length]);
  for (const start of beginningsIn(placements)) {
    for (let i: number | undefined = lastStartingBy(spans, start); i !== undefined && i >= 0; i = parentOf(i)) {
      counts[i] = (counts[i] as number) + 1;
    }
  }
  const seen = new Map<string, number>();
  return spans.map((span, i) => {
    const words = headings[i - opening.length]?.words;
    const namesakes = words === undefined ? 0 : (seen.get(words) ?? 0);
    if (words !== undefined) seen.set(words, namesakes + 1);
    return { words, namesakes, parent: parentOf(i), span, count: counts[i] as number };
  });
}

/** Where annotations begin that stand in the text, in no order. */
function beginningsIn(placements: Placements): Float64Array {
  const { ids, owners, starts } = columnsOf(placements);
  const firsts = new Float64Array(ids.length).fill(Number.POSITIVE_INFINITY);
  for (const [i, owner] of owners.entries()) {
    firsts[owner] = Math.min(firsts[owner] as number, starts[i] as number);
  }
  return firsts.filter(Number.isFinite);
}
