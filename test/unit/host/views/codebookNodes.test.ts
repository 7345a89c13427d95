import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { codebookTree, tagRow } from '../../../../src/host/views/codebookNodes';

const tree = codebookTree(defaultCodebook, ['claim', 'thesis']);

test('tags stand in the order of the codebook, each below its parent, and last those that it lacks', () => {
  assert.deepEqual(tree.children(), ['claim', 'premise', 'assumption', 'thesis']);
  assert.deepEqual(tree.children('claim'), ['major-claim']);
  assert.deepEqual(tree.children('assumption'), []);
  assert.equal(tree.parentOf('evidence'), 'premise');
  assert.equal(tree.parentOf('claim'), undefined);
  assert.equal(tree.tag('thesis')?.unknown, true);
  assert.equal(tree.tag('gone'), undefined);
});

test('a row counts here and in the workspace, as far as that has been read, and says both in words', () => {
  const claim = tree.tag('claim') ?? assert.fail();
  const workspace = new Map([['claim', 41]]);
  const row = tagRow(claim, { article: new Map([['claim', 1]]), workspace, complete: true });
  assert.equal(row.description, '1 of 41 · c');
  assert.equal(row.spoken, 'Claim, 1 annotation in this article, 41 in the workspace, key c');
  assert.deepEqual(row.icon, { name: 'circle-filled', colour: 'argmark.tag.blue' });
  assert.equal(row.context, 'tag');
  const unread = tagRow(claim, { article: new Map([['claim', 3]]), workspace: new Map(), complete: false });
  assert.equal(unread.description, '3 of 3… · c');
  assert.equal(tagRow(claim, { article: undefined, workspace, complete: true }).description, '41 · c');
});

test('a tag that the codebook lacks is marked', () => {
  const thesis = tree.tag('thesis') ?? assert.fail();
  const row = tagRow(thesis, { article: new Map([['thesis', 2]]), workspace: new Map(), complete: true });
  assert.equal(row.description, '2 of 2 · not in the codebook');
  assert.match(row.spoken, /^thesis, not in the codebook, 2 annotations/);
  assert.equal(row.context, 'tag unknown');
});
