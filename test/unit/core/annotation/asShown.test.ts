import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asShown } from '../../../../src/core/annotation/asShown';
import { type Annotation, emptySet } from '../../../../src/core/annotation/model';
import type { Placement } from '../../../../src/core/annotation/placement';
import { quoteOf } from '../../../../src/core/annotation/quote';
import { parseArticle } from '../../../../src/core/article/parse';

const source =
  '# Ports\n\nThe **city** draws\nfees; [the navy](https://example.org) does *not*.\n\n> And so\n> it goes.\n';
const article = parseArticle(source);

const annotation = (id: string, ...quotes: string[]): Annotation => ({
  id,
  tag: 'claim',
  spans: quotes.map((quote) => ({ quote })),
});
const placed = ({ id, spans }: Annotation): [string, Placement] => [
  id,
  {
    status: 'exact',
    score: 1,
    spans: spans
      .map(({ quote }) => ({ start: source.indexOf(quote), end: source.indexOf(quote) + quote.length }))
      .sort((a, b) => a.start - b.start),
  },
];
const names = (annotations: readonly Annotation[], placements = new Map(annotations.map(placed))) =>
  asShown({ set: { ...emptySet, annotations }, placements, article }).annotations.map(quoteOf);

test('annotations are called by the words that a reader sees, fragments in the order in which they are recorded', () => {
  assert.deepEqual(
    names([
      annotation('a', 'The **city** draws\nfees'),
      annotation('b', '[the navy](https://example.org) does *not*', '**city**'),
      annotation('c', 'And so\n> it goes'),
      annotation('d', 'draws'),
    ]),
    ['The city draws fees', 'the navy does not … city', 'And so it goes', 'draws'],
  );
});

test('old words, and words that the text has changed, are called as they were recorded', () => {
  const orphan = annotation('o', 'the **old** words');
  const edited = annotation('e', 'The **towns** draw');
  const placements = new Map<string, Placement>([
    ['o', { status: 'orphan', score: 0, spans: [] }],
    ['e', { status: 'exact', score: 1, spans: [{ start: 9, end: 24 }] }],
  ]);
  assert.deepEqual(names([orphan, edited], placements), ['the **old** words', 'The **towns** draw']);
  assert.deepEqual(names([annotation('s', '**')]), ['**'], 'signs alone');
});

test('where there is nothing to take away all stays as it is', () => {
  const set = { ...emptySet, annotations: [annotation('d', 'draws')] };
  const placements = new Map(set.annotations.map(placed));
  assert.equal(asShown({ set, placements, article }), set);
  const plain = { ...emptySet, annotations: [annotation('p', '**city**')] };
  assert.equal(asShown({ set: plain, placements, article: { ...article, format: 'plain' } }), plain);
  const signed = { ...emptySet, annotations: [annotation('p', '**city**'), annotation('d', 'draws')] };
  const shown = asShown({ set: signed, placements, article });
  assert.equal(shown.annotations[1], signed.annotations[1]);
  assert.equal(asShown({ set: signed, placements, article }), shown, 'and is made once');
});
