/*
 * What one change of a text does to the spans in it: those before it stay, those behind it move, one around it grows or shrinks with it,
 * and one whose words all go is gone. Spans lie in flat lists of numbers, since this is done at each letter that someone types.
 */

import type { Span } from '../article/article';
import { firstWhere } from '../halving';

/** One replacement in a text; offsets are UTF-16 units of the text before. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A replacement as a part of a larger one that was written over these units of the text before. */
export interface PartialEdit extends TextEdit {
  readonly of?: Span;
}

/** Spans (UTF-16 units) side by side; one that is gone starts at -1. */
export interface Marks {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What `flag` says, of each. */
  readonly flags: Uint8Array;
}

export const flag = {
  /** An edit was made in its words. */
  touched: 1,
  /** Its last words were just written over, and what is typed on at its end belongs to them. */
  open: 2,
  /** Its words were lost and found again by a search. */
  searched: 4,
  /** An edit was made in its words or right beside them, where it may have made one character of two. */
  near: 8,
} as const;

/**
 * The spans after edits of one moment: ascending, apart from each other, in units of the text before.
 * - What is put in between two characters of a span is the span's, at its edge it is not.
 * - What is written over characters of a span alone, but not over all of them, is the span's, and so is what is typed on right behind it.
 * - What is written over more than the span takes from it what it covers; where that is more than half, the span is gone.
 * Each span costs a binary search among the edits and a look at those inside it.
 */
export function carried(marks: Marks, edits: readonly PartialEdit[]): Marks {
  const starts = marks.starts.slice();
  const ends = marks.ends.slice();
  const flags = marks.flags.slice();
  /** How far the edits before the one of this index move what is behind them. */
  const shifts = new Int32Array(edits.length + 1);
  for (const [i, { start, end, text }] of edits.entries()) {
    shifts[i + 1] = (shifts[i] as number) + text.length - (end - start);
  }
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] as number;
    if (start < 0) continue;
    const end = ends[i] as number;
    const first = firstReaching(edits, start);
    const one = { start, end, flags: (flags[i] as number) & ~flag.open };
    const wasOpen = ((flags[i] as number) & flag.open) !== 0;
    let last = first;
    while (last < edits.length && (edits[last] as TextEdit).start <= end) last++;
    if (first < last) {
      one.flags |= flag.near;
      carryOne(one, edits.slice(first, last), wasOpen);
    }
    const shift = shifts[first] as number;
    starts[i] = one.start < 0 ? -1 : one.start + shift;
    ends[i] = one.start < 0 ? -1 : one.end + shift;
    flags[i] = one.flags;
  }
  return { starts, ends, flags };
}

/** A text after ascending edits of one moment. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const edit of edits) {
    pieces.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return pieces.join('') + text.slice(from);
}

/** Whether these edits make `after` of a text: without making it, which costs a copy of all of it at each letter. */
export function isMadeBy(text: string, edits: readonly TextEdit[], after: string): boolean {
  let [from, at] = [0, 0];
  const goesOn = (piece: string): boolean => {
    at += piece.length;
    return after.slice(at - piece.length, at) === piece;
  };
  for (const { start, end, text: written } of edits) {
    if (!goesOn(text.slice(from, start)) || !goesOn(written)) return false;
    from = end;
  }
  return goesOn(text.slice(from)) && at === after.length;
}

interface Carried {
  start: number;
  end: number;
  flags: number;
}

/** Edits from the last to the first, so that those to come still count in units of the text before. */
function carryOne(one: Carried, edits: readonly PartialEdit[], wasOpen: boolean): void {
  const before: Span = { start: one.start, end: one.end };
  let covered = 0;
  for (let i = edits.length - 1; i >= 0; i--) {
    const edit = edits[i] as PartialEdit;
    if (edit.of && !holds(before, edit.of)) {
      covered += Math.max(0, Math.min(edit.end, before.end) - Math.max(edit.start, before.start));
    }
    carryOver(one, edit, wasOpen);
    if (one.start < 0) return;
  }
  if (covered * 2 > before.end - before.start) one.start = -1;
}

function carryOver(one: Carried, edit: TextEdit, wasOpen: boolean): void {
  const { start, end, text } = edit;
  const growth = text.length - (end - start);
  if (start === end) {
    const typedOn = wasOpen && start === one.end;
    if (start <= one.start) shift(one, growth);
    else if (start < one.end || typedOn) {
      one.end += growth;
      one.flags |= flag.touched | (typedOn ? flag.open : 0);
    }
    return;
  }
  if (end <= one.start) shift(one, growth);
  else if (start < one.end) {
    const open = end === one.end && (text.length > 0 || wasOpen);
    if (start <= one.start && end >= one.end) one.start = -1;
    else if (holds(one, edit)) one.end += growth;
    else if (start < one.start) {
      one.start = start + text.length;
      one.end += growth;
    } else one.end = start;
    one.flags |= flag.touched | (open ? flag.open : 0);
  }
}

function shift(one: Carried, growth: number): void {
  one.start += growth;
  one.end += growth;
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The first edit that ends at an offset or behind it. */
export function firstReaching(edits: readonly TextEdit[], offset: number): number {
  return firstWhere(edits.length, (i) => (edits[i] as TextEdit).end >= offset);
}
