/*
 * Which annotations stand at a place, asked at every move of caret and pointer: an interval tree over all placed spans, laid out in
 * arrays sorted by start with the greatest end of every subtree beside it (Cormen et al., "Introduction to Algorithms", interval
 * trees). Built in O(n log n) once per placements; a question costs O(log n + answers).
 */

import type { Span } from '../article/article';
import { compareSpans } from '../article/ranges';
import { columnsOf, type Placements } from './placement';

/** Offsets are UTF-16 units of the canonical text; answers are annotation ids, each once, smallest annotation first. */
export interface SpanIndex {
  /** The annotations on the character that starts at the offset. */
  readonly at: (offset: number) => readonly string[];
  /** The same for a caret: where none is on the next character, those that end right before it. */
  readonly atCaret: (offset: number) => readonly string[];
  /** The annotations that have just these words as a whole or as a fragment. */
  readonly on: (span: Span) => readonly string[];
  /** The annotations that have a character in common with the range, in text order instead; for an empty range those around it. */
  readonly within: (range: Span) => readonly string[];
}

interface Entry extends Span {
  readonly id: string;
  /** Length of all fragments of its annotation. */
  readonly size: number;
  /** Place in the list of annotations, so that equals come in a stable order. */
  readonly rank: number;
}

const indexes = new WeakMap<Placements, SpanIndex>();

/** The index of these placements; built once, kept as long as they are. */
export function spanIndexOf(placements: Placements): SpanIndex {
  const known = indexes.get(placements);
  if (known) return known;
  const index = spanIndex(placements);
  indexes.set(placements, index);
  return index;
}

function spanIndex(placements: Placements): SpanIndex {
  const { ids, owners, starts, ends } = columnsOf(placements);
  const sizes = new Float64Array(ids.length);
  for (let i = 0; i < owners.length; i++) {
    const rank = owners[i] as number;
    sizes[rank] = (sizes[rank] as number) + (ends[i] as number) - (starts[i] as number);
  }
  const entries: Entry[] = [];
  for (let i = 0; i < owners.length; i++) {
    const [rank, start, end] = [owners[i] as number, starts[i] as number, ends[i] as number];
    if (start < end) entries.push({ id: ids[rank] as string, start, end, size: sizes[rank] as number, rank });
  }
  entries.sort((a, b) => compareSpans(a, b) || a.rank - b.rank);
  const greatestEnd = new Float64Array(entries.length);
  fill(entries, greatestEnd, 0, entries.length);

  const overlapping = (start: number, end: number): Entry[] => {
    const found: Entry[] = [];
    collect(entries, greatestEnd, 0, entries.length, start, end, found);
    return found;
  };
  const at = (offset: number): string[] => idsOf(overlapping(offset, offset + 1).sort(bySize));
  return {
    at,
    atCaret: (offset) => {
      const here = at(offset);
      return here.length > 0 ? here : at(offset - 1);
    },
    on: (span) =>
      idsOf(overlapping(span.start, span.end).filter(({ start, end }) => start === span.start && end === span.end)),
    within: ({ start, end }) => idsOf(overlapping(start, Math.max(end, start + 1))),
  };
}

/** The middle entry is a subtree's root; returns the greatest end in `[from, to)`. */
function fill(entries: readonly Entry[], greatestEnd: Float64Array, from: number, to: number): number {
  if (from >= to) return Number.NEGATIVE_INFINITY;
  const middle = (from + to) >> 1;
  const greatest = Math.max(
    entries[middle]?.end ?? 0,
    fill(entries, greatestEnd, from, middle),
    fill(entries, greatestEnd, middle + 1, to),
  );
  greatestEnd[middle] = greatest;
  return greatest;
}

/** The entries of `[from, to)` that overlap `[start, end)`, in their order. */
function collect(
  entries: readonly Entry[],
  greatestEnd: Float64Array,
  from: number,
  to: number,
  start: number,
  end: number,
  found: Entry[],
): void {
  if (from >= to) return;
  const middle = (from + to) >> 1;
  if ((greatestEnd[middle] ?? 0) <= start) return;
  collect(entries, greatestEnd, from, middle, start, end, found);
  const entry = entries[middle];
  if (entry && entry.start < end) {
    if (entry.end > start) found.push(entry);
    collect(entries, greatestEnd, middle + 1, to, start, end, found);
  }
}

const bySize = (a: Entry, b: Entry): number => a.size - b.size || b.start - a.start || a.rank - b.rank;

const idsOf = (entries: readonly Entry[]): string[] => [...new Set(entries.map((entry) => entry.id))];
