/* Spans to recorded words and back: whole characters as people see them, code points in the file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { indexCodePoints } from '../../../../src/core/sidecar/codePoints';
import { selectorOf } from '../../../../src/core/sidecar/selector';

const family = '👩‍👩‍👧';
const text = `Ba\u0301se 😀 ${family} né\u{20000}d of words\r\nand 🇩🇪🇫🇷 flags, नमस्ते too.`;

test('offsets count code points', () => {
  const start = text.indexOf('words');
  const selector = selectorOf(text, { start, end: start + 5 });
  assert.equal(selector.quote, 'words');
  assert.equal(selector.start, [...text.slice(0, start)].length);
  assert.equal(selector.end, [...text.slice(0, start + 5)].length);
});

test('a span that cuts a character is widened to hold it', () => {
  const at = text.indexOf(family);
  assert.equal(selectorOf(text, { start: at + 3, end: at + 4 }).quote, family);
  assert.equal(selectorOf(text, { start: text.indexOf('😀') + 1, end: text.indexOf('😀') + 2 }).quote, '😀');
  assert.equal(selectorOf(text, { start: 1, end: 2 }).quote, 'a\u0301');
  const flags = text.indexOf('🇩');
  assert.equal(selectorOf(text, { start: flags + 4, end: flags + 6 }).quote, '🇫🇷');
});

test('context is 32 code points, narrowed to whole characters, and left out at the ends', () => {
  const long = `${'x'.repeat(10)}${family}${'y'.repeat(30)}QUOTE${'z'.repeat(30)}${family}`;
  const start = long.indexOf('QUOTE');
  const selector = selectorOf(long, { start, end: start + 5 });
  assert.equal(selector.prefix, 'y'.repeat(30));
  assert.equal(selector.suffix, 'z'.repeat(30));
  assert.deepEqual(selectorOf('all', { start: 0, end: 3 }), { quote: 'all', start: 0, end: 3 });
});

test('any text and span: the quote is the text there, and the offsets lead back to it', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', ' ', '\n', '😀', family, 'e\u0301', '🇩🇪', '\ud83d', '\ude00', '文', '\r\n'),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), fc.nat(), fc.nat(), (units, a, b) => {
      const text = units.join('');
      const [start = 0, end = 0] = [a, b].map((n) => n % (text.length + 1)).sort((x, y) => x - y);
      const selector = selectorOf(text, { start, end });
      const { toUnits } = indexCodePoints(text);
      const hint = { start: toUnits(selector.start ?? -1), end: toUnits(selector.end ?? -1) };
      assert.ok(hint.start <= start && (start === end || hint.end >= end));
      assert.equal(text.slice(hint.start, hint.end), selector.quote);
      const points = [...text];
      assert.equal(points.slice(selector.start, selector.end).join(''), selector.quote);
      assert.ok([...(selector.prefix ?? '')].length <= 32 && [...(selector.suffix ?? '')].length <= 32);
      assert.equal(text.slice(hint.start - (selector.prefix?.length ?? 0), hint.start), selector.prefix ?? '');
      assert.equal(text.slice(hint.end, hint.end + (selector.suffix?.length ?? 0)), selector.suffix ?? '');
    }),
    { numRuns: 500 },
  );
});

test('the index agrees with counting, at every offset', () => {
  const index = indexCodePoints(text);
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    const isInside = at > 0 && /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
    assert.equal(index.fromUnits(at), isInside ? points - 1 : points);
    if (isInside) continue;
    assert.equal(index.toUnits(points), at);
    points++;
  }
});

test('a megabyte of emoji is indexed once and then asked in no time', () => {
  const large = '😀a'.repeat(350_000);
  const index = indexCodePoints(large);
  for (let i = 0; i < 10_000; i++) assert.equal(index.toUnits(2 * i), 3 * i);
  const selector = selectorOf(large, { start: 900_000, end: 900_003 }, index);
  assert.equal(selector.start, 600_000);
});
