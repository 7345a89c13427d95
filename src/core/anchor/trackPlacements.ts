/*
 * Tracked spans as placements. Someone who types moves nearly all annotations of a long article with each letter, and hardly any of them is looked
 * at before the next one: so a placement is made when it is asked for, and what only asks where annotations stand gets the numbers.
 */
import {
  type Placement,
  type PlacementStatus,
  type Placements,
  placementStatuses,
  type SpanColumns,
} from '../annotation/placement';
import { sameSpans } from '../annotation/spans';
import type { Span } from '../article/article';
import * as l10n from '../l10n';
import { drifted, recordedOrder, type State, type TrackedEntry, wholeSpan } from './trackState';

/** Where entries stand in a text. */
type Standing = Pick<State, 'entries' | 'marks' | 'statuses'> & { readonly text: string };

/**
 * Where everything stands now. What is as it was in `before`, or as a search has `found` it, is the same object; the spans of words that
 * were edited are widened to whole characters as people see them.
 */
export function placementsNow(standing: Standing, before: Placements, found?: Placements): Placements {
  if (!found) return new TrackedPlacements(standing, before instanceof TrackedPlacements ? before.made : before);
  const placements = new Map<string, Placement>();
  for (const [i, { id }] of standing.entries.entries()) {
    placements.set(id, placementOf(standing, i, before.get(id), found.get(id)));
  }
  return placements;
}

/** Makes each placement once, when it is first asked for; lives as long as somebody shows it. */
class TrackedPlacements implements ReadonlyMap<string, Placement> {
  readonly #standing: Standing;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #made = new Map<string, Placement>();
  /** Those of an earlier text, as far as they were made; given up once all are made here. */
  #before: Placements | undefined;

  constructor({ text, entries, marks, statuses }: Standing, before: Placements) {
    this.#standing = { text, entries, marks, statuses };
    this.#numbers = numbersOf(entries);
    this.#before = before;
  }

  /** What was made of these so far, or before: nothing in it is made by asking. */
  get made(): Placements {
    return this.#before ?? this.#made;
  }

  get size(): number {
    return this.#numbers.size;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  get(id: string): Placement | undefined {
    const known = this.#made.get(id);
    if (known) return known;
    const i = this.#numbers.get(id);
    if (i === undefined) return undefined;
    const placement = placementOf(this.#standing, i, this.#before?.get(id));
    this.#made.set(id, placement);
    if (this.#made.size === this.size) this.#before = undefined;
    return placement;
  }

  columns(): SpanColumns {
    return columnsIn(this.#standing);
  }

  forEach(visit: (placement: Placement, id: string, placements: ReadonlyMap<string, Placement>) => void): void {
    for (const [id, placement] of this) visit(placement, id, this);
  }

  keys(): MapIterator<string> {
    return this.#numbers.keys();
  }

  *values(): Generator<Placement, undefined> {
    for (const id of this.keys()) yield this.get(id) as Placement;
  }

  *entries(): Generator<[string, Placement], undefined> {
    for (const id of this.keys()) yield [id, this.get(id) as Placement];
  }

  [Symbol.iterator](): Generator<[string, Placement], undefined> {
    return this.entries();
  }
}

const numbersKept = new WeakMap<readonly TrackedEntry[], ReadonlyMap<string, number>>();

/** The index of each entry by its id; made once for all texts that the same entries are carried through. */
function numbersOf(entries: readonly TrackedEntry[]): ReadonlyMap<string, number> {
  let numbers = numbersKept.get(entries);
  if (!numbers) {
    numbers = new Map(entries.map(({ id }, i) => [id, i]));
    numbersKept.set(entries, numbers);
  }
  return numbers;
}

function columnsIn({ text, entries, marks }: Standing): SpanColumns {
  const owners = new Int32Array(marks.starts.length);
  const starts = new Int32Array(marks.starts.length);
  const ends = new Int32Array(marks.starts.length);
  let size = 0;
  for (const [i, { first, count }] of entries.entries()) {
    for (let mark = first; mark < first + count; mark++) {
      if ((marks.starts[mark] as number) < 0) continue;
      const span = wholeSpan(text, marks, mark);
      owners[size] = i;
      starts[size] = span.start;
      ends[size++] = span.end;
    }
  }
  const ids = [...numbersOf(entries).keys()];
  return { ids, owners: owners.subarray(0, size), starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

/** Where the entry of index `i` stands; `known` or `searched`, where that says just this. */
function placementOf(standing: Standing, i: number, known: Placement | undefined, searched?: Placement): Placement {
  const { entries, marks, statuses } = standing;
  const entry = entries[i] as TrackedEntry;
  const status = placementStatuses[statuses[i] as number] as PlacementStatus;
  const spans = shownSpans(standing, entry);
  for (const one of [searched, known]) if (one?.status === status && sameSpans(one.spans, spans)) return one;
  const why = reasonOf(status);
  const placement = { status, spans, score: status === 'orphan' ? 0 : 1, ...(why !== undefined && { why }) };
  if (statuses[i] !== drifted) return placement;
  const old = known?.status === 'drifted' ? known : { score: 0.5, why };
  const lost = recordedOrder(entry.recorded).filter((_, k) => (marks.starts[entry.first + k] as number) < 0);
  return {
    status,
    spans,
    score: old.score,
    ...(old.why !== undefined && { why: old.why }),
    ...(lost.length > 0 && { lost }),
  };
}

function reasonOf(status: PlacementStatus): string | undefined {
  switch (status) {
    case 'moved':
      return l10n.t('The text around it or its words were edited, and it went along.');
    case 'drifted':
      return l10n.t('Some of its words were deleted.');
    case 'orphan':
      return l10n.t('Its words were deleted.');
    default:
      return undefined;
  }
}

/** In text order. */
function shownSpans({ text, marks }: Standing, { first, count }: TrackedEntry): Span[] {
  const spans: Span[] = [];
  for (let mark = first; mark < first + count; mark++) {
    if ((marks.starts[mark] as number) >= 0) spans.push(wholeSpan(text, marks, mark));
  }
  return spans.length > 1 ? spans.sort((a, b) => a.start - b.start || a.end - b.end) : spans;
}
