import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle } from '../../../../src/core/article/parse';
import { quotationOf } from '../../../../src/core/article/quotation';

const head = 'title: "Ports and Power"\nauthor: Mara Lindqvist\ndate: 2024-03-14\noutlet: The Harbour Review\n';
const body = '\n\nThe **city** draws fees on\nevery ship. Neither pays.\n\nA second paragraph.\n';
const spansOf = (text: string, ...parts: string[]) =>
  parts.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));

test('words as shown, author, title, outlet, date, and the file with its line', () => {
  const text = `---\n${head}---${body}`;
  assert.equal(
    quotationOf(parseArticle(text), spansOf(text, '**city** draws fees on\nevery ship', 'A second'), 'ports/depth.md'),
    '“city draws fees on every ship … A second”\n— Mara Lindqvist, “Ports and Power”, The Harbour Review, 2024-03-14, ports/depth.md#L8',
  );
});

test('an article that was saved from the web links to its words there', () => {
  const text = `---\n${head}source: https://example.org/ports#top\n---${body}`;
  const article = parseArticle(text);
  assert.equal(article.facts.source, 'https://example.org/ports#top');
  assert.match(
    quotationOf(article, spansOf(text, 'Neither pays'), 'x.md'),
    /, https:\/\/example\.org\/ports#:~:text=Neither%20pays$/,
  );
});

test('where nothing is known there are the words and the place; blocks stand on their own lines', () => {
  const text =
    'One line of words that says something about the ports here.\n\nAnother one that says nothing about them at all, as it seems.';
  const quote = quotationOf(parseArticle(text), [{ start: 0, end: text.length }], 'a.txt');
  assert.match(quote, /^“One line[^\n]*here\.\nAnother one[^\n]*seems\.”\n— .*a\.txt#L1$/);
});
