/*
 * Where words like the recorded ones stand near a place of the folded text, and how like they are: by the least number of changed units
 * (Myers' bit-parallel search, 1999) in a small window, with both ends put where the context and the words meet best. A rewritten
 * sentence is found from both sides, as what stands between its context.
 */
import type { Selector } from '../annotation/model';
import { type Folded, fold, foldedEnd, foldedStart } from '../article/fold';
import { isUnspaced } from '../article/foldUnits';
import { nearestMatch } from './approximate';

/** A quote folded within its context: the units `[from, to)` are the quote. */
export interface Pattern {
  readonly folded: Folded;
  readonly from: number;
  readonly to: number;
}

/** A stretch of the folded text, and the share of the quote's units that stand in it (0 to 1). */
export interface Similar {
  readonly start: number;
  readonly end: number;
  readonly likeness: number;
}

export function patternOf({ prefix = '', quote, suffix = '' }: Selector): Pattern {
  const folded = fold(prefix + quote + suffix);
  const from = foldedStart(folded, prefix.length);
  return { folded, from, to: Math.max(from, foldedEnd(folded, prefix.length + quote.length)) };
}

/** Longer quotes are looked for piece by piece. */
const pieceLength = 160;
const longQuote = 2 * pieceLength;
/** How far a piece is looked for from where it is expected. */
const pieceReach = 200;
/** Of a pattern, so many units may differ. */
const mostErrors = 0.5;

/** Words like the quote, near to where it is expected to begin; undefined where half of the units or more differ. */
export function similarAt(text: Folded, pattern: Pattern, expected: number, reach: number): Similar | undefined {
  const length = pattern.to - pattern.from;
  if (length === 0) return undefined;
  const rough =
    length > longQuote ? roughLong(text, pattern, expected) : roughShort(text, pattern, expected, reach, length);
  if (!rough) return undefined;
  const start = startOf(text, pattern, borderNear(text, pattern, pattern.from, rough.start), rough.end);
  const end = endOf(text, pattern, borderNear(text, pattern, pattern.to, rough.end), start);
  if (end <= start) return undefined;
  if (sameUnits(text.lower, start, end, pattern)) return { start, end, likeness: 1 };
  return { start, end, likeness: 1 - Math.max(1, rough.errors) / length };
}

/** Units on the context's side of an end that say that it stands right there. */
const beside = 10;
/** Units of context and of quote that an end is looked for by, farther away than a border is. */
const outer = 20;
const inner = 12;
const leastInner = 6;
const endReach = 400;

/**
 * The start once more, where its context does not stand before it: with words put in behind the first ones of the quote, the least change is
 * to leave those out; and where the first ones are gone, chance finds a few units that are like them.
 */
function startOf(text: Folded, pattern: Pattern, found: number, end: number): number {
  const { folded, from, to } = pattern;
  if (from >= beside && sameRun(text.lower, found - beside, folded.lower, from - beside, beside)) return found;
  const low = Math.max(0, from - outer);
  const high = Math.min(to, from + inner);
  if (from - low >= beside && high - from >= leastInner) {
    const at = pieceIn(text, folded, low, high, found - endReach, Math.min(end, found + endReach / 2), found);
    if (at !== undefined) return farther(text, pattern, from, found, at + from - low);
  }
  const size = gramOf(folded.lower, from);
  const quote = folded.text.slice(from, Math.min(to, from + longQuote));
  for (let at = found; at + size <= end && at < found + endReach; at++) {
    if (quote.includes(text.text.slice(at, at + size))) return at - found >= leastTrimmed ? at : found;
  }
  return found;
}

/** The end once more, likewise. */
function endOf(text: Folded, pattern: Pattern, found: number, start: number): number {
  const { folded, from, to } = pattern;
  const after = Math.min(folded.length, to + outer);
  if (after - to >= beside && sameRun(text.lower, found, folded.lower, to, beside)) return found;
  const low = Math.max(from, to - inner);
  if (after - to >= beside && to - low >= leastInner) {
    const at = pieceIn(text, folded, low, after, Math.max(start, found - endReach / 2), found + endReach, found);
    if (at !== undefined) return farther(text, pattern, to, found, at + to - low);
  }
  const size = gramOf(folded.lower, from);
  const quote = folded.text.slice(Math.max(from, to - longQuote), to);
  for (let at = found; at - size >= start && at > found - endReach; at--) {
    if (quote.includes(text.text.slice(at - size, at))) return found - at >= leastTrimmed ? at : found;
  }
  return found;
}

/** Another place for a border where it is another, and not just a few changed units. */
const farther = (text: Folded, pattern: Pattern, border: number, found: number, other: number): number =>
  Math.abs(other - found) < leastTrimmed ? found : borderNear(text, pattern, border, other);

