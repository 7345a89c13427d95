/*
 * Where characters as people see them begin and end. Spans, shortened quotes and searches never cut one in two.
 * The platform's segmenter copies the whole text on every call, so only a small window around the offset is handed to it.
 */
import type { Span } from '../article/article';
import { segmenter } from '../article/segmenters';

/** UTF-16 units that are looked at before and after an offset; the second grows when a cluster does not end in it. */
const lookBehind = 256;
const lookAhead = 64;

/** The start of the grapheme cluster that the offset (UTF-16 units) lies in: the offset itself where one begins. */
export function graphemeStart(text: string, offset: number): number {
  return clusterAt(text, offset).start;
}

/** The end of the grapheme cluster that the offset (UTF-16 units) lies in: the offset itself where one begins or ends. */
export function graphemeEnd(text: string, offset: number): number {
  const cluster = clusterAt(text, offset);
  return cluster.start === offset ? offset : cluster.end;
}

/** Whether a grapheme cluster begins or the text ends at this offset (UTF-16 units). */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  return clusterAt(text, offset).start === offset;
}

/** The cluster that holds the unit at `offset`; empty at both ends of the text. */
function clusterAt(text: string, offset: number): Span {
  if (offset <= 0) return { start: 0, end: 0 };
  if (offset >= text.length) return { start: text.length, end: text.length };
  const before = text.charCodeAt(offset - 1);
  const at = text.charCodeAt(offset);
  if (before < 0x80 && at < 0x80 && !(before === 0x0d && at === 0x0a)) return { start: offset, end: offset + 1 };
  const from = safeStart(text, offset);
  for (let ahead = lookAhead; ; ahead *= 4) {
    const to = Math.min(text.length, offset + ahead);
    const found = segmenter('grapheme')
      .segment(text.slice(from, to))
      .containing(offset - from);
    if (!found) return { start: offset, end: offset };
    const start = from + found.index;
    const end = start + found.segment.length;
    if (end < to || to === text.length) return { start, end };
  }
}

/** A place before the offset from which clusters can be counted: at a character that never continues the one before it. */
function safeStart(text: string, offset: number): number {
  const least = Math.max(0, offset - lookBehind);
  for (let at = offset - 1; at > least; at--) if (standsAlone(text.charCodeAt(at))) return at;
  return least;
}

/** Latin, Greek and Cyrillic letters, Hebrew and Arabic ones, kana and Han: none of them is ever an extension of what precedes. */
function standsAlone(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300) ||
    (unit >= 0x391 && unit <= 0x481) ||
    (unit >= 0x5d0 && unit <= 0x5ea) ||
    (unit >= 0x620 && unit <= 0x64a) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  );
}
