/* The article by its headings, for outlines and breadcrumbs. */
import type { Article, Block } from './article';
import { shownText } from './shownText';

export interface OutlineEntry {
  /** Index in the article's blocks. */
  readonly block: number;
  readonly title: string;
  /** Depth in the outline from 1, without holes. */
  readonly depth: number;
  /** The section's range, from its heading to the next one of the same or a higher level. UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The title and the headings of an article in order, each with the section that it begins. */
export function outline(article: Article): OutlineEntry[] {
  const open: { level: number; at: number }[] = [];
  const entries: { block: number; title: string; depth: number; start: number; end: number }[] = [];
  const end = contentEnd(article);
  article.blocks.forEach((block, index) => {
    if (block.kind !== 'title' && block.kind !== 'heading') return;
    const level = block.kind === 'title' ? 0 : (block.level ?? 1);
    while (open.length > 0 && (open[open.length - 1] as { level: number }).level >= level)
      close(entries, open, block.start);
    open.push({ level, at: entries.length });
    const title = shownText(article.text, block).replace(/\s+/gu, ' ').trim();
    entries.push({ block: index, title, depth: open.length, start: block.start, end });
  });
  return entries;
}

function close(entries: { end: number }[], open: { at: number }[], end: number): void {
  const last = open.pop();
  const entry = last && entries[last.at];
  if (entry) entry.end = end;
}

/** Where the last block that is no furniture ends. */
function contentEnd(article: Article): number {
  for (let i = article.blocks.length - 1; i >= 0; i--) {
    const block = article.blocks[i] as Block;
    if (block.kind !== 'furniture') return block.end;
  }
  return article.text.length;
}
