/*
 * The top of a saved page: what stands before the title, and from the title to the first words of the body. Before a title only
 * sentences stay body; after it, only what is surely byline, date, outlet, standfirst or furniture does not.
 */
import type { ArticleFacts } from '../article';
import { isName, readNames } from '../byline';
import { findDate } from '../dates';
import { type HeadLine, isPictureSource, readHeadLine } from '../headLine';
import { mergeFacts, noFacts } from '../metadata';
import { hasCredit } from '../passages';
import { introduces } from './note';
import { outletTest } from './outlet';
import { body, furniture, isOwnProse, type Page, type Piece, type Role, sameInAnyCase } from './pieces';
import { barredEntries } from './signs';
import { firstText, type Title } from './title';
import { gluedEntries } from './topics';

export interface Head {
  /** One role for each piece from the first on. */
  readonly roles: readonly Role[];
  readonly facts: ArticleFacts;
}

// How far before the title a byline, a date or the outlet belongs to it.
const kickerLines = 5;
// How far after the title to look for a byline, for what stands between to be a standfirst.
const bylineReach = 8;

/** The roles of the pieces up to where the body begins. */
export function readHead(page: Page, title: Title | undefined): Head {
  const isOutlet = outletTest(page);
  const roles: Role[] = [];
  let facts = noFacts;
  const take = (line: HeadLine): void => {
    facts = mergeFacts(facts, line.facts);
    roles.push({ as: line.kind });
  };
  const outlet = (text: string): void => {
    facts = mergeFacts(facts, { ...noFacts, outlet: text });
    roles.push({ as: 'outlet' });
  };

  const top = title?.index ?? menuEnd(page.pieces);
  for (let i = 0; i < top; i++) {
    const { passage, sign } = page.pieces[i] as Piece;
    const near = title !== undefined && i >= top - kickerLines && passage.marker === undefined;
    const line = near && !passage.prose && !isPictureSource(passage.text) ? readHeadLine(passage.text) : undefined;
    if (line && line.kind !== 'outlet') take(line);
    else if (near && sign === undefined && facts.outlet === undefined && isOutlet(passage.text)) outlet(passage.text);
    else if (isPictureSource(passage.text)) roles.push(furniture('image credit'));
    else if (sign !== undefined && sign.label !== 'about') {
      const entry = sign.reach === 'word' || (sign.label === 'newsletter' && passage.words <= 3);
      roles.push(furniture(entry ? 'menu' : sign.label));
    } else if (passage.prose) roles.push(continuesCookies(page.pieces, i) ? furniture('cookie notice') : body);
    else if (!title && passage.words >= 4 && isKicker(page.pieces[i] as Piece)) roles.push(body);
    else {
      if (passage.marker === undefined && isOutlet(passage.text))
        facts = mergeFacts(facts, { ...noFacts, outlet: passage.text });
      roles.push(
        furniture(
          near && !continuesMenu(page.pieces, i, roles) && page.pieces.slice(i, top).every(isKicker)
            ? 'page header'
            : 'menu',
        ),
      );
    }
  }
  if (!title) return { roles, facts };

  const titleText = (page.pieces[top] as Piece).passage.text;
  facts = mergeFacts(facts, { ...noFacts, title: titleText });
  roles.push({ as: 'title' });
  const standfirsts = findStandfirst(page, title);
  for (let i = top + 1; i < page.pieces.length; i++) {
    const { passage, sign } = page.pieces[i] as Piece;
    const { text } = passage;
    const known = page.data.standfirst !== undefined && sameInAnyCase(page.data.standfirst, text);
    const line = passage.marker === undefined && !passage.prose ? readHeadLine(text) : undefined;
    if (standfirsts.has(i) || (known && facts.standfirst === undefined)) {
      const standfirst = facts.standfirst === undefined ? text : `${facts.standfirst} ${text}`;
      facts = { ...facts, standfirst };
      roles.push({ as: 'standfirst' });
    } else if (isPictureSource(text)) roles.push(furniture('image credit'));
    else if (line) take(line);
    else if (!passage.prose && gluedEntries(text, page.names)) roles.push(furniture('topics'));
    else if (/^\d{1,6}$/.test(text) && isShared(roles)) roles.push(furniture('share buttons'));
    else if (sign?.reach === 'line' && sign.label !== 'about') roles.push(furniture(sign.label));
    else if (sign?.reach === 'section' || isOwnProse(page.pieces[i] as Piece) || passage.marker !== undefined) break;
    else if (sameInAnyCase(text, titleText)) roles.push(furniture('title repeated'));
    else if (namesAuthors(page, text)) {
      take({ kind: 'byline', facts: { ...noFacts, authors: readNames(text) ?? [text] } });
    } else if (facts.outlet === undefined && sign === undefined && isOutlet(text)) outlet(text);
    else if (facts.published === undefined && passage.words <= 12 && findDate(text)?.iso !== undefined) {
      take({ kind: 'date', facts: { ...noFacts, published: findDate(text)?.iso as string } });
    } else if (isBeforeHeadLine(page.pieces, i)) roles.push(body);
    else break;
  }
  return { roles, facts };
}

