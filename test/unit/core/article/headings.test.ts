import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headingsOf, nestedHeadings } from '../../../../src/core/article/headings';
import { parseArticle } from '../../../../src/core/article/parse';

const text =
  '---\nauthor: A\n---\n\n# Ports *and* Power\n\nText.\n\n## One\n\nText.\n\n### One, first\n\nText.\n\n## Two\n\nText.\n';

test('title and headings as shown, with their rank and how far their sections go', () => {
  const headings = headingsOf(parseArticle(text));
  assert.deepEqual(
    headings.map(({ words, level }) => [level, words]),
    [
      [1, 'Ports and Power'],
      [2, 'One'],
      [3, 'One, first'],
      [2, 'Two'],
    ],
  );
  const [all, one, first, two] = headings.map(({ section }) => text.slice(section.start, section.end));
  assert.ok(all?.endsWith('Two\n\nText.\n'));
  assert.ok(one?.includes('One, first') && !one.includes('Two'));
  assert.ok(first && !first.includes('Two'));
  assert.equal(two, '## Two\n\nText.\n');
});

test('an article without headings has none', () => assert.deepEqual(headingsOf(parseArticle('')), []));

test('headings below the title know in whose section they are', () => {
  const article = parseArticle(text);
  const nested = nestedHeadings(article);
  assert.deepEqual(
    nested.map(({ words, parent }) => [words, parent?.words]),
    [
      ['One', undefined],
      ['One, first', 'One'],
      ['Two', undefined],
    ],
  );
  assert.equal(nestedHeadings(article), nested, 'the same objects, so that trees keep their rows');
});
