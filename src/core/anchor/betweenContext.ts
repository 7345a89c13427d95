/* A sentence that was rewritten is found from both sides, as what stands between its context. */
import type { Folded } from '../article/fold';
import { isUnspaced } from '../article/foldUnits';
import { nearestMatch } from './approximate';
import type { Pattern } from './pattern';
import type { Similar } from './similar';

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
