import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Argument, AttributeValue } from '../../../../src/core/annotation/model';
import type { Placement } from '../../../../src/core/annotation/placement';
import { type AnnotationTree, annotationTree } from '../../../../src/host/views/annotationNodes';
import { argumentForest } from '../../../../src/host/views/argumentForest';
import { fixedGroupings, type Grouping, type Sort, sorts } from '../../../../src/host/views/treeShape';
import { assertLinear } from '../../growth';
import { argument, type Made, outline, sourceOf } from './sources';

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

test('below headings: sections in one another, what stands in none of them before, orphans on top of all', () => {
  const sections = sourceOf(
    [
      { id: 'early' },
      { id: 'h1' },
      { id: 'one' },
      { id: 'h2' },
      { id: 'two' },
      { id: 'h3' },
      { id: 'h4' },
      { id: 'lost', status: 'orphan' },
      { id: 'said', status: 'unstated' },
    ],
    [],
    [1, 3, 5, 6],
  );
  const levels = new Map([
    [10, 2],
    [30, 3],
    [50, 2],
    [60, 2],
  ]);
  const blocks = sections.article.blocks.map((one) => ({ ...one, level: levels.get(one.start) ?? 1 }));
  const tree = annotationTree({ ...sections, article: { ...sections.article, blocks } }, 'heading', '');
  assert.deepEqual(outline(tree), [
    '[Orphans 1]',
    '  lost',
    '[Beginning 1]',
    '  early',
    '[word 1 4]',
    '  h1',
    '  one',
    '  [word 3 2]',
    '    h2',
    '    two',
    '[word 5 1]',
    '  h3',
    '[word 6 1]',
    '  h4',
    '[Not in the text 1]',
    '  said',
  ]);
  assert.deepEqual(outline(annotationTree(sourceOf([{ id: 'a' }, { id: 'b' }]), 'heading', '')), ['a', 'b']);
});

test('by person, by status, and by an attribute, with a group of those that have none', () => {
  const codebook = {
    ...source.codebook,
    tags: source.codebook.tags.map((tag) => ({
      ...tag,
      attributes: [{ name: 'kind', type: 'choice', values: ['normative', 'causal'], label: 'Kind' } as const],
    })),
  };
  const made: readonly Made[] = [
    { id: 'a', by: 'zoe', attributes: { kind: 'causal' } },
    { id: 'b', by: 'Ana', attributes: { kind: 'normative' } },
    { id: 'c', by: 'zoe', attributes: { kind: 'strange' } },
    { id: 'd' },
    { id: 'lost', by: 'Ana', status: 'orphan' },
    { id: 'tacit', by: 'Ana', status: 'unstated', attributes: { kind: 'causal' } },
  ];
  const any = { ...sourceOf(made), codebook };
  const at = (grouping: Grouping) =>
    outline(annotationTree(any, grouping, ''))
      .join(' ')
      .replaceAll('  ', '');
  assert.equal(at('person'), '[Orphans 1] lost [Ana 2] b tacit [zoe 2] a c [No name 1] d');
  assert.equal(at('status'), '[Orphans 1] lost [Placed 4] a b c d [Unstated 1] tacit');
  assert.equal(at('attribute:kind'), '[Orphans 1] lost [normative 1] b [causal 2] a tacit [strange 1] c [No Kind 1] d');
  const drifted = new Map(any.placements).set('b', { status: 'drifted', score: 0.5, spans: [{ start: 10, end: 19 }] });
  assert.deepEqual(outline(annotationTree({ ...any, placements: drifted }, 'status', '')).slice(2, 4), [
    '[Please look 1]',
    '  b',
  ]);
});

test('values of an attribute stand in their own order', () => {
  const order = (...values: readonly AttributeValue[]) => {
    const made = values.map((kind, i) => ({ id: `n${i}`, attributes: { kind } }));
    const tree = annotationTree(sourceOf(made), 'attribute:kind', '');
    return outline(tree)
      .filter((line) => line.startsWith('['))
      .join(' ');
  };
  assert.equal(order(10, 9, 100, 9), '[9 2] [10 1] [100 1]');
  assert.equal(order(false, true), '[yes 1] [no 1]');
  assert.equal(order('b', ['a', 'c'], 'a'), '[a 1] [a, c 1] [b 1]');
});

test('sorted by tag and by time, in groups too; what is alike stays as in the text', () => {
  const made: readonly Made[] = [
    { id: 'a', tag: 'premise', at: '2026-11-24T12:00:00Z' },
    { id: 'b', tag: 'claim', at: '2026-11-24T12:30:00+02:00' },
    { id: 'c', tag: 'premise', at: '2026-11-25T12:00:00Z' },
    { id: 'd', tag: 'claim' },
    { id: 'e', tag: 'claim', at: 'lately' },
  ];
  const at = (grouping: Grouping, sort: Sort) =>
    outline(annotationTree(sourceOf(made), grouping, '', sort))
      .join(' ')
      .replaceAll('  ', '');
  assert.equal(at('order', 'position'), 'a b c d e');
  assert.equal(at('order', 'tag'), 'b d e a c');
  assert.equal(at('order', 'newest'), 'c a b d e');
  assert.equal(at('tag', 'newest'), '[Claim 3] b d e [Premise 2] c a');
  assert.equal(at('argument', 'newest'), 'c a b d e');
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

/** All nodes that unfolding reaches. Fails on a node that stands twice, or whose parent is another one. */
function unfolded(tree: AnnotationTree): string[] {
  const seen = new Set<string>();
  const walk = (key: string | undefined, depth: number): void => {
    for (const child of tree.children(key)) {
      assert.ok(!seen.has(child), `${child} stands twice`);
      assert.equal(tree.node(child)?.parent, key);
      seen.add(child);
      assert.ok(depth < 40, 'unfolds without end');
      walk(child, depth + 1);
    }
  };
  walk(undefined, 0);
  return [...seen];
}

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
