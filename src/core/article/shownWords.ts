/* The words of a span as a reader sees them: without Markdown's signs, wrapped lines as one. For quotes on cards and in lists; the sidecar keeps the source. */
import type { Article, Span } from './article';
import { lastStartingBy } from './ranges';
import { type ShownBlock, shownBlock } from './shownText';

const kept = new WeakMap<Article, Map<number, ShownBlock>>();

/** What is shown of a block, by its index; worked out once for each. */
export function shownBlockOf(article: Article, index: number): ShownBlock | undefined {
  let blocks = kept.get(article);
  if (!blocks) {
    blocks = new Map();
    kept.set(article, blocks);
  }
  const known = blocks.get(index);
  const block = article.blocks[index];
  if (known || !block) return known;
  const shown = shownBlock(article.text, block);
  blocks.set(index, shown);
  return shown;
}

/** The shown words of a span (UTF-16 units of the canonical text), its blocks apart by a line end; empty where it holds signs alone. */
export function shownWords(article: Article, { start, end }: Span): string {
  const { blocks } = article;
  const parts: string[] = [];
  for (let i = Math.max(0, lastStartingBy(blocks, start)); i < blocks.length; i++) {
    const block = blocks[i];
    if (!block || block.start >= end) break;
    if (block.end <= start) continue;
    const shown = shownBlockOf(article, i);
    const words = shown?.text.slice(shown.indexOf(start), shown.indexOf(end)).trim();
    if (words) parts.push(words);
  }
  return parts.join('\n');
}

/** What is shown of several spans in one line, as an annotation is called by its words: fragments joined by an ellipsis. */
export function shownQuote(article: Article, spans: readonly Span[]): string {
  return spans
    .map((span) => shownWords(article, span).replace(/\s+/gu, ' '))
    .filter((words) => words !== '')
    .join(' … ');
}
