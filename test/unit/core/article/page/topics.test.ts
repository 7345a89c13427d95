/* Topics as a saved page lists them: labelled, or glued to each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gluedEntries, labelledTopics } from '../../../../../src/core/article/page/topics';

test('glued chips are taken apart by the names that the page has', () => {
  const names = ['Security', 'Foreign Policy', 'North America', 'America'];
  assert.deepEqual(gluedEntries('SecurityForeign PolicyNorth America', names), [
    'Security',
    'Foreign Policy',
    'North America',
  ]);
  assert.equal(gluedEntries('SecurityForeign PolicyElsewhere.', names), undefined);
  assert.deepEqual(gluedEntries('SecurityForeign PolicyNorth Africa', []), [
    'Security',
    'Foreign Policy',
    'North Africa',
  ]);
  for (const text of ['A perfectly ordinary sentence here', 'OldTramDriver', 'the iPhone and the eBook', 'NATO'])
    assert.equal(gluedEntries(text, []), undefined, text);
});

test('topics on a line of their own', () => {
  assert.deepEqual(labelledTopics('Tags: rivers, mills · water')?.topics, ['rivers', 'mills', 'water']);
  assert.deepEqual(labelledTopics('Regions: Peru; Chile')?.regions, ['Peru', 'Chile']);
  assert.deepEqual(labelledTopics('关键词：港口 航运 公共财政')?.topics, ['港口', '航运', '公共财政']);
  assert.equal(labelledTopics('Topics are many'), undefined);
});
