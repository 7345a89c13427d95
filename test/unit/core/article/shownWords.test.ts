import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseArticle } from '../../../../src/core/article/parse';
import { shownQuote, shownWords } from '../../../../src/core/article/shownWords';

const source =
  '# Ports\n\nThe **city** draws\nfees; [the navy](https://example.org) does *not*.\n\n> And so\n> it goes.\n';
const article = parseArticle(source);
const words = (from: string, to: string) =>
  shownWords(article, { start: source.indexOf(from), end: source.indexOf(to) + to.length });

test('words are called as they are read: no signs, no wrapped lines, blocks apart', () => {
  assert.equal(words('The **', 'fees'), 'The city draws fees');
  assert.equal(words('city', 'city**'), 'city', 'a sign at the end belongs to nothing');
  assert.equal(words('the navy', 'not'), 'the navy does not');
  assert.equal(words('not*', 'it goes'), 'not.\nAnd so it goes');
  assert.equal(shownWords(article, { start: source.indexOf('**city'), end: source.indexOf('**city') + 2 }), '');
  const spans = ['**city**', 'so\n> it'].map((one) => ({
    start: source.indexOf(one),
    end: source.indexOf(one) + one.length,
  }));
  assert.equal(shownQuote(article, spans), 'city … so it');
});

test('an article without signs is quoted as it stands, but for its line ends', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 60 }), (start, length) => {
      const plain = parseArticle(
        'One claim stands here, and another 🚢 one.\nIt goes on.\n\nAnother paragraph stands there.\n',
      );
      const end = Math.min(plain.text.length, start + length);
      const flat = (text: string) => text.trim().replace(/\s+/g, ' ');
      assert.equal(flat(shownWords(plain, { start, end })), flat(plain.text.slice(start, end)));
    }),
  );
});
