/** Which words of an article a person might tag: whole sentences of its own text, as the reading view shows them. */
import type { ReadingView } from './readingView';

/**
 * Up to `count` pieces of the body, in reading order: sentences of moderate length that stand in one line of the view's text and occur
 * once. An article with fewer sentences gives clauses, then words; an empty list means that there are not even two words.
 */
export async function piecesOf(view: ReadingView, count: number): Promise<string[]> {
  const blocks = await view.column.evaluate(bodyOf);
  const all = (await view.text()).replaceAll('\n', ' ');
  const once = (piece: string) => all.split(piece).length === 2;
  const locale = /\p{Script=Han}/u.test(all) ? 'zh' : undefined;
  for (const granularity of ['sentence', 'clause', 'word'] as const) {
    const pieces = blocks.flatMap((block) => split(block, granularity, locale)).filter(once);
    const good = granularity === 'word' ? pieces : pieces.filter(({ length }) => length >= 12 && length <= 260);
    if (good.length >= (granularity === 'word' ? 2 : count)) return good.slice(0, count);
  }
  return [];
}

function split(text: string, granularity: 'sentence' | 'clause' | 'word', locale: string | undefined): string[] {
  if (granularity === 'clause') return text.split(/[,;:.!?–—،。，；：！？]\s*/u).map((piece) => piece.trim());
  const segmenter = new Intl.Segmenter(locale, { granularity });
  return Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((piece) =>
    /[\p{L}\p{N}]/u.test(piece),
  );
}

/** Runs in the page. The text of each block of the body; of all blocks where nothing is marked as body. */
function bodyOf(column: Element): string[] {
  const texts = (selector: string) =>
    Array.from(column.querySelectorAll(selector), (block) => block.textContent ?? '').filter(
      (text) => text.trim() !== '',
    );
  const body = texts('.block.paragraph');
  if (body.join(' ').length > 300) return body;
  const more = texts('.block.paragraph, .block.listItem, .block.quote, .block.heading');
  return more.length > 0 ? more : texts('.block');
}
