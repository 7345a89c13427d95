/* A replacement of much text, refined into the small edits that it is made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { refined } from '../../../../src/core/anchor/trackDiff';
import { withEdits } from '../../../../src/core/anchor/trackMarks';

const word = fc.constantFrom(
  'the',
  'cost',
  'of',
  'ports',
  'rose',
  '口岸',
  '👍🏽',
  'naïve',
  '.',
  ',',
  '“',
  '”',
  '\n\n',
  'e\u0301',
);
const words = fc.array(word, { minLength: 15, maxLength: 60 });
/** Words, and most of them with others put in their place. */
const twoVersions = fc
  .tuple(words, fc.array(fc.tuple(fc.nat(60), fc.nat(8), words), { maxLength: 4 }))
  .map(([old, changes]) => {
    const now = [...old];
    for (const [at, count, put] of changes) now.splice(at, count, ...put.slice(0, 8));
    return [old.join(' '), now.join(' ')] as const;
  });

test('the smaller edits make of a text what the whole replacement makes of it, in order and apart from each other', () => {
  let smaller = 0;
  fc.assert(
    fc.property(words, twoVersions, words, (head, [old, now], tail) => {
      const [before, start] = [head.join(' ') + old + tail.join(' '), head.join(' ').length];
      const edits = refined(before, [{ start, end: start + old.length, text: now }]);
      if (edits.length > 1) smaller++;
      assert.equal(withEdits(before, edits), before.slice(0, start) + now + tail.join(' '));
      let last = -1;
      for (const { start, end } of edits) {
        assert.ok(start >= last && end >= start);
        last = end;
        for (const at of [start, end]) assert.ok((before.charCodeAt(at) & 0xfc00) !== 0xdc00, 'no pair is cut');
      }
    }),
    { numRuns: 500 },
  );
  assert.ok(smaller > 50, `${smaller} are smaller`);
});
