/** What is painted over each character, against a model that asks every annotation about every character. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tidySpans } from '../../../src/core/annotation/spans';
import type { Span } from '../../../src/core/article/article';
import { lastStartingBy } from '../../../src/core/article/ranges';
import { createIntervals } from '../../../src/webview/reader/marks/intervals';
import { type Painting, piecesIn, piecesOf } from '../../../src/webview/reader/marks/pieces';
import { createUnderlineLanes, lanesOf, mostLanes } from '../../../src/webview/reader/marks/underlineLanes';
import { shownRuns } from '../../../src/webview/reader/text/runs';
import { article, source } from './readerTexts';

const runs = shownRuns(article);
const { blocks } = article;
const isWord = (place: number) => blocks.some(({ start, end }) => start <= place && place < end);
const span = fc
  .tuple(fc.nat(source.length - 1), fc.integer({ min: 1, max: 120 }))
  .map(([start, length]): Span => ({ start, end: Math.min(source.length, start + length) }))
  .filter(({ start, end }) => isWord(start) && isWord(end - 1));
const spans = fc.array(span, { maxLength: 2 }).map((list) => tidySpans(list, source));
const change = fc.tuple(fc.constantFrom(...'abcdefgh'), spans);
const changes = fc.array(change, { minLength: 1, maxLength: 14 });

/** As the view does it: the intervals follow each change, and the lanes are told. */
function played(done: readonly (readonly [string, readonly Span[]])[]) {
  const intervals = createIntervals(article);
  const painting: Painting = { article, runs, intervals, lanes: createUnderlineLanes(article, intervals) };
  const model = new Map<string, readonly Span[]>();
  for (const [id, spans] of done) {
    model.set(id, spans);
    // Drawn in between, so that what is kept could be stale.
    piecesIn(painting, 0, blocks.length);
    painting.lanes.touch(intervals.set(id, spans));
  }
  return { painting, model };
}
const covers = (spans: readonly Span[], place: number) => spans.some(({ start, end }) => start <= place && place < end);
const shown = runs.flatMap((run) => Array.from({ length: run.end - run.start }, (_, i) => run.start + i));

test('every shown character is painted with just the annotations that hold it, each as often as its fragments do', () => {
  fc.assert(
    fc.property(changes, (done) => {
      const { painting, model } = played(done);
      const pieces = piecesIn(painting, 0, blocks.length);
      for (const place of shown) {
        const wanted = [...model].filter(([, spans]) => covers(spans, place)).map(([id]) => id);
        const painted = pieces.filter((piece) => covers([piece], place)).map(({ id }) => id);
        assert.deepEqual([...new Set(painted)].sort(), wanted.sort(), source.slice(place, place + 8));
      }
      for (const [id, spans] of model) {
        assert.deepEqual(
          piecesOf(painting, id, spans),
          pieces.filter((piece) => piece.id === id),
          'what speaks up is painted just over what is tagged',
        );
      }
    }),
  );
});

test('up to four deep no two underlines over a character are at one height', () => {
  fc.assert(
    fc.property(changes, (done) => {
      const { painting } = played(done);
      const pieces = piecesIn(painting, 0, blocks.length);
      for (const place of shown) {
        const here = painting.intervals
          .in(lastStartingBy(blocks, place))
          .filter((interval) => covers([interval], place));
        const lanes = pieces.filter((piece) => covers([piece], place)).map(({ lane }) => lane);
        assert.equal(lanes.length, here.length);
        // Those that are deeper than there is room for share the last lane.
        const above = lanes.filter((lane) => lane < mostLanes - 1);
        assert.equal(new Set(above).size, above.length, `${lanes} at ${source.slice(place, place + 8)}`);
      }
    }),
  );
});

test('lanes kept over changes are those that are worked out anew', () => {
  fc.assert(
    fc.property(changes, (done) => {
      const { painting, model } = played(done);
      const fresh = played([...model]).painting;
      const inWords = (one: Painting) =>
        piecesIn(one, 0, blocks.length)
          .map(({ id, start, end, lane }) => `${id} ${start} ${end} ${lane}`)
          .sort();
      // Of two spans with the same words either may be the upper one.
      const all = [...model.values()].flat().map(({ start, end }) => `${start} ${end}`);
      fc.pre(new Set(all).size === all.length);
      assert.deepEqual(inWords(painting), inWords(fresh));
    }),
  );
});

test('a change touches the blocks whose lanes it moves', () => {
  fc.assert(
    fc.property(changes, change, (done, last) => {
      const before = played(done);
      const lanes = (block: number) =>
        [...before.painting.lanes.in(block)]
          .map(([{ id, start, end }, lane]) => `${id} ${start} ${end} ${lane}`)
          .sort();
      const kept = blocks.map((_, i) => lanes(i));
      const touched = before.painting.lanes.touch(before.painting.intervals.set(...last));
      blocks.forEach((_, i) => {
        if (!touched.has(i)) assert.deepEqual(lanes(i), kept[i], String(i));
      });
    }),
  );
});

test('nested spans stand one below the other, the innermost on top', () => {
  const spans = [0, 1, 2, 3, 4].map((i) => ({ start: i * 10, end: 200 - i * 10 }));
  assert.deepEqual([...lanesOf(spans).values()], [0, 1, 2, 3, 3]);
  assert.deepEqual(
    spans.map((one) => lanesOf(spans).get(one)),
    [3, 3, 2, 1, 0],
  );
  const apart = [0, 1, 2].map((i) => ({ start: i * 10, end: i * 10 + 10 }));
  assert.deepEqual([...lanesOf(apart).values()], [0, 0, 0], 'what only touches does not overlap');
});
