import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCodebook } from '../../../../src/core/annotation/codebookFile';
import { applyEdit, inverse } from '../../../../src/core/annotation/edit';
import { emptySet, indexOf } from '../../../../src/core/annotation/model';
import { analyst, article } from './analyst';

const quotesOf = (set: ReturnType<typeof analyst>['set'], id: string): string[] =>
  indexOf(set)
    .annotations.get(id)
    ?.spans.map(({ quote }) => quote) ?? [];

test('tagging records words, author and time, under a label in title case', () => {
  const ana = analyst();
  const { edit, ids } = ana.act({ verb: 'tag', tag: 'major-claim', spans: [ana.spanOf('Those who gain should pay.')] });
  assert.equal(edit.label, 'Tag Major Claim');
  const annotation = ana.set.annotations[0];
  assert.deepEqual(ids, [annotation?.id]);
  assert.equal(annotation?.by, 'ana');
  assert.equal(annotation?.at, '2026-11-24T12:00:00Z');
  assert.equal(annotation?.spans[0]?.quote, 'Those who gain should pay.');
});

test('nobody is named where no annotator is known', () => {
  const ana = analyst();
  ana.annotator = '';
  ana.tag('claim', 'Ports');
  assert.equal('by' in (ana.set.annotations[0] ?? {}), false);
});

test('spans lose white space at their ends and never cut a character in two', () => {
  const text = 'a  \u0301b 👩‍👩‍👧 cafe\u0301 x';
  const ana = analyst(undefined, text);
  const family = text.indexOf('👩');
  const [id = ''] = ana.act({ verb: 'tag', tag: 'claim', spans: [{ start: family - 1, end: family + 3 }] }).ids;
  assert.deepEqual(quotesOf(ana.set, id), ['👩‍👩‍👧']);
  const accent = text.indexOf('\u0301 x');
  const [second = ''] = ana.act({ verb: 'tag', tag: 'claim', spans: [{ start: accent - 1, end: accent }] }).ids;
  assert.deepEqual(quotesOf(ana.set, second), ['e\u0301']);
  const [third = ''] = ana.act({ verb: 'tag', tag: 'claim', spans: [{ start: 1, end: 5 }] }).ids;
  assert.deepEqual(quotesOf(ana.set, third), [' \u0301b'], 'a blank with a mark on it is a character');
});

test('fragments are put in order and joined where only white space parts them', () => {
  const ana = analyst();
  const id = ana.tag('claim', 'pay.', 'Those who', 'Ships have', ' gain ');
  assert.deepEqual(quotesOf(ana.set, id), ['Ships have', 'Those who gain', 'pay.']);
});

test('a selection of white space, none at all, or one outside the text is refused', () => {
  const ana = analyst();
  const at = article.indexOf('\n\n');
  const outside = { start: 9999, end: 99999 };
  for (const spans of [
    [],
    [{ start: at, end: at + 2 }],
    [{ start: 5, end: 5 }],
    [outside],
    [{ start: Number.NaN, end: -1 }],
  ]) {
    assert.match(ana.refusal({ verb: 'tag', tag: 'claim', spans }), /Select some words/);
  }
});

test('the same tag on the same words by the same person is refused, by another one not', () => {
  const ana = analyst();
  ana.tag('claim', 'Those who gain should pay.');
  const again = { verb: 'tag', tag: 'claim', spans: [ana.spanOf('Those who gain should pay. ')] } as const;
  assert.match(ana.refusal(again), /tagged claim already/);
  assert.ok(ana.act({ ...again, tag: 'premise' }));
  ana.annotator = 'ben';
  assert.ok(ana.act(again));
});

test('a tag that the codebook lacks is refused, with those that it has', () => {
  assert.match(
    analyst().refusal({ verb: 'tag', tag: 'thesis', spans: [{ start: 0, end: 5 }] }),
    /no tag “thesis”.*claim, major-claim/,
  );
});

test('an id that a view proposed is taken when it is free and well-formed', () => {
  const ana = analyst();
  const spans = [ana.spanOf('Ports')];
  assert.deepEqual(ana.act({ verb: 'tag', tag: 'claim', spans, id: 'k7m2xq' }).ids, ['k7m2xq']);
  assert.notDeepEqual(ana.act({ verb: 'tag', tag: 'premise', spans, id: 'k7m2xq' }).ids, ['k7m2xq']);
  assert.notDeepEqual(ana.act({ verb: 'tag', tag: 'evidence', spans, id: 'no good' }).ids, ['no good']);
});

test('annotations stand in document order, longer ones first, unstated ones last', () => {
  const ana = analyst();
  const late = ana.tag('claim', 'Critics');
  const unstated = ana.act({ verb: 'addUnstated', tag: 'premise', wording: 'Because.' }).ids[0];
  const last = ana.tag('claim', 'arithmetic');
  const inner = ana.tag('premise', 'Ships');
  const outer = ana.tag('claim', 'Ships have doubled');
  assert.deepEqual(
    ana.set.annotations.map(({ id }) => id),
    [outer, inner, late, last, unstated],
  );
});

test('orphans stay where they are in the list', () => {
  const ana = analyst();
  const first = ana.tag('claim', 'Ports and power');
  const orphan = ana.tag('claim', 'each metre costs more');
  const last = ana.tag('claim', 'Critics say');
  ana.text = ana.text.replace('each metre costs more', 'nothing of the kind');
  const middle = ana.tag('claim', 'Those who gain');
  assert.equal(ana.placements().get(orphan)?.status, 'orphan');
  assert.deepEqual(
    ana.set.annotations.map(({ id }) => id),
    [first, orphan, middle, last],
  );
});

