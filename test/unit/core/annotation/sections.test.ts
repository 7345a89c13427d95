import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Placements } from '../../../../src/core/annotation/placement';
import { sectionsOf } from '../../../../src/core/annotation/sections';
import { parseArticle } from '../../../../src/core/article/parse';

const text = `# Depth

Ports gain.

## Who gains

Those who gain.

### The city

Rents rose.

## Who pays

### The city

It draws fees.
`;

function placed(...words: readonly (readonly string[])[]): Placements {
  return new Map(
    words.map((fragments, i) => {
      const spans = fragments.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length }));
      return [`a${i}`, { status: spans.length > 0 ? 'exact' : 'orphan', spans, score: 1 }];
    }),
  );
}

test('sections have what begins in them or in one below them, and what stands before them all is one too', () => {
  const placements = placed(['Depth'], ['Ports', 'fees'], ['Those who gain.', 'Rents'], ['rose'], ['draws'], []);
  assert.deepEqual(
    sectionsOf(parseArticle(text), placements).map(({ words, namesakes, parent, span, count }) => [
      words,
      namesakes,
      parent,
      span.start,
      count,
    ]),
    [
      [undefined, 0, undefined, 0, 2],
      ['Who gains', 0, undefined, text.indexOf('## Who gains'), 2],
      ['The city', 0, 1, text.indexOf('### The city'), 1],
      ['Who pays', 0, undefined, text.indexOf('## Who pays'), 1],
      ['The city', 1, 3, text.lastIndexOf('### The city'), 1],
    ],
  );
});

test('fragments are counted by the first of them in the text, whatever their order', () => {
  const sections = sectionsOf(parseArticle(text), placed(['fees', 'Those who gain.']));
  assert.deepEqual(
    sections.map(({ count }) => count),
    [0, 1, 0, 0, 0],
  );
});

test('nothing is before a heading that the text begins with, and where no headings are there are no sections', () => {
  const begun = (content: string) => sectionsOf(parseArticle(content), new Map()).map(({ words }) => words);
  assert.deepEqual(begun('---\nauthor: A\n---\n\n# All\n\nWords.\n\n## One\n\nMore.\n'), [undefined, 'One']);
  assert.deepEqual(begun('## One\n\nWords.\n\n## Two\n\nMore.\n').slice(-1), ['Two']);
  assert.deepEqual(begun('# All\n\nWords.\n'), []);
});
