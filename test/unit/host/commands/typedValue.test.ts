import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typedProblem, typedValue } from '../../../../src/host/commands/typedValue';

const number = { type: 'number' } as const;

test('a number may have a decimal point or comma', () => {
  const cases = { '3': 3, ' 0.5 ': 0.5, '0,5': 0.5, '-2,25': -2.25, '0,125': 0.125, '1000': 1000 };
  for (const [typed, value] of Object.entries(cases)) {
    assert.equal(typedValue(number, typed), value, typed);
    assert.equal(typedProblem(number, typed), undefined, typed);
  }
});

test('a comma that may stand between thousands is asked about, not read as one or the other', () => {
  for (const typed of ['1,000', '-12,500', '1,000,000', '1,000.5', ' 20,000 ']) {
    assert.ok(Number.isNaN(typedValue(number, typed)), typed);
    assert.match(typedProblem(number, typed) ?? '', /without a comma/, typed);
  }
  assert.ok(Number.isNaN(typedValue(number, 'many')));
});

test('other types are kept as typed, without the spaces around them', () => {
  assert.equal(typedValue({ type: 'text' }, ' 1,000 '), '1,000');
  assert.equal(typedProblem({ type: 'text' }, '1,000'), undefined);
});
