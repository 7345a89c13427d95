import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReaderChanges } from '../../../src/messages';
import type { PlacedAnnotation } from '../../../src/messages/content';
import { changeInWords, placeInWords } from '../../../src/webview/reader/caret/speech';
import { modelOf, withChanges, withGesture } from '../../../src/webview/reader/model/store';
import { changesOf, source, stateOf } from './readerTexts';

const placed = (id: string, tag: string, quote: string, more: Partial<PlacedAnnotation> = {}): PlacedAnnotation => ({
  id,
  tag,
  status: 'exact',
  score: 1,
  quote,
  spans: [{ start: source.indexOf(quote), end: source.indexOf(quote) + quote.length }],
  ...more,
});
const model = modelOf(
  stateOf({
    annotations: [
      placed('c', 'claim', 'the U.S. navy does not'),
      placed('p', 'premise', 'navy', { note: 'Is that so?' }),
      placed('e', 'evidence', 'Mr. Smith'),
    ],
  }),
);
const after = (parts: Partial<ReaderChanges>) =>
  changeInWords(model, withChanges(model, changesOf(parts)) ?? assert.fail());

test('a place is said by tags and their numbers in the article, the inner one first, with the note', () => {
  assert.equal(placeInWords(model, ['p', 'c']), 'Premise 3 of 3: Is that so?; in Claim 2 of 3');
  assert.equal(placeInWords(model, ['e']), 'Evidence 1 of 3');
  assert.equal(placeInWords(model, []), 'no annotation');
});

test('what comes, goes and changes is said in a few words, one or many', () => {
  assert.equal(after({ annotations: [placed('n', 'claim', 'fees')] }), 'Claim added.');
  assert.equal(after({ removedAnnotations: ['p'] }), 'Premise removed.');
  assert.equal(after({ removedAnnotations: ['p', 'e'] }), '2 annotations removed.');
  assert.equal(after({ annotations: [placed('p', 'claim', 'navy')] }), 'Now Claim.');
  assert.equal(after({ annotations: [placed('p', 'premise', 'navy', { note: 'Yes.' })] }), 'Premise changed.');
  assert.equal(after({ arguments: [{ id: 'a', premises: ['p'], supports: 'c' }] }), 'Argument added.');
  assert.equal(
    after({ removedAnnotations: ['p'], arguments: [{ id: 'a', premises: ['e'], supports: 'c' }] }),
    'Premise removed. Argument added.',
  );
});

test('saving is said, and nothing where nothing changed that a person said', () => {
  assert.equal(changeInWords({ ...model, dirty: true }, model), 'Saved.');
  assert.equal(changeInWords(model, { ...model, dirty: true }), undefined);
  assert.equal(
    after({ annotations: [placed('p', 'premise', 'navy', { note: 'Is that so?', at: '2026-11-24' })] }),
    undefined,
  );
});

test('a gesture is said once: when it is painted, and not again when the host has done it', () => {
  const spans = [{ start: source.indexOf('fees'), end: source.indexOf('fees') + 4 }];
  const painted = withGesture(model, 1, { verb: 'tag', tag: 'claim', spans, id: 'n' });
  assert.equal(changeInWords(model, painted), 'Claim added.');
  const answer = changesOf({
    gesture: 1,
    annotations: [placed('n', 'claim', 'fees', { by: 'ana', at: '2026-11-24' })],
  });
  assert.equal(changeInWords(painted, withChanges(painted, answer) ?? assert.fail()), undefined);
});
