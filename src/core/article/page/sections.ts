/*
 * From the first words of the body to the footer: which parts of a saved page cut in (boxes with related articles, newsletters,
 * comments), and where the article's own text goes on. A part takes what follows its heading until running text stands there again
 * that reads like the body; in doubt the text is body.
 */
import { readHeadLine } from '../headLine';
import type { Sign } from './furniture';
import { introduces, saysWhoWrote } from './note';
import { body, furniture, isOwnProse, type Piece, type Role } from './pieces';
import { gluedEntries } from './topics';

/** What the body is like where it is sure, to tell it from teasers. */
interface Measure {
  readonly indent: number;
  /** Words of its middle paragraph. */
  readonly words: number;
}

interface Context {
  readonly pieces: readonly Piece[];
  readonly end: number;
  readonly names: readonly string[];
  readonly authors: readonly string[];
  readonly menu: ReadonlySet<string>;
  readonly measure: Measure;
}

const longestNote = 6;

/** The roles of the pieces in `[start, end)`. `menu` holds the entries of the menu on top. */
export function readSections(
  pieces: readonly Piece[],
  start: number,
  end: number,
  known: { readonly names: readonly string[]; readonly authors: readonly string[]; readonly menu: ReadonlySet<string> },
): Role[] {
  const context = { pieces, end, ...known, measure: measureOf(pieces, start, end) };
  const roles: Role[] = [];
  for (let i = start; i < end; ) {
    const { sign } = pieces[i] as Piece;
    const part = sign?.reach === 'section' ? readPart(context, i, sign) : [roleAlone(context, i)];
    roles.push(...part);
    i += part.length;
  }
  return withAuthorNote(context, start, roles);
}

function measureOf(pieces: readonly Piece[], start: number, end: number): Measure {
  const prose = pieces.slice(start, end).filter((piece) => isOwnProse(piece) && piece.passage.marker === undefined);
  const words = prose.map((piece) => piece.passage.words).sort((a, b) => a - b);
  return { indent: prose[0]?.passage.indent ?? 0, words: words[Math.floor(words.length / 2)] ?? 0 };
}

/** A piece of the body's stretch that no part has taken. */
function roleAlone({ pieces, names, menu, end }: Context, i: number): Role {
  const { passage, sign } = pieces[i] as Piece;
  if (sign?.reach === 'line') {
    // In a list such a word may be one of the things that the article lists.
    if (sign.label === 'disclaimer' && saysWhoWrote(passage.text)) return { as: 'about' };
    const listed =
      passage.marker !== undefined && ![pieces[i - 1], pieces[i + 1]].some((near) => near?.sign?.label === sign.label);
    return listed ? body : furniture(sign.label === 'about' ? 'related' : sign.label);
  }
  if (!passage.prose && gluedEntries(passage.text, names)) return furniture('topics');
  if (
    isMenuEntry(pieces[i], menu) &&
    [i - 1, i + 1].filter((j) => j < end && isMenuEntry(pieces[j], menu)).length === 2
  ) {
    return furniture('menu');
  }
  return body;
}

function isMenuEntry(piece: Piece | undefined, menu: ReadonlySet<string>): boolean {
  return piece !== undefined && !piece.passage.prose && menu.has(piece.passage.text.toLowerCase());
}

/** The piece that opens a part, and those that belong to it. */
function readPart(context: Context, start: number, opener: Sign): Role[] {
  const { pieces, end, names } = context;
  if (opener.label === 'about') return readNote(context, start);
  // "Related risks" may head a section of the article as well: it does where the article's text follows at once.
  if (
    /^(?:related\s|más información$)/iu.test((pieces[start] as Piece).passage.text) &&
    isParagraph(context, start + 1, 12)
  )
    return [body];
  if (opener.label === 'footer' && hasBodyAfter(context, start)) return [furniture('image credit')];
  const roles: Role[] = [furniture(opener.label)];
  for (let i = start + 1; i < end; i++) {
    const { passage, sign } = pieces[i] as Piece;
    if (sign?.reach === 'section') break;
    if (opener.label !== 'comments' && resumes(context, i)) break;
    if (sign?.reach === 'line' && !incidental.has(sign.label))
      roles.push(furniture(sign.label === 'about' ? 'related' : sign.label));
    else if (opener.label !== 'comments' && !passage.prose && gluedEntries(passage.text, names)) {
      roles.push(furniture('topics'));
    } else roles.push(furniture(opener.label));
  }
  return roles;
}

// What these say is said by the part that they stand in, too.
const incidental: ReadonlySet<Sign['label']> = new Set(['page header', 'image credit', 'menu']);

/** A list item that is no sentence: of a list of links, most likely. */
function isEntry(piece: Piece | undefined): boolean {
  return piece?.passage.marker !== undefined && !piece.passage.prose;
}

/** The note on the author: its heading, and what follows until the page goes on to something else. */
function readNote({ pieces, end }: Context, start: number): Role[] {
  const roles: Role[] = [{ as: 'about' }];
  let sentences = 0;
  for (let i = start + 1; i < end; i++) {
    const { passage, sign } = pieces[i] as Piece;
    if (sign !== undefined && sign.reach !== 'word') break;
    if (passage.prose && ++sentences > longestNote) break;
    if (passage.words > 160 || isEntry(pieces[i]) || (passage.gap > 0 && !passage.prose && isEntry(pieces[i + 1])))
      break;
    roles.push({ as: 'about' });
  }
  return roles;
}

/**
 * Whether the article's text goes on here after a part that cut in: a paragraph at the body's own margin, followed by another one
 * (perhaps under a heading before both), or alone if it is as long as the body's are. Teasers come one by one under titles.
 */
function resumes(context: Context, i: number): boolean {
  if (isParagraph(context, i, 20)) {
    return isParagraph(context, i + 1, 14) || isParagraph(context, i, Math.max(40, 0.6 * context.measure.words));
  }
  const piece = context.pieces[i];
  if (!piece) return false;
  const { passage, sign } = piece;
  const heads = sign === undefined && passage.marker === undefined && !passage.prose && passage.gap > 0;
  return heads && isParagraph(context, i + 1, 20) && isParagraph(context, i + 2, 20);
}

function isParagraph({ pieces, end, measure }: Context, i: number, words: number): boolean {
  const piece = i < end ? pieces[i] : undefined;
  return (
    piece !== undefined &&
    isOwnProse(piece) &&
    piece.passage.marker === undefined &&
    piece.passage.indent <= measure.indent + 1 &&
    piece.passage.words >= words
  );
}

function hasBodyAfter(context: Context, start: number): boolean {
  for (let i = start + 1; i < context.end; i++) if (resumes(context, i)) return true;
  return false;
}

/** A last paragraph that says who the author is needs no heading to be the note on the author; a byline may stand there too. */
function withAuthorNote({ pieces, authors }: Context, start: number, roles: readonly Role[]): Role[] {
  const own = roles.flatMap((role, i) => (role.as === 'body' ? [i] : []));
  const result = [...roles];
  if (own.length < 3) return result;
  for (const i of own.slice(-3)) {
    const { passage } = pieces[start + i] as Piece;
    const noted = authors.some((name) => introduces(passage, name));
    if (noted || (passage.words <= 80 && saysWhoWrote(passage.text))) result[i] = { as: 'about' };
  }
  const last = own[own.length - 1] as number;
  const { passage } = pieces[start + last] as Piece;
  if (authors.length === 0 && !passage.prose && readHeadLine(passage.text)?.kind === 'byline')
    result[last] = { as: 'byline' };
  return result;
}