/** Fewer units at an end that are like nothing in the quote may be a changed word. */
const leastTrimmed = 12;
const gramOf = (units: Uint16Array, at: number): number => (isUnspaced(units[at] as number) ? 3 : 6);

function sameRun(a: Uint16Array, aFrom: number, b: Uint16Array, bFrom: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aFrom + i] !== b[bFrom + i]) return false;
  return true;
}

/** Where a piece stands with few changes, nearest to a place. */
function pieceIn(
  text: Folded,
  { lower }: Folded,
  from: number,
  to: number,
  low: number,
  high: number,
  near: number,
): number | undefined {
  return nearestMatch(text.lower, low, high, lower, from, to, Math.floor((to - from) / 8), near)?.start;
}

interface Rough {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function roughShort(
  text: Folded,
  { folded, from, to }: Pattern,
  expected: number,
  reach: number,
  length: number,
): Rough | undefined {
  const most = Math.floor(length * mostErrors);
  return nearestMatch(text.lower, expected - reach, expected + length + reach, folded.lower, from, to, most, expected);
}

/** Piece after piece, each near to where the one before ended; as Diff-Match-Patch does it. */
function roughLong(text: Folded, { folded, from, to }: Pattern, expected: number): Rough | undefined {
  let at = expected;
  let errors = 0;
  let start: number | undefined;
  let end = 0;
  for (let offset = from; offset < to; offset += pieceLength) {
    const piece = folded.text.slice(offset, Math.min(to, offset + pieceLength));
    let found: Rough | undefined;
    if (text.text.startsWith(piece, at)) found = { start: at, end: at + piece.length, errors: 0 };
    else {
      const end = Math.min(to, offset + pieceLength);
      const high = at + piece.length + pieceReach;
      const most = Math.floor(piece.length * 0.4);
      found = nearestMatch(text.lower, at - pieceReach, high, folded.lower, offset, end, most, at);
    }
    if (found) {
      start ??= Math.max(0, found.start - (offset - from));
      end = found.end;
      at = found.end;
    } else at += piece.length;
    errors += found?.errors ?? piece.length;
    const read = offset + piece.length - from;
    if (read >= 8 * pieceLength && errors > read * mostErrors) return undefined;
    if (!found && offset + piece.length >= to) end = Math.min(text.length, Math.max(end, at));
  }
  return start === undefined || errors > (to - from) * mostErrors ? undefined : { start, end, errors };
}

/** Units on either side of a border that are held against the text, and how far the border is looked for. */
const borderSide = 24;
const borderReach = 24;
/** A side that differs in more than this share says nothing of where the border is. */
const borderDiffers = 0.45;
const columns = 2 * (borderSide + borderReach) + 1;
const scratch = Array.from({ length: 4 }, () => new Uint16Array(columns + 1));

/**
 * Where in the text, near to a place, the border of a pattern comes to stand: what is left of it ends there, and what is right of it begins
 * there, at the least cost (Sellers, 1980, from both sides). Of equal places the one at a word's edge, like the border itself, or the nearest.
 */
function borderNear(text: Folded, { folded }: Pattern, border: number, near: number): number {
  const left = Math.min(borderSide, border);
  const right = Math.min(borderSide, folded.length - border);
  const low = Math.max(0, near - borderReach - left);
  const high = Math.min(text.length, near + borderReach + right);
  const width = high - low;
  if (width <= 0) return near;
  const before = costs(folded.lower, border - left, left, 1, text.lower, low, width, 0);
  const after = costs(folded.lower, border + right - 1, right, -1, text.lower, high - 1, width, 2);
  const mostBefore = Math.ceil(left * borderDiffers);
  const mostAfter = Math.ceil(right * borderDiffers);
  const edge = isEdge(folded.lower, border, folded.length);
  let best = near;
  let least = Number.POSITIVE_INFINITY;
  for (let at = Math.max(low, near - borderReach); at <= Math.min(high, near + borderReach); at++) {
    const cost = Math.min(mostBefore, before[at - low] as number) + Math.min(mostAfter, after[high - at] as number);
    const ranked =
      cost * 64 + (edge && !isEdge(text.lower, at, text.length) ? 32 : 0) + Math.min(31, Math.abs(at - near));
    if (ranked < least) {
      least = ranked;
      best = at;
    }
  }
  return best;
}

/** The least cost of the pattern's units, read in a direction, ending at each place of the text read in that direction too. */
function costs(
  pattern: Uint16Array,
  first: number,
  count: number,
  step: 1 | -1,
  text: Uint16Array,
  begin: number,
  width: number,
  buffer: 0 | 2,
): Uint16Array {
  let old = scratch[buffer] as Uint16Array;
  let now = scratch[buffer + 1] as Uint16Array;
  old.fill(0, 0, width + 1);
  for (let i = 0; i < count; i++) {
    const unit = pattern[first + i * step];
    let diagonal = old[0] as number;
    let last = i + 1;
    now[0] = last;
    for (let j = 1; j <= width; j++) {
      const above = old[j] as number;
      let cost = text[begin + (j - 1) * step] === unit ? diagonal : diagonal + 1;
      if (above + 1 < cost) cost = above + 1;
      if (last + 1 < cost) cost = last + 1;
      now[j] = cost;
      last = cost;
      diagonal = above;
    }
    [old, now] = [now, old];
  }
  return old;
}

/** Whether a word begins or ends at a place. */
function isEdge(units: Uint16Array, at: number, length: number): boolean {
  if (at <= 0 || at >= length) return true;
  return isLetter(units[at - 1] as number) !== isLetter(units[at] as number);
}

const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit < 0x2000) || unit >= 0x2c00;

