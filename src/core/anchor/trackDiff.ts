/*
 * What a replacement really changed. Formatters, "format on save" and other extensions hand over a whole paragraph or document anew, most
 * of which is as it was; the smallest edits that do the same let the spans in it stay on their words. White space is no word, so a
 * paragraph that is only wrapped in another way keeps all of them.
 */
import type { Span } from '../article/article';
import { type PartialEdit, type TextEdit, withEdits } from './trackMarks';
import { matchedTokens, type Token, tokensOf } from './trackTokens';

/** Changes of fewer units (UTF-16) were typed, and are taken as they are, but for what stands alike at both ends. */
const shortest = 48;

/** So many are a short sentence, which somebody has moved in a text that is handed over whole. */
const leastMoved = 20;

/** Units on either side of a change that are looked at with it. */
const around = 400;

/**
 * The edits that make of `text` what the edits of one moment make of it (ascending, in units of it, as are those given back), apart from each
 * other. Those of a replacement that wrote over something name what it wrote over. An editor that is handed a text whole may tell of it as many
 * edits, cut letter by letter wherever the two texts happen to be alike: they are taken as one, and parted by words.
 */
export function refined(text: string, edits: readonly TextEdit[]): readonly PartialEdit[] {
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last) return [];
  if (!isHandedOver(text, edits)) return edits.flatMap((edit) => asTyped(text, edit) ?? []);
  const from = Math.max(0, first.start - around);
  const before = text.slice(from, last.end + around);
  const after = withEdits(before, shifted(edits, -from));
  const trimmed = withoutCommon(before, { start: 0, end: before.length, text: after });
  if (!trimmed) return [];
  const { start, end, text: written } = withWholeWords(before, after, trimmed);
  const smaller = shifted(editsBetween(before.slice(start, end), written), start);
  const placed = shifted(atBoundaries(before, after, smaller), from);
  if (!edits.some(writesOver)) return placed;
  return placed.map((edit) => ({ ...edit, of: { start: first.start, end: last.end } }));
}

/**
 * Whether this is a text handed over, as a paste or a formatter does it. Several carets all write the same, and where they stand; what moves lines or
 * puts signs around words leaves words whole, where a text that is cut letter by letter does not.
 */
function isHandedOver(text: string, edits: readonly TextEdit[]): boolean {
  const isOne = edits.length === 1;
  if (!isOne && edits.every((edit) => edit.text === edits[0]?.text)) return false;
  const sum = (lengthOf: (edit: TextEdit) => number) => edits.reduce((total, edit) => total + lengthOf(edit), 0);
  const size = Math.max(
    sum((edit) => edit.text.length),
    sum(({ start, end }) => end - start),
  );
  return size >= shortest || (!isOne && size >= leastMoved && edits.some((edit) => cutsWord(text, edit)));
}

const cutsWord = (text: string, { start, end }: Span): boolean =>
  [start, end].some((at) => isOfWord(text[at - 1]) && isOfWord(text[at]));

const writesOver = ({ start, end, text }: TextEdit): boolean => start < end && text !== '';

function asTyped(text: string, edit: TextEdit): PartialEdit | undefined {
  const trimmed = withoutCommon(text, edit);
  return trimmed && writesOver(edit) ? { ...trimmed, of: { start: edit.start, end: edit.end } } : trimmed;
}

/** What differs, with the words whole that it begins and ends in. */
function withWholeWords(before: string, after: string, differs: Span): TextEdit {
  let { start, end } = differs;
  while (start > 0 && isOfWord(before[start - 1])) start--;
  while (end < before.length && isOfWord(before[end])) end++;
  return { start, end, text: after.slice(start, after.length - (before.length - end)) };
}

const isOfWord = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}\p{M}]/u.test(unit);

const shifted = (edits: readonly TextEdit[], by: number): readonly TextEdit[] =>
  edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));

