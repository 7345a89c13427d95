import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesOf } from '../../../src/webview/reader/findPlaces';

test('every sign can be looked for as it is', () => {
  const text = 'The Euro-Atlantic (pact) costs $5 [a+b]*? \\o/ {x}|y^.';
  for (const words of ['Euro-Atlantic', '(pact)', '$5', '[a+b]*?', '\\o/', '{x}|y^.']) {
    const [place] = placesOf(text, words);
    assert.equal(place && text.slice(place.start, place.end), words);
  }
});

test('case and kinds of white space do not matter', () => {
  assert.deepEqual(placesOf('A long\nROAD, a long  road', 'long road'), [
    { start: 2, end: 11 },
    { start: 15, end: 25 },
  ]);
});

test('nothing typed finds nothing', () => assert.deepEqual(placesOf('text', '  '), []));
