/*
 * The one real page that this was built for. It is not ours to copy, so it is read where it lies beside the checkout, and the test
 * is passed over where it is not there; `samples.test.ts` and the shipped sample page have the same shape.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeArticle } from '../../../../src/core/article/decode';
import { parseArticle } from '../../../../src/core/article/parse';
import { shownText } from '../../../../src/core/article/shownText';

const folder = join('..', 'shared', 'articles');
const seed = existsSync(folder) ? readdirSync(folder).find((name) => /^000_.*\.txt$/.test(name)) : undefined;

test('the saved page of a think tank is read as its reader would want it', {
  skip: seed === undefined ? `no article in ${folder}` : false,
}, () => {
  const decoded = decodeArticle(readFileSync(join(folder, seed ?? '')));
  assert.ok('text' in decoded);
  const { text, format, facts, blocks } = parseArticle(decoded.text);

  assert.equal(format, 'page');
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    [
      ...['furniture', 'outlet', 'title', 'standfirst', 'furniture', 'byline', 'date', 'outlet', 'furniture'],
      ...['paragraph', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
      ...['about', 'about', 'about', 'about', 'furniture'],
    ],
  );
  assert.deepEqual(
    blocks.flatMap(({ furniture }) => (furniture ? [furniture] : [])),
    [
      { label: 'menu, page data, image credit, page header', lines: 49 },
      { label: 'share buttons', lines: 1 },
      { label: 'title repeated', lines: 1 },
      { label: 'related, topics, disclaimer, newsletter, footer', lines: 56 },
    ],
  );

  const [, , title, , , , , , repeated, first] = blocks;
  assert.ok(title && repeated && first);
  assert.equal(facts.title, shownText(text, title));
  assert.equal(shownText(text, repeated), facts.title);
  assert.equal(repeated.end, first.start);
  assert.match(shownText(text, first), /^\p{Lu}/u);
  assert.equal(
    blocks.filter((block) => shownText(text, block) === facts.title && block.kind !== 'furniture').length,
    1,
  );

  assert.equal(facts.published, '2009-10-26');
  assert.deepEqual([facts.authors.length, facts.topics.length, facts.regions.length], [1, 3, 15]);
  assert.ok(facts.standfirst && facts.outlet && facts.source);
  assert.doesNotMatch(facts.source, /getty/i);
  assert.ok(text.includes('\n\nSource: '));
});
