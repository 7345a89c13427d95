import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attribute } from '../../../../src/core/annotation/codebook';
import { typedValue } from '../../../../src/core/annotation/typedValue';

const number: Attribute = { name: 'share', type: 'number', maximum: 2000 };

const problemOf = (attribute: Attribute, typed: string): string => {
  const read = typedValue(attribute, typed);
  return 'problem' in read ? read.problem : '';
};

test('a number may have a decimal point or comma', () => {
  const cases = { '3': 3, ' 0.5 ': 0.5, '0,5': 0.5, '-2,25': -2.25, '0,125': 0.125, '1000': 1000 };
  for (const [typed, value] of Object.entries(cases)) assert.deepEqual(typedValue(number, typed), { value }, typed);
});

test('a comma that may stand between thousands is asked about, not read as one or the other', () => {
  for (const typed of ['1,000', '-12,500', '1,000,000', '1,000.5', ' 20,000 '])
    assert.match(problemOf(number, typed), /without a comma/, typed);
});

test('what does not fit is told, half a number and what is out of bounds too', () => {
  for (const typed of ['many', '5e', '-', 'Infinity'])
    assert.match(problemOf(number, typed), /must be a number/, typed);
  assert.match(problemOf(number, '2001'), /at most/);
  assert.match(problemOf({ name: 'on', type: 'date' }, '2024-02-31'), /must be a date/);
});

test('other types are kept as typed, without the spaces around them, and nothing is no value', () => {
  assert.deepEqual(typedValue({ name: 'a', type: 'text' }, ' 1,000 '), { value: '1,000' });
  assert.deepEqual(typedValue({ name: 'a', type: 'date' }, ' 2024-02-29 '), { value: '2024-02-29' });
  for (const attribute of [number, { name: 'a', type: 'text' }, { name: 'a', type: 'date' }] as const)
    assert.deepEqual(typedValue(attribute, '  '), { value: undefined });
});
