import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseArticle } from '../../../src/core/article/parse';
import { around, placesOf, type Search } from '../../../src/webview/reader/text/findPlaces';

const found = (text: string, words: string, options: Partial<Search> = {}): string[] =>
  placesOf(parseArticle(text), { words, matchCase: false, wholeWord: false, ...options }).map(({ start, end }) =>
    text.slice(start, end),
  );

test('every sign can be looked for as it is', () => {
  const text = 'The Euro-Atlantic (pact) costs $5 [a+b]*? \\o/ {x}|y^.';
  for (const words of ['Euro-Atlantic', '(pact)', '$5', '[a+b]*?', '\\o/', '{x}|y^.'])
    assert.deepEqual(found(text, words), [words]);
});

test('case and kinds of white space do not matter, unless case is asked for', () => {
  const text = '---\ntitle: x\n---\n\nA long\nROAD, a long  road.';
  assert.deepEqual(found(text, 'long road'), ['long\nROAD', 'long  road']);
  assert.deepEqual(found(text, 'long road', { matchCase: true }), ['long  road']);
});

test('nothing typed finds nothing', () => assert.deepEqual(found('text', '  '), []));

test('whole words, also of other scripts; an end that is a sign is the end of any word', () => {
  const text = 'Part of the party departed; part-time. Straße, Straßen. (part)';
  assert.deepEqual(found(text, 'part', { wholeWord: true }), ['Part', 'part', 'part']);
  assert.deepEqual(found(text, 'straße', { wholeWord: true }), ['Straße']);
  assert.deepEqual(found(text, '(part', { wholeWord: true }), ['(part']);
});

test('signs of Markdown inside the words hide nothing, and what is not shown is not found', () => {
  const text = '---\ntitle: "The Port"\n---\n\n# The Port\n\nThe **old** port of [the city](https://the.port/) pays.\n';
  assert.deepEqual(found(text, 'the old port'), ['The **old** port']);
  assert.deepEqual(found(text, 'the port'), ['The Port', 'The Port'], 'also in what is folded');
  assert.deepEqual(found(text, 'https'), []);
});

test('all places are in order and apart, and hold what was looked for', () => {
  const word = fc.stringMatching(/^[abß]{1,3}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), word, (words, wanted) => {
      const text = `${words.join(' ')}\n\n${words.join(' *x* ')}`;
      const article = parseArticle(text);
      const places = placesOf(article, { words: wanted, matchCase: true, wholeWord: false });
      let last = 0;
      for (const { start, end } of places) {
        assert.ok(start >= last && end > start);
        assert.equal(text.slice(start, end), wanted);
        last = end;
      }
    }),
    { numRuns: 200 },
  );
});

test('the words around a place, without signs, cut between words', () => {
  const text = '---\ntitle: x\n---\n\nAlpha beta gamma **delta** epsilon zeta eta theta iota kappa.';
  const start = text.indexOf('delta');
  const at = { start, end: start + 5 };
  assert.deepEqual(around(parseArticle(text), at, 10), { before: '… gamma ', words: 'delta', after: ' epsilon…' });
  assert.equal(around(parseArticle(text), at, 100).before, 'Alpha beta gamma ');
});
