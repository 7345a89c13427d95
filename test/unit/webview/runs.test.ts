import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { afterSigns, shownFrom, shownRuns, shownUpTo, spansBetween } from '../../../src/webview/reader/text/runs';
import { article, source } from './readerTexts';

const runs = shownRuns(article);
const words = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => source.slice(start, end));

test('a place in signs that are not shown moves to the shown character next to it', () => {
  const stars = source.indexOf('**city');
  assert.equal(shownFrom(runs, stars), stars + 2);
  assert.equal(shownUpTo(runs, stars + 1), stars);
  assert.equal(shownFrom(runs, source.length), shownUpTo(runs, source.length));
});

test('a caret goes behind the signs of a heading, and stays at the end of a paragraph', () => {
  const heading = source.indexOf('## Next');
  assert.equal(afterSigns(article, heading), heading + 3);
  assert.equal(afterSigns(article, heading + 1), heading + 3);
  assert.equal(afterSigns(article, heading + 5), heading + 5);
  const end = source.indexOf('That is all!') + 'That is all!'.length;
  assert.equal(afterSigns(article, end), end);
});

test('for any offset the shown places around it are shown, and on the right side', () => {
  fc.assert(
    fc.property(fc.nat(source.length), (offset) => {
      const from = shownFrom(runs, offset);
      const upTo = shownUpTo(runs, offset);
      const isShown = (place: number) => runs.some(({ start, end }) => start <= place && place <= end);
      assert.ok(isShown(from) && isShown(upTo));
      assert.ok(from >= offset || from === runs.at(-1)?.end);
      assert.ok(upTo <= offset || upTo === runs[0]?.start);
    }),
  );
});

test('a selection over two paragraphs is one span, without white space and signs at its ends', () => {
  const from = source.indexOf('That is all!') - 1;
  const to = source.indexOf('> Quoted') + 1;
  assert.deepEqual(words(spansBetween(article, runs, from, to)), [
    'That is all!\n\nSecond paragraph,\nwrapped over lines.\n\n## Next',
  ]);
});

test('the order of the ends does not matter, and blanks alone are nothing', () => {
  const from = source.indexOf('Smith');
  assert.deepEqual(spansBetween(article, runs, from + 5, from), [{ start: from, end: from + 5 }]);
  assert.deepEqual(spansBetween(article, runs, from + 5, from + 6), []);
});

test('furniture that lies between is left out; furniture that is selected is not', () => {
  const blocks = [
    { kind: 'paragraph' as const, start: 0, end: 3, runs: [{ start: 0, end: 3 }] },
    {
      kind: 'furniture' as const,
      start: 4,
      end: 7,
      runs: [{ start: 4, end: 7 }],
      furniture: { label: 'menu', lines: 1 },
    },
    { kind: 'paragraph' as const, start: 8, end: 11, runs: [{ start: 8, end: 11 }] },
  ];
  const small = { ...article, text: 'one\ntwo\nend', blocks };
  const inSmall = shownRuns(small);
  assert.deepEqual(spansBetween(small, inSmall, 1, 10), [
    { start: 1, end: 3 },
    { start: 8, end: 10 },
  ]);
  assert.deepEqual(spansBetween(small, inSmall, 1, 6), [{ start: 1, end: 6 }]);
});
