import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf, formsOf, type Wanted } from '../../run/translations';

const wanted: Wanted = {
  texts: new Map([
    ['{0} has no {1}.', '{0} has no {1}.'],
    ['Set `a.b` in [here](command:x)', 'Set `a.b` in [here](command:x)'],
    ['{0} day', '{0} day'],
    ['{0} days', '{0} days'],
  ]),
  many: new Set(['{0} days']),
  counted: new Set(['{0} day', '{0} days']),
};
const german = {
  '{0} has no {1}.': '{1} fehlt in {0}.',
  'Set `a.b` in [here](command:x)': 'Setzen Sie `a.b` [hier](command:x)',
  '{0} day': 'Ein Tag',
  '{0} days': '{0} Tage',
};

test('a whole translation has no faults, and may leave the count of one thing unsaid', () => {
  assert.deepEqual(faultsOf(german, wanted, 'de'), []);
});

test('what is missing, left over, or says other values is told', () => {
  const { '{0} day': _, ...rest } = german;
  const faults = faultsOf(
    { ...rest, '{0} has no {1}.': '{0} fehlt {2}.', Old: 'Alt', '{0} days#few': '{0} Tage' },
    wanted,
    'de',
  );
  assert.deepEqual(faults, [
    'has other values than English in “{0} has no {1}.”: {1}, {2}.',
    'lacks “{0} day”.',
    'has “Old”, which is not said any more.',
    'has “{0} days#few”, which is not said any more.',
  ]);
});

test('code and the addresses of links must stay', () => {
  const faults = faultsOf(
    { ...german, 'Set `a.b` in [here](command:x)': 'Setzen Sie `a.c` [hier](command:y)' },
    wanted,
    'de',
  );
  assert.match(faults.join(), /`a\.b`, \]\(command:x\), `a\.c`, \]\(command:y\)/);
});

test('a language has the forms that its everyday counts take', () => {
  assert.deepEqual(formsOf('de'), []);
  assert.deepEqual(formsOf('fr'), []);
  assert.deepEqual(formsOf('ar').sort(), ['few', 'many', 'two', 'zero']);
  assert.deepEqual(faultsOf({ ...german, '{0} days#few': '{0} أيام' }, wanted, 'ar'), []);
});
