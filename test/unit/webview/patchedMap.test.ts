import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedIds, patched } from '../../../src/webview/reader/model/patchedMap';

/** An entry is its number; one that is not there is undefined. */
const patch = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 150 }).map(String), fc.option(fc.nat(3), { nil: undefined })),
  {
    maxLength: 60,
  },
);

function naively(map: ReadonlyMap<string, number>, entries: readonly (readonly [string, number | undefined])[]) {
  const after = new Map(map);
  for (const [id, entry] of new Map(entries)) {
    if (entry === undefined) after.delete(id);
    else after.set(id, entry);
  }
  return after;
}

test('a patched map is the map that copies would have made, and what differs between two of them is found', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(patch, fc.nat(4)), { minLength: 1, maxLength: 5 }), (patches) => {
      const first = new Map([...Array(120).keys()].map((id) => [String(id), 0]));
      const maps: ReadonlyMap<string, number>[] = [first];
      const models: ReadonlyMap<string, number>[] = [first];
      for (const [entries, on] of patches) {
        maps.push(patched(maps[on % maps.length] ?? first, new Map(entries)));
        models.push(naively(models[on % models.length] ?? first, entries));
      }
      for (const [i, map] of maps.entries()) {
        const model = models[i] ?? first;
        assert.equal(map.size, model.size);
        assert.deepEqual(new Map(map), model, 'entries');
        assert.deepEqual([...map.values()].sort(), [...model.values()].sort(), 'values');
        for (let id = 0; id <= 150; id++) assert.equal(map.get(String(id)), model.get(String(id)));
        for (let id = 0; id <= 150; id++) assert.equal(map.has(String(id)), model.has(String(id)));
        for (const [j, other] of models.entries()) {
          const ids = [...new Set([...model.keys(), ...other.keys()])].filter((id) => model.get(id) !== other.get(id));
          assert.deepEqual([...changedIds(map, maps[j] ?? first)].sort(), ids.sort());
        }
      }
    }),
  );
});

test('a map stays the same object where a patch says what it says, and keeps the places of its entries', () => {
  const map = patched(new Map(Object.entries({ a: 1, b: 2, c: 3 })), new Map([['d', 4]]));
  assert.equal(patched(map, new Map()), map);
  assert.equal(
    patched(
      map,
      new Map([
        ['b', 2],
        ['gone', undefined],
      ] as const),
    ),
    map,
  );
  const after = patched(
    map,
    new Map([
      ['e', 5],
      ['b', 20],
      ['a', undefined],
    ] as const),
  );
  assert.deepEqual(
    [...after],
    [
      ['b', 20],
      ['c', 3],
      ['d', 4],
      ['e', 5],
    ],
  );
  const seen: unknown[] = [];
  after.forEach((entry, id) => {
    seen.push([id, entry]);
  });
  assert.deepEqual(seen, [...after]);
  assert.deepEqual([...after.keys()], ['b', 'c', 'd', 'e']);
});
