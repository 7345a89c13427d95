import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { carried, differencesBetween } from '../../../../src/core/anchor/differences';
import { spanOf } from './annotate';

/** The new text, put together of what the old one keeps and what the differences say. */
function rebuilt(old: string, now: string): string {
  let at = 0;
  let text = '';
  for (const { start, end, newStart, newEnd } of differencesBetween(old, now)) {
    assert.ok(start >= at && end >= start && newEnd >= newStart);
    assert.ok(end > start || newEnd > newStart, 'a difference in nothing');
    text += old.slice(at, start);
    assert.equal(text.length, newStart);
    text += now.slice(newStart, newEnd);
    at = end;
  }
  return text + old.slice(at);
}

/** What becomes of some words of a text; undefined where nothing of them is left. */
function fate(old: string, now: string, words: string): string | undefined {
  const span = carried(spanOf(old, words), differencesBetween(old, now));
  return span && now.slice(span.start, span.end);
}

const lines = fc
  .array(
    fc
      .array(fc.constantFrom('the ', 'port ', 'of ', '港', '口', 'x', '🚢', ' ', '. '), { maxLength: 8 })
      .map((all) => all.join('')),
    { maxLength: 8 },
  )
  .map((all) => all.join('\n'));

test('the differences lead from the one text to the other, whatever they are', () => {
  fc.assert(
    fc.property(lines, lines, (old, now) => assert.equal(rebuilt(old, now), now)),
    { numRuns: 2000 },
  );
  assert.deepEqual(differencesBetween('same', 'same'), []);
});

test('texts that differ nearly everywhere are one difference, and soon found', () => {
  const text = (sign: string) => Array.from({ length: 30_000 }, (_, i) => `${sign}${i} goes.\n`).join('');
  const begin = performance.now();
  assert.equal(rebuilt(text('a'), text('b')), text('b'));
  assert.ok(performance.now() - begin < 3000);
});

test('words keep their place whatever is put in, taken out or changed around them', () => {
  const old = 'One.\nThe port grew fast, and the bill with it.\nThree.\n';
  const fateIn = (now: string) => fate(old, now, 'the bill with it');
  assert.equal(fateIn(old), 'the bill with it');
  assert.equal(fateIn(`New.\n${old}`), 'the bill with it');
  assert.equal(fateIn(old.replace('and', 'but also')), 'the bill with it');
  assert.equal(fateIn(old.replace('it.', 'it, too.')), 'the bill with it');
  assert.equal(fateIn(old.replace('One.\n', '').replace('Three', 'Four')), 'the bill with it');
  assert.equal(fateIn(old.replaceAll('\n', '\n\n')), 'the bill with it');
});

test('words that have changed are what stands in their place, and not what was put beside them', () => {
  const old = 'One. The port grew fast, and the bill with it. Three.\n';
  const fateIn = (now: string) => fate(old, now, 'the bill with it');
  assert.equal(fateIn(old.replace('bill', 'invoice')), 'the invoice with it');
  assert.equal(fateIn(old.replace('the bill', 'its bill')), 'its bill with it');
  assert.equal(fateIn(old.replace('with it', 'with that')), 'the bill with that');
  assert.equal(fateIn(old.replace('bill with', 'bill, as ever, with')), 'the bill, as ever, with it');
  assert.equal(fateIn(old.replace('and the bill', 'and so, it is often said by many, the bill')), 'the bill with it');
  assert.equal(fateIn(old.replace(', and the', '; the')), 'the bill with it');
  assert.equal(fateIn(old.replace(', and the', ' – its')), 'its bill with it');
  assert.equal(fateIn(old.replace(', and the bill with it', '')), undefined);
  assert.equal(fateIn('Other words altogether.\n'), undefined);
});

test('of the ways to read a change, the one that leaves the words whole is taken', () => {
  const old = 'Ships came late. Ships came early. Ships came twice.';
  const fateIn = (words: string, now: string) => fate(old, now, words);
  assert.equal(fateIn('Ships came early.', 'Ships came early. Ships came twice.'), 'Ships came early.');
  assert.equal(fateIn('Ships came late.', 'Ships came late. Ships came twice.'), 'Ships came late.');
  assert.equal(
    fateIn('Ships came twice.', 'Ships came late. Ships came early. Ships came so. Ships came twice.'),
    'Ships came twice.',
  );
  assert.equal(
    fateIn('Ships came early.', 'Ships came late. Ships came so. Ships came early. Ships came twice.'),
    'Ships came early.',
  );
});

test('a text that was only broken into other lines has the same words in the same places', () => {
  const words = Array.from({ length: 2000 }, (_, i) => `w${i % 97}`);
  const old = words.join(' ');
  const now = words.map((word, i) => word + (i % 9 === 8 ? '\n' : ' ')).join('');
  const index = 5 * old.indexOf(' w40 w41 w42 w43');
  const span = carried({ start: index, end: index + 20 }, differencesBetween(old, now)) ?? assert.fail();
  assert.equal(now.slice(span.start, span.end).replaceAll('\n', ' '), old.slice(index, index + 20));
});

test('characters that no change could have touched are carried to themselves, and in order', () => {
  fc.assert(
    fc.property(lines, lines, (old, now) => {
      const differences = differencesBetween(old, now);
      let last = 0;
      for (let at = 0; at < old.length; at++) {
        const span = carried({ start: at, end: at + 1 }, differences);
        if (span) assert.equal(now.slice(span.start, span.end), old[at]);
        if (differences.some(({ start, end, left, right }) => start - left <= at && at < end + right)) continue;
        assert.ok(span && span.start >= last);
        last = span.end;
      }
    }),
    { numRuns: 1000 },
  );
});
