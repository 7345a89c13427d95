import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Placement } from '../../../../src/core/annotation/placement';
import { parseArticle } from '../../../../src/core/article/parse';
import { annotationTree } from '../../../../src/host/views/annotationNodes';
import { type Row, rowOf } from '../../../../src/host/views/annotationRows';
import type { Grouping } from '../../../../src/host/views/treeShape';
import { argument, sourceOf } from './sources';

const source = sourceOf(
  [
    { id: 'claim1', words: 'Beneficiaries should pay' },
    { id: 'prem1', tag: 'premise', words: 'Each metre costs more' },
    { id: 'lost1', tag: 'evidence', words: 'Words that are gone', status: 'orphan' },
    { id: 'unst1', tag: 'premise', words: 'Who gains should pay', status: 'unstated' },
    { id: 'odd1', tag: 'strange', words: 'A tag from elsewhere' },
    { id: 'crit1', tag: 'claim', words: 'A levy drives ships away' },
  ],
  [
    { ...argument('g1', ['prem1', 'unst1'], 'supports', 'claim1'), scheme: 'cause-to-effect' },
    argument('g2', ['crit1'], 'attacks', 'g1'),
  ],
);

function row(id: string, grouping: Grouping = 'order'): Row {
  const tree = annotationTree(source, grouping, '');
  const node = tree.node(tree.keyOf(id) ?? '');
  assert.ok(node, id);
  return rowOf(node, tree);
}

test('a row says words, tag and what it supports or undercuts', () => {
  assert.equal(row('prem1').label, 'Each metre costs more');
  assert.equal(row('prem1').description, 'premise · → supports Beneficiaries should pay');
  assert.equal(row('crit1').description, 'claim · → undercuts an argument');
  assert.equal(row('prem1', 'tag').description, '→ supports Beneficiaries should pay');
  assert.equal(row('prem1', 'argument').description, 'premise');
});

test('rows name annotations by the words that are read, and the filter finds them as they are read and as they are written', () => {
  const text = '# A port\n\nThe **city** draws fees on *every* ship.\n';
  const quote = 'The **city** draws';
  const start = text.indexOf(quote);
  const signed = {
    ...sourceOf(
      [
        { id: 'city1', words: quote },
        { id: 'prem1', tag: 'premise', words: 'port' },
      ],
      [argument('g1', ['prem1'], 'supports', 'city1')],
    ),
    article: parseArticle(text),
    placements: new Map<string, Placement>([
      ['city1', { status: 'exact', score: 1, spans: [{ start, end: start + quote.length }] }],
      ['prem1', { status: 'exact', score: 1, spans: [{ start: 4, end: 8 }] }],
    ]),
  };
  const rowIn = (id: string, filter = '') => {
    const tree = annotationTree(signed, 'order', filter);
    const node = tree.node(tree.keyOf(id) ?? '');
    return node && rowOf(node, tree);
  };
  assert.equal(rowIn('city1')?.label, 'The city draws');
  assert.match(rowIn('city1')?.spoken ?? '', /The city draws/);
  assert.equal(rowIn('prem1')?.description, 'premise · → supports The city draws');
  assert.ok(rowIn('city1', 'city draws'));
  assert.ok(rowIn('city1', '**city**'));
  assert.ok(!rowIn('city1', 'town'));
});

test('a paraphrase follows the words', () => {
  const paraphrased = {
    ...source,
    set: { ...source.set, annotations: source.set.annotations.map((one) => ({ ...one, wording: 'Users pay.' })) },
  };
  const tree = annotationTree(paraphrased, 'order', '');
  const node = tree.node(tree.keyOf('claim1') ?? '');
  assert.ok(node);
  assert.equal(rowOf(node, tree).description, 'claim · = Users pay.');
});

test('icons differ in shape as well as in colour', () => {
  assert.deepEqual(row('claim1').icon, { name: 'circle-filled', colour: 'argmark.tag.blue' });
  assert.deepEqual(row('prem1').icon, { name: 'circle-outline', colour: 'argmark.tag.green' });
});

test('orphans, unstated ones and unknown tags are told apart', () => {
  assert.match(row('lost1').description, /^evidence · orphan/);
  assert.equal(row('lost1').label, 'Words that are gone');
  assert.equal(row('lost1').icon?.name, 'warning');
  assert.match(row('unst1').description, /^premise · unstated/);
  assert.match(row('odd1').description, /^strange/);
});

test('an argument says its relation, how many premises, its scheme, and that it is undercut', () => {
  assert.equal(row('g1', 'argument').label, 'supports');
  assert.equal(row('g1', 'argument').description, '2 premises together · cause-to-effect · undercut');
  assert.equal(row('g2', 'argument').label, 'undercuts');
});

test('a screen reader hears all of it', () => {
  assert.equal(row('claim1').spoken, 'Claim, Beneficiaries should pay, supported by 1 argument');
  assert.equal(row('prem1').spoken, 'Premise, Each metre costs more, supports Beneficiaries should pay');
  assert.equal(row('lost1').spoken, 'Evidence, orphan, Words that are gone');
});

test('menus can tell annotations, arguments and premises apart', () => {
  assert.equal(row('claim1', 'argument').context, 'annotation');
  assert.equal(row('prem1', 'argument').context, 'annotation premise');
  assert.equal(row('lost1').context, 'annotation orphan');
  assert.equal(row('unst1', 'argument').context, 'annotation unstated premise');
  assert.equal(row('g1', 'argument').context, 'argument');
});
