import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexOf } from '../../../../src/core/annotation/model';
import { type Analyst, analyst } from './analyst';

interface Scene {
  readonly ana: Analyst;
  readonly claim: string;
  readonly premise: string;
  readonly evidence: string;
  readonly counter: string;
}

function scene(): Scene {
  const ana = analyst();
  return {
    ana,
    claim: ana.tag('claim', 'Those who gain should pay.'),
    premise: ana.tag('premise', 'each metre costs more'),
    evidence: ana.tag('evidence', 'In 2023 the bill passed ninety million.'),
    counter: ana.tag('claim', 'a levy would push ships away'),
  };
}

const argumentOf = (ana: Analyst, id: string | undefined) => indexOf(ana.set).arguments.get(id ?? '');

test('premises onto an annotation make an argument', () => {
  const { ana, claim, premise, evidence, counter } = scene();
  const support = ana.act({
    verb: 'argue',
    premises: [premise, evidence, premise],
    relation: 'supports',
    target: claim,
  });
  assert.equal(support.edit.label, 'Add Support');
  assert.deepEqual(argumentOf(ana, support.ids[0]), {
    id: support.ids[0],
    premises: [premise, evidence],
    supports: claim,
    by: 'ana',
    at: '2026-11-24T12:00:00Z',
  });
  const attack = ana.act({ verb: 'argue', premises: [counter], relation: 'attacks', target: claim, id: 'a8f4zn' });
  assert.equal(attack.edit.label, 'Add Attack');
  assert.deepEqual(attack.ids, ['a8f4zn']);
  assert.equal(argumentOf(ana, 'a8f4zn')?.attacks, claim);
});

test('arguments stand by id', () => {
  const { ana, claim, premise, evidence, counter } = scene();
  for (const [id, premises] of [
    ['m', premise],
    ['c', evidence],
    ['x', counter],
    ['e', evidence],
  ] as const) {
    ana.act({ verb: 'argue', premises: [premises], relation: id === 'e' ? 'attacks' : 'supports', target: claim, id });
  }
  assert.deepEqual(
    ana.set.arguments.map(({ id }) => id),
    ['c', 'e', 'm', 'x'],
  );
});

test('supporting an argument joins its premises', () => {
  const { ana, claim, premise, evidence } = scene();
  const [id = ''] = ana.act({ verb: 'argue', premises: [premise], relation: 'supports', target: claim }).ids;
  const joined = ana.act({ verb: 'argue', premises: [evidence, premise], relation: 'supports', target: id });
  assert.deepEqual(joined.ids, [id]);
  assert.deepEqual(argumentOf(ana, id)?.premises, [premise, evidence]);
  assert.match(ana.refusal({ verb: 'argue', premises: [evidence], relation: 'supports', target: id }), /already/);
  assert.match(
    ana.refusal({ verb: 'argue', premises: [claim], relation: 'supports', target: id }),
    /cannot be its premise/,
  );
});

test('attacking an argument undercuts it', () => {
  const { ana, claim, premise, counter } = scene();
  const [id = ''] = ana.act({ verb: 'argue', premises: [premise], relation: 'supports', target: claim }).ids;
  const undercut = ana.act({ verb: 'argue', premises: [counter], relation: 'attacks', target: id });
  assert.equal(undercut.edit.label, 'Add Undercut');
  assert.equal(argumentOf(ana, undercut.ids[0])?.attacks, id);
  assert.match(
    ana.refusal({ verb: 'argue', premises: [counter], relation: 'attacks', target: id }),
    /undercut by this already/,
  );
  assert.match(
    ana.refusal({ verb: 'argue', premises: [premise], relation: 'attacks', target: id }),
    /cannot undercut it/,
  );
  assert.match(
    ana.refusal({ verb: 'argue', premises: [counter], relation: 'supports', target: id }),
    /undercuts that very argument/,
  );
  assert.match(
    ana.refusal({ verb: 'argue', premises: [premise], relation: 'supports', target: undercut.ids[0] ?? '' }),
    /premise of the argument that is undercut/,
  );
});

