/*
 * Where words like the recorded ones stand near a place of the folded text, and how like they are: by the least number of changed units
 * (Myers' bit-parallel search, 1999) in a small window, with both ends put where the context and the words meet best.
 */
import type { Folded } from '../article/fold';
import { nearestMatch, sameRun } from './approximate';
import { borderNear, endOf, startOf } from './borders';
import { longQuote, type Pattern } from './pattern';
import { shareNear } from './share';

/** A stretch of the folded text, and the share of the quote's units that stand in it (0 to 1). */
export interface Similar {
  readonly start: number;
  readonly end: number;
  readonly likeness: number;
}

/** Long quotes are looked for piece by piece, each of this length. */
const pieceLength = 160;
/** How far a piece is looked for from where it is expected. */
const pieceReach = 200;
/** The share of a quote's grams that chance hardly puts into a window: where fewer stand, half of the units rarely do. */
const shareByChance = 0.4;
/** With so many of them in it few units differ. */
const shareAlike = 0.8;
/** Of a pattern, so many units may differ. */
const mostErrors = 0.5;

/** Words like the quote, near to where it is expected to begin; undefined where half of the units or more differ. */
export function similarAt(text: Folded, pattern: Pattern, expected: number, reach: number): Similar | undefined {
  const length = pattern.to - pattern.from;
  if (length === 0) return undefined;
  const share = shareNear(text, pattern, expected, reach);
  if (share < shareByChance) return undefined;
  const rough =
    length > longQuote ? roughLong(text, pattern, expected) : roughShort(text, pattern, expected, reach, share);
  if (!rough) return undefined;
  const start = startOf(text, pattern, borderNear(text, pattern, pattern.from, rough.start), rough.end);
  const end = endOf(text, pattern, borderNear(text, pattern, pattern.to, rough.end), start);
  if (end <= start) return undefined;
  if (sameUnits(text.lower, start, end, pattern)) return { start, end, likeness: 1 };
  return { start, end, likeness: 1 - Math.max(1, rough.errors) / length };
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
  share: number,
): Rough | undefined {
  const length = to - from;
  const [low, high] = [expected - reach, expected + length + reach];
  const within = (most: number) => nearestMatch(text.lower, low, high, folded.lower, from, to, most, expected);
  // To look for few errors is quick.
  const alike = share >= shareAlike ? within(length >> 3) : undefined;
  return alike ?? within(Math.floor(length * mostErrors));
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
