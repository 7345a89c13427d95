import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type WordChange, wordChanges } from '../../../../src/core/annotation/wordChanges';
import { oneLine } from '../../../../src/core/annotation/words';

/** `=same -gone +new`, one after the other. */
const shown = (changes: readonly WordChange[]) =>
  changes.map(({ kind, text }) => `${{ same: '=', gone: '-', new: '+' }[kind]}${text}`);
const without = (kind: WordChange['kind'], changes: readonly WordChange[]) =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join('');

test('what is the same and what is gone make the old text, what is the same and what is new the new one', () => {
  const words = fc.array(fc.constantFrom('the', 'levy', 'port', ',', '.', ' ', '\n', '港口', '費用', '😀', 'é', '-'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, words, (old, now) => {
      const [before, after] = [old.join(''), now.join('')];
      const changes = wordChanges(before, after);
      assert.equal(without('new', changes), oneLine(before));
      assert.equal(without('gone', changes), oneLine(after));
      assert.ok(changes.every(({ text }) => text !== ''));
    }),
  );
});

test('words are compared whole, and changes with but a space between them are one', () => {
  assert.deepEqual(shown(wordChanges('Ships pay a small fee.', 'Ships pay a large annual fee.')), [
    '=Ships pay a ',
    '-small',
    '+large annual',
    '= fee.',
  ]);
  assert.deepEqual(shown(wordChanges('those who gain', 'those that profit')), ['=those ', '-who gain', '+that profit']);
});

test('scripts without spaces are compared by word as well', () => {
  assert.deepEqual(shown(wordChanges('船舶支付費用', '船舶拒絕費用')), ['=船舶', '-支付', '+拒絕', '=費用']);
});

test('the same words wrapped otherwise do not differ, and two texts without a word in common are compared in no time', () => {
  assert.deepEqual(shown(wordChanges('one\ntwo  three', 'one two three')), ['=one two three']);
  const [old, now] = ['a', 'b'].map((letter) => Array.from({ length: 30_000 }, (_, i) => letter + i).join(' '));
  assert.deepEqual(
    wordChanges(old as string, now as string).map(({ kind }) => kind),
    ['gone', 'new'],
  );
});
