/* Which annotations touch which block: what is asked on every pointer move and for every section that comes into view. Pure data, kept in place. */
import type { Article, Span } from '../../core/article/article';
import { lastStartingBy } from '../../core/article/ranges';

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

export function createIntervals(article: Article): Intervals {
  const { blocks } = article;
  const byBlock = new Map<number, Interval[]>();
  const blocksOf = new Map<string, ReadonlySet<number>>();

  const touched = (span: Span): number[] => {
    const found: number[] = [];
    for (let i = Math.max(0, lastStartingBy(blocks, span.start)); i < blocks.length; i++) {
      const block = blocks[i];
      if (!block || block.start >= span.end) break;
      if (block.end > span.start) found.push(i);
    }
    return found;
  };

  return {
    in: (block) => byBlock.get(block) ?? [],
    set: (id, spans) => {
      const changed = new Set(blocksOf.get(id));
      for (const block of changed) {
        byBlock.set(
          block,
          (byBlock.get(block) ?? []).filter((interval) => interval.id !== id),
        );
      }
      const now = new Set<number>();
      for (const span of spans) {
        // One object in all its blocks, by which `at` tells it from another one.
        const interval = { id, start: span.start, end: span.end };
        for (const block of touched(span)) {
          now.add(block);
          const list = byBlock.get(block);
          if (list) list.push(interval);
          else byBlock.set(block, [interval]);
        }
      }
      if (now.size > 0) blocksOf.set(id, now);
      else blocksOf.delete(id);
      for (const block of now) changed.add(block);
      return changed;
    },
    at: (offset) => {
      const block = lastStartingBy(blocks, offset);
      const before = blocks[block]?.start === offset ? (byBlock.get(block - 1) ?? []) : [];
      return [...(byBlock.get(block) ?? []), ...before]
        .filter((interval, i, all) => interval.start <= offset && offset <= interval.end && all.indexOf(interval) === i)
        .sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start);
    },
  };
}
