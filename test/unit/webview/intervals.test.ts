import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Span } from '../../../src/core/article/article';
import { createIntervals } from '../../../src/webview/reader/marks/intervals';
import { article, source } from './readerTexts';

/** Words: what is tagged neither begins nor ends in the white space between two blocks. */
const areWords = ({ start, end }: Span) =>
  [start, end - 1].every((place) => article.blocks.some((block) => block.start <= place && place < block.end));

test('after any changes the blocks hold just the spans that touch them, and a place all that hold it', () => {
  const span = fc
    .tuple(fc.nat(source.length - 1), fc.integer({ min: 1, max: 90 }))
    .map(([start, length]) => ({ start, end: Math.min(source.length, start + length) }))
    .filter(areWords);
  const change = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(span, { maxLength: 2 }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), fc.nat(source.length), (changes, offset) => {
      const intervals = createIntervals(article);
      const model = new Map<string, readonly Span[]>();
      for (const [id, spans] of changes) {
        model.set(id, spans);
        intervals.set(id, spans);
      }
      article.blocks.forEach((block, i) => {
        const wanted = [...model].flatMap(([id, spans]) =>
          spans
            .filter(({ start, end }) => start < block.end && end > block.start)
            .map(({ start, end }) => `${id} ${start} ${end}`),
        );
        assert.deepEqual(
          intervals
            .in(i)
            .map(({ id, start, end }) => `${id} ${start} ${end}`)
            .sort(),
          wanted.sort(),
        );
      });
      const inBlock = article.blocks.some(({ start, end }) => start <= offset && offset <= end);
      if (!inBlock) return;
      const found = intervals.at(offset);
      const wanted = [...model].flatMap(([id, spans]) =>
        spans.filter((span) => span.start <= offset && offset <= span.end).map(() => id),
      );
      assert.deepEqual(found.map(({ id }) => id).sort(), wanted.sort());
      const sizes = found.map(({ start, end }) => end - start);
      assert.deepEqual(
        sizes,
        [...sizes].sort((a, b) => a - b),
        'smallest first',
      );
    }),
  );
});

test('a change names the blocks where something came or went', () => {
  const intervals = createIntervals(article);
  const block = article.blocks.findIndex(({ kind }) => kind === 'paragraph');
  const { start } = article.blocks[block] ?? { start: 0 };
  assert.deepEqual([...intervals.set('a', [{ start, end: start + 3 }])], [block]);
  const last = article.blocks.length - 1;
  const moved = intervals.set('a', [{ start: article.blocks[last]?.start ?? 0, end: source.length }]);
  assert.deepEqual([...moved].sort(), [block, last].sort());
});
