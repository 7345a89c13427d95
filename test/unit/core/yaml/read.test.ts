import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { placesIn } from '../../../../src/core/problem';
import { nodeAt, startOf } from '../../../../src/core/yaml/nodes';
import { readYamlText } from '../../../../src/core/yaml/read';
import { Values } from '../../../../src/core/yaml/values';

/** Code and the text from its offset to the end of the line. */
const faultsIn = (text: string): string[] => {
  const { errors, warnings } = readYamlText(text);
  return [...errors, ...warnings].map(({ code, offset }) => `${code} ${text.slice(offset).split('\n')[0]}`);
};

test('each fault has its code and its offset', () => {
  assert.deepEqual(faultsIn('a: 1\nb: [1, {c: x}]\n'), []);
  assert.deepEqual(faultsIn('a: 1\nb: 2\na: 3\n'), ['duplicate-key a: 3']);
  assert.deepEqual(faultsIn('a: &x 1\nb: *x\nc: *y\n'), ['unknown-alias *y']);
  assert.deepEqual(faultsIn('a: 1\n---\nb: 2\n'), ['several-documents ---']);
  assert.deepEqual(faultsIn('a:\n  <<: {b: 1}\n'), ['merge-key <<: {b: 1}']);
  assert.equal(faultsIn('a: [1\nb: 2\n')[0]?.split(' ')[0], 'syntax');
  assert.deepEqual(
    faultsIn('['.repeat(20_000) + ']'.repeat(20_000)).map((fault) => fault.split(' ')[0]),
    ['too-deep'],
  );
});

test('values follow aliases, keep the first of a key that stands twice, and take no prototype', () => {
  const { root, survey } = readYamlText('a: &x {b: 1, b: 2}\nc: [*x, 0x10, null]\n__proto__: {d: 1}\n');
  const plain = JSON.stringify(new Values(survey.targets).of(root));
  assert.equal(plain, '{"a":{"b":1},"c":[{"b":1},16,null],"__proto__":{"d":1}}');
  assert.deepEqual(Object.keys(new Values(survey.targets, '__proto__').of(root) as object), ['a', 'c']);
});

test('an alias that leads in a circle, or to too much, is given up and said', () => {
  const circle = readYamlText('a: &x [*x]\n');
  const values = new Values(circle.survey.targets);
  values.of(circle.root);
  assert.equal(values.exceeded, true);
});

test('a path leads to its node, through aliases where they are given', () => {
  const text = 'a: &x {b: [1, two]}\nc: *x\n';
  const { root, survey } = readYamlText(text);
  const at = (path: (string | number)[], targets?: typeof survey.targets): string => {
    const { node, whole } = nodeAt(root, path, targets);
    return `${whole} ${text.slice(startOf(node)).split('\n')[0]}`;
  };
  assert.equal(at(['a', 'b', 1]), 'true two]}');
  assert.equal(at(['c', 'b', 1]), 'false *x');
  assert.equal(at(['c', 'b', 1], survey.targets), 'true two]}');
  assert.equal(at(['a', 'z', 1]), 'false {b: [1, two]}');
});

test('places agree with counting line by line, and a byte order mark takes no column', () => {
  assert.deepEqual(placesIn('\ufeffab\nc')(2), { line: 1, column: 2 });
  const piece = fc.constantFrom('a', '\n', '\r\n', '😀', '');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(), (pieces, n) => {
      const text = pieces.join('');
      const offset = n % (text.length + 1);
      const lines = text.slice(0, offset).split('\n');
      assert.deepEqual(placesIn(text)(offset), { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
    }),
    { numRuns: 300 },
  );
});
