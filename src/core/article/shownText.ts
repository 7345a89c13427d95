/*
 * What is shown of a block, as one text, and the way between it and the canonical text. Where words are looked for as a reader sees them
 * (sentences, words, titles), they are looked for in this text: Markdown's signs would stand inside of them.
 */
import type { Article, Block } from './article';
import { lastStartingBy } from './ranges';

export interface ShownBlock {
  /** The runs put together, with a space for each line end that is mere wrapping. Indices are UTF-16 units. */
  readonly text: string;
  /** From an index of `text`, the first character of something, to the canonical offset; at a seam the start of the later run. */
  startAt(index: number): number;
  /** The same for the end of something; at a seam the end of the earlier run. */
  endAt(index: number): number;
  /** From a canonical offset to an index of `text`; what is not shown is where the next run begins. */
  indexOf(offset: number): number;
}

interface Piece {
  /** Where it begins in the shown text. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

export function shownBlock(text: string, block: Block): ShownBlock {
  const pieces: Piece[] = [];
  let shown = '';
  for (const run of block.runs) {
    if (run.end <= run.start) continue;
    pieces.push({ at: shown.length, start: run.start, end: run.end });
    const piece = text.slice(run.start, run.end);
    shown += run.keepsLines ? piece : piece.replaceAll('\n', ' ');
  }
  return {
    text: shown,
    startAt: (index) => {
      const piece = pieces.find(({ at, start, end }) => index < at + end - start);
      return piece ? piece.start + Math.max(0, index - piece.at) : (pieces.at(-1)?.end ?? block.end);
    },
    endAt: (index) => {
      const piece = pieces.findLast(({ at }) => index > at);
      return piece ? Math.min(piece.end, piece.start + index - piece.at) : (pieces[0]?.start ?? block.start);
    },
    indexOf: (offset) => {
      const piece = pieces.find(({ end }) => offset <= end);
      return piece ? piece.at + Math.max(0, offset - piece.start) : shown.length;
    },
  };
}

/** The text of `shownBlock` alone. */
export function shownText(text: string, block: Block): string {
  return shownBlock(text, block).text;
}

/** Whether a block is read line by line, so that no sentence goes over the end of one. */
export function isReadByLine({ kind }: Block): boolean {
  return kind === 'code' || kind === 'table' || kind === 'furniture';
}

/** The block that an offset stands in or after; undefined before the first one. */
export function blockAt(article: Article, offset: number): Block | undefined {
  return article.blocks[lastStartingBy(article.blocks, offset)];
}
