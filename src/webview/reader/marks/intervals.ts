/* Which annotations touch which block: what is asked on every pointer move and for every section that comes into view. Pure data, kept in place. */
import type { Article, Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';

export interface Interval extends Span {
  readonly id: string;
}

export interface Intervals {
  /** The parts of annotations that touch a block, whole spans, in no order. */
  in(block: number): readonly Interval[];
  /** Takes an annotation's spans (none: it is gone) and gives the blocks where something changed. */
  set(id: string, spans: readonly Span[]): ReadonlySet<number>;
  /** The annotations whose words hold the offset or end at it; the smallest first. */
  at(offset: number): readonly Interval[];
}

/** `entries` are what stands there at the beginning. */
export function createIntervals(
  article: Article,
  entries: Iterable<{ readonly id: string; readonly spans: readonly Span[] }> = [],
): Intervals {
  const { blocks } = article;
  const byBlock: Interval[][] = new Array(blocks.length);
  const byId = new Map<string, readonly Interval[]>();

  /** Indices of the blocks that a span touches: `[first, end)`. */
  const touched = (span: Span): { readonly first: number; readonly end: number } => {
    let first = Math.max(0, lastStartingBy(blocks, span.start));
    if ((blocks[first]?.end ?? 0) <= span.start) first++;
    let end = first;
    while (end < blocks.length && (blocks[end]?.start ?? 0) < span.end) end++;
    return { first, end };
  };
  const add = (id: string, spans: readonly Span[]) => {
    if (spans.length === 0) return;
    // One object in all its blocks, by which `at` tells it from another one.
    const intervals = spans.map(({ start, end }) => ({ id, start, end }));
    byId.set(id, intervals);
    for (const interval of intervals) {
      const { first, end } = touched(interval);
      for (let block = first; block < end; block++) {
        const list = byBlock[block];
        if (list) list.push(interval);
        else byBlock[block] = [interval];
      }
    }
  };
  for (const { id, spans } of entries) add(id, spans);

  return {
    in: (block) => byBlock[block] ?? [],
    set: (id, spans) => {
      const changed = new Set<number>();
      const see = (span: Span) => {
        const { first, end } = touched(span);
        for (let block = first; block < end; block++) changed.add(block);
      };
      const before = byId.get(id) ?? [];
      before.forEach(see);
      for (const block of changed) byBlock[block] = (byBlock[block] ?? []).filter((interval) => interval.id !== id);
      byId.delete(id);
      add(id, spans);
      spans.forEach(see);
      return changed;
    },
    at: (offset) => {
      const block = lastStartingBy(blocks, offset);
      const before = blocks[block]?.start === offset ? (byBlock[block - 1] ?? []) : [];
      return [...(byBlock[block] ?? []), ...before]
        .filter((interval, i, all) => interval.start <= offset && offset <= interval.end && all.indexOf(interval) === i)
        .sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start);
    },
  };
}
