/*
 * How far the text around a place agrees with the recorded context of a quote. What decides between several places with the same
 * words, and whether words that stand only once are the ones that were meant.
 */
import type { Selector } from '../annotation/model';

/** Trigrams prove less than an unbroken run, since they may stand in any order. */
const trigramWeight = 0.8;

/** Whether the recorded context stands around `[start, end)` (UTF-16 units) letter by letter. */
export function hasContext(selector: Selector, text: string, start: number, end: number): boolean {
  const { prefix = '', suffix = '' } = selector;
  return text.startsWith(suffix, end) && start >= prefix.length && text.startsWith(prefix, start - prefix.length);
}

/** Agreement of both sides, each from 0 (nothing in common) to 1 (all of it stands there). */
export interface Sides {
  readonly left: number;
  readonly right: number;
}

/**
 * The agreement of the text around `[start, end)` (units of `text`) with a context; undefined where none is recorded. A side is as good as
 * the better of two readings: the unbroken run next to the quote, and the share of its trigrams that stand in the neighbourhood, which
 * survives words put in or taken out between. A side that is left out while the other is recorded was an end of the text, and agrees with an
 * end of the text alone.
 */
export function sidesOf(prefix: string, suffix: string, text: string, start: number, end: number): Sides | undefined {
  if (prefix === '' && suffix === '') return undefined;
  const run = runsOf(prefix, suffix, text, start, end);
  return {
    left:
      prefix === ''
        ? Number(start === 0)
        : sideOf(run.left, prefix, text.slice(Math.max(0, start - 2 * prefix.length), start)),
    right:
      suffix === '' ? Number(end === text.length) : sideOf(run.right, suffix, text.slice(end, end + 2 * suffix.length)),
  };
}

/** Units of the context that stand unbroken next to `[start, end)`, on either side. */
export function runsOf(prefix: string, suffix: string, text: string, start: number, end: number): Sides {
  let left = 0;
  while (left < prefix.length && prefix[prefix.length - 1 - left] === text[start - 1 - left]) left++;
  let right = 0;
  while (right < suffix.length && suffix[right] === text[end + right]) right++;
  return { left, right };
}

function sideOf(run: number, recorded: string, around: string): number {
  if (run === recorded.length) return 1;
  let shared = 0;
  let all = 0;
  for (let i = 0; i + 3 <= recorded.length; i++) {
    all++;
    if (around.includes(recorded.slice(i, i + 3))) shared++;
  }
  return Math.max(run / recorded.length, all === 0 ? 0 : (trigramWeight * shared) / all);
}
