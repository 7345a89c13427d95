/*
 * The text seen as lines: where each line that is not blank starts and ends without its white space, how far it is indented and
 * how many blank lines stand before it. Both plain text and saved pages are read from these.
 */
import type { Span } from './article';
import { isWhite, trimmed } from './whiteSpace';

/** A line that is not blank; `[start, end)` without the white space around it. */
export interface Line extends Span {
  /** Columns of white space before it; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** Blank lines between it and the line before. */
  readonly gap: number;
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
