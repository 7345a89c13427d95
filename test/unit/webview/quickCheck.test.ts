import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import { toReader } from '../../../src/messages';
import { quickCheck } from '../../../src/webview/reader/quickCheck';
import { stateOf } from './readerTexts';

const fits = quickCheck(toReader);
const state = stateOf({
  annotations: [
    {
      id: 'a',
      tag: 'claim',
      status: 'exact',
      score: 1,
      spans: [{ start: 1, end: 2 }],
      quote: 'x',
      attributes: { kind: 'policy', sure: true, of: ['a', 'b'], n: 2 },
    },
  ],
  arguments: [{ id: 'x', premises: ['a'], supports: 'b' }],
  notices: [{ severity: 'error', message: 'No.' }],
});

test('all that the host sends is known at once', () => {
  assert.ok(fits(state));
  assert.ok(fits({ type: 'do', action: 'hover' }));
  assert.ok(fits({ type: 'reveal', span: { start: 0, end: 4 }, focus: false }));
  assert.ok(
    fits({
      type: 'changes',
      from: 1,
      revision: 2,
      annotations: [],
      removedAnnotations: ['a'],
      arguments: [],
      removedArguments: [],
      links: [],
      removedLinks: [],
      dirty: true,
      gesture: 3,
    }),
  );
});

test('where it says yes, zod says yes and gives the same back, however the message is spoilt', () => {
  const paths: (string | number)[][] = [];
  const collect = (value: unknown, path: (string | number)[]): void => {
    paths.push(path);
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key]);
  };
  collect(state, []);
  const strange = fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      Number.NaN,
      -1,
      0.5,
      2 ** 60,
      '',
      'x'.repeat(201),
      [],
      {},
      [null],
      true,
      new Map(),
      Object.create({ a: 1 }),
    ),
    fc.anything(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths.slice(1)),
      strange,
      fc.option(fc.constantFrom('extra', '__proto__', 'toString')),
      (path, value, extra) => {
        const spoilt = structuredClone(state) as never;
        let parent = spoilt as Record<string | number, unknown>;
        for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
        const last = path.at(-1) as string | number;
        if (extra === null || Array.isArray(parent)) parent[last] = value;
        else Object.defineProperty(parent, extra, { value, enumerable: true, configurable: true, writable: true });
        if (!fits(spoilt)) return;
        const judged = toReader.safeParse(spoilt);
        assert.ok(judged.success, JSON.stringify(path));
        assert.deepEqual(judged.data, spoilt);
      },
    ),
    { numRuns: 2000 },
  );
});

test('what it does not know it leaves to zod', () => {
  for (const schema of [
    z.email(),
    z.string().trim(),
    z.strictObject({}),
    z.array(z.string()).min(1),
    z.date(),
    z.number().multipleOf(3),
    z.string().optional(),
  ]) {
    const check = quickCheck(schema);
    for (const value of ['a@example.org', ' a ', {}, ['a'], new Date(), 3, undefined])
      if (check(value)) assert.deepEqual(schema.parse(value), value);
  }
});
