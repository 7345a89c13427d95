/*
 * Which line of a saved page is the article's title. No single sign is sure, so candidates are weighed: the page's data names it, it
 * is repeated (also glued to the first paragraph), byline or date or a standfirst follow, it stands apart, the text is near.
 */

import { readNames } from '../byline';
import { findDate } from '../dates';
import { readHeadLine } from '../headLine';
import { hasCredit } from '../passages';
import { introduces } from './note';
import type { Page, Piece } from './pieces';
import { isOwnProse, sameInAnyCase } from './pieces';
import { barredEntries } from './signs';

export interface Title {
  readonly index: number;
  /** Later pieces that begin with the title, its first sentence glued on; `length` is that of the title in UTF-16 units. */
  readonly glued: readonly number[];
  readonly length: number;
}

const farthest = 120;
const sure = 4.5;

/** The title of a page, or undefined where no line is surely one. */
export function findTitle(page: Page): Title | undefined {
  const { pieces } = page;
  const text = firstText(pieces);
  let best: (Title & { readonly score: number }) | undefined;
  const from = Math.max(0, text - farthest);
  for (let i = text; i >= from; i--) {
    const candidate = weigh(page, i, text);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best && best.score >= sure ? best : undefined;
}

/** The first piece of running text: long, or sentences of some length with more of them after. */
export function firstText(pieces: readonly Piece[]): number {
  const isText = (piece: Piece | undefined, words: number): boolean =>
    piece !== undefined && isOwnProse(piece) && piece.passage.marker === undefined && piece.passage.words >= words;
  const long = pieces.findIndex(
    (piece, i) => isText(piece, 40) || (isText(piece, 20) && (isText(pieces[i + 1], 20) || isText(pieces[i + 2], 20))),
  );
  if (long >= 0) return long;
  const any = pieces.findIndex((piece) => isText(piece, 0));
  return any >= 0 ? any : pieces.length - 1;
}

function weigh(page: Page, i: number, firstProse: number): (Title & { readonly score: number }) | undefined {
  const { pieces, data, names } = page;
  const { passage, sign } = pieces[i] as Piece;
  const { text, words } = passage;
  const named = data.title !== undefined && sameInAnyCase(data.title, text);
  if (sign !== undefined || text.length > 260 || words > 34 || (words < 2 && text.length < 4 && !named))
    return undefined;
  if ((passage.marker !== undefined && !named) || !/\p{L}{2}|\p{Lo}/u.test(text) || barredEntries(text))
    return undefined;
  if (/[,;，；]$/u.test(text) || readHeadLine(text) || hasCredit(text) || namesPage(pieces, i)) return undefined;
  const glued = gluedTo(pieces, i);
  const next = pieces.slice(i + 1).find((piece) => piece.sign === undefined);
  const after = pieces[i + 1]?.passage;
  let score = Math.min(words, 8) * 0.4;
  if (named) score += 8;
  if (glued.length > 0) score += 8;
  if (words >= 3 && isRepeated(pieces, i)) score += 4;
  const follows = pieces.slice(i + 1, i + 6).findIndex(isHeadLine);
  if (follows >= 0) score += follows === 0 ? 4 : 3;
  else if (pieces.slice(Math.max(0, i - 3), i).some(isHeadLine)) score += 0.5;
  if (pieces.slice(Math.max(0, i - 3), i).some(isPath)) score += 2;
  if (next?.passage.prose) score += 2;
  else if (next !== undefined && next.passage.words >= 14) score += 2;
  if (words > 16) score -= (words - 16) * 0.4;
  if (followsTitle(pieces[i - 1])) score -= 1.5;
  if (passage.gap > 0) score += 1;
  if ((after?.gap ?? 1) > 0) score += 1;
  if (words >= 4 && isTitleCase(text)) score += 1;
  if (/[.:：。]$/u.test(text)) score -= 2;
  if (/\p{Ll}{3}\. \p{Lu}/u.test(text) || findDate(text)?.iso !== undefined) score -= 2;
  if (passage.prose) score -= 1.5;
  if (!named && names.some((name) => name === text)) score -= 5;
  // In the middle of lines that follow each other closely it is more likely an entry among entries.
  if (entriesAround(pieces, i) >= 3) score -= 2;
  if (isNames(pieces, text)) score -= 4;
  if (i < firstProse) {
    const between = pieces.slice(i + 1, firstProse).filter((piece) => isOther(piece));
    score -= Math.min(6, between.length * 0.4);
  }
  return { index: i, glued, length: text.length, score };
}

/** "Title | Outlet", as a browser's tab shows it, when the title itself follows. */
function namesPage(pieces: readonly Piece[], i: number): boolean {
  const title = /^(.{4,}?)\s+[|｜–—-]\s+\S/u.exec((pieces[i] as Piece).passage.text)?.[1];
  return title !== undefined && pieces.slice(i + 1, i + 60).some(({ passage }) => passage.text === title);
}

/** What stands between a title and the text without a reason to: neither byline nor date, nor list, nor furniture, nor a count. */
function isOther({ passage, sign }: Piece): boolean {
  return (
    sign === undefined && passage.marker === undefined && /\p{L}/u.test(passage.text) && !readHeadLine(passage.text)
  );
}

/** English titles capitalise nearly every word of some length. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}'’]{3,}/gu) ?? [];
  return words.length >= 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.8;
}

function isHeadLine({ passage }: Piece): boolean {
  if (passage.prose) return false;
  return readHeadLine(passage.text) !== undefined || (passage.words <= 12 && findDate(passage.text)?.iso !== undefined);
}

/** Under a line that may be a title itself, a candidate is more likely its standfirst. */
function followsTitle(before: Piece | undefined): boolean {
  if (!before || before.sign !== undefined || before.passage.marker !== undefined || before.passage.prose) return false;
  return before.passage.words >= 4 && before.passage.words <= 16 && !isHeadLine(before);
}

/** The path of links that ends at this page: what it leads to stands right under it. */
function isPath({ passage, sign }: Piece): boolean {
  return sign?.label === 'menu' && /[>›»→]/.test(passage.text);
}

/** How many short lines stand together without a blank one between, this one among them; counts up to five. */
function entriesAround(pieces: readonly Piece[], i: number): number {
  let first = i;
  let last = i;
  while (i - first < 2 && isEntry(pieces[first - 1]) && pieces[first]?.passage.gap === 0) first--;
  while (last - i < 2 && isEntry(pieces[last + 1]) && pieces[last + 1]?.passage.gap === 0) last++;
  return isEntry(pieces[i]) ? last - first + 1 : 0;
}

function isEntry(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.passage.prose && piece.passage.words <= 5 && !isHeadLine(piece);
}

/** The names of several people, or of one whom a note further down introduces. */
function isNames(pieces: readonly Piece[], text: string): boolean {
  const names = readNames(text);
  if (!names?.every((name) => name.includes(' '))) return false;
  return names.length > 1 || pieces.slice(-80).some(({ passage }) => introduces(passage, text));
}

/** Whether the words of a piece stand elsewhere on the page too: alone, or before the outlet's name, or at the end of a path of links. */
function isRepeated(pieces: readonly Piece[], i: number): boolean {
  const { text } = (pieces[i] as Piece).passage;
  return pieces.some(({ passage }, j) => {
    if (j === i || passage.text.length > text.length + 80 || passage.text.length < text.length) return false;
    if (passage.text === text) return true;
    const at = passage.text.indexOf(text);
    if (at < 0) return false;
    const rest = passage.text.slice(at + text.length);
    return /[>›»/→:：|]\s*$/.test(passage.text.slice(0, at)) || (at === 0 && /^\s*[|｜–—_-]\s/.test(rest));
  });
}

/** Pieces that begin with the text and go on, without a space, with a capital letter: there a heading was glued to a paragraph. */
function gluedTo(pieces: readonly Piece[], i: number): number[] {
  const { text } = (pieces[i] as Piece).passage;
  if (text.length < 8) return [];
  const found: number[] = [];
  for (let j = i + 1; j < pieces.length; j++) {
    const other = (pieces[j] as Piece).passage;
    if (other.prose && isGlued(other.text, text)) found.push(j);
  }
  return found;
}

/** Whether `text` is `title` with a sentence glued to it. */
export function isGlued(text: string, title: string): boolean {
  if (text.length <= title.length || !text.startsWith(title)) return false;
  const rest = text.slice(title.length, title.length + 3);
  // Scripts without capitals: only after a mark that ends the title, or the title could be the sentence's beginning.
  return /^["'“„«(¿¡]?\p{Lu}/u.test(rest) || (/[?!？！؟]$/u.test(title) && /^\p{Lo}/u.test(rest));
}
