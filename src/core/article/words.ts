/*
 * How long an article is to read: the words of its body, without furniture, and the minutes for them. Scripts with spaces are counted
 * by a plain scan; only stretches without (Chinese, Japanese, Thai, Lao, Khmer, Burmese) go to the far slower `Intl.Segmenter`.
 */
import type { Article, BlockKind } from './article';

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

/** The words of an article's body. */
export function countWords(article: Article): number {
  let words = 0;
  for (const block of article.blocks) {
    if (!bodyKinds.has(block.kind)) continue;
    const first = block.runs[0];
    const last = block.runs[block.runs.length - 1];
    // Signs between runs end no word ("un**believ**able" is one), and have no letters of their own.
    if (first && last) words += wordsIn(block.runs.map((run) => article.text.slice(run.start, run.end)).join(''));
  }
  return words;
}

/** Minutes to read so many words, at least one where there are any. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const spaced = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_]|['’.,:·‑-](?=[\p{L}\p{N}]))*/gu;
// Beyond this the rest is taken to be like the beginning, so that a book does not hold up its opening.
const segmented = 40_000;

/** The words of a text in any script. Hyphenated words and numbers with separators are one. */
export function wordsIn(text: string): number {
  if (!/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff\ud840-\ud8bf]/.test(text))
    return matches(text, spaced);
  let characters = 0;
  let counted = 0;
  let words = 0;
  const rest = text.replace(unspaced, (stretch) => {
    characters += stretch.length;
    if (counted < segmented) {
      counted += stretch.length;
      words += segments(stretch);
    }
    return ' ';
  });
  return matches(rest, spaced) + (counted === 0 ? 0 : Math.round((words * characters) / counted));
}

function matches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

let segmenter: Intl.Segmenter | undefined;

function segments(text: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count++;
  return count;
}
