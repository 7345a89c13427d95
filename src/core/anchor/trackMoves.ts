/*
 * Words that are cut and pasted: a deletion and an insertion of the same words, in either order, at one moment or at two, is a move, and the
 * spans that lay whole in the words go along. Only what a person could have moved is followed, never a letter that happens to be typed.
 */
import { firstReaching, flag, type Marks, type TextEdit } from './trackMarks';

/** What was deleted, with the spans that were lost with it: which mark, and where in the words. */
interface Cut {
  readonly words: string;
  readonly lost: readonly { readonly mark: number; readonly from: number; readonly to: number }[];
}

/** What was put in, and where it stands untouched (UTF-16 units of the text now). */
interface Paste {
  readonly words: string;
  readonly start: number;
}

/** What may still turn out to be one half of a move, oldest first. */
export interface Moves {
  readonly cuts: readonly Cut[];
  readonly pastes: readonly Paste[];
}

export const noMoves: Moves = { cuts: [], pastes: [] };

/** Letters and digits that words must have to be taken for the same ones. */
const leastWords = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){6}/u;
/** Halves of moves that are kept of either kind. */
const mostKept = 16;
/** UTF-16 units; longer ones are not kept. */
const longest = 1_000_000;

/**
 * The spans after edits of one moment, where `after` is what the edits alone made of `before`: those that were lost in words that were moved
 * stand where the words stand now; `after` itself where there are none. `edits` as for `carried`, on `text`.
 */
export function followed(
  moves: Moves,
  text: string,
  edits: readonly TextEdit[],
  before: Marks,
  after: Marks,
): { readonly moves: Moves; readonly marks: Marks } {
  const cuts = cutsOf(text, edits, before, after);
  const pastes = pastesOf(edits);
  const older = moves.pastes.flatMap((paste) => carriedPaste(paste, edits));
  if (cuts.length === 0 && pastes.length === 0) {
    const same = older.every((paste, i) => paste === moves.pastes[i]) && older.length === moves.pastes.length;
    return { moves: same ? moves : { ...moves, pastes: older }, marks: after };
  }
  const marks = { starts: after.starts.slice(), ends: after.ends.slice(), flags: after.flags.slice() };
  const known = [...moves.cuts, ...cuts];
  let found = false;
  for (const paste of pastes) found = known.toReversed().some((cut) => moveTo(paste, cut, marks)) || found;
  for (const cut of cuts) found = older.toReversed().some((paste) => moveTo(paste, cut, marks)) || found;
  const kept = { cuts: known.slice(-mostKept), pastes: [...older, ...pastes].slice(-mostKept) };
  return { moves: kept, marks: found ? marks : after };
}

/** The same moves where marks have other numbers now; what is lost of a mark without one cannot come back. */
export function renumbered({ cuts, pastes }: Moves, numberOf: (mark: number) => number | undefined): Moves {
  const kept = cuts.map(({ words, lost }) => ({
    words,
    lost: lost.flatMap(({ mark, from, to }) => {
      const number = numberOf(mark);
      return number === undefined ? [] : [{ mark: number, from, to }];
    }),
  }));
  return { cuts: kept.filter(({ lost }) => lost.length > 0), pastes };
}

function cutsOf(text: string, edits: readonly TextEdit[], before: Marks, after: Marks): Cut[] {
  const lost = new Map<TextEdit, { mark: number; from: number; to: number }[]>();
  for (let mark = 0; mark < before.starts.length; mark++) {
    const start = before.starts[mark] as number;
    const end = before.ends[mark] as number;
    if (start < 0 || (after.starts[mark] as number) >= 0) continue;
    for (let i = firstReaching(edits, start); i < edits.length; i++) {
      const edit = edits[i] as TextEdit;
      if (edit.start > start) break;
      if (edit.end < end) continue;
      const list = lost.get(edit) ?? [];
      list.push({ mark, from: start - edit.start, to: end - edit.start });
      lost.set(edit, list);
      break;
    }
  }
  return [...lost]
    .map(([{ start, end }, lost]) => ({ words: text.slice(start, end), lost }))
    .filter(({ words }) => isEnough(words));
}

function pastesOf(edits: readonly TextEdit[]): Paste[] {
  const pastes: Paste[] = [];
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (isEnough(text)) pastes.push({ words: text, start: start + shift });
    shift += text.length - (end - start);
  }
  return pastes;
}

const isEnough = (words: string): boolean => words.length <= longest && leastWords.test(words);

/** Where it stands after the edits; nowhere once it was edited itself. */
function carriedPaste(paste: Paste, edits: readonly TextEdit[]): readonly Paste[] {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (start >= paste.start + paste.words.length) break;
    if (end > paste.start || (start === end && start > paste.start)) return [];
    shift += text.length - (end - start);
  }
  return [shift === 0 ? paste : { ...paste, start: paste.start + shift }];
}

/** Puts what was lost with the cut, and stands nowhere for sure, where the words were pasted; says whether they were these words. */
function moveTo({ words, start }: Paste, cut: Cut, { starts, ends, flags }: Marks): boolean {
  const shift = alignment(cut.words, words);
  if (shift === undefined) return false;
  let moved = false;
  for (const { mark, from, to } of cut.lost) {
    const isLost = (starts[mark] as number) < 0 || ((flags[mark] as number) & flag.searched) !== 0;
    if (!isLost || shift + from < 0 || shift + to > words.length) continue;
    starts[mark] = start + shift + from;
    ends[mark] = start + shift + to;
    flags[mark] = (flags[mark] as number) & ~(flag.searched | flag.open);
    moved = true;
  }
  return moved;
}

/** The offset among pasted words at which the cut ones begin: one must hold the other, once; white space around them does not count. */
function alignment(cut: string, pasted: string): number | undefined {
  const [inCut, inPasted] = [cut.trim(), pasted.trim()];
  const lead = leadOf(pasted) - leadOf(cut);
  if (inPasted.length >= inCut.length) {
    const at = onlyPlace(inPasted, inCut);
    return at === undefined ? undefined : lead + at;
  }
  const at = onlyPlace(inCut, inPasted);
  return at === undefined ? undefined : lead - at;
}

const leadOf = (words: string): number => words.length - words.trimStart().length;

function onlyPlace(text: string, words: string): number | undefined {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : undefined;
}
