import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rarestWords } from '../../../../src/core/annotation/rarestWords';

const text =
  'The port is the heart of the city. The levy on ships is the price of depth, and the port pays. ' +
  'A levy is a levy, but dredging is for ever.';

test('the rarest word of a quote that still stands in the text is looked for, with its neighbours as far as they stand there', () => {
  assert.equal(rarestWords('the price of water is the levy', text), 'the price of');
  assert.equal(rarestWords('nobody knows what dredging costs', text), 'dredging');
});

test('a word is counted whole, whatever its case, and the longest of several rare ones is taken', () => {
  assert.equal(rarestWords('Ship HEART', text), 'HEART');
  assert.equal(rarestWords('ever heart depth dredging', text), 'dredging');
  assert.equal(rarestWords('what the dredgers say', 'What they take is a secret.'), 'what', 'so are its neighbours');
});

test('where none of the words stands there it is the longest, and without a word nothing', () => {
  assert.equal(rarestWords('an unheard parliament', text), 'parliament');
  assert.equal(rarestWords('… — !', text), '');
});

test('scripts without spaces have words too', () => {
  assert.equal(rarestWords('港口要收費用', '我們的港口很深,費用很高。費用由船舶支付。'), '港口');
});

test('what is looked for is in the quote, and in the text wherever a word of the quote is', () => {
  const words = fc.array(fc.constantFrom('levy', 'port', 'depth', 'ships', 'city', 'toll'), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(words, words, (quote, article) => {
      const found = rarestWords(quote.join(' '), article.join(' '));
      assert.ok(quote.join(' ').includes(found));
      assert.equal(
        article.join(' ').includes(found),
        quote.some((word) => article.includes(word)),
      );
    }),
  );
});
