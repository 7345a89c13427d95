import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCodebook } from '../../../src/core/annotation/defaultCodebook';
import { type Keystroke, keyFor, keyTable, namesOf } from '../../../src/webview/reader/input/keys';

const stroke = (key: string, parts: Partial<Keystroke> = {}): Keystroke => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...parts,
});
const meaningOf = (table: ReturnType<typeof keyTable>, pressed: Keystroke) =>
  namesOf(pressed)
    .map((name) => table.get(name))
    .find((meaning) => meaning !== undefined);

test('grammar and codebook in one table, the grammar first', () => {
  const tags = [
    ...defaultCodebook.tags,
    { ...defaultCodebook.tags[0], name: 'sabotage', key: 's' } as (typeof defaultCodebook.tags)[0],
  ];
  const table = keyTable({}, tags);
  assert.deepEqual(meaningOf(table, stroke('c')), { tag: 'claim' });
  assert.deepEqual(meaningOf(table, stroke('s')), { action: 'growSelection' });
  assert.deepEqual(meaningOf(table, stroke('S', { shiftKey: true })), { action: 'shrinkSelection' });
  assert.deepEqual(meaningOf(table, stroke('?', { shiftKey: true })), { action: 'keys' });
  assert.deepEqual(meaningOf(table, stroke('Delete')), { action: 'remove' });
});

test('a tag’s letter with Shift arms the tag, where the grammar and no other tag has that key', () => {
  const [first] = defaultCodebook.tags;
  const tags = [
    ...defaultCodebook.tags,
    { ...first, name: 'capital', key: 'P' },
    { ...first, name: 'number', key: '1' },
    { ...first, name: 'topic', key: 'n' },
  ] as typeof defaultCodebook.tags;
  const table = keyTable({}, tags);
  assert.deepEqual(meaningOf(table, stroke('C', { shiftKey: true })), { arm: 'claim' });
  assert.deepEqual(meaningOf(table, stroke('P', { shiftKey: true })), { tag: 'capital' });
  assert.deepEqual(meaningOf(table, stroke('T', { shiftKey: true })), { action: 'armTag' });
  assert.deepEqual(meaningOf(table, stroke('N', { shiftKey: true })), { action: 'previousAnnotation' });
  assert.deepEqual(
    [...table.values()].filter((one) => 'arm' in one && one.arm === 'number'),
    [],
  );
});

test('caps lock does not change what a letter does', () => {
  assert.deepEqual(meaningOf(keyTable({}, []), stroke('N', { shiftKey: false })), { action: 'nextAnnotation' });
});

test('a setting changes, takes away, and ignores nonsense', () => {
  const table = keyTable(
    { x: 'tag:premise', c: '', 'Shift+X': 'goTo', z: 'noSuchThing', v: 'arm:evidence' },
    defaultCodebook.tags,
  );
  assert.deepEqual(meaningOf(table, stroke('x')), { tag: 'premise' });
  assert.equal(meaningOf(table, stroke('c')), undefined);
  assert.deepEqual(meaningOf(table, stroke('X', { shiftKey: true })), { action: 'goTo' });
  assert.equal(meaningOf(table, stroke('z')), undefined);
  assert.deepEqual(meaningOf(table, stroke('v')), { arm: 'evidence' });
});

test('keys with Ctrl, Alt or Cmd are left to VS Code', () => {
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const)
    assert.deepEqual(namesOf(stroke('c', { [modifier]: true })), []);
});

test('on a keyboard of another script a letter is known by its place', () => {
  const table = keyTable({}, defaultCodebook.tags);
  assert.deepEqual(meaningOf(table, stroke('с', { code: 'KeyC' })), { tag: 'claim' });
  assert.deepEqual(meaningOf(table, stroke('é', { code: 'Digit2' })), undefined);
});

test('the key that does something, as it is shown', () => {
  const table = keyTable({}, defaultCodebook.tags);
  assert.equal(keyFor(table, { tag: 'major-claim' }), 'm');
  assert.equal(keyFor(table, { action: 'previousAnnotation' }), 'Shift+N');
  assert.equal(keyFor(table, { tag: 'nothing' }), undefined);
});
