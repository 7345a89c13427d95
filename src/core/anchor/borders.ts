/*
 * Where the words of a quote begin and end in a text that has something like it: where the context and the words meet best. The least change of
 * units finds them nearly; what stands beside each border says just where.
 */
import type { Folded } from '../article/fold';
import { isUnspaced } from '../article/foldUnits';
import { errorsAlong, nearestMatch, sameRun } from './approximate';
import { longQuote, type Pattern } from './pattern';

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
export function startOf(text: Folded, pattern: Pattern, found: number, end: number): number {
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
export function endOf(text: Folded, pattern: Pattern, found: number, start: number): number {
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

/** Units on either side of a border that are held against the text, and how far the border is looked for. */
const borderSide = 24;
const borderReach = 24;
/** A side that differs in more than this share says nothing of where the border is. */
const borderDiffers = 0.45;
const columns = 2 * (borderSide + borderReach) + 1;
const before = new Uint16Array(columns);
const after = new Uint16Array(columns);

/**
 * Where in the text, near to a place, the border of a pattern comes to stand: what is left of it ends there, and what is right of it begins
 * there, at the least cost (Sellers, 1980, from both sides). Of equal places the one at a word's edge, like the border itself, or the nearest.
 */
export function borderNear(text: Folded, { folded }: Pattern, border: number, near: number): number {
  const left = Math.min(borderSide, border);
  const right = Math.min(borderSide, folded.length - border);
  const low = Math.max(0, near - borderReach - left);
  const high = Math.min(text.length, near + borderReach + right);
  const width = high - low;
  if (width <= 0) return near;
  const isSame = sameRun(text.lower, near - left, folded.lower, border - left, left + right);
  if (isSame && left > 0 && right > 0) return near;
  errorsAlong(folded.lower, border - left, left, text.lower, low, width, 1, before);
  errorsAlong(folded.lower, border + right - 1, right, text.lower, high - 1, width, -1, after);
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

/** Whether a word begins or ends at a place. */
function isEdge(units: Uint16Array, at: number, length: number): boolean {
  if (at <= 0 || at >= length) return true;
  return isLetter(units[at - 1] as number) !== isLetter(units[at] as number);
}

const isLetter = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit < 0x2000) || unit >= 0x2c00;
