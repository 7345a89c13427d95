import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../../src/core/annotation/model';
import { annotationTree } from '../../../../src/host/views/annotationNodes';
import { changedKeys, newParents } from '../../../../src/host/views/treeDiff';
import type { TreeSource } from '../../../../src/host/views/treeNodes';
import type { Grouping } from '../../../../src/host/views/treeShape';
import { argument, sourceOf } from './sources';

const before = sourceOf(
  [{ id: 'a' }, { id: 'b', tag: 'premise' }, { id: 'c', tag: 'premise' }, { id: 'd' }],
  [argument('g1', ['b'], 'supports', 'a'), argument('g2', ['c'], 'supports', 'd')],
);

function withAnnotation(id: string, change: (annotation: Annotation) => Annotation): TreeSource {
  const annotations = before.set.annotations.map((one) => (one.id === id ? change(one) : one));
  return { ...before, set: { ...before.set, annotations } };
}

/** What is drawn anew, by id, when all of the tree was on screen. */
function redrawn(after: TreeSource, grouping: Grouping = 'argument'): unknown {
  const old = annotationTree(before, grouping, '');
  const served = new Set<string>(['']);
  const unfold = (key?: string) => {
    for (const child of old.children(key)) {
      served.add(child);
      unfold(child);
    }
  };
  unfold();
  const tree = annotationTree(after, grouping, '');
  const changed = changedKeys(old, tree, served);
  return changed === 'all' ? 'all' : changed.map((key) => key.split(':')[2] ?? key).sort();
}

test('nothing is drawn anew when nothing changed', () => {
  assert.deepEqual(redrawn({ ...before, set: { ...before.set } }), []);
});

test('a note changes its own row and those that speak of it', () => {
  assert.deepEqual(redrawn(withAnnotation('b', (one) => ({ ...one, note: 'new' }))), ['a', 'b', 'g1']);
});

test('a premise more changes the list of its argument only', () => {
  const annotations: Annotation[] = [
    ...before.set.annotations,
    { id: 'u', tag: 'premise', spans: [], wording: 'unsaid' },
  ];
  const [first, second] = before.set.arguments;
  assert.ok(first && second);
  const inferences = [first, { ...second, premises: ['c', 'u'] }];
  assert.deepEqual(redrawn({ ...before, set: { ...before.set, annotations, arguments: inferences } }), [
    'c',
    'd',
    'g2',
  ]);
});

test('a premise that moves to another argument draws all: VS Code knows each row at one place', () => {
  const [first, second] = before.set.arguments;
  assert.ok(first && second);
  const inferences = [
    { ...first, premises: ['b', 'c'] },
    { ...second, premises: ['a'] },
  ];
  assert.equal(redrawn({ ...before, set: { ...before.set, arguments: inferences } }), 'all');
});

test('another tag moves a row between groups', () => {
  assert.equal(
    redrawn(
      withAnnotation('b', (one) => ({ ...one, tag: 'claim' })),
      'tag',
    ),
    'all',
  );
  assert.deepEqual(
    redrawn(
      withAnnotation('b', (one) => ({ ...one, tag: 'evidence' })),
      'order',
    ),
    ['a', 'b'],
  );
});

test('another codebook changes every row', () => {
  const codebook = {
    ...before.codebook,
    tags: before.codebook.tags.map((tag) => ({ ...tag, label: `${tag.label}!` })),
  };
  assert.deepEqual(redrawn({ ...before, codebook }, 'order'), ['a', 'b', 'c', 'd']);
});

test('only what VS Code has asked for is looked at', () => {
  const old = annotationTree(before, 'argument', '');
  const tree = annotationTree(
    withAnnotation('b', (one) => ({ ...one, note: 'new' })),
    'argument',
    '',
  );
  assert.deepEqual(changedKeys(old, tree, ['']), [old.keyOf('a')]);
});

test('a row that gets its first child is named, so that it can be unfolded', () => {
  const old = annotationTree(before, 'argument', '');
  const annotations: Annotation[] = [...before.set.annotations, { id: 'e', tag: 'evidence', spans: [{ quote: 'e' }] }];
  const inferences = [...before.set.arguments, argument('g3', ['e'], 'supports', 'b')];
  const tree = annotationTree(
    { ...before, set: { ...before.set, annotations, arguments: inferences } },
    'argument',
    '',
  );
  const served = ['', old.keyOf('a') ?? '', old.keyOf('g1') ?? ''];
  assert.deepEqual(newParents(old, tree, served), [tree.keyOf('b')]);
  assert.deepEqual(newParents(old, old, served), []);
});
