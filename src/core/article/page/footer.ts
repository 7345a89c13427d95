/*
 * Where the footer of a page begins, found from its end: lines on copyright and law, entries that the menu on top has as well, an
 * address. Sentences end it, and so does a list that has none of these, so that an article may end in a list.
 */
import type { Piece } from './pieces';
import { barredEntries, signOf } from './signs';

/** The index of the footer's first piece; the number of pieces where there is no footer. `menu` holds the entries of the menu on top. */
export function footerStart(pieces: readonly Piece[], from: number, menu: ReadonlySet<string>): number {
  const end = pieces.length;
  let start = end;
  let evidence = 0;
  let weight = 0;
  for (let i = end - 1; i >= from; i--) {
    const piece = pieces[i] as Piece;
    const strength = footerStrength(piece, menu, [pieces[i - 1], pieces[i + 1]]);
    if (strength < 0) break;
    if (strength === 0) {
      // Something short without a sign: part of the footer only if signs stand above it too, and not far.
      weight++;
      if (weight > 12 || (piece.passage.marker !== undefined && !inSignedList(pieces, i, menu))) break;
      continue;
    }
    evidence += strength;
    weight = 0;
    start = i;
  }
  return evidence >= 2 ? start : end;
}

/** How much a piece speaks for being of the footer: 2 on its own, 1 in company, 0 nothing, -1 it cannot be. */
function footerStrength(
  { passage, sign }: Piece,
  menu: ReadonlySet<string>,
  neighbours: readonly (Piece | undefined)[],
): number {
  if (sign?.label === 'footer') return sign.reach === 'word' ? 1 : 2;
  if (sign?.label === 'about' || sign?.label === 'comments' || sign?.label === 'topics' || sign?.label === 'disclaimer')
    return -1;
  if (sign?.label === 'related') return -1;
  if (sign?.label === 'newsletter' || sign?.label === 'menu' || sign?.label === 'cookie notice') return 1;
  if (sign !== undefined) return passage.prose ? -1 : 0;
  // One entry of the menu alone may be a word that a list has by chance.
  const others = neighbours.some((near) => near?.sign !== undefined || isIn(menu, near));
  if (menu.has(passage.text.toLowerCase()) && others) return 1;
  const entries = barredEntries(passage.text);
  if (entries?.some((entry) => menu.has(entry.toLowerCase()) || signOf(entry) !== undefined)) return 2;
  if (passage.prose || passage.words > 22) return -1;
  return isAddress(passage.text) ? 1 : 0;
}

function isIn(menu: ReadonlySet<string>, piece: Piece | undefined): boolean {
  return piece !== undefined && menu.has(piece.passage.text.toLowerCase());
}

/** A telephone number, a mail address, a postal code before a place. */
function isAddress(text: string): boolean {
  return (
    /^(?:tel|phone|fax|telefon|téléphone|tél|e-?mail|الهاتف|هاتف|电话|地址|传真|邮编|العنوان)\.?\s*[:：+(\d]/iu.test(
      text,
    ) ||
    /^\S+@\S+\.\p{L}{2,}$/u.test(text) ||
    /^(?:\+|00)\d[\d\s()/.-]{6,24}$/.test(text)
  );
}

/** Whether the list that a piece is an item of has entries of a menu or a footer, a third at least. */
function inSignedList(pieces: readonly Piece[], i: number, menu: ReadonlySet<string>): boolean {
  let first = i;
  let last = i;
  while (first > 0 && pieces[first - 1]?.passage.marker !== undefined && i - first < 60) first--;
  while (last + 1 < pieces.length && pieces[last + 1]?.passage.marker !== undefined && last - i < 60) last++;
  let signed = 0;
  for (let j = first; j <= last; j++) {
    const piece = pieces[j] as Piece;
    if (piece.sign !== undefined || menu.has(piece.passage.text.toLowerCase())) signed++;
  }
  return signed * 3 >= last - first + 1;
}
