/*
 * The ways of two peers, rebuilt to be measured on the same texts in the same run: Hypothesis' `match-quote`, and the diff-match-patch way of
 * `dom-anchor-text-quote`. Both get prefix, suffix and the old offset (UTF-16 units) of a quote, and answer with a span or nothing.
 */
import search from 'approx-string-match';
import type { Span } from '../../src/core/article/article';

export interface PeerQuote {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly hint: number;
}

interface Match extends Span {
  readonly errors: number;
}

/** All exact places; where there is none, the places with the fewest errors. */
function searched(text: string, words: string, most: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, words, most);
}

function likeness(text: string, words: string): number {
  if (words === '' || text === '') return 0;
  const [best] = searched(text, words, words.length);
  return best ? 1 - best.errors / words.length : 0;
}

/** Hypothesis (hypothesis/client, `match-quote`, BSD-2-Clause): quote 50, prefix and suffix 20 each, old offset 2; the best whatever its lead. */
export function hypothesis(text: string, { quote, prefix, suffix, hint }: PeerQuote): Span | undefined {
  if (quote === '') return undefined;
  const matches = searched(text, quote, Math.min(256, quote.length / 2));
  let best: Match | undefined;
  let most = -1;
  for (const match of matches) {
    const { start, end, errors } = match;
    const before = prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1;
    const after = suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1;
    const near = 1 - Math.abs(start - hint) / text.length;
    const score = (50 * (1 - errors / quote.length) + 20 * before + 20 * after + 2 * near) / 92;
    if (score > most) {
      most = score;
      best = match;
    }
  }
  return best && { start: best.start, end: best.end };
}

/** The width of a word of diff-match-patch's bitap. */
const slice = 32;
const threshold = 0.5;

/** `dom-anchor-text-quote` (MIT) with diff-match-patch (Apache-2.0): prefix, then slices of the quote, each near where the last one was. */
export function diffMatchPatch(text: string, { quote, prefix, suffix, hint }: PeerQuote): Span | undefined {
  if (quote === '') return undefined;
  const distance = text.length * 2;
  let near = hint;
  if (prefix !== '') {
    const at = bitap(text, prefix, hint - prefix.length, distance);
    if (at >= 0) near = at + prefix.length;
  }
  if (suffix !== '' && near === hint) {
    const at = bitap(text, suffix, near + quote.length, distance);
    if (at >= 0) near = at - quote.length;
  }
  const first = bitap(text, quote.slice(0, slice), near, distance);
  if (first < 0) return undefined;
  let start = first;
  let end = first + Math.min(slice, quote.length);
  let expected = end;
  for (let at = slice; at < quote.length; at += slice) {
    const piece = quote.slice(at, at + slice);
    const found = bitap(text, piece, expected, 64);
    if (found < 0) return undefined;
    expected = found + piece.length;
    start = Math.min(start, found);
    end = Math.max(end, expected);
  }
  return { start, end };
}

/** The best place near an offset (diff-match-patch's `match_main`), or -1: errors and distance weigh against each other. */
function bitap(text: string, pattern: string, expected: number, distance: number): number {
  const near = Math.max(0, Math.min(expected, text.length));
  if (text === pattern) return 0;
  if (text.startsWith(pattern, near)) return near;
  const alphabet = new Map<string, number>();
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern.charAt(i);
    alphabet.set(sign, (alphabet.get(sign) ?? 0) | (1 << (pattern.length - i - 1)));
  }
  const score = (errors: number, at: number) => errors / pattern.length + Math.abs(near - at) / distance;
  let limit = threshold;
  const exact = text.indexOf(pattern, near);
  if (exact >= 0) limit = Math.min(limit, score(0, exact));
  const back = text.lastIndexOf(pattern, near + pattern.length);
  if (back >= 0) limit = Math.min(limit, score(0, back));
  const found = 1 << (pattern.length - 1);
  let best = -1;
  let span = pattern.length + text.length;
  let last: Int32Array | undefined;
  for (let errors = 0; errors < pattern.length; errors++) {
    let low = 0;
    let middle = span;
    while (low < middle) {
      if (score(errors, near + middle) <= limit) low = middle;
      else span = middle;
      middle = Math.floor((span - low) / 2 + low);
      if (middle === low) break;
    }
    span = middle;
    let start = Math.max(1, near - middle + 1);
    const finish = Math.min(near + middle, text.length) + pattern.length;
    const row = new Int32Array(finish + 2);
    row[finish + 1] = (1 << errors) - 1;
    for (let j = finish; j >= start; j--) {
      const match = alphabet.get(text.charAt(j - 1)) ?? 0;
      const shifted = (((row[j + 1] as number) << 1) | 1) & match;
      row[j] =
        errors === 0 || !last
          ? shifted
          : shifted | ((((last[j + 1] as number) | (last[j] as number)) << 1) | 1) | (last[j + 1] as number);
      if ((row[j] as number) & found) {
        const now = score(errors, j - 1);
        if (now <= limit) {
          limit = now;
          best = j - 1;
          if (best <= near) break;
          start = Math.max(1, 2 * near - best);
        }
      }
    }
    if (score(errors + 1, near) > limit) break;
    last = row;
  }
  return best;
}