/** Whether the text has the quote's very units there. */
function sameUnits(units: Uint16Array, start: number, end: number, { folded, from, to }: Pattern): boolean {
  return end - start === to - from && sameRun(units, start, folded.lower, from, to - from);
}

/** How the words of a stretch differ from the quote: in nothing but signs and spaces, in capitals, or in letters. */
export function difference(text: Folded, start: number, end: number, pattern: Pattern): 'signs' | 'capitals' | 'words' {
  if (!sameUnits(text.lower, start, end, pattern)) return 'words';
  const { folded, from, to } = pattern;
  for (let i = 0; i < to - from; i++) if (text.units[start + i] !== folded.units[from + i]) return 'capitals';
  return 'signs';
}

/** Units of the context that are looked for, and their least number. */
const contextLength = 32;
const leastContext = 8;
const contextErrors = 0.25;
const gapReach = 64;

/** What stands between the recorded context, near a place, where both sides of it stand there; likeness by shared trigrams (Dice, 1945). */
export function betweenContext(text: Folded, pattern: Pattern, expected: number): Similar | undefined {
  const { folded, from, to } = pattern;
  const length = to - from;
  const before: Stretch = [Math.max(0, from - contextLength), from];
  const after: Stretch = [to, Math.min(folded.length, to + contextLength)];
  if (from - before[0] < leastContext || after[1] - to < leastContext || length > 4000) return undefined;
  const far = 2 * length + 100;
  let left = contextIn(text, folded, before, expected - gapReach - contextLength, expected + gapReach, expected)?.end;
  let right: number | undefined;
  if (left !== undefined) right = contextIn(text, folded, after, left, left + far, left + length)?.start;
  else {
    const end = expected + length;
    right = contextIn(text, folded, after, end - gapReach, end + gapReach + contextLength, end)?.start;
    if (right !== undefined) left = contextIn(text, folded, before, right - far, right, right - length)?.end;
  }
  if (left === undefined || right === undefined || right <= left) return undefined;
  let start = left;
  let end = right;
  while (start < end && text.units[start] === 0x20) start++;
  while (end > start && text.units[end - 1] === 0x20) end--;
  if (end - start < length / 4 || end - start > length * 3) return undefined;
  return { start, end, likeness: shared(text.lower, start, end, folded.lower, from, to) };
}

function contextIn(text: Folded, { lower }: Folded, [from, to]: Stretch, low: number, high: number, expected: number) {
  return nearestMatch(text.lower, low, high, lower, from, to, Math.floor((to - from) * contextErrors), expected);
}
type Stretch = readonly [number, number];

/** Trigrams (pairs, in scripts without spaces) that two stretches share, from 0 to 1. */
function shared(a: Uint16Array, aFrom: number, aTo: number, b: Uint16Array, bFrom: number, bTo: number): number {
  const size = isUnspaced(b[(bFrom + bTo) >> 1] as number) ? 2 : 3;
  const counts = new Map<number, number>();
  for (let i = aFrom; i + size <= aTo; i++) {
    const key = keyOf(a, i, size);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let common = 0;
  for (let i = bFrom; i + size <= bTo; i++) {
    const key = keyOf(b, i, size);
    const count = counts.get(key) ?? 0;
    if (count === 0) continue;
    common++;
    counts.set(key, count - 1);
  }
  const all = Math.max(0, aTo - aFrom - size + 1) + Math.max(0, bTo - bFrom - size + 1);
  return all === 0 ? 0 : (2 * common) / all;
}

function keyOf(units: Uint16Array, at: number, size: number): number {
  let key = 0;
  for (let i = at; i < at + size; i++) key = (Math.imul(key, 0x01000193) ^ (units[i] as number)) >>> 0;
  return key;
}
