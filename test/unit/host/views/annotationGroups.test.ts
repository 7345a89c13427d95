/* Annotations in groups by heading, person, status and attribute, and the order inside of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import type { AttributeValue } from '../../../../src/core/annotation/model';
import { annotationTree } from '../../../../src/host/views/annotationNodes';
import type { Grouping, Sort } from '../../../../src/host/views/treeShape';
import { type Made, outline, sourceOf } from './sources';

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
    ...defaultCodebook,
    tags: defaultCodebook.tags.map((tag) => ({
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
