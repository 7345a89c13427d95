/*
 * What was really changed between two versions of a text: lines first, then words within what has changed; in scripts without spaces
 * characters. Spans are carried along what neither version changed.
 */

import { diffArrays } from 'diff';
import type { Span } from '../article/article';
import { unspacedScripts } from '../article/script';
import { firstWhere } from '../halving';

/** A stretch `[start, end)` of the old text in whose place `[newStart, newEnd)` of the new one stands; UTF-16 units. */
export interface Difference extends Span {
  readonly newStart: number;
  readonly newEnd: number;
  /**
   * How far it could as well stand to the left or to the right, where text was only put in or taken out: of "a b a b" that became "a b", it is
   * open which "a b" was taken out.
   */
  readonly left: number;
  readonly right: number;
}

type Stretch = Omit<Difference, 'left' | 'right'>;

/** Parts put in and taken out beyond which two stretches are taken for altogether different: the work grows with its square. */
const mostParts = 400;

/**
 * The differences in text order; none where the texts are the same. Linear in the texts, and quadratic in what was changed alone
 * (Myers, 1986, as in the package `diff`), which is bounded.
 */
export function differencesBetween(old: string, now: string): readonly Difference[] {
  const all = wholeLines(trimmed({ start: 0, end: old.length, newStart: 0, newEnd: now.length }, old, now), old);
  const words = byParts(all, old, now, linesOf).flatMap((lines) =>
    byParts(wholeWords(trimmed(lines, old, now), lines, old), old, now, wordsOf),
  );
  return words.map((one, i) => ({ ...one, ...roomOf(one, words[i - 1], words[i + 1], old, now) }));
}

/** The most that is left of words that are not the same. */
const almost = 0.99;

/** From 0 to 1: how much of some words is left in what has become of them, white space aside; a little among much that is new counts less. */
export function shareLeft(words: string, now: string): number {
  if (words === now) return 1;
  const parts = (text: string) => wordsOf(text, 0, text.length);
  const changes = diffArrays(parts(words), parts(now), { maxEditLength: mostParts }) ?? [];
  const letters = (text: string) => text.replaceAll(/\s+/g, '').length;
  const left = letters(changes.flatMap(({ added, removed, value }) => (added || removed ? [] : value)).join(''));
  return Math.min(left / Math.max(1, letters(words)), (2 * left) / Math.max(1, letters(now)), almost);
}

/** A span that was carried along. */
export interface CarriedSpan extends Span {
  /** The differences can be read so, too, that the whole of it was taken out, and a twin of it was left. */
  readonly doubtful: boolean;
}

/**
 * Where a span of the old text stands in the new one: from the first to the last of its characters that are still there, with what was put in
 * between and what stands in the place of words of its own. Undefined where nothing of it is left.
 */
export function carried({ start, end }: Span, differences: readonly Difference[]): CarriedSpan | undefined {
  const first = firstBehind(differences, start);
  const before = differences[first - 1];
  let shift = before ? before.newEnd - before.end : 0;
  let at = start;
  let isLeft = false;
  let doubtful = false;
  const parts: Span[] = [];
  const keep = (to: number) => {
    if (to <= at) return;
    parts.push({ start: at + shift, end: to + shift });
    isLeft = true;
  };
  // One that ends before the span may as well reach into it.
  if (before && mayCover(before, { start, end })) doubtful = true;
  for (let i = first; i < differences.length; i++) {
    const whole = differences[i] as Difference;
    if (whole.start - whole.left >= end) break;
    if (mayCover(whole, { start, end })) doubtful = true;
    const one = apart(whole, { start, end });
    if (one.start >= end) break;
    keep(one.start);
    if (one.start >= start && one.end <= end && isReplacement(one))
      parts.push({ start: one.newStart, end: one.newEnd });
    at = Math.max(at, one.end);
    shift = one.newEnd - one.end;
  }
  keep(end);
  const [from, to] = [parts[0], parts.at(-1)];
  return isLeft && from && to ? { start: from.start, end: to.end, doubtful } : undefined;
}

/** Whether a stretch that was taken out may be one that holds the whole span. */
function mayCover({ start, end, left, right }: Difference, span: Span): boolean {
  const least = Math.max(-left, span.end - end);
  return end - start >= span.end - span.start && least <= Math.min(right, span.start - start);
}

/** The difference moved out of the span where it could as well stand beside it, or else over the whole of it. */
function apart(one: Difference, { start, end }: Span): Stretch {
  const moves = [start - one.end, end - one.start, start - one.start, end - one.end];
  const isRoom = (by: number) => -one.left <= by && by <= one.right;
  const isApart = (by: number) =>
    one.end + by <= start || one.start + by >= end || (one.start + by <= start && one.end + by >= end);
  const by = isApart(0) ? 0 : (moves.find((move) => isRoom(move) && isApart(move)) ?? 0);
  return {
    ...{ start: one.start + by, end: one.end + by },
    ...{ newStart: one.newStart + by, newEnd: one.newEnd + by },
  };
}

/** Whether the new words stand for the old ones, rather than that much was put in where a few were taken out. */
function isReplacement({ start, end, newStart, newEnd }: Stretch): boolean {
  return end > start && newEnd - newStart <= 2 * (end - start) + 16;
}

/** The number of differences that end at or before an offset of the old text. */
function firstBehind(differences: readonly Difference[], offset: number): number {
  return firstWhere(differences.length, (i) => (differences[i] as Difference).end > offset);
}

