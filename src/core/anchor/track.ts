/*
 * Spans that live with their text: placed once from what is recorded, then carried through every change of the text, so that words need
 * not be searched while someone writes. What an edit destroys is searched for when the edit settles; what an undo brings back stands
 * again where it stood.
 */
import { sameValue } from '../annotation/edit';
import type { Annotation } from '../annotation/model';
import type { Placements } from '../annotation/placement';
import type { Span } from '../article/article';
import { refined } from './trackDiff';
import { carried, flag, type PartialEdit, type TextEdit, withEdits } from './trackMarks';
import { followed, noMoves, renumbered } from './trackMoves';
import { type Fingerprint, fingerprintOf, type Past, recalled, remembering } from './trackPast';
import {
  copyEntry,
  copyOf,
  entriesOf,
  exact,
  fragmentsLeft,
  isUnsettled,
  moved,
  noSpans,
  put,
  recordedOrder,
  restored,
  type State,
  statusesAfter,
  type TrackedEntry,
  wholeSpan,
} from './trackState';

export interface Tracking extends State {
  /** The canonical text. */
  readonly text: string;
  readonly print: Fingerprint;
  readonly past: Past<State>;
}

/** Begins with the places that words were found at. The first of two annotations with one id counts. */
export function track(text: string, annotations: readonly Annotation[], placements: Placements): Tracking {
  const entries = entriesOf(annotations);
  const state = { entries, ...noSpans(entries), moves: noMoves };
  for (const [i, { id }] of entries.entries()) put(state, i, placements.get(id));
  return { ...state, text, print: fingerprintOf(text), past: [] };
}

/**
 * The spans after a change of the text to `after`. `edits` are told one after the other, each in units of the text that the one before left;
 * the one of an undo or redo brings a text back that was there before, and with it all spans as they stood.
 */
export function tracked(
  tracking: Tracking,
  edits: readonly TextEdit[],
  after: string,
  { isUndo }: { readonly isUndo: boolean },
): Tracking {
  const { text, entries, marks, statuses, moves } = tracking;
  if (after === text) return tracking;
  const print = fingerprintOf(after);
  const past = remembering(tracking.past, {
    print: tracking.print,
    state: { entries, marks, statuses, moves },
    numbers: 3 * marks.starts.length + entries.length,
  });
  const known = recalled(past, print);
  const { state, hasFollowed } = stateAfter(tracking, edits);
  // What is typed again as it was is the same again, unless words were moved: of two that read alike it would not be known which.
  const next = known && (isUndo || !hasFollowed) ? restored(known, state) : state;
  return { ...next, text: after, print, past };
}

function stateAfter(
  tracking: Tracking,
  edits: readonly TextEdit[],
): { readonly state: State; readonly hasFollowed: boolean } {
  let { marks, moves, text } = tracking;
  let hasFollowed = false;
  let parts: readonly PartialEdit[] = [];
  for (const batch of batchesOf(edits)) {
    text = withEdits(text, parts);
    parts = refined(text, batch);
    const after = carried(marks, parts);
    const found = followed(moves, text, parts, marks, after);
    hasFollowed ||= found.marks !== after;
    ({ marks, moves } = found);
  }
  const statuses = statusesAfter(tracking, marks);
  return { state: { entries: tracking.entries, marks, statuses, moves }, hasFollowed };
}

/** Edits that were told one after the other, as lists of edits of one moment, each ascending. */
function batchesOf(edits: readonly TextEdit[]): TextEdit[][] {
  const batches: TextEdit[][] = [];
  for (const edit of edits) {
    const batch = batches.at(-1);
    if (batch?.[0] && edit.end <= batch[0].start) batch.unshift(edit);
    else batches.push([edit]);
  }
  return batches;
}

/** Whether words have to be searched: of an annotation that is lost, in part or as a whole, or not surely in its place. */
export function hasUnsettled(tracking: Tracking): boolean {
  return tracking.entries.some((_, i) => isUnsettled(tracking, i));
}

/** Takes over what a search found of the annotations that are lost or doubtful: `found` is where `place.ts` puts them in this text. */
export function settled(tracking: Tracking, found: Placements): Tracking {
  const state = { ...tracking, ...copyOf(tracking) };
  for (const [i, entry] of tracking.entries.entries()) {
    const placement = isUnsettled(tracking, i) ? found.get(entry.id) : undefined;
    if (!placement || placement.spans.length === 0) continue;
    const left = fragmentsLeft(tracking.marks, entry);
    if (placement.spans.length > left || placement.spans.length === entry.count)
      put(state, i, placement, flag.searched);
  }
  return state;
}

/**
 * The same text with other annotations: those that were tracked and are about the same words keep their spans, the others are placed as
 * `placements` says. Of the annotations in `renewed` the words are recorded anew as they stand.
 */
export function withAnnotations(
  tracking: Tracking,
  annotations: readonly Annotation[],
  placements: Placements,
  renewed: ReadonlySet<string> = new Set(),
): Tracking {
  const known = new Map(tracking.entries.map((entry, i) => [entry.id, { entry, i }] as const));
  const entries = entriesOf(annotations).map((entry): TrackedEntry => {
    const old = known.get(entry.id)?.entry;
    if (!old || old.count !== entry.count) return entry;
    const isRenewed = renewed.has(entry.id);
    if (!isRenewed && !sameValue(old.recorded, entry.recorded)) return entry;
    return { ...entry, key: old.key, renewed: old.renewed || isRenewed };
  });
  const state = { entries, ...noSpans(entries), moves: noMoves };
  const numbers = new Map<number, number>();
  for (const [i, entry] of entries.entries()) {
    const old = known.get(entry.id);
    if (old?.entry.key !== entry.key) put(state, i, placements.get(entry.id));
    else copyEntry(tracking, old.i, state, i, renewed.has(entry.id) ? flag.touched : 0);
    if (old?.entry.key !== entry.key) continue;
    for (let k = 0; k < entry.count; k++) numbers.set(old.entry.first + k, entry.first + k);
  }
  return { ...tracking, ...state, moves: renumbered(tracking.moves, (mark) => numbers.get(mark)) };
}

/** An annotation whose words were edited, with the span of each of its fragments as they are numbered in what is recorded. */
export interface Reworded {
  readonly id: string;
  readonly spans: readonly Span[];
}

/**
 * The annotations whose words are others than the recorded ones because they were edited here, and which stand surely in their place. What
 * was found with other words from the beginning is a matter for the analyst, and white space is no word.
 */
export function reworded({ text, entries, marks, statuses }: Tracking): Reworded[] {
  return entries.flatMap(({ id, recorded, first, renewed }, i): Reworded[] => {
    if (statuses[i] !== exact && statuses[i] !== moved) return [];
    const spans: Span[] = [];
    let isOther = false;
    for (const [k, number] of recordedOrder(recorded).entries()) {
      const span = wholeSpan(text, marks, first + k);
      spans[number] = span;
      const isWidened = span.end - span.start > (marks.ends[first + k] as number) - (marks.starts[first + k] as number);
      const wasEdited = renewed || isWidened || ((marks.flags[first + k] as number) & flag.touched) !== 0;
      if (wasEdited && wordsOf(text.slice(span.start, span.end)) !== wordsOf(recorded[number]?.quote ?? ''))
        isOther = true;
    }
    return isOther ? [{ id, spans }] : [];
  });
}

const wordsOf = (words: string): string => words.replace(/\s+/g, ' ').trim();