/** A replacement without what stands alike at its ends; undefined where it changes nothing. No pair of units is cut in two. */
function withoutCommon(text: string, { start, end, text: written }: TextEdit): TextEdit | undefined {
  const shorter = Math.min(end - start, written.length);
  let head = 0;
  while (head < shorter && text.charCodeAt(start + head) === written.charCodeAt(head)) head++;
  if (head > 0 && isHigh(written.charCodeAt(head - 1))) head--;
  let tail = 0;
  const most = shorter - head;
  while (tail < most && text.charCodeAt(end - 1 - tail) === written.charCodeAt(written.length - 1 - tail)) tail++;
  if (tail > 0 && isLow(text.charCodeAt(end - tail))) tail--;
  const edit = { start: start + head, end: end - tail, text: written.slice(head, written.length - tail) };
  return edit.start === edit.end && edit.text === '' ? undefined : edit;
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** Words that follow each other in both texts, as indexes of tokens. */
interface Run {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

function editsBetween(before: string, after: string): readonly TextEdit[] {
  const isShort = before.length < shortest || after.length < shortest;
  const old = isShort ? [] : tokensOf(before);
  const now = isShort ? [] : tokensOf(after);
  const edits: TextEdit[] = [];
  let oldEnd = 0;
  let nowEnd = 0;
  const upTo = (oldStart: number, nowStart: number): void => {
    const edit = withoutCommon(before, { start: oldEnd, end: oldStart, text: after.slice(nowEnd, nowStart) });
    if (edit) edits.push(edit);
  };
  for (const run of worthKeeping(runsOf(matchedTokens(old, now)), old, now, before.length, after.length)) {
    for (let i = 0; i < run.length; i++) {
      const [was, is] = [old[run.old + i] as Token, now[run.now + i] as Token];
      upTo(was.start, is.start);
      oldEnd = was.end;
      nowEnd = is.end;
    }
  }
  upTo(before.length, after.length);
  return edits;
}

/** `matches`: the index of the same token in the other text, or -1. */
function runsOf(matches: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < matches.length; i++) {
    const now = matches[i] as number;
    if (now < 0) continue;
    let length = 1;
    while (i + length < matches.length && matches[i + length] === now + length) length++;
    runs.push({ old: i, now, length });
    i += length - 1;
  }
  return runs;
}

/**
 * Without runs that are shorter than what changed on either side of them: two texts on one matter share "of the" and "in the" all over,
 * which says nothing (the semantic clean-up of diff-match-patch, N. Fraser 2006).
 */
function worthKeeping(
  runs: readonly Run[],
  old: readonly Token[],
  now: readonly Token[],
  oldLength: number,
  nowLength: number,
): readonly Run[] {
  let kept = runs;
  for (;;) {
    const next: Run[] = [];
    for (const [i, run] of kept.entries()) {
      const previous = next.at(-1);
      const following = kept[i + 1];
      const size = endOf(old, run.old, run) - startOf(old, run.old);
      const before = Math.max(
        startOf(old, run.old) - (previous ? endOf(old, previous.old, previous) : 0),
        startOf(now, run.now) - (previous ? endOf(now, previous.now, previous) : 0),
      );
      const after = Math.max(
        (following ? startOf(old, following.old) : oldLength) - endOf(old, run.old, run),
        (following ? startOf(now, following.now) : nowLength) - endOf(now, run.now, run),
      );
      if (size > before || size > after) next.push(run);
    }
    if (next.length === kept.length) return next;
    kept = next;
  }
}

const startOf = (tokens: readonly Token[], index: number): number => tokens[index]?.start ?? 0;
const endOf = (tokens: readonly Token[], index: number, { length }: Run): number =>
  tokens[index + length - 1]?.end ?? 0;

/**
 * What is only put in, or only taken out, between words that begin or end alike may stand at several places: before "The port" or after its "The", if
 * it begins with "The" as well. Each goes where lines, sentences or words meet (the lossless clean-up of diff-match-patch, N. Fraser 2006), so
 * that a paragraph put in before a span does not come into it.
 */
function atBoundaries(before: string, after: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  /** How much longer the text after is, up to an edit; and where the edit before it ends. */
  let longer = 0;
  let passed: number | undefined;
  return edits.map(({ start, end, text }, i) => {
    const next = edits[i + 1]?.start;
    // One unit stays between two edits.
    const left = passed === undefined ? start : start - passed - 1;
    const right = next === undefined ? before.length - end : next - end - 1;
    let by = 0;
    if (start === end) by = slide(after, start + longer, text.length, left, right);
    else if (text === '') by = slide(before, start, end - start, left, right);
    const at = start + by + longer;
    const edit = { start: start + by, end: end + by, text: start === end ? after.slice(at, at + text.length) : text };
    longer += text.length - (end - start);
    passed = edit.end;
    return edit;
  });
}

/** How far to move a stretch within the text that has it, at most so far to either side, so that its ends are the best boundaries. */
function slide(whole: string, start: number, length: number, left: number, right: number): number {
  const weigh = (by: number) => boundaryAt(whole, start + by) + boundaryAt(whole, start + by + length);
  let best = { by: 0, weight: weigh(0) };
  const consider = (by: number) => {
    const weight = weigh(by);
    if (weight > best.weight) best = { by, weight };
  };
  for (let by = 1; by <= right && whole[start + by - 1] === whole[start + by - 1 + length]; by++) consider(by);
  for (let by = -1; by >= -left && whole[start + by] === whole[start + by + length]; by--) consider(by);
  return best.by;
}

/** How good a boundary a place is: of lines, sentences, words, or none. */
function boundaryAt(whole: string, index: number): number {
  if (index <= 0 || index >= whole.length) return 5;
  const [previous, next] = [whole[index - 1] as string, whole[index] as string];
  if (previous === '\n') return 5;
  if (next === '\n') return 4;
  const isSpaced = /\s/.test(previous);
  if (/[.!?]/.test(isSpaced ? (whole[index - 2] ?? '') : '') || /[。！？]/.test(previous)) return 3;
  if (isSpaced || /\s/.test(next)) return 2;
  if (isHigh(previous.charCodeAt(0)) && isLow(next.charCodeAt(0))) return -10;
  return isOfWord(previous) && isOfWord(next) ? 0 : 1;
}
