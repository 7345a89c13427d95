/* How long an article is: words of the text itself (no furniture, no page facts), and the minutes that reading them takes. Pure. */
import type { Article } from '../../core/article/article';

const wordsPerMinute = 230;
/** Scripts written without spaces: two characters count as a word, about what translators reckon with. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

export function wordCount(article: Article): number {
  let count = 0;
  for (const block of article.blocks) {
    if (block.kind === 'furniture' || block.kind === 'byline' || block.kind === 'date' || block.kind === 'outlet')
      continue;
    for (const run of block.runs) {
      const text = article.text.slice(run.start, run.end);
      const characters = text.match(dense)?.length ?? 0;
      const spaced = characters > 0 ? text.replace(dense, ' ') : text;
      count += Math.ceil(characters / 2) + (spaced.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0);
    }
  }
  return count;
}

export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / wordsPerMinute));
