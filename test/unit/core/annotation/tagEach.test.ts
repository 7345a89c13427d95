import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdit, inverse } from '../../../../src/core/annotation/edit';
import { emptySet } from '../../../../src/core/annotation/model';
import { nextInText, nextInTextOf } from '../../../../src/core/annotation/order';
import type { Placements } from '../../../../src/core/annotation/placement';
import { analyst, article } from './analyst';

const each = (word: string) => {
  const spans = [];
  for (let at = article.indexOf(word); at >= 0; at = article.indexOf(word, at + 1))
    spans.push({ start: at, end: at + word.length });
  return spans;
};
const quotes = (ana: ReturnType<typeof analyst>) => ana.set.annotations.map(({ spans }) => spans[0]?.quote);

test('many places are one edit, in text order among what is there, and one undo', () => {
  const ana = analyst();
  ana.tag('claim', 'Those who gain should pay.');
  const before = ana.set;
  const spans = [...each('more'), ...each('Ships'), ...each('ninety')];
  const { edit, ids } = ana.act({ verb: 'tagEach', tag: 'premise', spans, ids: ['aaaaaa', 'bbbbbb'] });
  assert.equal(edit.label, 'Tag 3 Places as Premise');
  assert.equal(new Set(ids).size, 3);
  assert.deepEqual(quotes(ana), ['Ships', 'more', 'Those who gain should pay.', 'ninety']);
  assert.deepEqual(
    ana.set.annotations.map(({ by }) => by),
    ['ana', 'ana', 'ana', 'ana'],
  );
  assert.equal(ana.set.annotations[1]?.id, 'aaaaaa', 'proposed ids go with their spans');
  assert.equal(ana.set.annotations[0]?.id, 'bbbbbb');
  assert.deepEqual(applyEdit(ana.set, inverse(edit)).set, before);
});

test('what is tagged so already is passed over, and all of it is refused', () => {
  const ana = analyst();
  ana.tag('premise', 'Ships');
  const spans = [...each('Ships'), ...each('more'), ...each('more')];
  assert.equal(ana.act({ verb: 'tagEach', tag: 'premise', spans }).edit.label, 'Tag Premise');
  assert.deepEqual(quotes(ana), ['Ships', 'more']);
  assert.match(ana.refusal({ verb: 'tagEach', tag: 'premise', spans }), /tagged premise already/);
  ana.act({ verb: 'tagEach', tag: 'claim', spans });
  assert.equal(ana.set.annotations.length, 4);
  ana.annotator = 'ben';
  ana.act({ verb: 'tagEach', tag: 'claim', spans });
  assert.equal(ana.set.annotations.length, 6, 'another analyst’s are another’s');
});

test('blank places and unknown tags are refused, and ids that are taken replaced', () => {
  const ana = analyst();
  assert.match(ana.refusal({ verb: 'tagEach', tag: 'claim', spans: [] }), /no words/);
  assert.match(ana.refusal({ verb: 'tagEach', tag: 'claim', spans: [{ start: 5, end: 6 }] }), /no words/);
  assert.match(ana.refusal({ verb: 'tagEach', tag: 'x', spans: each('more') }), /no tag “x”/);
  const id = ana.tag('claim', 'Ships');
  const spans = [...each('more'), ...each('Ports'), ...each('ninety')];
  const { ids } = ana.act({ verb: 'tagEach', tag: 'claim', spans, ids: [id, 'cccccc', 'cccccc'] });
  assert.equal(new Set([...ids, id]).size, 4);
  assert.notEqual(ana.set, emptySet);
});

test('where many go is where each alone would go', () => {
  const place = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, size]) => ({ start, end: start + size }));
  fc.assert(
    fc.property(fc.array(fc.option(place), { maxLength: 12 }), place, (there, wanted) => {
      const annotations = there.map((span, i) => ({ id: `a${i}`, tag: 'claim', spans: span ? [{ quote: 'x' }] : [] }));
      const set = { ...emptySet, annotations };
      const placements: Placements = new Map(
        there.flatMap((span, i) => (span ? [[`a${i}`, { status: 'exact', score: 1, spans: [span] }] as const] : [])),
      );
      assert.equal(nextInTextOf(set, placements)(wanted), nextInText(set, placements, [wanted]));
    }),
    { numRuns: 300 },
  );
});
