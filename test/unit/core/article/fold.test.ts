import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, foldedEnd, foldedStart, sameWords } from '../../../../src/core/article/fold';
import { assertLinear } from '../../growth';

const folded = (text: string): string => String.fromCharCode(...fold(text).units);

test('what typesetters change is the same', () => {
  const pairs = [
    ['“Don’t” – she said', '"Don\'t" - she said'],
    ['a — b', 'a--b'],
    ['« mot » !', '"mot"!'],
    ['e\u0301lan', '\u00e9lan'],
    ['ﬁnance', 'finance'],
    ['hy\u00adphen\u200bated', 'hyphenated'],
    ['one\n  two\u00a0three', 'one two three'],
    ['港口的\n代价', '港口的代价'],
    ['（甲）', '(甲)'],
    ['wait…', 'wait...'],
    ['ᄒ\u1161ᆫ글', '한글'],
  ] as const;
  for (const [one, other] of pairs)
    assert.ok(sameWords(one, other), `${one} / ${other}: ${folded(one)} / ${folded(other)}`);
});

test('what changes the meaning is not', () => {
  const pairs = [
    ['10²', '102'],
    ['2½', '21/2'],
    ['US', 'us'],
    ['in 2014', 'in 2015'],
    ['will', 'will not'],
    ['resume', 'résumé'],
    ['£5', '$5'],
  ] as const;
  for (const [one, other] of pairs) assert.ok(!sameWords(one, other), `${one} / ${other}`);
});

const signs = fc.constantFrom(
  ...['a', 'B', ' ', '\n', '-', '—', '“', '’', '\u00a0', '\u00ad', '\u200b', 'ﬁ', '…', 'e', '\u0301', '\u0308'],
  ...['港', '口', '，', 'ก', 'ำ', 'ق', '\u0640', '😀', '\ud83d', '👩‍👧', '²', '가', '\u1161', '«', '»', '!'],
);
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: signs, maxLength: 60 }));

test('each folded unit knows its place, in order, and what stands there folds to it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { length, units, lower, from, to, text: said } = fold(text);
      assert.equal(said.length, length);
      for (let i = 0; i < length; i++) {
        const [start, end] = [from[i] as number, to[i] as number];
        assert.ok(start < end && end <= text.length);
        assert.equal(said.charCodeAt(i), lower[i]);
        const same = i > 0 && from[i - 1] === start;
        if (i > 0) assert.ok(same ? to[i - 1] === end : (to[i - 1] as number) <= start);
        const unit = text.charCodeAt(start);
        if (end === start + 1 && unit === units[i]) continue;
        // A character of several units folds the same by itself.
        const alone = folded(text.slice(start, end)) || ' ';
        assert.ok(alone.includes(String.fromCharCode(units[i] as number)), JSON.stringify(text.slice(start, end)));
      }
    }),
    { numRuns: 400 },
  );
});

test('places of the text and of what it folds to lead to each other', () => {
  fc.assert(
    fc.property(anyText, fc.nat(60), (text, n) => {
      const whole = fold(text);
      const at = n % (text.length + 1);
      const start = foldedStart(whole, at);
      const end = foldedEnd(whole, at);
      for (let i = 0; i < start; i++) assert.ok((whole.to[i] as number) <= at);
      if (start < whole.length) assert.ok((whole.to[start] as number) > at);
      if (end > 0) assert.ok((whole.from[end - 1] as number) < at);
      if (end < whole.length) assert.ok((whole.from[end] as number) >= at);
    }),
  );
});

test('folding twice changes nothing more, and takes time as the text is long, with piled up accents too', () => {
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 60 }), (text) => assert.equal(folded(folded(text)), folded(text))),
  );
  assertLinear(100_000, (size) => {
    const text = `a${'\u0301'.repeat(size)}`;
    return () => fold(text);
  });
});
