import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultCodebook } from '../../../src/core/annotation/defaultCodebook';
import { parseArticle } from '../../../src/core/article/parse';
import type { PlacedAnnotation } from '../../../src/messages/content';
import {
  type Mark,
  markAt,
  markInWords,
  marksOf,
  overviewInWords,
  rowsOf,
} from '../../../src/webview/reader/margin/overview';

const text = 'Ports cost. Those who gain should pay. The rest is arithmetic.';
const placed = (id: string, ...spans: [number, number][]): PlacedAnnotation => ({
  id,
  tag: 'claim',
  status: spans.length > 0 ? 'exact' : 'orphan',
  score: spans.length > 0 ? 1 : 0,
  spans: spans.map(([start, end]) => ({ start, end })),
  quote: spans.length > 0 ? text.slice(...(spans[0] as [number, number])) : 'Words that are gone',
});
const heights = { at: (offset: number) => offset / 100, orphans: { top: 0.8, bottom: 1 } };
const annotations = new Map(
  [placed('a', [12, 38]), placed('b', [0, 5], [39, 43]), placed('o')].map((one) => [one.id, one]),
);
const model = { annotations, codebook: defaultCodebook, article: parseArticle(text) };

test('annotations with each fragment, what is found, then orphans, in the order of the page', () => {
  const marks = marksOf(model, [{ start: 6, end: 10 }], heights);
  assert.deepEqual(
    marks.map(({ kind, annotation, top }) => [kind, annotation?.id, top]),
    [
      ['annotation', 'b', 0],
      ['found', undefined, 0.06],
      ['annotation', 'a', 0.12],
      ['annotation', 'b', 0.39],
      ['orphan', 'o', 0.9],
    ],
  );
  assert.equal(overviewInWords(marks), 'Overview: 2 annotations, 1 orphan, 1 place found');
  assert.equal(overviewInWords([]), 'Overview: nothing is marked');
  assert.deepEqual(
    marks.map((mark) => markInWords(mark, model)),
    [
      'Claim: Ports',
      'Found: Ports cost. Those who gain should pay.…',
      'Claim: Those who gain should pay.',
      'Claim: Ports',
      'Orphan, Claim: Words that are gone',
    ],
  );
});

test('the mark under the pointer is the nearest, of several there the shortest, and none far away', () => {
  const marks = marksOf(model, [{ start: 15, end: 16 }], heights);
  assert.equal(marks[markAt(marks, 0.155, 0.02)]?.kind, 'found');
  assert.equal(marks[markAt(marks, 0.3, 0.02)]?.annotation?.id, 'a');
  assert.equal(markAt(marks, 0.6, 0.02), -1);
  assert.equal(marks[markAt(marks, 0.89, 0.02)]?.kind, 'orphan');
});

test('rows of pixels hold every mark, at least as high as is asked for, the later over the earlier', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const mark = fc.tuple(fraction, fraction, fc.constantFrom('red', 'blue')).map(([a, b, colour]) => ({
    mark: { kind: 'found', top: Math.min(a, b), bottom: Math.max(a, b) } as Mark,
    colour,
  }));
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 20 }), fc.integer({ min: 2, max: 90 }), (all, height) => {
      const colours = new Map(all.map(({ mark, colour }) => [mark, colour]));
      const rows = rowsOf([...colours.keys()], (one) => colours.get(one) ?? '', height, 2);
      const pixels = new Array<string | undefined>(height);
      let last = -1;
      for (const row of rows) {
        assert.ok(row.top >= last && row.height > 0 && row.top + row.height <= height);
        last = row.top + row.height;
        pixels.fill(row.colour, row.top, last);
      }
      for (let y = 0; y < height; y++) {
        const over = all.findLast(({ mark }) => {
          const top = Math.max(0, Math.min(height - 2, Math.round(mark.top * height)));
          return y >= top && y < Math.max(top + 2, Math.round(mark.bottom * height));
        });
        assert.equal(pixels[y], over?.colour);
      }
    }),
    { numRuns: 200 },
  );
});
