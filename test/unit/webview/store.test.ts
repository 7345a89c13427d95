import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Argument } from '../../../src/core/annotation/model';
import type { PlacedAnnotation } from '../../../src/messages/content';
import { changedIds } from '../../../src/webview/reader/model/patchedMap';
import { quoteIn } from '../../../src/webview/reader/model/quoteIn';
import { modelOf, withChanges, withGesture, withoutGesture } from '../../../src/webview/reader/model/store';
import { changesOf, source, stateOf } from './readerTexts';

function placed(id: string, words: string, tag = 'claim'): PlacedAnnotation {
  const start = source.indexOf(words);
  return { id, tag, status: 'exact', score: 1, spans: [{ start, end: start + words.length }], quote: words };
}
const argument = (id: string, premises: string[], supports: string): Argument => ({ id, premises, supports });
const state = stateOf({
  annotations: [placed('a', 'has asked'), placed('b', 'draws fees'), placed('c', 'That is all')],
  arguments: [argument('x', ['a', 'b'], 'c'), argument('y', ['c'], 'a')] as never,
});

test('a gesture is painted, its confirmation replaces the painting', () => {
  const model = modelOf(state);
  const start = source.indexOf('Second');
  const gesture = { verb: 'tag' as const, tag: 'premise', spans: [{ start: start - 2, end: start + 6 }], id: 'new1' };
  const painted = withGesture(model, 1, gesture);
  assert.deepEqual(painted.annotations.get('new1')?.spans, [{ start, end: start + 6 }], 'tidied as the host will');
  assert.equal(quoteIn(painted.article, painted.annotations.get('new1') ?? { spans: [] }), 'Second');
  assert.equal(painted.confirmed.annotations.has('new1'), false);
  const confirmed = withChanges(painted, changesOf({ gesture: 1, annotations: [placed('new2', 'Second', 'premise')] }));
  assert.ok(confirmed);
  assert.equal(confirmed.annotations.has('new1'), false, 'the host has chosen another id');
  assert.equal(confirmed.annotations.has('new2'), true);
  assert.equal(confirmed.pending.length, 0);
  assert.equal(withoutGesture(painted, 1).annotations.has('new1'), false);
});

test('gestures made before the answer to an earlier one stay painted over it', () => {
  let model = modelOf(state);
  model = withGesture(model, 1, { verb: 'retag', ids: ['a'], tag: 'premise' });
  model = withGesture(model, 2, { verb: 'write', ids: ['a'], field: 'note', value: ' mine ' });
  const next = withChanges(model, changesOf({ gesture: 1, annotations: [placed('a', 'has asked', 'premise')] }));
  assert.equal(next?.annotations.get('a')?.note, 'mine');
  assert.equal(next?.annotations.get('a')?.tag, 'premise');
  assert.equal(next?.confirmed.annotations.get('a')?.note, undefined);
});

test('a missing revision asks for the whole state, an old one changes nothing', () => {
  const model = modelOf({ ...state, revision: 5 });
  assert.equal(withChanges(model, changesOf({ from: 6, revision: 7 })), undefined);
  const old = withChanges(model, changesOf({ from: 3, revision: 4, removedAnnotations: ['a'] }));
  assert.equal(old?.revision, 5);
  assert.ok(old?.annotations.has('a'));
});

test('a whole state keeps what is unanswered, and the objects of what is the same', () => {
  const model = withGesture(modelOf(state), 1, { verb: 'remove', ids: ['b'] });
  const next = modelOf(structuredClone({ ...state, revision: 2 }), model);
  assert.equal(next.annotations.has('b'), false);
  assert.equal(next.confirmed.annotations.get('a'), model.confirmed.annotations.get('a'));
  assert.deepEqual(changedIds(model.annotations, next.annotations), new Set());
});

test('removing takes along what cannot stand without it', () => {
  const model = modelOf(state);
  const withoutB = withGesture(model, 1, { verb: 'remove', ids: ['b'] });
  assert.deepEqual(withoutB.arguments.get('x')?.premises, ['a']);
  const withoutC = withGesture(model, 1, { verb: 'remove', ids: ['c'] });
  assert.deepEqual([...withoutC.arguments.keys()], []);
  const dropped = withGesture(withGesture(model, 1, { verb: 'dropPremise', argument: 'x', premise: 'a' }), 2, {
    verb: 'dropPremise',
    argument: 'x',
    premise: 'b',
  });
  assert.deepEqual([...dropped.arguments.keys()], ['y']);
});

test('links come, change and go with what they link', () => {
  const link = { id: 'l', from: 'a', rephrases: 'b' };
  const model = modelOf(stateOf({ ...state, links: [link] }));
  assert.deepEqual([...model.links.values()], [link]);
  const noted = withGesture(model, 1, { verb: 'write', ids: ['l'], field: 'note', value: 'Alike.' });
  assert.equal(noted.links.get('l')?.note, 'Alike.');
  assert.equal(withGesture(model, 1, { verb: 'remove', ids: ['c'] }).links, model.links);
  assert.deepEqual([...withGesture(model, 1, { verb: 'remove', ids: ['b'] }).links.keys()], []);
  const other = { id: 'm', from: 'c', rephrases: '../b.txt#x' };
  const next = withChanges(model, changesOf({ links: [other], removedLinks: ['l'] }));
  assert.deepEqual([...(next?.links.values() ?? [])], [other]);
});

test('arguments are made, and joined where the target is one', () => {
  const model = modelOf(state);
  const made = withGesture(model, 1, { verb: 'argue', premises: ['b'], relation: 'attacks', target: 'c', id: 'z' });
  assert.deepEqual(made.arguments.get('z'), { id: 'z', premises: ['b'], attacks: 'c', by: 'ana' });
  const joined = withGesture(model, 1, { verb: 'argue', premises: ['b'], relation: 'supports', target: 'y', id: 'z' });
  assert.deepEqual(joined.arguments.get('y')?.premises, ['c', 'b']);
  assert.equal(joined.arguments.has('z'), false);
});

test('fields and attributes come and go, fragments are put in order', () => {
  let model = modelOf(state);
  model = withGesture(model, 1, { verb: 'setAttribute', ids: ['a'], name: 'kind', value: 'policy' });
  assert.deepEqual(model.annotations.get('a')?.attributes, { kind: 'policy' });
  model = withGesture(model, 2, { verb: 'setAttribute', ids: ['a'], name: 'kind' });
  assert.equal(model.annotations.get('a')?.attributes, undefined);
  const start = source.indexOf('thirty');
  model = withGesture(model, 3, { verb: 'addFragment', id: 'a', spans: [{ start, end: start + 6 }] });
  assert.deepEqual(
    model.annotations.get('a')?.spans.map(({ start, end }) => source.slice(start, end)),
    ['thirty', 'has asked'],
  );
});
