/* From a span of the text (UTF-16 units) to the words that are recorded of it (code points). */
import { graphemeEnd, graphemeStart } from '../annotation/graphemes';
import type { Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { type CodePointIndex, indexCodePoints } from './codePoints';

/** Code points of the text on either side of a quote that are recorded with it, so that it is found again among its likes. */
const contextLength = 32;

/**
 * What is recorded of a span (UTF-16 units of the text): quote, context and offsets in code points. A span that cuts a grapheme cluster is
 * widened to hold the whole of it, since people select what they see; the context is narrowed to whole clusters. Context is left out at the ends.
 */
export function selectorOf(text: string, span: Span, index: CodePointIndex = indexCodePoints(text)): Selector {
  const { start, end } = wholeCharacters(text, span);
  const from = index.fromUnits(start);
  const to = index.fromUnits(end);
  const prefix = text.slice(roundUp(text, index.toUnits(Math.max(0, from - contextLength)), start), start);
  const suffix = text.slice(end, Math.max(end, graphemeStart(text, index.toUnits(to + contextLength))));
  return {
    quote: text.slice(start, end),
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
    start: from,
    end: to,
  };
}

/** The span widened to whole grapheme clusters, inside the text. An empty one stays empty. */
export function wholeCharacters(text: string, span: Span): Span {
  const start = Math.min(Math.max(0, span.start), text.length);
  const end = Math.min(Math.max(start, span.end), text.length);
  const whole = graphemeStart(text, start);
  return { start: whole, end: start === end ? whole : graphemeEnd(text, end) };
}

const roundUp = (text: string, offset: number, most: number): number => Math.min(graphemeEnd(text, offset), most);
