/* Where all tracked spans of an article stand at one of its texts: what a change of the text makes anew, and an undo brings back. */
import { graphemeEnd, graphemeStart } from '../annotation/graphemes';
import type { Annotation, Selector } from '../annotation/model';
import { type Placement, placementStatuses } from '../annotation/placement';
import type { Span } from '../article/article';
import { flag, type Marks } from './trackMarks';
import type { Moves } from './trackMoves';

/** An annotation whose spans are tracked: `count` marks from `first` on, in the order of the recorded offsets. */
export interface TrackedEntry {
  readonly id: string;
  /** What is recorded of it, as it was last told. */
  readonly recorded: readonly Selector[];
  readonly first: number;
  readonly count: number;
  /** The same for as long as it is about the same words; another one once a person or another program gave it others. */
  readonly key: object;
  /** Whether its words have been recorded anew since the tracking began. */
  readonly renewed: boolean;
}

export interface State {
  readonly entries: readonly TrackedEntry[];
  readonly marks: Marks;
  /** Of each entry, as an index into `placementStatuses`. */
  readonly statuses: Uint8Array;
  readonly moves: Moves;
}

type Spans = Pick<State, 'marks' | 'statuses'>;

/** Indexes into `placementStatuses`. */
export const [exact, moved, drifted, orphan, unstated] = [0, 1, 2, 3, 4] as const;

/** One for each annotation with an id of its own; the first of two with the same counts. */
export function entriesOf(annotations: readonly Annotation[]): TrackedEntry[] {
  const entries: TrackedEntry[] = [];
  const seen = new Set<string>();
  let first = 0;
  for (const { id, spans: recorded } of annotations) {
    if (seen.has(id)) continue;
    seen.add(id);
    entries.push({ id, recorded, first, count: recorded.length, key: {}, renewed: false });
    first += recorded.length;
  }
  return entries;
}

/** The numbers of what is recorded in the order of its offsets, which is that of the marks and of placements. */
export function recordedOrder(recorded: readonly Selector[]): readonly number[] {
  const numbers = recorded.map((_, number) => number);
  if (numbers.length < 2) return numbers;
  return numbers.sort((a, b) => (recorded[a]?.start ?? 0) - (recorded[b]?.start ?? 0));
}

export function noSpans(entries: readonly TrackedEntry[]): Spans {
  const last = entries.at(-1);
  const size = last ? last.first + last.count : 0;
  const marks = {
    starts: new Int32Array(size).fill(-1),
    ends: new Int32Array(size).fill(-1),
    flags: new Uint8Array(size),
  };
  return { marks, statuses: new Uint8Array(entries.length).fill(orphan) };
}

export function copyOf({ marks: { starts, ends, flags }, statuses }: Spans): Spans {
  return {
    marks: { starts: starts.slice(), ends: ends.slice(), flags: flags.slice() },
    statuses: statuses.slice(),
  };
}

/** Writes into `state`, which nobody else has yet, where a placement says that the entry of index `i` stands. */
export function put(state: State, i: number, placement: Placement | undefined, flags = 0): void {
  const { recorded, first, count } = state.entries[i] as TrackedEntry;
  const { marks, statuses } = state;
  statuses[i] = placement ? placementStatuses.indexOf(placement.status) : count === 0 ? unstated : orphan;
  let next = 0;
  for (const [k, number] of recordedOrder(recorded).entries()) {
    const span = placement?.lost?.includes(number) ? undefined : placement?.spans[next++];
    marks.starts[first + k] = span?.start ?? -1;
    marks.ends[first + k] = span?.end ?? -1;
    marks.flags[first + k] = flags;
  }
}

/** Writes into `to`, which nobody else has yet, where an entry stands in another state; `without`: flags that are not taken over. */
export function copyEntry(from: State, i: number, to: State, j: number, without = 0): void {
  const [{ first }, { first: target, count }] = [from.entries[i] as TrackedEntry, to.entries[j] as TrackedEntry];
  to.statuses[j] = from.statuses[i] as number;
  for (let k = 0; k < count; k++) {
    to.marks.starts[target + k] = from.marks.starts[first + k] as number;
    to.marks.ends[target + k] = from.marks.ends[first + k] as number;
    to.marks.flags[target + k] = (from.marks.flags[first + k] as number) & ~without;
  }
}

/** How many fragments of an entry are there. */
export function fragmentsLeft({ starts }: Marks, { first, count }: TrackedEntry): number {
  let left = 0;
  for (let mark = first; mark < first + count; mark++) if ((starts[mark] as number) >= 0) left++;
  return left;
}

/** Whether the entry of index `i` is lost, in part or as a whole, or not surely in its place. */
export function isUnsettled({ entries, marks, statuses }: State, i: number): boolean {
  if (statuses[i] === orphan || statuses[i] === drifted) return true;
  const entry = entries[i] as TrackedEntry;
  return fragmentsLeft(marks, entry) < entry.count;
}

/** The statuses of all entries once their marks have become others. */
export function statusesAfter({ entries, marks: before, statuses }: State, marks: Marks): Uint8Array {
  return statuses.map((status, i) => {
    const entry = entries[i] as TrackedEntry;
    if (standsAs(before, marks, entry)) return status;
    const left = fragmentsLeft(marks, entry);
    if (left === 0) return orphan;
    if (left < entry.count) return drifted;
    return status === drifted && fragmentsLeft(before, entry) === entry.count ? drifted : moved;
  });
}

function standsAs(before: Marks, now: Marks, { first, count }: TrackedEntry): boolean {
  for (let mark = first; mark < first + count; mark++) {
    if (before.starts[mark] !== now.starts[mark] || before.ends[mark] !== now.ends[mark]) return false;
  }
  return true;
}

/** The entries of now where they stood at a text that is back; those that were not there then stand as they do now. */
export function restored(known: State, now: State): State {
  if (known.entries === now.entries) return known;
  const byKey = new Map(known.entries.map((entry, i) => [entry.key, i]));
  const state = { ...now, ...copyOf(now) };
  for (const [i, { key, renewed }] of now.entries.entries()) {
    const old = byKey.get(key);
    if (old === undefined) continue;
    copyEntry(known, old, state, i);
    // Its words are not the ones that are recorded by now.
    if (renewed && state.statuses[i] === exact) state.statuses[i] = moved;
  }
  return state;
}

/** The span of a mark that is there, widened to whole characters as people see them, which an edit at its edge may have made. */
export function wholeSpan(text: string, { starts, ends, flags }: Marks, mark: number): Span {
  const span = { start: starts[mark] as number, end: ends[mark] as number };
  if (((flags[mark] as number) & flag.near) === 0) return span;
  return { start: graphemeStart(text, span.start), end: graphemeEnd(text, span.end) };
}
