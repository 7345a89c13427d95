/*
 * Articles in the manner of different outlets, each with what a reader would want to see of it written beside by hand. Samples are
 * found by pattern: NAME.txt or NAME.md with NAME.expected.yaml.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Article, Block } from '../../../../src/core/article/article';
import { decodeArticle } from '../../../../src/core/article/decode';
import { parseArticle } from '../../../../src/core/article/parse';
import { shownText } from '../../../../src/core/article/shownText';

const folder = join('test', 'fixtures', 'articles');

interface Expected {
  readonly format: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Each with its kind as a key, whose value is what the block begins with (for furniture: its label). */
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
}

function readArticle(path: string): Article {
  const decoded = decodeArticle(readFileSync(path));
  assert.ok('text' in decoded, `${path} can be decoded`);
  return parseArticle(decoded.text);
}

/** A block as it stands in an expectation, cut down to what that says of it. */
function asExpected(text: string, block: Block, expected: Readonly<Record<string, unknown>> | undefined): unknown {
  const shown = block.furniture?.label ?? shownText(text, block);
  const wanted = expected?.[block.kind];
  const start = typeof wanted === 'string' ? shown.slice(0, Math.max(wanted.length, 1)) : shown.slice(0, 40);
  const all = { [block.kind]: start, lines: block.furniture?.lines, marker: block.marker, level: block.level };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key === block.kind || (expected && key in expected)));
}

const samples = readdirSync(folder).filter((name) => name.endsWith('.expected.yaml'));

test('there are samples, and each has its article', () => {
  assert.ok(samples.length >= 13);
});

for (const name of samples) {
  test(`${name.replace('.expected.yaml', '')} is read as a reader would want it`, () => {
    const stem = join(folder, name.replace('.expected.yaml', ''));
    const path = [`${stem}.txt`, `${stem}.md`].find((one) => existsSync(one));
    assert.ok(path, `${stem} is there`);
    const expected = parse(readFileSync(join(folder, name), 'utf8')) as Expected;
    const article = readArticle(path);
    assert.equal(article.format, expected.format);
    const blocks = article.blocks.map((block, i) => asExpected(article.text, block, expected.blocks[i]));
    assert.deepEqual(blocks, expected.blocks);
    assert.deepEqual({ ...article.facts }, { authors: [], topics: [], regions: [], ...expected.facts });
  });
}
