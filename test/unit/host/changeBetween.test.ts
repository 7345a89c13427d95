import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeBetween } from '../../../src/host/changeBetween';

test('a change is told in whole lines', () => {
  assert.deepEqual(changeBetween('a\nbcd\ne\n', 'a\nbxd\ne\n'), { start: 2, end: 6, text: 'bxd\n' });
  assert.deepEqual(changeBetween('\na\n', 'x\na\n'), { start: 0, end: 1, text: 'x\n' });
  assert.deepEqual(changeBetween('a', 'b'), { start: 0, end: 1, text: 'b' });
  assert.equal(changeBetween('a\n', 'a\n'), undefined);
});

test('whatever the texts, the change makes one into the other, from the start of a line', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '🚢'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      if (!change) return assert.equal(before, after);
      const { start, end } = change;
      assert.equal(before.slice(0, start) + change.text + before.slice(end), after);
      assert.ok(start === 0 || before[start - 1] === '\n');
      assert.ok(end === before.length || before[end - 1] === '\n');
    }),
    { numRuns: 500 },
  );
});
