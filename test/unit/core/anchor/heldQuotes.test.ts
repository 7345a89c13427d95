import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heldQuotes } from '../../../../src/core/anchor/heldQuotes';
import type { Annotation } from '../../../../src/core/annotation/model';

const annotations: readonly Annotation[] = [
  { id: 'a', tag: 'claim', spans: [{ quote: 'Ships have doubled\nin draught.' }, { quote: 'Critics say' }] },
  { id: 'b', tag: 'claim', spans: [{ quote: 'Critics say' }] },
  { id: 'c', tag: 'premise', spans: [], wording: 'Nothing of the text' },
  { id: 'd', tag: 'claim', spans: [{ quote: 'Rents rose.' }] },
];

test('each fragment that stands in the text is counted, however the text is wrapped', () => {
  assert.deepEqual(heldQuotes(annotations, 'Ships have\ndoubled in draught. Critics  say so.'), { held: 3, all: 4 });
  assert.deepEqual(heldQuotes(annotations, 'Another article.'), { held: 0, all: 4 });
  assert.deepEqual(heldQuotes([], 'Another article.'), { held: 0, all: 0 });
});
