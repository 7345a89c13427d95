/*
 * Words: which one stands at a place, and how many an article has, with the minutes to read them (its body, without furniture). Scripts with
 * spaces are counted by a plain scan; only stretches without (Chinese, Japanese, Thai, Lao, Khmer, Burmese) go to the far slower `Intl.Segmenter`.
 */

import type { Article, BlockKind, Span } from './article';
import { unspacedScripts } from './script';
import { segmenter } from './segmenters';
import { shownText } from './shownText';

const bodyKinds: ReadonlySet<BlockKind> = new Set([
  'standfirst',
  'heading',
  'paragraph',
  'listItem',
  'quote',
  'code',
  'table',
]);

/** Words a minute of silent reading: M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109 (2019). */
const wordsPerMinute = 238;

/** The words of an article's body, counted block by block, for whoever must not be kept for long; the number comes at the end. */
export function* countingWords(article: Article): Generator<void, number> {
  const counter = new Counter();
  for (const block of article.blocks) {
    if (!bodyKinds.has(block.kind)) continue;
    // Signs between runs end no word ("un**believ**able" is one), and have no letters of their own.
    counter.add(shownText(article.text, block));
    yield;
  }
  return counter.words();
}

/** Minutes to read so many words, at least one where there are any. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
}

const unspaced = new RegExp(`[${unspacedScripts}ー]+`, 'gu');
const spaced = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_]|['’.,:·‑-](?=[\p{L}\p{N}]))*/gu;
// Beyond this the rest is taken to be like the beginning, so that a book does not hold up its opening.
const segmented = 20_000;

/** Counts text by text, in any script; hyphenated words and numbers with separators are one. How many words its stretches without spaces have is measured on the first of them. */
class Counter {
  private spacedWords = 0;
  private unspacedLength = 0;
  private segmentedLength = 0;
  private segmentedWords = 0;

  add(text: string): void {
    if (!mayBeUnspaced.test(text)) {
      this.spacedWords += matches(text, spaced);
      return;
    }
    const rest = text.replace(unspaced, (stretch) => {
      this.unspacedLength += stretch.length;
      if (this.segmentedLength < segmented) {
        const part = stretch.slice(0, segmented);
        this.segmentedLength += part.length;
        this.segmentedWords += segments(part);
      }
      return ' ';
    });
    this.spacedWords += matches(rest, spaced);
  }

  words(): number {
    if (this.segmentedLength === 0) return this.spacedWords;
    return this.spacedWords + Math.round((this.segmentedWords * this.unspacedLength) / this.segmentedLength);
  }
}

const mayBeUnspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff\ud840-\ud8bf]/;

function matches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

/** Between words in every script, so that what is around them has no say in what is between them. */
const between = /[ \t\n\r\u3000。！？、]/;
/** So far is looked for them, in UTF-16 units: no word is longer. */
const longest = 2000;

/** The word that a place stands in or at the end of. UTF-16 units. What is far away is not looked at, however long the text. */
export function wordAt(text: string, index: number): Span | undefined {
  const stretch = stretchAround(text, index);
  const words = segmenter('word').segment(text.slice(stretch.start, stretch.end));
  const at = words.containing(Math.min(index, Math.max(0, text.length - 1)) - stretch.start);
  const before = index > 0 ? words.containing(index - 1 - stretch.start) : undefined;
  const found = at?.isWordLike ? at : before?.isWordLike ? before : undefined;
  if (!found) return undefined;
  const start = stretch.start + found.index;
  return { start, end: start + found.segment.length };
}

/** From what stands between words before a place to what does after it, both included. */
function stretchAround(text: string, index: number): Span {
  let start = index;
  while (start > 0 && index - start < longest && !between.test(text[start - 1] ?? '')) start--;
  let end = index;
  while (end < text.length && end - index < longest && !between.test(text[end] ?? '')) end++;
  start = Math.max(0, start - 1);
  end = Math.min(text.length, end + 1);
  // Whole characters, where there is nothing between words for long.
  return { start: isSecondHalf(text, start) ? start - 1 : start, end: isSecondHalf(text, end) ? end + 1 : end };
}

const isSecondHalf = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

function segments(text: string): number {
  let count = 0;
  for (const segment of segmenter('word').segment(text)) if (segment.isWordLike) count++;
  return count;
}
