import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Placement } from '../../../../src/core/annotation/placement';
import { spanIndexOf } from '../../../../src/core/annotation/spanIndex';
import type { Span } from '../../../../src/core/article/article';

const placed = (...places: readonly (readonly [number, number])[][]): Map<string, Placement> =>
  new Map(
    places.map((spans, i) => [
      `a${i}`,
      { status: 'exact', score: 1, spans: spans.map(([start, end]) => ({ start, end })) },
    ]),
  );

test('a place belongs to what starts at or before it and ends after it', () => {
  const index = spanIndexOf(placed([[2, 5]], [[5, 9]]));
  assert.deepEqual(
    [1, 2, 4, 5, 8, 9].map((offset) => index.at(offset)),
    [[], ['a0'], ['a0'], ['a1'], ['a1'], []],
  );
});

test('a caret right behind an annotation is at it where nothing follows', () => {
  const index = spanIndexOf(placed([[2, 5]], [[5, 9]]));
  assert.deepEqual(
    [5, 9, 10].map((offset) => index.atCaret(offset)),
    [['a1'], ['a1'], []],
  );
});

test('just these words are those of an annotation or of one of its fragments', () => {
  const index = spanIndexOf(
    placed(
      [[2, 9]],
      [[5, 9]],
      [
        [0, 1],
        [5, 9],
      ],
    ),
  );
  assert.deepEqual(index.on({ start: 5, end: 9 }), ['a1', 'a2']);
  assert.deepEqual(index.on({ start: 5, end: 8 }), []);
});

test('an annotation of several fragments counts by its whole length, and once', () => {
  const index = spanIndexOf(
    placed(
      [
        [0, 3],
        [10, 30],
      ],
      [[0, 8]],
    ),
  );
  assert.deepEqual(index.at(1), ['a1', 'a0']);
  assert.deepEqual(index.within({ start: 0, end: 40 }), ['a1', 'a0']);
});

test('orphans are nowhere, and one set of placements has one index', () => {
  const placements = placed([]);
  assert.deepEqual(spanIndexOf(placements).within({ start: 0, end: 1e9 }), []);
  assert.equal(spanIndexOf(placements), spanIndexOf(placements));
});

test('the index finds what looking at all annotations finds', () => {
  const span = fc
    .tuple(fc.nat(40), fc.nat(20))
    .map(([start, size]): readonly [number, number] => [start, start + size]);
  fc.assert(
    fc.property(
      fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 30 }),
      fc.nat(60),
      fc.nat(10),
      (places, start, size) => {
        const placements = placed(...places);
        const holding = (range: Span): string[] =>
          [...placements]
            .filter(([, { spans }]) =>
              spans.some((one) => one.start < range.end && one.end > range.start && one.start < one.end),
            )
            .map(([id]) => id);
        const sizeOf = (id: string): number =>
          placements.get(id)?.spans.reduce((sum, one) => sum + one.end - one.start, 0) ?? 0;
        const index = spanIndexOf(placements);
        const at = index.at(start);
        assert.deepEqual(at.toSorted(), holding({ start, end: start + 1 }).toSorted());
        assert.deepEqual(
          at.map(sizeOf),
          at.map(sizeOf).toSorted((a, b) => a - b),
        );
        const range = { start, end: start + size };
        assert.deepEqual(
          index.within(range).toSorted(),
          holding({ start, end: Math.max(start + 1, range.end) }).toSorted(),
        );
      },
    ),
    { numRuns: 300 },
  );
});
