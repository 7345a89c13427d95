import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdit, inverse } from '../../../../src/core/annotation/edit';
import { unsavedPositions } from '../../../../src/core/annotation/positionVerbs';
import { selectorOf } from '../../../../src/core/sidecar/selector';
import { analyst, article } from './analyst';

const update = { verb: 'updatePositions' } as const;

test('what has moved is recorded where it stands now, in one edit that counts and can be undone', () => {
  const ana = analyst();
  const moved = ana.tag('claim', 'Those who gain should pay.');
  const fragments = ana.tag('premise', 'ninety million', 'Ships have doubled');
  const stays = ana.tag('evidence', 'Ports and power');
  const before = ana.set;
  ana.text = article.replace('Ships', 'Last year’s report says: 😀 Ships');
  const { edit, ids, also } = ana.act(update);
  assert.equal(edit.label, 'Update Positions of 3 Annotations');
  assert.equal(also, 'The positions of 3 annotations were updated.');
  assert.deepEqual(new Set(ids), new Set([moved, fragments, stays]));
  for (const { id, spans } of ana.set.annotations) {
    assert.equal(ana.placements().get(id)?.status, 'exact', id);
    for (const selector of spans) {
      const start = ana.text.indexOf(selector.quote);
      assert.deepEqual(selector, selectorOf(ana.text, { start, end: start + selector.quote.length }));
    }
  }
  assert.deepEqual(applyEdit(ana.set, inverse(edit)).set, before);
});

test('an entry whose words and context stand as recorded is not touched', () => {
  const ana = analyst();
  const stays = ana.tag('evidence', 'Ports and power');
  ana.tag('claim', 'The rest is arithmetic.');
  ana.text = article.replace('In 2023', 'In the spring of 2023');
  const { edit, also } = ana.act(update);
  assert.equal(edit.label, 'Update Positions of One Annotation');
  assert.equal(also, 'The position of one annotation was updated.');
  assert.ok(edit.changes.every(({ id }) => id !== stays));
});

test('what is not surely found stays as recorded, and is counted', () => {
  const ana = analyst();
  const gone = ana.tag('claim', 'Those who gain should pay.');
  ana.tag('premise', 'The rest is arithmetic.');
  ana.text = article.replace('Those who gain should pay. ', '');
  const recorded = ana.set.annotations.find(({ id }) => id === gone);
  const { also } = ana.act(update);
  assert.match(also ?? '', /updated\. One annotation is not surely found in the text and stays as recorded\.$/);
  assert.equal(
    ana.set.annotations.find(({ id }) => id === gone),
    recorded,
  );
});

test('it is refused where nothing has moved', () => {
  const ana = analyst();
  assert.match(ana.refusal(update), /Nothing was changed/);
  ana.tag('claim', 'Those who gain should pay.');
  ana.act({ verb: 'addUnstated', wording: 'Costs follow gains.', tag: 'premise' });
  assert.match(ana.refusal(update), /Nothing was changed\.$/);
});

test('of what is in no file yet the place is recorded anew, also of new words for an old entry, and of nothing else', () => {
  const ana = analyst();
  const old = ana.tag('claim', 'Those who gain should pay.');
  const respanned = ana.tag('premise', 'ninety million');
  const saved = ana.set;
  const fresh = ana.tag('evidence', 'each metre costs more');
  const lost = ana.tag('claim', 'The rest is arithmetic.');
  ana.act({ verb: 'respan', id: respanned, spans: [ana.spanOf('the bill passed ninety million')] });
  ana.act({ verb: 'write', ids: [old], field: 'note', value: 'Who?' });
  ana.text = `😀 ${article}`.replace('The rest is arithmetic.', 'Nothing is left.');
  const selector = (span: { readonly start: number; readonly end: number }) => selectorOf(ana.text, span);
  const context = { text: ana.text, placements: ana.placements(), selector };
  const changes = unsavedPositions(ana.set, saved, context);
  assert.deepEqual(
    changes.map(({ id }) => id),
    [fresh, respanned],
  );
  assert.ok(!changes.some(({ id }) => id === lost || id === old));
  ana.set = applyEdit(ana.set, { label: '', changes }).set;
  for (const [id, words] of [
    [fresh, 'each metre costs more'],
    [respanned, 'the bill passed ninety million'],
  ] as const) {
    const spans = ana.set.annotations.find((one) => one.id === id)?.spans;
    assert.deepEqual(spans, [selector(ana.spanOf(words))]);
  }
  assert.deepEqual(unsavedPositions(ana.set, ana.set, context), []);
});
