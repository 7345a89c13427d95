/*
 * Which places of Markdown's source are shown. The tree says what an inline node's text is after escapes, references and the signs
 * of quotes and lists were taken out; here that text is laid over its source again, so that runs point at the very characters.
 */
import type { Span } from './article';

/** Adds a range to a list of ranges, joined to the last one where they touch. */
function addRange(ranges: { start: number; end: number }[], start: number, end: number): void {
  const last = ranges[ranges.length - 1];
  if (start >= end) return;
  if (last && last.end === start) last.end = end;
  else ranges.push({ start, end });
}

/**
 * The ranges of `text` in `[start, end)` that hold `value`, an inline text as Markdown reads it. Backslashes of escapes and what
 * stands before a continued line are left out; a character reference is shown as it stands, but for `&amp;`, which shows its `&`.
 * Where the two cannot be laid over each other the source itself is shown.
 */
export function rangesOfText(text: string, start: number, end: number, value: string): Span[] {
  const ranges: { start: number; end: number }[] = [];
  if (end - start === value.length && text.startsWith(value, start)) {
    addRange(ranges, start, end);
    return ranges;
  }
  const values = value.split('\n');
  let at = start;
  for (const [index, line] of values.entries()) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end || index === values.length - 1 ? end : newline;
    overlay(text, at, lineEnd, line, ranges);
    if (lineEnd < end) addRange(ranges, lineEnd, lineEnd + 1);
    at = Math.min(end, lineEnd + 1);
  }
  return ranges;
}

/** The ranges of the lines of code or HTML in `[start, end)`: each ends its source line, after indents and the signs of quotes and lists. */
export function rangesOfLines(text: string, start: number, end: number, value: string): Span[] {
  const ranges: { start: number; end: number }[] = [];
  if (value === '') return ranges;
  let at = start;
  const values = value.split('\n');
  for (const [index, line] of values.entries()) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end ? end : newline;
    const from =
      text.startsWith(line, lineEnd - line.length) && lineEnd - line.length >= at ? lineEnd - line.length : at;
    addRange(ranges, from, lineEnd);
    if (index < values.length - 1 && lineEnd < end) addRange(ranges, lineEnd, lineEnd + 1);
    at = Math.min(end, lineEnd + 1);
  }
  return ranges;
}

const deepestPrefix = 200;

function overlay(
  text: string,
  start: number,
  end: number,
  line: string,
  ranges: { start: number; end: number }[],
): void {
  for (let from = start; from <= end && from - start < deepestPrefix; from++) {
    const found = alignment(text, from, end, line);
    if (found) {
      for (const range of found) addRange(ranges, range.start, range.end);
      return;
    }
    const code = text.charCodeAt(from);
    if (code !== 32 && code !== 9 && code !== 0x3e) break;
  }
  addRange(ranges, start, end);
}

const reference = /&(?:#[xX]?[\da-fA-F]{1,7}|[\dA-Za-z]{1,31});/y;

/** The ranges of `[start, end)` that show `line`, or undefined where they do not match character by character. */
function alignment(text: string, start: number, end: number, line: string): Span[] | undefined {
  const ranges: { start: number; end: number }[] = [];
  let at = start;
  let seen = 0;
  while (at < end && seen < line.length) {
    const code = text.charCodeAt(at);
    if (code === 0x26) {
      reference.lastIndex = at;
      const match = reference.exec(text);
      if (match && at + match[0].length <= end) {
        const ampersand = line.charCodeAt(seen) === 0x26;
        if (ampersand && line.startsWith(match[0], seen)) {
          // An unknown name is no reference: it stands for itself.
          addRange(ranges, at, at + match[0].length);
          seen += match[0].length;
        } else {
          addRange(ranges, at, ampersand ? at + 1 : at + match[0].length);
          seen += (line.codePointAt(seen) ?? 0) < 0x10000 ? 1 : 2;
        }
        at += match[0].length;
        continue;
      }
    }
    if (code === 0x5c && text.charCodeAt(at + 1) === line.charCodeAt(seen) && isPunctuation(text.charCodeAt(at + 1))) {
      addRange(ranges, at + 1, at + 2);
      at += 2;
    } else if (code === line.charCodeAt(seen) || (code === 0 && line.charCodeAt(seen) === 0xfffd)) {
      addRange(ranges, at, at + 1);
      at++;
    } else return undefined;
    seen++;
  }
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at === end && seen === line.length ? ranges : undefined;
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
