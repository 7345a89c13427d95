import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Argument } from '../../../../src/core/annotation/model';
import { annotationTree } from '../../../../src/host/views/annotationNodes';
import { argumentForest } from '../../../../src/host/views/argumentForest';
import { fixedGroupings, sorts } from '../../../../src/host/views/treeShape';
import { argument, type Made, outline, sourceOf, unfolded } from './sources';

const groupings = [...fixedGroupings, 'attribute:kind'] as const;

const debate: readonly Made[] = [
  { id: 'main', tag: 'major-claim', words: 'Beneficiaries should pay' },
  { id: 'cost', tag: 'premise', words: 'Each metre costs more' },
  { id: 'bill', tag: 'evidence', words: 'Ninety million in 2023', note: 'look the figure up' },
  { id: 'levy', tag: 'claim', words: 'A levy drives ships away' },
  { id: 'rival', tag: 'premise', words: 'The rival needs a decade' },
  { id: 'lone', tag: 'claim', words: 'Nothing hangs on this', by: 'ana' },
  { id: 'lost', tag: 'premise', words: 'Words that are gone', status: 'orphan' },
  { id: 'tacit', tag: 'premise', words: 'Who gains should pay', status: 'unstated' },
];
const inferences: readonly Argument[] = [
  argument('g1', ['cost', 'tacit'], 'supports', 'main'),
  argument('g2', ['bill'], 'supports', 'cost'),
  argument('g3', ['levy'], 'attacks', 'main'),
  argument('g4', ['rival'], 'attacks', 'g3'),
];
const source = sourceOf(debate, inferences);

test('by argument: conclusions on top, under them arguments, premises before what undercuts, orphans first of all', () => {
  assert.deepEqual(outline(annotationTree(source, 'argument', '')), [
    '[Orphans 1]',
    '  lost',
    'main',
    '  g1',
    '    cost',
    '      g2',
    '        bill',
    '    tacit',
    '  g3',
    '    levy',
    '    g4',
    '      rival',
    '[Not in an argument 1]',
    '  lone',
  ]);
});

test('by tag: in the order of the codebook, with unstated ones among their tag', () => {
  assert.deepEqual(outline(annotationTree(source, 'tag', '')), [
    '[Orphans 1]',
    '  lost',
    '[Claim 2]',
    '  levy',
    '  lone',
    '[Major claim 1]',
    '  main',
    '[Premise 3]',
    '  cost',
    '  rival',
    '  tacit',
    '[Evidence 1]',
    '  bill',
  ]);
});

test('in reading order: by place, unstated ones last', () => {
  const shuffled = { ...source, set: { ...source.set, annotations: [...source.set.annotations].reverse() } };
  assert.deepEqual(outline(annotationTree(shuffled, 'order', '')), [
    '[Orphans 1]',
    '  lost',
    'main',
    'cost',
    'bill',
    'levy',
    'rival',
    'lone',
    'tacit',
  ]);
});

test('an orphan that is a premise is listed on top and stands in its argument', () => {
  const tree = annotationTree(sourceOf(debate, [argument('g1', ['lost'], 'supports', 'main')]), 'argument', '');
  assert.deepEqual(outline(tree).slice(0, 5), ['[Orphans 1]', '  lost', 'main', '  g1', '    lost']);
});

test('a premise of two arguments stands under both, with what supports it', () => {
  const made: Made[] = [{ id: 'a' }, { id: 'b' }, { id: 'p' }, { id: 'q' }];
  const tree = annotationTree(
    sourceOf(made, [
      argument('g1', ['p'], 'supports', 'a'),
      argument('g2', ['p'], 'supports', 'b'),
      argument('g3', ['q'], 'supports', 'p'),
    ]),
    'argument',
    '',
  );
  assert.deepEqual(outline(tree), [
    'a',
    '  g1',
    '    p',
    '      g3',
    '        q',
    'b',
    '  g2',
    '    p (elsewhere)',
    '      g3',
    '        q (elsewhere)',
  ]);
});

test('a circle ends where it comes round', () => {
  const tree = annotationTree(
    sourceOf(
      [{ id: 'a' }, { id: 'b' }],
      [argument('g1', ['b'], 'supports', 'a'), argument('g2', ['a'], 'supports', 'b')],
    ),
    'argument',
    '',
  );
  assert.deepEqual(outline(tree), ['a', '  g1', '    b', '      g2', '        a (cycle)']);
});

test('arguments that undercut each other, or lead nowhere, are shown', () => {
  const made: Made[] = [{ id: 'p' }, { id: 'q' }, { id: 'r' }];
  const tree = annotationTree(
    sourceOf(made, [
      argument('g1', ['p'], 'attacks', 'g2'),
      argument('g2', ['q'], 'attacks', 'g1'),
      argument('g3', ['r'], 'supports', 'nowhere'),
    ]),
    'argument',
    '',
  );
  const ids = new Set(outline(tree).map((line) => line.trim().split(' ')[0]));
  for (const id of ['p', 'q', 'r', 'g1', 'g2', 'g3']) assert.ok(ids.has(id), id);
});

