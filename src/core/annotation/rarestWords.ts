/* Which words of an old quote to look for in the article: those that are rarest in it find the place soonest. */

import { unspacedScripts } from '../article/script';
import { wordPieces } from '../article/wordPieces';
import { oneLine } from './words';

/** A search for more words than these finds only what an edit has left alone. */
const mostWords = 5;

/**
 * Of the words of a quote that still stand in a text the rarest one (of several the longest), with its neighbours in the quote as far as
 * they stand beside it in the text too: something to search for letter by letter, whatever the case. Where none stands there, the longest
 * word; empty where the quote has none.
 * @param text as it is searched: what is shown of the article.
 */
export function rarestWords(quote: string, text: string): string {
  const old = oneLine(quote);
  const words = wordsOf(old);
  const searched = oneLine(text).toLowerCase();
  const counts = words.map(({ start, end }) => timesIn(searched, old.slice(start, end).toLowerCase()));
  let best = -1;
  words.forEach((word, i) => {
    if (best < 0 || isBetter([counts[i] ?? 0, word], [counts[best] ?? 0, words[best] as Word])) best = i;
  });
  if (best < 0) return '';
  let [first, last] = [best, best];
  const phrase = (from: number, to: number) => old.slice(words[from]?.start, words[to]?.end);
  const stands = (from: number, to: number) =>
    from >= 0 && to < words.length && to - from < mostWords && timesIn(searched, phrase(from, to).toLowerCase()) > 0;
  for (let before = -1; before !== last - first; ) {
    before = last - first;
    if (stands(first, last + 1)) last++;
    if (stands(first - 1, last)) first--;
  }
  return phrase(first, last);
}

/** UTF-16 units of the quote. */
interface Word {
  readonly start: number;
  readonly end: number;
}

/** Rarer is better, but not being there at all is worst; then longer. */
function isBetter([count, word]: [number, Word], [other, than]: [number, Word]): boolean {
  if (count === other) return word.end - word.start > than.end - than.start;
  return other === 0 || (count > 0 && count < other);
}

const wordsOf = (text: string): Word[] =>
  wordPieces(text).flatMap(({ isWord, start, text: { length } }) => (isWord ? [{ start, end: start + length }] : []));

const letter = /[\p{L}\p{M}\p{N}_]/u;
/** Without spaces between words any place counts. */
const unspaced = new RegExp(`[${unspacedScripts}]`, 'u');

/** How often a word stands in a text, whole where its script has spaces. */
function timesIn(text: string, word: string): number {
  const whole = !unspaced.test(word);
  let times = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const inside = letter.test(text[at - 1] ?? '') || letter.test(text[at + word.length] ?? '');
    if (!whole || !inside) times++;
  }
  return times;
}
