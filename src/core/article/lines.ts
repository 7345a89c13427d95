/*
 * The text seen as lines: where each line that is not blank starts and ends without its white space, how far it is indented and
 * how many blank lines stand before it. Both plain text and saved pages are read from these.
 */
import type { Span } from './article';

/** A line that is not blank; `[start, end)` without the white space around it. */
export interface Line extends Span {
  /** Columns of white space before it; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** Blank lines between it and the line before. */
  readonly gap: number;
}

/** White space as `\s` has it; everything else belongs to a block. */
export function isWhite(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The range without white space at its ends; empty (at its end) where there is nothing else in it. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isWhite(text.charCodeAt(from))) from++;
  while (to > from && isWhite(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The lines of `[start, end)` that are not blank. */
export function linesOf(text: string, start = 0, end = text.length): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end ? end : newline;
    let from = at;
    let to = lineEnd;
    while (from < to && isWhite(text.charCodeAt(from))) from++;
    while (to > from && isWhite(text.charCodeAt(to - 1))) to--;
    if (from < to) {
      // Written out: a spread here takes most of the time of reading a long text.
      lines.push({ start: from, end: to, indent: from === at ? 0 : columns(text, at, from), gap });
      gap = 0;
    } else gap++;
    at = lineEnd + 1;
  }
  return lines;
}

/** How many lines of `[start, end)` are not blank. */
export function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end ? end : newline;
    const inner = trimmed(text, at, lineEnd);
    if (inner.start < inner.end) count++;
    at = lineEnd + 1;
  }
  return count;
}

function columns(text: string, start: number, end: number): number {
  let column = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    column = code === 9 ? column - (column % 4) + 4 : column + (code === 0x3000 ? 2 : 1);
  }
  return column;
}
