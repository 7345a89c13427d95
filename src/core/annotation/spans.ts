/*
 * From what a person selected to what is recorded: whole characters, no white space at the ends, in text order,
 * and one span where two would only be parted by white space. All offsets are UTF-16 units of the canonical text.
 */
import type { Span } from '../article/article';
import { graphemeEnd, graphemeStart, isGraphemeBoundary } from './graphemes';

/** The spans as they are to be recorded; empty when nothing but white space was selected. */
export function tidySpans(spans: readonly Span[], text: string): Span[] {
  const tidied = spans
    .map((span) => tidySpan(span, text))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Span[] = [];
  for (const span of tidied) {
    const last = merged.at(-1);
    if (last && isBlank(text, last.end, span.start)) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}

export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end);
}

function tidySpan(span: Span, text: string): Span {
  let start = graphemeStart(text, within(Math.min(span.start, span.end), text));
  let end = graphemeEnd(text, within(Math.max(span.start, span.end), text));
  // A blank that carries a combining mark is a visible character: only blanks that are whole characters go.
  while (start < end && isSpace(text.charCodeAt(start)) && isGraphemeBoundary(text, start + 1)) start++;
  while (start < end && isSpace(text.charCodeAt(end - 1)) && isGraphemeBoundary(text, end - 1)) end--;
  return { start, end };
}

function within(offset: number, text: string): number {
  return Number.isFinite(offset) ? Math.min(Math.max(0, Math.trunc(offset)), text.length) : 0;
}

/** Whether nothing but white space stands between two offsets, or the second is not after the first. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

const isSpace = (unit: number): boolean => /\s/u.test(String.fromCharCode(unit));
