/* Annotations as they are recorded on a text, and where they stand in it or in another one. */
import { placeAll } from '../../../../src/core/anchor/place';
import type { Annotation } from '../../../../src/core/annotation/model';
import type { Placements } from '../../../../src/core/annotation/placement';
import type { Span } from '../../../../src/core/article/article';
import { indexCodePoints } from '../../../../src/core/sidecar/codePoints';
import { selectorOf } from '../../../../src/core/sidecar/selector';

export function annotate(text: string, places: readonly (readonly Span[])[]): Annotation[] {
  const index = indexCodePoints(text);
  return places.map((spans, i) => ({
    id: `a${i}`,
    tag: 'claim',
    spans: spans.map((span) => selectorOf(text, span, index)),
  }));
}

export function placedIn(text: string, annotations: readonly Annotation[]): Placements {
  return placeAll(annotations, text, indexCodePoints(text));
}

/** The span of the nth (from 0) occurrence of some words. */
export function spanOf(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” is not there ${nth + 1} times`);
  return { start, end: start + words.length };
}
