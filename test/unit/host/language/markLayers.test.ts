import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import type { Placements } from '../../../../src/core/annotation/placement';
import type { Span } from '../../../../src/core/article/article';
import { marksOf } from '../../../../src/host/language/markLayers';

function marks(spans: Readonly<Record<string, readonly Span[]>>): string[] {
  const annotations = Object.keys(spans).map((id) => ({ id, tag: 'claim', spans: [] }));
  const set: AnnotationSet = { annotations, arguments: [], links: [] };
  const placements: Placements = new Map(
    Object.entries(spans).map(([id, places]) => [id, { status: 'exact', score: 1, spans: places }]),
  );
  return marksOf(set, placements, defaultCodebook).map(({ id, start, end, layer }) => `${id} ${start}-${end} ${layer}`);
}

test('what stands alone is underlined in the first layer, fragments too', () => {
  assert.deepEqual(
    marks({
      a: [
        { start: 0, end: 5 },
        { start: 9, end: 12 },
      ],
      b: [{ start: 5, end: 8 }],
    }),
    ['a 0-5 0', 'b 5-8 0', 'a 9-12 0'],
  );
});

test('what is inside or crosses another is seen below it', () => {
  assert.deepEqual(
    marks({ outer: [{ start: 0, end: 20 }], inner: [{ start: 5, end: 8 }], over: [{ start: 15, end: 25 }] }),
    ['outer 0-20 0', 'inner 5-8 1', 'over 15-25 1'],
  );
});

test('three deep each has a layer, and what is deeper shares the last one', () => {
  const deep = (start: number): readonly Span[] => [{ start, end: 30 }];
  assert.deepEqual(marks({ a: deep(0), b: deep(5), c: deep(10), d: deep(15), e: [{ start: 30, end: 33 }] }), [
    'a 0-30 0',
    'b 5-30 1',
    'c 10-30 2',
    'd 15-30 2',
    'e 30-33 0',
  ]);
});

test('orphans and unstated ones have no marks', () => {
  assert.deepEqual(marks({ a: [], b: [{ start: 3, end: 3 }] }), []);
});
