import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isGraphemeBoundary } from '../../../../src/core/annotation/graphemes';
import { tidySpans } from '../../../../src/core/annotation/spans';

const tidied = (text: string, ...spans: readonly (readonly [number, number])[]): string[] =>
  tidySpans(
    spans.map(([start, end]) => ({ start, end })),
    text,
  ).map(({ start, end }) => text.slice(start, end));

test('white space goes at both ends, of every kind', () => {
  assert.deepEqual(tidied('\u00a0\t one\u3000two \n\n', [0, 12]), ['one\u3000two']);
  assert.deepEqual(tidied(' \n\t ', [0, 4]), []);
});

test('characters are taken whole', () => {
  assert.deepEqual(tidied('a👩‍👩‍👧b', [2, 3]), ['👩‍👩‍👧']);
  assert.deepEqual(tidied('e\u0301x', [0, 1]), ['e\u0301']);
  assert.deepEqual(tidied('a \u0301b', [1, 4]), [' \u0301b'], 'a blank that carries a mark is one');
});

test('spans are put in order, and joined where they overlap, touch or only white space parts them', () => {
  assert.deepEqual(tidied('one two three four', [8, 13], [0, 3]), ['one', 'three']);
  assert.deepEqual(tidied('one two three four', [4, 7], [0, 4], [5, 13]), ['one two three']);
  assert.deepEqual(tidied('one\n\ntwo', [5, 8], [0, 3]), ['one\n\ntwo']);
  assert.deepEqual(tidied('one two three', [0, 13], [4, 7]), ['one two three']);
});

test('offsets may be anything', () => {
  assert.deepEqual(tidied('one two', [5, 99]), ['wo']);
  assert.deepEqual(tidied('one two', [-5, 2]), ['on']);
  assert.deepEqual(tidied('one two', [3, 0]), ['one'], 'a selection made backwards');
  assert.deepEqual(tidied('one two', [Number.NaN, Number.POSITIVE_INFINITY], [1.7, 2.2]), ['n']);
});

test('tidy spans are in order, apart, whole, free of white space at the ends, and tidy already', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\n', 'e\u0301', '\u0301', '👩‍👩‍👧', '𝔘', '🇩🇪', '口'),
  });
  const spans = fc.array(
    fc.tuple(fc.nat(50), fc.nat(50)).map(([start, end]) => ({ start, end })),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(text, spans, (text, spans) => {
      const tidy = tidySpans(spans, text);
      for (const [i, { start, end }] of tidy.entries()) {
        assert.ok(start < end);
        assert.ok(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end));
        assert.ok(/\S/u.test(text.slice(tidy[i - 1]?.end ?? -1, start)) || i === 0);
        const ends = [...new Intl.Segmenter().segment(text.slice(start, end))].map(({ segment }) => segment);
        assert.ok(!/^\s*$/u.test(ends[0] ?? ' ') && !/^\s*$/u.test(ends.at(-1) ?? ' '));
      }
      assert.deepEqual(tidySpans(tidy, text), tidy);
    }),
    { numRuns: 300 },
  );
});
