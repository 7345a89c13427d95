/*
 * Which parts of the canonical text are on the page. Between two runs lie Markdown's signs, indents and line ends that nobody sees:
 * a caret cannot stand in them, and a selection neither begins nor ends there. Pure; offsets are UTF-16 units of the canonical text.
 */
import { tidySpans } from '../../../core/annotation/spans';
import type { Article, Run, Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';

export interface ShownRun extends Span {
  /** The index of its block in `article.blocks`. */
  readonly block: number;
  readonly run: Run;
}

/** All runs that hold something, in text order. */
export function shownRuns(article: Article): ShownRun[] {
  const shown: ShownRun[] = [];
  article.blocks.forEach((block, i) => {
    for (const run of block.runs)
      if (run.end > run.start) shown.push({ start: run.start, end: run.end, block: i, run });
  });
  return shown;
}

/** Where a caret goes that is put into the signs at the beginning of a block, as of a heading: before its words. Any other offset stays. */
export function afterSigns({ blocks }: Article, offset: number): number {
  const first = blocks[lastStartingBy(blocks, offset)]?.runs.find(({ start, end }) => end > start);
  return Math.max(offset, first?.start ?? 0);
}

/** The first place at or after the offset where a shown character begins; the end of the last run where there is none. */
export function shownFrom(runs: readonly ShownRun[], offset: number): number {
  const i = lastStartingBy(runs, offset);
  const run = runs[i];
  if (run && offset < run.end) return offset;
  return runs[i + 1]?.start ?? run?.end ?? 0;
}

/** The last place at or before the offset where a shown character ends; the start of the first run where there is none. */
export function shownUpTo(runs: readonly ShownRun[], offset: number): number {
  const i = lastStartingBy(runs, offset - 1);
  const run = runs[i];
  return run ? Math.min(offset, run.end) : (runs[0]?.start ?? 0);
}

/**
 * What a person selected from one place to another, as it is to be tagged: shown characters only at the ends, no white space there,
 * and page furniture left out that merely lies between (it is folded, so nobody meant it). Empty where nothing is left.
 */
export function spansBetween(article: Article, runs: readonly ShownRun[], from: number, to: number): Span[] {
  const start = shownFrom(runs, Math.min(from, to));
  const end = shownUpTo(runs, Math.max(from, to));
  const pieces: Span[] = [];
  let begin = start;
  const first = Math.max(0, lastStartingBy(article.blocks, start));
  for (let i = first; i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (!block || block.start >= end) break;
    if (block.kind !== 'furniture' || block.start <= start || block.end >= end) continue;
    pieces.push({ start: begin, end: shownUpTo(runs, block.start) });
    begin = shownFrom(runs, block.end);
  }
  pieces.push({ start: begin, end });
  return tidySpans(
    pieces.filter((piece) => piece.end > piece.start),
    article.text,
  );
}