/** Without a title only a menu that is surely one is taken off the top: entries, at least three of them known as such. */
function menuEnd(pieces: readonly Piece[]): number {
  const text = firstText(pieces);
  let end = 0;
  let signed = 0;
  for (let i = 0; i < text; i++) {
    const { passage, sign } = pieces[i] as Piece;
    if (passage.prose && sign === undefined) break;
    const entries = barredEntries(passage.text);
    if (sign === undefined && !entries && passage.marker === undefined) continue;
    if (sign !== undefined || entries) signed++;
    end = i + 1;
  }
  return signed >= 3 ? end : 0;
}

/** How often something was shared stands beside the buttons for it. */
function isShared(roles: readonly Role[]): boolean {
  const before = roles[roles.length - 1];
  return before?.as === 'furniture' && before.label === 'share buttons';
}

/** Whether a line consists of authors whom the page's data names, or of one whom a note further down introduces. */
function namesAuthors({ data, pieces }: Page, text: string): boolean {
  if (text.length > 200) return false;
  const noted = (name: string): boolean =>
    /\s/.test(name) && pieces.slice(-80).some(({ passage }) => introduces(passage, name));
  const names = readNames(text) ?? [text];
  return names.every(
    (name) => data.authors.some((author) => sameInAnyCase(author, name)) || (isName(name) && noted(name)),
  );
}

/** Whether an entry stands right under those of a menu. */
function continuesMenu(pieces: readonly Piece[], i: number, roles: readonly Role[]): boolean {
  const before = roles[i - 1];
  const passage = pieces[i]?.passage;
  return passage?.gap === 0 && passage.words <= 3 && before?.as === 'furniture' && before.label === 'menu';
}

/** A short line of its own that is no entry of a menu, as the section or the kind of text above a title is. */
function isKicker({ passage, sign }: Piece): boolean {
  return passage.marker === undefined && sign === undefined && !barredEntries(passage.text);
}

function continuesCookies(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1];
  const after = pieces[i + 1];
  return (
    before?.sign?.label === 'cookie notice' && (pieces[i]?.passage.gap === 0 || after?.sign?.label === 'cookie notice')
  );
}

/** The pieces between title and byline or date, one or two, which are not a body that has its byline at the end. */
function findStandfirst({ pieces }: Page, title: Title): ReadonlySet<number> {
  const own: number[] = [];
  for (let i = title.index + 1; i < Math.min(pieces.length, title.index + 1 + bylineReach); i++) {
    const piece = pieces[i] as Piece;
    const { passage, sign } = piece;
    if (!passage.prose && readHeadLine(passage.text)) {
      const later = pieces.slice(i + 1, i + 12).some((next) => isOwnProse(next));
      return new Set(own.length <= 2 && later ? own : []);
    }
    if (sign?.reach === 'section') break;
    if (sign !== undefined || isPictureSource(passage.text) || hasCredit(passage.text)) continue;
    if (passage.marker !== undefined || passage.words > 80) break;
    if (passage.words >= 6 && !sameInAnyCase(passage.text, (pieces[title.index] as Piece).passage.text)) own.push(i);
  }
  return new Set();
}

/** Whether a byline, a date or a share button still follows soon, so that the head goes on after this line. */
function isBeforeHeadLine(pieces: readonly Piece[], i: number): boolean {
  for (const piece of pieces.slice(i + 1, i + 4)) {
    if (isOwnProse(piece) || piece.passage.marker !== undefined) return false;
    if (piece.sign?.reach === 'line' || readHeadLine(piece.passage.text)) return true;
  }
  return false;
}
