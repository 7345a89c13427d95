/* Undo after others' changes: an edit turns what it made, and nothing that somebody else has changed meanwhile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdit, type Edit, inverse, sameValue } from '../../../../src/core/annotation/edit';
import type { Annotation, AnnotationSet, Argument } from '../../../../src/core/annotation/model';

const claim: Annotation = { id: 'claim1', tag: 'claim', spans: [{ quote: 'Ports pay.' }] };
const argument: Argument = { id: 'argum1', premises: ['prem11'], supports: 'claim1' };

const setOf = (annotation: Annotation, one: Argument = argument): AnnotationSet => ({
  annotations: [annotation],
  arguments: [one],
  links: [],
});
const annotate = (before: Annotation, after: Annotation): Edit => ({
  label: 'Change',
  changes: [{ kind: 'annotation', id: before.id, before, after }],
});

test('taking back an attribute leaves those that another program has set', () => {
  const edit = annotate(claim, { ...claim, attributes: { kind: 'causal' } });
  const both = setOf({ ...claim, attributes: { kind: 'causal', strength: 'high' } });
  const { set, skipped } = applyEdit(both, inverse(edit));
  assert.deepEqual(set.annotations[0]?.attributes, { strength: 'high' });
  assert.deepEqual(skipped, []);
});

test('taking back the only attribute leaves no empty field', () => {
  const edit = annotate(claim, { ...claim, attributes: { kind: 'causal' } });
  const { set } = applyEdit(applyEdit(setOf(claim), edit).set, inverse(edit));
  assert.deepEqual(set.annotations[0], claim);
});

test('taking back a premise leaves those that another program has joined', () => {
  const after = { ...argument, premises: ['prem11', 'prem33'] };
  const edit: Edit = { label: 'Join', changes: [{ kind: 'argument', id: argument.id, before: argument, after }] };
  const both = setOf(claim, { ...argument, premises: ['prem11', 'prem22', 'prem33'] });
  assert.deepEqual(applyEdit(both, inverse(edit)).set.arguments[0]?.premises, ['prem11', 'prem22']);
});

test('a note that another program has rewritten is not taken back, and that is reported', () => {
  const edit = annotate(claim, { ...claim, note: 'mine' });
  const theirs = setOf({ ...claim, note: 'theirs' });
  const { set, skipped } = applyEdit(theirs, inverse(edit));
  assert.equal(set.annotations[0]?.note, 'theirs');
  assert.deepEqual(skipped, ['claim1']);
});

test('fields that the edit did not touch stay as they are now', () => {
  const edit = annotate(claim, { ...claim, tag: 'premise' });
  const theirs = setOf({ ...claim, tag: 'premise', note: 'theirs' });
  assert.deepEqual(applyEdit(theirs, inverse(edit)).set.annotations[0], { ...claim, note: 'theirs' });
});

test('a value that is no number is the same as itself, also in a list', () => {
  assert.ok(sameValue({ depth: [Number.NaN] }, { depth: [Number.NaN] }));
  assert.ok(!sameValue({ depth: [Number.NaN] }, { depth: [0] }));
});
