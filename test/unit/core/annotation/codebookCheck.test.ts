import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleMismatches, codebookMismatches } from '../../../../src/core/annotation/codebookCheck';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';

test('annotations are held against the codebook', () => {
  const annotations = [
    { id: 'a', tag: 'thesis', spans: [{ quote: 'x' }], attributes: { kind: 'policy' } },
    { id: 'b', tag: 'claim', spans: [{ quote: 'x' }] },
    { id: 'c', tag: 'major-claim', spans: [{ quote: 'x' }], attributes: { kind: 'odd', other: 1 } },
    { id: 'd', tag: 'claim', spans: [{ quote: 'x' }], attributes: { kind: 'policy' } },
    { id: 'e', tag: 'premise', spans: [{ quote: 'x' }] },
  ];
  const problems = codebookMismatches({ annotations, arguments: [], links: [] }, defaultCodebook);
  assert.deepEqual(
    problems.map(({ id, code, field, severity }) => [id, code, field, severity]),
    [
      ['a', 'unknown-tag', ['tag'], 'warning'],
      // A tag that was just made does not shout.
      ['b', 'missing-attribute', ['attributes'], 'information'],
      ['c', 'unknown-value', ['attributes', 'kind'], 'warning'],
      ['c', 'unknown-attribute', ['attributes', 'other'], 'warning'],
    ],
  );
  assert.match(problems[2]?.message ?? '', /^“Kind” must be one of these: factual, .* It is kept as it is\.$/);
});

test('attributes of the article are held against the codebook too', () => {
  const codebook = {
    ...defaultCodebook,
    article: [...defaultCodebook.article, { name: 'genre', type: 'text' as const, required: true }],
  };
  const attributes = { stance: 'undecided', mood: 'grim' };
  const problems = articleMismatches({ annotations: [], arguments: [], links: [], attributes }, codebook);
  assert.deepEqual(
    problems.map(({ code, field, severity }) => [code, severity, ...(field ?? [])].join(' ')),
    [
      'unknown-value warning attributes stance',
      'unknown-attribute warning attributes mood',
      'missing-attribute information attributes',
    ],
  );
  assert.match(problems[2]?.message ?? '', /^“Genre” is still to be chosen for the article\.$/);
  const empty = { annotations: [], arguments: [], links: [] };
  assert.deepEqual(articleMismatches(empty, codebook), [], 'nothing is annotated: there may be no file to tell it in');
  const begun = { ...empty, annotations: [{ id: 'a', tag: 'claim', spans: [{ quote: 'x' }] }] };
  assert.deepEqual(
    articleMismatches(begun, codebook).map(({ code }) => code),
    ['missing-attribute'],
  );
});
