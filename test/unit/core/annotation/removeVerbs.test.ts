import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdit, inverse } from '../../../../src/core/annotation/edit';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import { analyst } from './analyst';

/** c is supported by p1 + p2 (a1) and by p3 (a2); x undercuts a1 (u1), y undercuts u1 (u2); z rephrases c. */
const set: AnnotationSet = {
  annotations: ['c', 'p1', 'p2', 'p3', 'x', 'y', 'z'].map((id) => ({
    id,
    tag: 'claim',
    spans: [],
    wording: `Words of ${id}`,
  })),
  arguments: [
    { id: 'a1', premises: ['p1', 'p2'], supports: 'c' },
    { id: 'a2', premises: ['p3'], supports: 'c' },
    { id: 'u1', premises: ['x'], attacks: 'a1' },
    { id: 'u2', premises: ['y'], attacks: 'u1' },
  ],
  links: [
    { id: 'l1', from: 'z', rephrases: 'c' },
    { id: 'l2', from: 'z', rephrases: '../b.txt#c' },
  ],
};
const idsOf = ({ annotations, arguments: inferences, links }: AnnotationSet): string[] =>
  [...annotations, ...inferences, ...links].map(({ id }) => id);

test('an annotation leaves the premises of arguments, which stay with the others', () => {
  const ana = analyst(set);
  const { edit, also, ids } = ana.act({ verb: 'remove', ids: ['p1'] });
  assert.equal(edit.label, 'Delete Annotation');
  assert.deepEqual(ids, []);
  assert.deepEqual(ana.set.arguments[0]?.premises, ['p2']);
  assert.equal(also, '1 argument loses a premise: “Words of p1” and “Words of p2” support “Words of c”.');
});

test('an argument goes with its target, and what attacks it goes too, all the way', () => {
  const ana = analyst(set);
  const { also, edit } = ana.act({ verb: 'remove', ids: ['c'] });
  assert.deepEqual(idsOf(ana.set), ['p1', 'p2', 'p3', 'x', 'y', 'z', 'l2']);
  assert.match(
    also ?? '',
    /^4 arguments go with it: .*“Words of p3” supports “Words of c”; .*; and 1 more\. 1 link goes with it\.$/,
  );
  assert.deepEqual(applyEdit(ana.set, inverse(edit)).set, set, 'one undo brings all back');
});

test('an argument goes with its last premise, and keeps its other annotations', () => {
  const ana = analyst(set);
  const { also } = ana.act({ verb: 'remove', ids: ['p1', 'p2'] });
  assert.deepEqual(idsOf(ana.set), ['c', 'p3', 'x', 'y', 'z', 'a2', 'l1', 'l2']);
  assert.match(also ?? '', /^3 arguments go with them: /);
});

test('arguments and links are deleted alike, and nothing is said where nothing else goes', () => {
  const ana = analyst(set);
  assert.equal(ana.act({ verb: 'remove', ids: ['u2'] }).edit.label, 'Delete Argument');
  const links = ana.act({ verb: 'remove', ids: ['l1', 'l2'] });
  assert.equal(links.edit.label, 'Delete 2 Links');
  assert.equal(links.also, undefined);
  assert.equal(ana.act({ verb: 'remove', ids: ['u1', 'z'] }).edit.label, 'Delete 2 Entries');
});

test('what is asked for is not said to go along, and what is gone is passed over', () => {
  const ana = analyst(set);
  const { also } = ana.act({ verb: 'remove', ids: ['a1', 'u1', 'u2', 'gone'] });
  assert.equal(also, undefined);
  assert.match(ana.refusal({ verb: 'remove', ids: ['a1'] }), /“a1” any more/);
  assert.match(ana.refusal({ verb: 'remove', ids: [] }), /Nothing is selected/);
});

test('a premise dropped leaves the argument, the last one takes it along', () => {
  const ana = analyst(set);
  assert.deepEqual(ana.act({ verb: 'dropPremise', argument: 'a1', premise: 'p1' }).ids, ['a1']);
  assert.match(ana.refusal({ verb: 'dropPremise', argument: 'a1', premise: 'p1' }), /not a premise of that argument/);
  const { also, edit } = ana.act({ verb: 'dropPremise', argument: 'a1', premise: 'p2' });
  assert.equal(edit.label, 'Remove Premise');
  assert.match(also ?? '', /^3 arguments go with it: “Words of p2” supports “Words of c”; /);
  assert.deepEqual(idsOf(ana.set).slice(7), ['a2', 'l1', 'l2']);
  assert.match(ana.refusal({ verb: 'dropPremise', argument: 'a1', premise: 'p2' }), /any more/);
});

test('references that led nowhere before are left as they are', () => {
  const broken: AnnotationSet = {
    ...set,
    arguments: [{ id: 'a9', premises: ['p1', 'ghost'], supports: 'nobody' }],
    links: [],
  };
  const ana = analyst(broken);
  ana.act({ verb: 'remove', ids: ['p3'] });
  assert.deepEqual(ana.set.arguments, broken.arguments);
  ana.act({ verb: 'remove', ids: ['p1'] });
  assert.deepEqual(ana.set.arguments[0]?.premises, ['ghost']);
});

test('arguments that attack each other or themselves are taken out without end', () => {
  const circle: AnnotationSet = {
    ...set,
    arguments: [
      { id: 'a', premises: ['x'], attacks: 'b' },
      { id: 'b', premises: ['y'], attacks: 'a' },
      { id: 'own', premises: ['z'], attacks: 'own' },
    ],
  };
  const ana = analyst(circle);
  const edits = [ana.act({ verb: 'remove', ids: ['a'] }).edit, ana.act({ verb: 'remove', ids: ['own'] }).edit];
  assert.deepEqual(ana.set.arguments, []);
  const back = edits.reverse().reduce((now, edit) => applyEdit(now, inverse(edit)).set, ana.set);
  assert.deepEqual(back, circle);
});
