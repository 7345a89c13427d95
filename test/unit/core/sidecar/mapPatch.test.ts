import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isMap, parse, stringify } from 'yaml';
import type { ValueMap } from '../../../../src/core/sidecar/entryText';
import { patchedMapText } from '../../../../src/core/sidecar/mapPatch';

const key = fc.constantFrom('id', 'tag', 'note', 'of others');
const { map } = fc.letrec<{ map: ValueMap; value: unknown }>((tie) => ({
  map: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<ValueMap>,
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'two words', '', 1, true, null),
    tie('map'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
}));

const patched = (text: string, target: ValueMap) =>
  patchedMapText(text, (root) => (isMap(root) ? root : undefined), target, [], '\n');

test('a map comes to say what it should, or is given up, in whatever shape its values are', () => {
  const written = fc.tuple(map, fc.boolean()).map(([value, json]) => (json ? JSON.stringify(value) : stringify(value)));
  fc.assert(
    fc.property(written, map, (text, target) => {
      const after = patched(text, target);
      if (after !== undefined) assert.deepEqual(parse(after), target);
    }),
    { numRuns: 300 },
  );
});

test('an id that is a list or a map is compared by what it says', () => {
  const after = patched('list:\n  - id: [a] # one\n  - id: [b] # two\n', { list: [{ id: ['b'], tag: 'claim' }] });
  assert.equal(after, 'list:\n  - id: [b] # two\n    tag: claim\n');
});
