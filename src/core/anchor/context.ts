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

/**
 * From 0 (nothing in common) to 1 (all of it stands there), the mean of the recorded sides; undefined where no context is recorded.
 * A side is as good as the longer of two readings: the unbroken run next to the quote, and the share of its trigrams that stand in the
 * neighbourhood, which survives words put in or taken out between.
 */
export function contextAgreement(selector: Selector, text: string, start: number, end: number): number | undefined {
  const { prefix = '', suffix = '' } = selector;
  const sides: number[] = [];
  if (prefix !== '') {
    let run = 0;
    while (run < prefix.length && prefix[prefix.length - 1 - run] === text[start - 1 - run]) run++;
    const around = text.slice(Math.max(0, start - 2 * prefix.length), start);
    sides.push(sideAgreement(run, prefix, around));
  }
  if (suffix !== '') {
    let run = 0;
    while (run < suffix.length && suffix[run] === text[end + run]) run++;
    sides.push(sideAgreement(run, suffix, text.slice(end, end + 2 * suffix.length)));
  }
  if (sides.length === 0) return undefined;
  return sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

function sideAgreement(run: number, recorded: string, around: string): number {
  if (run === recorded.length) return 1;
  let shared = 0;
  let all = 0;
  for (let i = 0; i + 3 <= recorded.length; i++) {
    all++;
    if (around.includes(recorded.slice(i, i + 3))) shared++;
  }
  return Math.max(run / recorded.length, all === 0 ? 0 : (trigramWeight * shared) / all);
}
