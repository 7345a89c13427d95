import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Codebook } from '../../../../src/core/annotation/codebook';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { annotationTree } from '../../../../src/host/views/annotationNodes';
import { offersOf } from '../../../../src/host/views/dropOffers';
import type { Grouping } from '../../../../src/host/views/treeShape';
import { argument, sourceOf } from './sources';

const codebook: Codebook = {
  ...defaultCodebook,
  tags: defaultCodebook.tags.map((tag) => ({
    ...tag,
    attributes: [{ name: 'kind', type: 'choice', values: ['causal', 'normative'], label: 'Kind' }],
  })),
};
const source = {
  ...sourceOf(
    [
      { id: 'a', words: 'Users should pay', attributes: { kind: 'normative' }, by: 'ana' },
      { id: 'b', tag: 'premise', words: 'Depth costs', attributes: { kind: 'causal' }, by: 'ben' },
      { id: 'c', tag: 'premise', words: 'Ships pay' },
      { id: 'd', tag: 'evidence', words: 'Rents rose' },
      { id: 'lost', words: 'Gone', status: 'orphan' },
    ],
    [argument('g1', ['b'], 'supports', 'a'), argument('g2', ['c'], 'attacks', 'a')],
    [0, 3],
  ),
  codebook,
};

/** What it means to drop these annotations on a row or, by its label, a group; `top` for where no row is. */
function dropping(ids: readonly string[], on: string, grouping: Grouping) {
  const tree = annotationTree(source, grouping, '');
  const nodesOf = (keys: readonly string[]) => keys.flatMap((key) => tree.node(key) ?? []);
  const dragged = nodesOf(ids.flatMap((id) => tree.keyOf(id) ?? [])).filter((node) => node.kind === 'annotation');
  const groups = nodesOf(tree.children()).filter((node) => node.kind === 'group');
  const target = groups.find(({ label }) => label === on) ?? nodesOf([tree.keyOf(on) ?? ''])[0];
  assert.ok(target || on === 'top', on);
  const offers = offersOf(dragged, target, source, nodesOf);
  return 'refused' in offers ? offers.refused : offers.map(({ label, gesture }) => ({ label, gesture }));
}

test('onto the group of a tag all that was dragged is retagged in one step, and within the group nothing is done', () => {
  assert.deepEqual(dropping(['b', 'd'], 'Claim', 'tag'), [
    { label: '$(tag) Retag as Claim', gesture: { verb: 'retag', ids: ['b', 'd'], tag: 'claim' } },
  ]);
  assert.deepEqual(dropping(['b', 'c'], 'Premise', 'tag'), []);
});

test('onto the group of a value it is set, onto that of none it is cleared', () => {
  assert.deepEqual(dropping(['a', 'c'], 'causal', 'attribute:kind'), [
    {
      label: '$(edit) Set Kind: causal',
      gesture: { verb: 'setAttribute', ids: ['a', 'c'], name: 'kind', value: 'causal' },
    },
  ]);
  assert.deepEqual(dropping(['a'], 'No Kind', 'attribute:kind'), [
    { label: '$(edit) Clear Kind', gesture: { verb: 'setAttribute', ids: ['a'], name: 'kind' } },
  ]);
});

test('onto an annotation it supports or attacks it, and in a group of another tag it may be meant to be retagged', () => {
  const labels = (ids: string[], on: string, grouping: Grouping) => {
    const offers = dropping(ids, on, grouping);
    return typeof offers === 'string' ? offers : offers.map(({ label }) => label);
  };
  assert.deepEqual(labels(['d'], 'b', 'order'), ['$(add) Support', '$(remove) Attack']);
  assert.deepEqual(labels(['d'], 'b', 'tag'), ['$(add) Support', '$(remove) Attack', '$(tag) Retag as Premise']);
  assert.deepEqual(labels(['c'], 'b', 'tag'), ['$(add) Support', '$(remove) Attack']);
  assert.deepEqual(labels(['b'], 'b', 'order'), []);
});

test('premises move between arguments, join them, undercut them, and leave theirs', () => {
  const move = { verb: 'movePremises', from: [{ argument: 'g1', premise: 'b' }] } as const;
  const onto = dropping(['b'], 'g2', 'argument');
  assert.ok(typeof onto !== 'string');
  assert.deepEqual(
    onto.map(({ gesture }) => gesture.verb),
    ['movePremises', 'argue', 'argue'],
  );
  assert.deepEqual(onto[0]?.gesture, { ...move, into: 'g2' });
  assert.deepEqual(dropping(['b'], 'Not in an argument', 'argument'), [{ label: 'Remove Premise', gesture: move }]);
  assert.match(String(dropping(['b'], 'g1', 'argument')), /already/);
});

test('what cannot be given by a drop is refused in words', () => {
  assert.match(String(dropping(['b'], 'ana', 'person')), /^Who made an annotation stays/);
  assert.match(String(dropping(['b'], 'Orphans', 'status')), /found in the article/);
  assert.match(String(dropping(['b'], 'Orphans', 'tag')), /^An orphan is/);
  assert.match(String(dropping(['d'], 'word 0', 'heading')), /^An annotation stands where its words are/);
  assert.match(String(dropping(['lost'], 'Not in an argument', 'argument')), /no argument/);
  assert.match(String(dropping(['b'], 'top', 'order')), /^Drop annotations onto/);
  assert.match(String(dropping([], 'a', 'order')), /not in the tree any more/);
});

test('a part of a long group is as the whole of it', () => {
  const many = sourceOf(
    Array.from({ length: 500 }, (_, i) => ({ id: `n${i}`, tag: i === 0 ? 'premise' : 'claim' })),
    [],
    [],
  );
  const tree = annotationTree(many, 'tag', '');
  const nodesOf = (keys: readonly string[]) => keys.flatMap((key) => tree.node(key) ?? []);
  const [claims = ''] = tree.children();
  const [part = ''] = tree.children(claims);
  const dragged = nodesOf([tree.keyOf('n0') ?? '']).filter((node) => node.kind === 'annotation');
  const offers = offersOf(dragged, nodesOf([part])[0], many, nodesOf);
  assert.ok(!('refused' in offers));
  assert.deepEqual(offers[0]?.gesture, { verb: 'retag', ids: ['n0'], tag: 'claim' });
});
