import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { graphemeEnd, graphemeStart, isGraphemeBoundary } from '../../../../src/core/annotation/graphemes';
import { countOf, inSentence, plural, shorten, titleCase } from '../../../../src/core/annotation/words';

test('plurals', () => {
  const many = (noun: string): string => countOf(2, noun);
  assert.deepEqual(
    [
      'claim',
      'Major claim',
      'policy',
      'way',
      'class',
      'box',
      'evidence',
      'Counter-evidence',
      'hypothesis',
      '主张',
      'Prämisse',
    ].map(many),
    [
      '2 claims',
      '2 Major claims',
      '2 policies',
      '2 ways',
      '2 classes',
      '2 boxes',
      '2 evidence',
      '2 Counter-evidence',
      '2 hypotheses',
      '2 主张',
      '2 Prämisse',
    ],
  );
  assert.equal(countOf(1, 'policy'), '1 policy');
  assert.equal(plural(0, 'claim'), 'claims');
});

test('labels in titles and in sentences', () => {
  assert.equal(titleCase('major claim'), 'Major Claim');
  assert.equal(titleCase('reason for action'), 'Reason for Action');
  assert.equal(titleCase('counter-claim'), 'Counter-Claim');
  assert.equal(titleCase('EU law'), 'EU Law');
  assert.equal(titleCase('主张'), '主张');
  assert.equal(inSentence('Major claim'), 'major claim');
  assert.equal(inSentence('EU law'), 'EU law');
});

test('long words are cut between words, and otherwise between whole characters', () => {
  assert.equal(shorten('each extra metre of channel', 20), 'each extra metre …');
  assert.equal(shorten('each extra metre', 16), 'each extra metre');
  assert.equal(shorten('Donaudampfschifffahrt', 10), 'Donaudamp…');
  assert.equal(shorten('港口的代价由谁承担？受益者应当承担。', 8), '港口的代价由谁…');
  assert.equal(shorten('👩‍👩‍👧👩‍👩‍👧', 8), '👩‍👩‍👧…');
  assert.equal(shorten('👩‍👩‍👧', 3), '…');
  assert.equal(shorten('abc', 1), '…');
  assert.equal(shorten('abc', 0), '');
});

const text = fc.string({
  unit: fc.constantFrom('a', ' ', 'e\u0301', '👩‍👩‍👧', '𝔘', '🇩🇪', '口', '\n', '\u0301', 'क्षि', '\ud800'),
  maxLength: 40,
});

test('what is shortened is never longer than asked, begins like the text, and cuts no character in two', () => {
  fc.assert(
    fc.property(text, fc.nat(50), (text, length) => {
      const short = shorten(text, length);
      assert.ok([...short].length <= length);
      if (short === text) return;
      const kept = short.replace(/ ?…$/u, '');
      assert.ok(text.startsWith(kept));
      assert.ok(isGraphemeBoundary(text, kept.length));
    }),
    { numRuns: 500 },
  );
});

test('boundaries are those of the platform, without looking at the whole text', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  fc.assert(
    fc.property(text, (text) => {
      const boundaries = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length).add(0);
      for (let offset = 0; offset <= text.length; offset++) {
        assert.equal(isGraphemeBoundary(text, offset), boundaries.has(offset), `${offset}`);
        const before = [...boundaries].filter((one) => one <= offset);
        const after = [...boundaries].filter((one) => one >= offset);
        assert.equal(graphemeStart(text, offset), Math.max(...before));
        assert.equal(graphemeEnd(text, offset), Math.min(...after));
      }
    }),
    { numRuns: 300 },
  );
});

test('a character of hundreds of marks is one character', () => {
  const zalgo = `a${'\u0301'.repeat(300)}b`;
  assert.equal(graphemeEnd(zalgo, 100), 301);
  assert.equal(graphemeStart(zalgo, 100), 0);
});
