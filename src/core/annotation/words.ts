/*
 * The few rules of wording that every view shares: the labels of a codebook counted, inside a sentence and in titles, and quotes cut to a length.
 * Labels are a person's own words: their English plural, small and capital letters are made where Argmark speaks English, and elsewhere they
 * stand as they are.
 */
import * as l10n from '../l10n';
import { graphemeStart } from './graphemes';

/** Nouns of the default codebook and of the product that add no s. */
const irregular: Readonly<Record<string, string>> = {
  evidence: 'evidence',
  hypothesis: 'hypotheses',
  analysis: 'analyses',
};

/** A label for a count, e.g. "claims" for 4 and "claim". Labels that are not plain ASCII words are left as they are. */
export function plural(count: number, noun: string): string {
  if (count === 1 || !l10n.isEnglish() || !/^[a-z][a-z -]*$/i.test(noun)) return noun;
  const last = /[a-z]+$/i.exec(noun)?.[0] ?? '';
  const known = Object.hasOwn(irregular, last.toLowerCase()) ? irregular[last.toLowerCase()] : undefined;
  if (known !== undefined) return noun.slice(0, noun.length - last.length) + known;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

/** "1 claim", "4 claims", of a label; "4 × Behauptung" in other languages. */
export function countOf(count: number, label: string): string {
  return l10n.isEnglish() ? `${l10n.number(count)} ${plural(count, label)}` : `${l10n.number(count)} × ${label}`;
}

/** A label inside a sentence: a lower-case first letter unless it is an abbreviation or a name of several capitals. */
export function inSentence(label: string): string {
  return l10n.isEnglish() && /^\p{Lu}\P{Lu}*$/u.test(label) ? label.toLowerCase() : label;
}

/** A label in title case, as VS Code's menus have it: "Major claim" becomes "Major Claim". */
export function titleCase(label: string): string {
  if (!l10n.isEnglish()) return label;
  return label.replace(/(^|[\s-])(\p{Ll})([^\s-]*)/gu, (whole, gap: string, first: string, rest: string) =>
    gap !== '' && smallWords.has(first + rest) ? whole : gap + first.toUpperCase() + rest,
  );
}
const smallWords = new Set(['a', 'an', 'and', 'as', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);

/** Words of the article, or a name, inside a sentence: in the quotation marks of the language. */
export function quoted(words: string): string {
  return l10n.t('“{0}”', words);
}

/** All in one line: every run of white space as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** For comparing with what a person types: lower case, no accents, compatibility forms as one, white space as single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ');
}

/**
 * The text, or as much of its beginning as fits into `length` code points together with an ellipsis: cut between words where one
 * ends near enough, otherwise between whole characters.
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length <= 0) return '';
  let units = 0;
  let points = 0;
  /** Units that `length - 1` code points take, to leave room for the ellipsis. */
  let room = 0;
  while (units < text.length && points <= length) {
    if (points === length - 1) room = units;
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    points++;
  }
  if (points <= length) return text;
  const space = text.lastIndexOf(' ', room - 1);
  if (space > room * 0.6) return `${text.slice(0, space).trimEnd()} …`;
  return `${text.slice(0, graphemeStart(text, room)).trimEnd()}…`;
}