test('retagging several is one edit, passes over those that have the tag, and refuses when all have it', () => {
  const ana = analyst();
  const ids = [ana.tag('claim', 'Ports'), ana.tag('premise', 'Ships'), ana.tag('premise', 'Critics')];
  const { edit, ids: changed } = ana.act({ verb: 'retag', ids, tag: 'claim' });
  assert.equal(edit.label, 'Change 2 Tags to Claim');
  assert.deepEqual(changed, ids.slice(1));
  assert.match(ana.refusal({ verb: 'retag', ids, tag: 'claim' }), /They are all tagged claim already/);
  assert.match(ana.refusal({ verb: 'retag', ids: ['gone'], tag: 'claim' }), /no entry “gone” any more/);
  assert.match(ana.refusal({ verb: 'retag', ids: [], tag: 'claim' }), /Select one first/);
  assert.equal(ana.act({ verb: 'retag', ids: ids.slice(0, 1), tag: 'evidence' }).edit.label, 'Change Tag to Evidence');
});

test('with another tag, what was said stays, and what the old one gave unasked goes where the new one lacks it', () => {
  const { codebook } = readCodebook(`argmark-codebook: 1
tags:
  claim: { attributes: { sure: { type: boolean, default: true }, tone: { type: text, default: dry } } }
  fact: { attributes: { tone: { type: text, default: plain }, year: { type: number, default: 2000 } } }
  bare: {}
`);
  const ana = analyst(emptySet, article, codebook);
  const id = ana.tag('claim', 'Ports');
  const attributes = () => indexOf(ana.set).annotations.get(id)?.attributes;
  assert.deepEqual(attributes(), { sure: true, tone: 'dry' });
  ana.act({ verb: 'retag', ids: [id], tag: 'fact' });
  assert.deepEqual(attributes(), { year: 2000, tone: 'dry' });
  ana.act({ verb: 'retag', ids: [id], tag: 'claim' });
  ana.act({ verb: 'setAttribute', ids: [id], name: 'sure', value: false });
  ana.act({ verb: 'retag', ids: [id], tag: 'bare' });
  assert.deepEqual(attributes(), { sure: false }, 'somebody has said so');
  const other = ana.tag('fact', 'Ships');
  ana.act({ verb: 'retag', ids: [other], tag: 'bare' });
  assert.equal(Object.hasOwn(indexOf(ana.set).annotations.get(other) ?? {}, 'attributes'), false);
});

test('an annotation on other words keeps its id and all else', () => {
  const ana = analyst();
  const id = ana.tag('claim', 'Ports');
  ana.act({ verb: 'write', ids: [id], field: 'note', value: 'Keep me.' });
  const before = indexOf(ana.set).annotations.get(id);
  ana.act({ verb: 'respan', id, spans: [ana.spanOf('Ports and power')] });
  const after = indexOf(ana.set).annotations.get(id);
  assert.deepEqual({ ...after, spans: [] }, { ...before, spans: [] });
  assert.deepEqual(quotesOf(ana.set, id), ['Ports and power']);
  assert.match(
    ana.refusal({ verb: 'respan', id, spans: [ana.spanOf('Ports and power')] }),
    /exactly these words already/,
  );
  assert.match(ana.refusal({ verb: 'respan', id, spans: [] }), /Select some words/);
});

test('an unstated premise gets words by a change of its span', () => {
  const ana = analyst();
  const [id = ''] = ana.act({ verb: 'addUnstated', tag: 'premise', wording: 'Because.' }).ids;
  ana.act({ verb: 'respan', id, spans: [ana.spanOf('Ships')] });
  assert.equal(ana.placements().get(id)?.status, 'exact');
});

test('a fragment is added in text order and leaves what was recorded of the others', () => {
  const ana = analyst();
  const id = ana.tag('claim', 'Those who gain');
  const recorded = indexOf(ana.set).annotations.get(id)?.spans[0];
  const { edit } = ana.act({ verb: 'addFragment', id, spans: [ana.spanOf('Ships')] });
  assert.equal(edit.label, 'Add Fragment');
  assert.deepEqual(quotesOf(ana.set, id), ['Ships', 'Those who gain']);
  assert.equal(indexOf(ana.set).annotations.get(id)?.spans[1], recorded);
  assert.match(ana.refusal({ verb: 'addFragment', id, spans: [ana.spanOf('who')] }), /belong to it already/);
  ana.act({ verb: 'addFragment', id, spans: [ana.spanOf('should pay')] });
  assert.deepEqual(quotesOf(ana.set, id), ['Ships', 'Those who gain should pay'], 'neighbours become one span');
});

test('an orphan takes no fragment: its own words come first', () => {
  const ana = analyst();
  const id = ana.tag('claim', 'Those who gain');
  ana.text = ana.text.replace('Those who gain', 'Everybody');
  assert.match(ana.refusal({ verb: 'addFragment', id, spans: [ana.spanOf('Ships')] }), /Change Span/);
  ana.act({ verb: 'respan', id, spans: [ana.spanOf('Everybody')] });
  assert.equal(ana.placements().get(id)?.status, 'exact');
});

test('undo puts an annotation back among its neighbours', () => {
  const ana = analyst();
  const ids = ['Ports', 'Ships', 'Those', 'Critics'].map((word) => ana.tag('claim', word));
  const before = ana.set;
  const { edit } = ana.act({ verb: 'remove', ids: ids.slice(1, 3) });
  assert.deepEqual(applyEdit(ana.set, inverse(edit)).set, before);
});
