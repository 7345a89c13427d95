import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertLinear } from './growth';

/** Adds up `times` numbers. */
function add(times: number): number {
  let sum = 0;
  for (let i = 0; i < times; i++) sum = (sum * 31 + i) | 0;
  return sum;
}

test('work that grows with its size is let through', () => {
  assertLinear(500_000, (size) => () => add(size));
});

test('work that grows with the square of its size is not', () => {
  assert.throws(() => assertLinear(1000, (size) => () => add(size * size)), /µs for 4000/);
});
