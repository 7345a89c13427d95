import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Placements } from '../../../../src/core/annotation/placement';
import { parseArticle } from '../../../../src/core/article/parse';
import { lazyArticle } from '../../../../src/host/editor/reading';
import { movedAlong } from '../../../../src/host/editor/whileTyping';

const before = 'Deep ports gain. Rents rose by a third.';
const placed = (...words: string[]): Placements =>
  new Map(
    words.map((word) => {
      const start = before.indexOf(word);
      return [word, { status: 'exact', score: 1, spans: [{ start, end: start + word.length }] }];
    }),
  );

function wordsAfter(after: string, ...words: string[]): string[] {
  const moved = movedAlong(placed(...words), before, after);
  return [...moved.values()].map(({ spans }) => spans.map(({ start, end }) => after.slice(start, end)).join('|'));
}

test('words move along with what is typed before, and stay where it is typed behind', () => {
  assert.deepEqual(wordsAfter(`New. ${before}`, 'Deep ports', 'Rents rose'), ['Deep ports', 'Rents rose']);
  assert.deepEqual(wordsAfter(before.replace('gain', 'will gain'), 'Deep ports', 'Rents rose'), [
    'Deep ports',
    'Rents rose',
  ]);
  assert.deepEqual(wordsAfter(before.replace('Deep ', ''), 'gain', 'Rents rose'), ['gain', 'Rents rose']);
});

test('what is typed at the edges of words is not theirs, what is typed into them is', () => {
  assert.deepEqual(wordsAfter(before.replace('Rents', 'x Rents'), 'Rents rose'), ['Rents rose']);
  assert.deepEqual(wordsAfter(before.replace('rose', 'rose x'), 'Rents rose'), ['Rents rose']);
  assert.deepEqual(wordsAfter(before.replace('Rents', 'Rents x'), 'Rents rose'), ['Rents x rose']);
});

test('words that were deleted stand nowhere, and no span leaves the text', () => {
  const moved = movedAlong(placed('Rents rose', 'Deep ports'), before, '');
  assert.deepEqual(
    [...moved.values()],
    [
      { status: 'orphan', spans: [], score: 0, why: 'Its words were deleted.' },
      { status: 'orphan', spans: [], score: 0, why: 'Its words were deleted.' },
    ],
  );
});

test('an article that is parsed late is the same as one that is parsed at once', () => {
  const text = '# Depth\n\nDeep ports gain.\n';
  const { format, facts, blocks } = lazyArticle(text);
  assert.deepEqual({ text, format, facts, blocks }, parseArticle(text));
});
