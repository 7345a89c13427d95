/*
 * Sentences, for tagging without a selection and for growing one. The platform's segmenter (UAX 29) ends a sentence after every full stop
 * that a capital follows, also in "Mr. Smith"; what it cut too early is put together again by a few rules that hold in many languages.
 */
import type { Article, Span } from './article';
import { segmenter } from './segmenters';
import { blockAt, isReadByLine, shownBlock } from './shownText';
import { trimmed } from './whiteSpace';

/** Titles and abbreviations after which a name or a number follows, in the languages that policy texts are mostly written in. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen lt col sgt capt rev hon st no nos vs fig art sec ch vol pp ed eds al cf ca approx dept est inc ltd co corp ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec hr fr nr bzw vgl abs ziff usw mme mlle sr sra dra op cit'
  ).split(' '),
);

/** The sentences of a text in order, each with the white space after it; together they are the whole text. Indices are UTF-16 units. */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, segment } of segmenter('sentence').segment(text)) {
    const last = found.at(-1);
    if (last && continues(text.slice(last.start, last.end), segment)) {
      found[found.length - 1] = { start: last.start, end: index + segment.length };
    } else found.push({ start: index, end: index + segment.length });
  }
  return found;
}

/** The sentence that a place stands in, without the white space around it; the one before it where the place is at the end. */
export function sentenceAt(text: string, index: number): Span | undefined {
  const all = sentences(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const sentence = all.find(({ end }) => index < end) ?? all.at(-1);
  return sentence && trimmed(text, sentence.start, sentence.end);
}

/**
 * The sentence of an article that a place stands in, also a place among signs that are not shown: what is tagged without a selection,
 * whichever editor the caret is in. Canonical offsets, from the first to the last shown character. Undefined where no words are: on an
 * empty line, and after a block but for blanks at the end of its line.
 */
export function sentenceSpan(article: Article, offset: number): Span | undefined {
  const block = blockAt(article, offset);
  if (!block || /\S|\n/u.test(article.text.slice(block.end, offset))) return undefined;
  const shown = shownBlock(article.text, block);
  const at = shown.indexOf(offset);
  const line = isReadByLine(block) ? lineAround(shown.text, at) : { start: 0, end: shown.text.length };
  // Verse and addresses break their lines, but a sentence goes on over that; the segmenter would end it there.
  const text = shown.text.slice(line.start, line.end).replaceAll('\n', ' ');
  const span = sentenceAt(text, at - line.start);
  return span && { start: shown.startAt(line.start + span.start), end: shown.endAt(line.start + span.end) };
}

function lineAround(text: string, index: number): Span {
  const end = text.indexOf('\n', index);
  return { start: index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1, end: end < 0 ? text.length : end };
}

function continues(before: string, after: string): boolean {
  if (/^\s*\p{Ll}/u.test(after)) return true;
  const word = /(\p{L}[\p{L}.]*)\.\s*$/u.exec(before)?.[1];
  if (word === undefined) return false;
  // An initial ("J. Smith"), letters with stops between ("U.S. Senate"), or an abbreviation that something always follows.
  return /^\p{Lu}$/u.test(word) || /^(\p{L}\.)+\p{L}$/u.test(word) || abbreviations.has(word.toLowerCase());
}
