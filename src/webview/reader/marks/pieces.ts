/* Which words are painted as what: the annotations of some blocks cut to the blocks, each with its tag and the lane of its underline. Pure. */
import type { Article, Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';
import type { ShownRun } from '../text/runs';
import type { Intervals } from './intervals';
import type { UnderlineLanes } from './underlineLanes';

export interface Piece extends Span {
  readonly id: string;
  readonly lane: number;
}

export interface Painting {
  readonly article: Article;
  readonly runs: readonly ShownRun[];
  readonly intervals: Intervals;
  readonly lanes: UnderlineLanes;
}

/** The pieces in the blocks `[first, end)`. A piece that holds only signs that are not shown is left out: it has nothing to paint. */
export function piecesIn({ article, runs, intervals, lanes }: Painting, first: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  for (let block = first; block < end; block++) {
    const bounds = article.blocks[block];
    if (!bounds) continue;
    const laneOf = lanes.in(block);
    for (const interval of intervals.in(block)) {
      const piece = { start: Math.max(interval.start, bounds.start), end: Math.min(interval.end, bounds.end) };
      if (shows(runs, piece)) pieces.push({ ...piece, id: interval.id, lane: laneOf.get(interval) ?? 0 });
    }
  }
  return pieces;
}

/** The pieces of one annotation, wherever they are. */
export function piecesOf(painting: Painting, id: string, spans: readonly Span[]): Piece[] {
  const { blocks } = painting.article;
  return spans.flatMap(({ start, end }) =>
    piecesIn(painting, Math.max(0, lastStartingBy(blocks, start)), lastStartingBy(blocks, end - 1) + 1).filter(
      (piece) => piece.id === id && piece.start >= start && piece.end <= end,
    ),
  );
}

function shows(runs: readonly ShownRun[], { start, end }: Span): boolean {
  const run = runs[lastStartingBy(runs, end - 1)];
  return run !== undefined && run.end > start;
}