/** How far a difference can move without a change of what it says, up to its neighbours. */
function roomOf(
  { start, end, newStart, newEnd }: Stretch,
  before: Stretch | undefined,
  behind: Stretch | undefined,
  old: string,
  now: string,
): { readonly left: number; readonly right: number } {
  if (start < end && newStart < newEnd) return { left: 0, right: 0 };
  const [text, from, to] = start < end ? [old, start, end] : [now, newStart, newEnd];
  const most = start - (before?.end ?? 0);
  let left = 0;
  while (left < most && text.charCodeAt(from - left - 1) === text.charCodeAt(to - left - 1)) left++;
  const room = (behind?.start ?? old.length) - end;
  let right = 0;
  while (right < room && text.charCodeAt(from + right) === text.charCodeAt(to + right)) right++;
  return { left, right };
}

/** A difference without what is the same at its beginning and end. */
function trimmed({ start, end, newStart, newEnd }: Stretch, old: string, now: string): Stretch {
  const most = Math.min(end - start, newEnd - newStart);
  const before = sharedLength(most, (at, length) =>
    old.startsWith(now.slice(newStart + at, newStart + at + length), start + at),
  );
  const behind = sharedLength(most - before, (at, length) =>
    old.startsWith(now.slice(newEnd - at - length, newEnd - at), end - at - length),
  );
  return { start: start + before, end: end - behind, newStart: newStart + before, newEnd: newEnd - behind };
}

/** A trimmed difference that cuts no line in two. */
function wholeLines({ start, end, newStart, newEnd }: Stretch, old: string): Stretch {
  if (start === end && newStart === newEnd) return { start, end, newStart, newEnd };
  const before = start === 0 ? 0 : start - (old.lastIndexOf('\n', start - 1) + 1);
  const next = old.indexOf('\n', end);
  const behind = (next < 0 ? old.length : next + 1) - end;
  return { start: start - before, end: end + behind, newStart: newStart - before, newEnd: newEnd + behind };
}

/** Units by which a word that was cut is made whole; longer ones are none, or are in a script without spaces. */
const longestWord = 40;
const inWord = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/** A trimmed difference that cuts no word in two, but stays within the one that was trimmed: "cost" and "lost" are two words. */
function wholeWords(trimmed: Stretch, within: Stretch, old: string): Stretch {
  let before = 0;
  const mostBefore = Math.min(longestWord, trimmed.start - within.start);
  while (before < mostBefore && inWord.test(old[trimmed.start - before - 1] ?? '')) before++;
  let behind = 0;
  const mostBehind = Math.min(longestWord, within.end - trimmed.end);
  while (behind < mostBehind && inWord.test(old[trimmed.end + behind] ?? '')) behind++;
  const { start, end, newStart, newEnd } = trimmed;
  return { start: start - before, end: end + behind, newStart: newStart - before, newEnd: newEnd + behind };
}

/** Up to `most`, how far two texts are the same: compared in great pieces, which an engine does at once, then in ever smaller ones. */
function sharedLength(most: number, isShared: (at: number, length: number) => boolean): number {
  let at = 0;
  for (let length = 4096; length > 0; length = Math.floor(length / 8)) {
    while (at + length <= most && isShared(at, length)) at += length;
  }
  return at;
}

/** A difference as the differences among its parts; itself where they are too many, or it has no parts on one side. */
function byParts(
  whole: Stretch,
  old: string,
  now: string,
  partsOf: (text: string, from: number, to: number) => string[],
): readonly Stretch[] {
  const { start, end, newStart, newEnd } = whole;
  if (start === end && newStart === newEnd) return [];
  if (start === end || newStart === newEnd) return [whole];
  const oldParts = partsOf(old, start, end);
  const newParts = partsOf(now, newStart, newEnd);
  const changes = diffArrays(oldParts, newParts, { comparator: isSame, maxEditLength: mostParts });
  if (!changes) return [whole];
  const found: Stretch[] = [];
  let open: Stretch | undefined;
  const close = () => {
    if (open) found.push(open);
    open = undefined;
  };
  let [at, newAt, i, j] = [start, newStart, 0, 0];
  const step = (oldLength: number, newLength: number) => {
    open = {
      start: open?.start ?? at,
      end: at + oldLength,
      newStart: open?.newStart ?? newAt,
      newEnd: newAt + newLength,
    };
  };
  for (const { added, removed, count } of changes) {
    for (let n = 0; n < count; n++) {
      const oldPart = added ? '' : (oldParts[i++] ?? '');
      const newPart = removed ? '' : (newParts[j++] ?? '');
      // White space that is the same to the comparison may still differ.
      if (oldPart === newPart) close();
      else step(oldPart.length, newPart.length);
      at += oldPart.length;
      newAt += newPart.length;
    }
  }
  close();
  return found;
}

/** Any white space is like any other: a text that was only broken into other lines has the same words. */
const isSame = (a: string, b: string): boolean => a === b || (isSpace(a) && isSpace(b));
const isSpace = (part: string): boolean => /^\s+$/.test(part);

function linesOf(text: string, from: number, to: number): string[] {
  return text.slice(from, to).match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Words, white space, and any other character by itself; characters of scripts without spaces with the marks on them. */
const word = new RegExp(
  String.raw`[${unspacedScripts}]\p{M}*|(?:(?![${unspacedScripts}])[\p{L}\p{N}\p{M}])+|\s+|[^]`,
  'gu',
);

function wordsOf(text: string, from: number, to: number): string[] {
  return text.slice(from, to).match(word) ?? [];
}
