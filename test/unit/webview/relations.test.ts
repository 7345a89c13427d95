import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Argument, emptySet } from '../../../src/core/annotation/model';
import { inTextOrder } from '../../../src/core/annotation/order';
import type { PlacedAnnotation } from '../../../src/messages/content';
import { candidatesFor, matching } from '../../../src/webview/reader/input/targets';
import { assignLanes } from '../../../src/webview/reader/margin/bracketLanes';
import { inOrder, neighbours } from '../../../src/webview/reader/model/relations';
import { modelOf } from '../../../src/webview/reader/model/store';
import { stateOf } from './readerTexts';

const placed = (id: string, start: number, end: number, quote = id): PlacedAnnotation => ({
  id,
  tag: 'claim',
  status: 'exact',
  score: 1,
  spans: [{ start, end }],
  quote,
});
const entries = (annotations: PlacedAnnotation[], args: Argument[]) => ({
  annotations: new Map(annotations.map((one) => [one.id, one])),
  arguments: new Map(args.map((one) => [one.id, one])),
  links: new Map(),
  attributes: {},
});
const all = [placed('c', 40, 50), placed('p', 0, 5), placed('q', 10, 20), placed('r', 22, 30), placed('s', 31, 39)];
const args: Argument[] = [
  { id: 'x', premises: ['p', 'q'], supports: 'c' },
  { id: 'y', premises: ['r'], attacks: 'c' },
  { id: 'z', premises: ['s'], attacks: 'x' },
];

test('who speaks up with an annotation: reasons for it and against it, undercutters, and what it is a reason for', () => {
  const set = entries(all, args);
  assert.deepEqual(Object.fromEntries(neighbours(set, 'c')), {
    p: 'supports',
    q: 'supports',
    r: 'attacks',
    s: 'attacks',
  });
  assert.deepEqual(Object.fromEntries(neighbours(set, 'p')), { c: 'supports', q: 'supports' });
  assert.deepEqual(Object.fromEntries(neighbours(set, 's')), { p: 'attacks', q: 'attacks', c: 'attacks' });
  assert.deepEqual([...neighbours(set, 'nobody')], []);
});

test('the order of reading: by start, the longer one first', () => {
  const set = entries(
    [
      placed('late', 9, 12),
      placed('inner', 3, 5),
      placed('outer', 3, 9),
      { id: 'u', tag: 'claim', status: 'unstated', score: 1, spans: [], quote: '' },
    ],
    [],
  );
  assert.deepEqual(
    inOrder(set.annotations).map(({ id }) => id),
    ['outer', 'inner', 'late'],
  );
});

test('the order of reading is that of trees and lists, also where annotations of several fragments begin at one place', () => {
  const span = fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 4 })).map(([gap, length]) => ({ gap, length }));
  const someSpans = fc.array(span, { minLength: 1, maxLength: 3 }).map((parts) => {
    let at = 0;
    return parts.map(({ gap, length }) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });
  fc.assert(
    fc.property(fc.array(someSpans, { maxLength: 6 }), (places) => {
      const annotations = places.map((spans, i) => ({ ...placed(`a${i}`, 0, 0), spans }));
      const set = { ...emptySet, annotations: annotations.map(({ id, tag }) => ({ id, tag, spans: [] })) };
      const placements = new Map(annotations.map(({ id, status, score, spans }) => [id, { status, score, spans }]));
      assert.deepEqual(
        inOrder(new Map(annotations.map((one) => [one.id, one]))).map(({ id }) => id),
        inTextOrder({ set, placements }).map(({ id }) => id),
      );
    }),
  );
});

test('brackets that overlap get different lanes, and those without one are left out', () => {
  const extents = [
    { id: 'long', start: 0, end: 100 },
    { id: 'short', start: 10, end: 20 },
    { id: 'other', start: 40, end: 60 },
    { id: 'third', start: 15, end: 90 },
    { id: 'fourth', start: 12, end: 95 },
  ];
  const lanes = assignLanes(extents, 3);
  assert.equal(lanes.get('short'), lanes.get('other'));
  assert.equal(new Set([lanes.get('short'), lanes.get('third'), lanes.get('fourth')]).size, 3);
  assert.equal(lanes.has('long'), false);
});

test('targets: not oneself, the nearest first, arguments too; all typed words have to be there, accents or not', () => {
  const model = modelOf(
    stateOf({
      annotations: [
        placed('p', 0, 5, 'Café prices'),
        placed('q', 60, 70, 'far away'),
        placed('r', 10, 20, 'near café'),
      ],
      arguments: [{ id: 'x', premises: ['q'], supports: 'r' }],
    }),
  );
  const candidates = candidatesFor(model, { premises: ['p'], relation: 'attacks' });
  assert.deepEqual(
    candidates.map(({ id }) => id),
    ['r', 'q', 'x'],
  );
  assert.match(candidates.at(-1)?.words ?? '', /^undercut: “far away” supports “near café”$/);
  assert.deepEqual(
    matching(candidates, 'CAFE near').map(({ id }) => id),
    ['r', 'x'],
  );
  // Letters of full width, as input methods type them.
  assert.deepEqual(
    matching(candidates, 'ｆａｒ').map(({ id }) => id),
    ['q', 'x'],
  );
  assert.deepEqual(matching(candidates, 'away nothing'), []);
  assert.equal(matching(candidates, ' ').length, 3);
  assert.deepEqual(
    candidatesFor(model, { premises: ['r'], relation: 'supports' }).map(({ id }) => id),
    ['p', 'q'],
    'no argument for oneself',
  );
});
