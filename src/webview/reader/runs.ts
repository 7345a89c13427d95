/*
 * Which parts of the canonical text are on the page. Between two runs lie Markdown's signs, indents and line ends that nobody sees:
 * a caret cannot stand in them, and a selection neither begins nor ends there. Pure; offsets are UTF-16 units of the canonical text.
 */
import { tidySpans } from '../../core/annotation/spans';
import type { Article, Run, Span } from '../../core/article/article';

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

/** The index of the last of the sorted ranges that starts at or before the offset; -1 where all start after it. */
export function lastStartingBy(ranges: readonly Span[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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

/** The text of a block as it is read, and where each of its characters stands in the canonical text. */
export interface ShownText {
  readonly text: string;
  /** From an index of `text` to the canonical offset; at a seam the end of the earlier run. */
  endAt(index: number): number;
  /** The same, at a seam the start of the later run. */
  startAt(index: number): number;
  /** From a canonical offset to an index of `text`. */
  indexOf(offset: number): number;
}

/** The runs of a block put together; where a line end lies between two of them, a space stands for it. */
export function shownText(article: Article, block: number): ShownText {
  const pieces: { readonly at: number; readonly start: number; readonly end: number }[] = [];
  let text = '';
  let last: Run | undefined;
  for (const run of article.blocks[block]?.runs ?? []) {
    if (run.end <= run.start) continue;
    if (last && article.text.slice(last.end, run.start).includes('\n')) text += ' ';
    pieces.push({ at: text.length, start: run.start, end: run.end });
    text += article.text.slice(run.start, run.end);
    last = run;
  }
  const first = pieces[0];
  const final = pieces.at(-1);
  return {
    text,
    startAt: (index) => {
      for (const piece of pieces) {
        if (index < piece.at + piece.end - piece.start) return piece.start + Math.max(0, index - piece.at);
      }
      return final?.end ?? 0;
    },
    endAt: (index) => {
      for (let i = pieces.length - 1; i >= 0; i--) {
        const piece = pieces[i];
        if (piece && index > piece.at) return Math.min(piece.end, piece.start + index - piece.at);
      }
      return first?.start ?? 0;
    },
    indexOf: (offset) => {
      for (const piece of pieces) {
        if (offset < piece.start) return piece.at;
        if (offset <= piece.end) return piece.at + offset - piece.start;
      }
      return text.length;
    },
  };
}
