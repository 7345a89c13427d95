/*
 * Annotations that overlap are told apart by the height of their underlines: each has a lane, the smallest the one next to the words. Worked
 * out for as many blocks around a place as hang together by annotations that go over their ends, and kept until one of them changes. Pure data.
 */
import type { Article, Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';
import type { Interval, Intervals } from './intervals';

/** As many underlines as fit between two lines of text. What is deeper shares the last lane. */
export const mostLanes = 4;
/** No farther than this is looked for what hangs together, in blocks either way. */
const farthest = 100;

export interface UnderlineLanes {
  /** The lanes of all annotations that touch a block, from 0. */
  in(block: number): ReadonlyMap<Interval, number>;
  /** Forgets the lanes that a change in these blocks may have moved, and gives the blocks where that is so. */
  touch(blocks: Iterable<number>): ReadonlySet<number>;
}

interface Region {
  /** Indices of its blocks: `[first, end)`. */
  readonly first: number;
  readonly end: number;
  readonly lanes: ReadonlyMap<Interval, number>;
}

export function createUnderlineLanes({ blocks }: Article, intervals: Intervals): UnderlineLanes {
  const regions = new Map<number, Region>();

  const regionOf = (block: number): Region => {
    const known = regions.get(block);
    if (known) return known;
    let first = block;
    let end = block + 1;
    const found = new Set<Interval>();
    for (let looked = -1; looked !== end - first; ) {
      looked = end - first;
      for (let i = first; i < end; i++) for (const interval of intervals.in(i)) found.add(interval);
      for (const interval of found) {
        first = Math.min(first, Math.max(0, block - farthest, lastStartingBy(blocks, interval.start)));
        end = Math.max(end, Math.min(blocks.length, block + farthest, lastStartingBy(blocks, interval.end - 1) + 1));
      }
    }
    const region = { first, end, lanes: lanesOf([...found]) };
    for (let i = first; i < end; i++) regions.set(i, region);
    return region;
  };

  return {
    in: (block) => regionOf(block).lanes,
    touch: (changed) => {
      const touched = new Set<number>();
      const forget = ({ first, end }: Region) => {
        for (let i = first; i < end; i++) {
          regions.delete(i);
          touched.add(i);
        }
      };
      for (const block of changed) {
        const before = regions.get(block);
        if (before) forget(before);
      }
      for (const block of changed) {
        const { first, end } = regionOf(block);
        for (let i = first; i < end; i++) touched.add(i);
      }
      return touched;
    },
  };
}

/** The lowest free lane for each span, the shortest first; the last lane takes all that find none. */
export function lanesOf<S extends Span>(spans: readonly S[]): Map<S, number> {
  const taken: S[][] = Array.from({ length: mostLanes }, () => []);
  const lanes = new Map<S, number>();
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    const free = taken.findIndex((list) => isFree(list, span));
    const lane = free < 0 ? mostLanes - 1 : free;
    lanes.set(span, lane);
    const list = taken[free];
    list?.splice(lastStartingBy(list, span.start) + 1, 0, span);
  }
  return lanes;
}

/** Whether a span overlaps none of a sorted list of spans that do not overlap each other. */
function isFree(list: readonly Span[], span: Span): boolean {
  const at = lastStartingBy(list, span.start);
  return (list[at]?.end ?? 0) <= span.start && (list[at + 1]?.start ?? Number.POSITIVE_INFINITY) >= span.end;
}
