import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import type { Annotation } from '../../../../src/core/annotation/model';
import { annotationFilter } from '../../../../src/host/views/annotationFilter';

const annotations: readonly Annotation[] = [
  { id: 'a', tag: 'claim', spans: [{ quote: 'Ports gain from trade' }], by: 'Ana Lima' },
  { id: 'b', tag: 'major-claim', spans: [{ quote: 'Depth pays' }], by: 'ben' },
  { id: 'c', tag: 'my tag', spans: [{ quote: 'Ships say "hello"' }] },
];
const found = (typed: string) => {
  const filter = annotationFilter(typed, defaultCodebook);
  return annotations.flatMap((one) => (filter?.(one, undefined) ? [one.id] : [])).join('');
};

test('a tag in quotes is met whole, spaces and all', () => {
  assert.equal(found('tag:"claim"'), 'a');
  assert.equal(found('tag:"my tag"'), 'c');
  assert.equal(found('tag:"my tag" ships'), 'c');
  assert.equal(found('tag:"my tag" ports'), '');
  assert.equal(found('by:"ana lima"'), 'a');
});

test('words and fields may stand in any order, and quotes that are open or elsewhere are plain words', () => {
  assert.equal(found('depth by:ben'), 'b');
  assert.equal(found('tag:major'), 'b');
  assert.equal(found('"hello"'), 'c');
  assert.equal(found('tag:"my'), '');
  assert.equal(annotationFilter('  ', defaultCodebook), undefined);
});
