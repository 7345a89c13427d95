/* Trees of 10,000 annotations: every list short, every row found, and little made anew after a change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Placement } from '../../../../src/core/annotation/placement';
import { annotationTree } from '../../../../src/host/views/annotationNodes';
import { fixedGroupings } from '../../../../src/host/views/treeShape';
import { assertLinear } from '../../growth';
import { argument, sourceOf, unfolded } from './sources';

const groupings = [...fixedGroupings, 'attribute:kind'] as const;

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `n${i}`);

function manyOf(count: number): ReturnType<typeof sourceOf> {
  const ids = idsOf(count);
  return sourceOf(
    ids.map((id, i) => ({
      id,
      tag: i % 3 === 0 ? 'claim' : 'premise',
      by: `person ${i % 7}`,
      at: new Date(i * 1e6).toISOString(),
      attributes: { kind: i % 5 },
      words: `the words of ${id} in a sentence of some length`,
    })),
    ids.filter((_, i) => i % 3 === 1).map((id, i) => argument(`g${i}`, [id], 'supports', `n${i * 3}`)),
    Array.from({ length: 40 }, (_, i) => Math.floor((i * count) / 40)),
  );
}

const manyIds = idsOf(10_000);
const many = manyOf(manyIds.length);

for (const grouping of groupings) {
  test(`10,000 annotations, ${grouping}: no list is longer than 200, and every one is found from its id`, () => {
    const tree = annotationTree(many, grouping, '', grouping === 'status' ? 'newest' : 'position');
    for (const key of [undefined, ...unfolded(tree)]) assert.ok(tree.children(key).length <= 200);
    for (const id of manyIds) assert.ok(tree.node(tree.keyOf(id) ?? ''));
  });
}

test('annotations are laid out and filtered in time that grows with their number, not its square', () => {
  assertLinear(1500, (count) => {
    const source = manyOf(count);
    return () => {
      for (const grouping of groupings) annotationTree(source, grouping, '');
      annotationTree(source, 'argument', 'n99');
      annotationTree(source, 'order', 'by:person kind:3', 'newest');
    };
  });
});

test('of a change in a group that is folded, little is made anew', () => {
  const before = annotationTree(many, 'tag', '');
  const top = before.children();
  const annotations = many.set.annotations.map((one, i) => (i === 5000 ? { ...one, note: 'new' } : one));
  let looked = 0;
  const placements = new (class extends Map<string, Placement> {
    override get(id: string) {
      looked++;
      return super.get(id);
    }
  })(many.placements);
  const after = annotationTree({ ...many, placements, set: { ...many.set, annotations } }, 'tag', '');
  assert.deepEqual(after.children(), top);
  const once = looked;
  assert.ok(top.every((key) => after.hasChildren(key)));
  assert.equal(looked, once, 'no group was looked into');
});
