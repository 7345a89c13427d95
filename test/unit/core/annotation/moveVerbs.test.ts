import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdit, inverse } from '../../../../src/core/annotation/edit';
import { analyst } from './analyst';

/** Two arguments: `both` (two premises) for the claim, `one` (a single one) for it. */
function atWork() {
  const ana = analyst();
  const claim = ana.tag('claim', 'Those who gain should pay.');
  const [first, second, third] = ['Ports', 'Ships', 'Critics'].map((words) => ana.tag('premise', words)) as [
    string,
    string,
    string,
  ];
  const argue = (...premises: string[]) =>
    ana.act({ verb: 'argue', premises, relation: 'supports', target: claim }).ids[0] ?? '';
  const [both, one] = [argue(first, second), argue(third)];
  const premisesOf = (id: string) => ana.set.arguments.find((argument) => argument.id === id)?.premises;
  return { ana, claim, first, second, third, both, one, premisesOf };
}

test('a premise moves to another argument in one edit, and back by its inverse', () => {
  const { ana, first, second, third, both, one, premisesOf } = atWork();
  const before = ana.set;
  const { edit, ids } = ana.act({ verb: 'movePremises', from: [{ argument: both, premise: first }], into: one });
  assert.equal(edit.label, 'Move Premise');
  assert.deepEqual(ids, [one]);
  assert.deepEqual([premisesOf(both), premisesOf(one)], [[second], [third, first]]);
  assert.deepEqual(applyEdit(ana.set, inverse(edit)).set, before);
});

test('an argument goes with the last premise that moves out of it', () => {
  const { ana, first, second, third, both, one, premisesOf } = atWork();
  const from = [first, second].map((premise) => ({ argument: both, premise }));
  const { edit, also } = ana.act({ verb: 'movePremises', from, into: one });
  assert.equal(edit.label, 'Move Premises');
  assert.match(also ?? '', /^1 argument goes with it: /);
  assert.deepEqual([premisesOf(both), premisesOf(one)], [undefined, [third, first, second]]);
});

test('several premises leave several arguments in one edit', () => {
  const { ana, first, third, both, one, second, premisesOf } = atWork();
  const from = [
    { argument: both, premise: first },
    { argument: one, premise: third },
  ];
  assert.equal(ana.act({ verb: 'movePremises', from }).edit.label, 'Remove Premises');
  assert.deepEqual([premisesOf(both), premisesOf(one)], [[second], undefined]);
});

test('what cannot move is refused as a whole', () => {
  const { ana, claim, first, second, both, one } = atWork();
  const undercut = ana.act({ verb: 'argue', premises: [second], relation: 'attacks', target: one }).ids[0] ?? '';
  const before = ana.set;
  const move = (argument: string, premise: string, into?: string) =>
    ana.refusal({ verb: 'movePremises', from: [{ argument, premise }], ...(into !== undefined && { into }) });
  assert.match(move(both, claim), /not a premise of that argument/);
  assert.match(move('ghost', first), /any more/);
  assert.match(move(both, first, 'ghost'), /any more/);
  assert.match(move(both, second, one), /undercuts that very argument/);
  const [only = ''] = ana.set.arguments.find(({ id }) => id === one)?.premises ?? [];
  assert.match(move(one, only, undercut), /goes with it/);
  assert.match(ana.refusal({ verb: 'movePremises', from: [] }), /No premise is selected/);
  assert.equal(ana.set, before);
});

test('an unstated premise comes with the argument that it makes, in one edit', () => {
  const { ana, claim } = atWork();
  const gesture = { verb: 'addUnstated', wording: 'Costs follow gains.', tag: 'premise', supports: claim } as const;
  const { edit, ids } = ana.act(gesture);
  assert.equal(edit.changes.length, 2);
  assert.deepEqual(ana.set.arguments.find(({ premises }) => premises[0] === ids[0])?.supports, claim);
  assert.match(ana.refusal(gesture), /there already/);
  assert.match(ana.refusal({ ...gesture, wording: 'x', supports: 'ghost' }), /any more/);
});