test('the filter keeps what holds all words, and what leads down to it', () => {
  const at = (typed: string) => outline(annotationTree(source, 'argument', typed));
  assert.deepEqual(at('ninety'), ['main', '  g1', '    cost', '      g2', '        bill']);
  assert.deepEqual(at('FIGURE up'), ['main', '  g1', '    cost', '      g2', '        bill']);
  assert.deepEqual(at('ninety decade'), []);
  assert.deepEqual(at('by:an'), ['lone']);
  assert.deepEqual(at('status:orphan'), ['[Orphans 1]', '  lost']);
  assert.deepEqual(outline(annotationTree(source, 'order', 'tag:major')), ['main']);
  assert.equal(annotationTree(source, 'order', ' ').filtered, false);
});

test('the filter does not mind accents and case', () => {
  const accents = sourceOf([{ id: 'a', words: 'Le cafe\u0301 ÉLYSÉE' }]);
  assert.equal(annotationTree(accents, 'order', 'café elysee').shown, 1);
});

const ids = ['a', 'b', 'c', 'd', 'e', 'x>y', 'x%3Ey', 'o/0'];
const argumentIds = ['g1', 'g2', 'g3', 'g4', 'g5'];
const anySource = fc
  .record({
    made: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        tag: fc.constantFrom('claim', 'premise', 'strange/0'),
        status: fc.constantFrom(undefined, undefined, 'orphan' as const, 'unstated' as const),
      }),
      { selector: ({ id }) => id },
    ),
    inferences: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...argumentIds),
        premises: fc.array(fc.constantFrom(...ids, 'missing'), { maxLength: 3 }),
        relation: fc.constantFrom('supports' as const, 'attacks' as const),
        target: fc.constantFrom(...ids, ...argumentIds, 'missing'),
      }),
      { selector: ({ id }) => id },
    ),
  })
  .map(({ made, inferences: list }) =>
    sourceOf(
      made.map(({ status, ...one }) => ({ ...one, ...(status && { status }) })),
      list.map((one) => argument(one.id, one.premises, one.relation, one.target)),
    ),
  );

test('whatever the graph: every annotation and argument is shown, no key twice, no unfolding without end', () => {
  fc.assert(
    fc.property(anySource, fc.constantFrom(...groupings), fc.constantFrom(...sorts), (any, grouping, sort) => {
      const tree = annotationTree(any, grouping, '', sort);
      const keys = unfolded(tree);
      const shown = new Set(
        keys.map((key) => tree.node(key)).flatMap((node) => (node && node.kind !== 'group' ? [node.id] : [])),
      );
      for (const { id } of any.set.annotations) {
        assert.ok(shown.has(id), id);
        assert.ok(keys.includes(tree.keyOf(id) ?? ''), `no way to ${id}`);
      }
      if (grouping === 'argument') for (const { id } of any.set.arguments) assert.ok(shown.has(id), id);
    }),
    { numRuns: 300 },
  );
});

test('a tree made after another one is the same as one made alone', () => {
  fc.assert(
    fc.property(anySource, anySource, fc.boolean(), fc.constantFrom('', 'tag:claim'), (one, other, same, typed) => {
      const next = same ? { ...one, set: { ...one.set, arguments: [...one.set.arguments] } } : other;
      const before = annotationTree(one, 'argument', '');
      unfolded(before);
      const after = annotationTree(next, 'argument', typed, 'position', before);
      if (same) assert.equal(after.forest, before.forest);
      assert.deepEqual(outline(after), outline(annotationTree(next, 'argument', typed)));
    }),
  );
});

test('a forest is taken over only under the same keys', () => {
  const order = source.set.annotations;
  const before = argumentForest(source, order, undefined, 'a:');
  assert.equal(argumentForest(source, order, undefined, 'a:', before), before);
  assert.notEqual(argumentForest(source, order, undefined, 'b:', before), before);
});

test('whatever the graph: a node is found by its key, and has its parent, before anybody has looked there', () => {
  fc.assert(
    fc.property(anySource, fc.constantFrom(...groupings), (any, grouping) => {
      const tree = annotationTree(any, grouping, '');
      const keys = unfolded(tree).filter((key) => !key.includes('>'));
      for (const key of keys) {
        const fresh = annotationTree(any, grouping, '');
        assert.equal(fresh.hasChildren(key), tree.children(key).length > 0);
        assert.deepEqual(fresh.node(key), tree.node(key));
      }
    }),
    { numRuns: 100 },
  );
});
