import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasConflictMarkers, resolveConflictMarkers } from '../../../../src/core/sidecar/conflictMarkers';
import { readSidecar } from '../../../../src/core/sidecar/read';

const merge = 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\nd\n';
const diff3 = 'a\n<<<<<<< ours\nb\n||||||| 1234567\nx\n=======\nc\n>>>>>>> theirs\nd\n';

test('the merge style gives two sides and no base', () => {
  assert.deepEqual(resolveConflictMarkers(merge), { ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n' });
});

test('diff3 and zdiff3 styles give the base too', () => {
  assert.deepEqual(resolveConflictMarkers(diff3), { base: 'a\nx\nd\n', ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n' });
  const empty = 'a\n<<<<<<< ours\nb\n||||||| 1234567\n=======\n>>>>>>> theirs\n';
  assert.deepEqual(resolveConflictMarkers(empty), { base: 'a\n', ours: 'a\nb\n', theirs: 'a\n' });
});

test('several conflicts, CRLF, and no line break at the end', () => {
  const text = `${merge}${merge}`
    .replaceAll('\n', '\r\n')
    .replace(/d\r\n$/, '')
    .trimEnd();
  assert.deepEqual(resolveConflictMarkers(text), {
    ours: 'a\r\nb\r\nd\r\na\r\nb\r\n',
    theirs: 'a\r\nc\r\nd\r\na\r\nc\r\n',
  });
});

test('a base that is itself in conflict counts as none', () => {
  const text =
    'a\n<<<<<<< ours\nb\n||||||| merged common ancestors\n<<<<<<<<< one\nx\n=========\ny\n>>>>>>>>> two\n=======\nc\n>>>>>>> theirs\n';
  assert.deepEqual(resolveConflictMarkers(text), { ours: 'a\nb\n', theirs: 'a\nc\n' });
});

test('markers that do not fit together, or none, give nothing', () => {
  for (const text of [
    '',
    'a\n',
    '<<<<<<< x\na\n',
    '=======\n',
    '<<<<<<< x\n>>>>>>> y\n',
    '<<<<<<< x\n<<<<<<< y\n=======\n>>>>>>> z\n',
  ]) {
    assert.equal(resolveConflictMarkers(text), undefined, text);
  }
});

test('a sidecar with markers is read-only and says so at its first conflict', () => {
  const text = `argmark: 1\nannotations:\n${merge}`;
  const sidecar = readSidecar(text);
  assert.ok(hasConflictMarkers(text));
  assert.equal(sidecar.readOnly, true);
  assert.deepEqual(
    sidecar.problems.map(({ code, line, column }) => ({ code, line, column })),
    [{ code: 'conflict-markers', line: 4, column: 1 }],
  );
});

test('a note may speak of conflict markers', () => {
  const text =
    'argmark: 1\nannotations:\n  - id: k7m2xq\n    tag: claim\n    spans: []\n    wording: "w"\n    note: |-\n      <<<<<<< HEAD\n      =======\n      >>>>>>> theirs\n';
  const sidecar = readSidecar(text);
  assert.equal(sidecar.readOnly, false);
  assert.equal(sidecar.set.annotations[0]?.note, '<<<<<<< HEAD\n=======\n>>>>>>> theirs');
});