test('an argument that supports an argument is refused with the hint of the format', () => {
  const { ana, claim, premise, evidence } = scene();
  const [first = ''] = ana.act({ verb: 'argue', premises: [premise], relation: 'supports', target: claim }).ids;
  const [second = ''] = ana.act({ verb: 'argue', premises: [evidence], relation: 'supports', target: claim }).ids;
  assert.match(
    ana.refusal({ verb: 'argue', premises: [second], relation: 'supports', target: first }),
    /unstated premise/,
  );
  assert.match(
    ana.refusal({ verb: 'argue', premises: [second], relation: 'attacks', target: first }),
    /cannot be a premise/,
  );
});

test('nothing is its own reason or objection, and nothing is said twice', () => {
  const { ana, claim, premise, evidence } = scene();
  assert.match(
    ana.refusal({ verb: 'argue', premises: [claim], relation: 'supports', target: claim }),
    /cannot support itself/,
  );
  assert.match(
    ana.refusal({ verb: 'argue', premises: [premise, claim], relation: 'attacks', target: claim }),
    /cannot attack itself/,
  );
  ana.act({ verb: 'argue', premises: [premise, evidence], relation: 'supports', target: claim });
  assert.match(
    ana.refusal({ verb: 'argue', premises: [evidence, premise], relation: 'supports', target: claim }),
    /there already/,
  );
  assert.ok(
    ana.act({ verb: 'argue', premises: [evidence], relation: 'supports', target: claim }),
    'a reason by itself as well',
  );
  assert.ok(
    ana.act({ verb: 'argue', premises: [claim], relation: 'supports', target: premise }),
    'authors do argue in circles',
  );
});

test('what is not there any more, or is no annotation, is refused', () => {
  const { ana, claim, premise } = scene();
  assert.match(
    ana.refusal({ verb: 'argue', premises: ['gone'], relation: 'supports', target: claim }),
    /“gone” any more/,
  );
  assert.match(
    ana.refusal({ verb: 'argue', premises: [premise], relation: 'supports', target: 'gone' }),
    /“gone” any more/,
  );
  assert.match(
    ana.refusal({ verb: 'argue', premises: [], relation: 'supports', target: claim }),
    /No premise is selected/,
  );
  ana.set = { ...ana.set, links: [{ id: 'm2d6hy', from: claim, rephrases: premise }] };
  assert.match(
    ana.refusal({ verb: 'argue', premises: [premise], relation: 'supports', target: 'm2d6hy' }),
    /That is a link/,
  );
});

test('an unstated premise is added last and joins its argument in one edit', () => {
  const { ana, claim, premise } = scene();
  const [argument = ''] = ana.act({ verb: 'argue', premises: [premise], relation: 'supports', target: claim }).ids;
  const { edit, ids } = ana.act({
    verb: 'addUnstated',
    wording: '  Costs\r\nfollow gains. ',
    tag: 'premise',
    argument,
  });
  assert.equal(edit.label, 'Add Unstated Premise');
  assert.deepEqual(ana.set.annotations.at(-1), {
    id: ids[0],
    tag: 'premise',
    spans: [],
    wording: 'Costs\nfollow gains.',
    by: 'ana',
    at: '2026-11-24T12:00:00Z',
  });
  assert.deepEqual(argumentOf(ana, argument)?.premises, [premise, ids[0]]);
});

test('an unstated premise is not made twice: it joins, or is refused', () => {
  const { ana, claim, premise, evidence } = scene();
  const [id = ''] = ana.act({ verb: 'addUnstated', wording: 'Costs follow gains.', tag: 'premise' }).ids;
  assert.match(ana.refusal({ verb: 'addUnstated', wording: 'Costs follow gains.', tag: 'premise' }), /already/);
  const [argument = ''] = ana.act({ verb: 'argue', premises: [premise], relation: 'supports', target: claim }).ids;
  ana.act({ verb: 'addUnstated', wording: 'Costs follow gains.', tag: 'premise', argument });
  assert.deepEqual(argumentOf(ana, argument)?.premises, [premise, id]);
  assert.match(ana.refusal({ verb: 'addUnstated', wording: ' \n', tag: 'premise' }), /Write it in your own words/);
  assert.match(ana.refusal({ verb: 'addUnstated', wording: 'x', tag: 'premise', argument: evidence }), /any more/);
  assert.match(ana.refusal({ verb: 'addUnstated', wording: 'x', tag: 'nonsense' }), /no tag “nonsense”/);
});
