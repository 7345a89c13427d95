/* Plain text: what is sure is named, and what is not stays a paragraph. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle } from '../../../../src/core/article/parse';
import { shownText } from '../../../../src/core/article/shownText';

const prose =
  'For thirty years the town has paid for a river that it did not use, and nobody has asked the mills for a penny.';

function read(text: string): string[] {
  const article = parseArticle(text);
  assert.equal(article.format, 'plain');
  return article.blocks.map(
    (block) =>
      `${block.kind} ${block.marker ?? ''}${block.marker ? ' ' : ''}${shownText(article.text, block).slice(0, 30)}`,
  );
}

test('a title stands alone above prose', () => {
  assert.deepEqual(read(`What the River Owes\n\n${prose}\n`), [
    'title What the River Owes',
    `paragraph ${prose.slice(0, 30)}`,
  ]);
  assert.deepEqual(read(`Was schuldet der Fluss?\n${prose}\n`)[0], 'title Was schuldet der Fluss?');
  assert.deepEqual(
    read(`Title: What the River Owes\nAuthor: Ana Ruiz\nDate: 3 May 2021\nSource: The Valley Post\n\n${prose}\n`).slice(
      0,
      4,
    ),
    [
      'title Title: What the River Owes',
      'byline Author: Ana Ruiz',
      'date Date: 3 May 2021',
      'outlet Source: The Valley Post',
    ],
  );
});

test('what only looks like a title stays a paragraph', () => {
  for (const first of [
    'Dear Sir or Madam,',
    'he said no more',
    'It rained all day.',
    '3.14',
    '* * *',
    'Roses are red\nViolets are blue\nAnd so on they go',
  ]) {
    assert.notEqual(read(`${first}\n\n${prose}\n`)[0]?.split(' ')[0], 'title', first);
  }
  assert.deepEqual(read('One line\n'), ['paragraph One line']);
  assert.deepEqual(read('One line\n\nAnother one\n'), ['paragraph One line', 'paragraph Another one']);
});

test('headings stand before paragraphs, and only there', () => {
  assert.deepEqual(
    read(`${prose}\n\nThe mills\n\n${prose}\n\nThe end\n`).map((block) => block.split(' ')[0]),
    ['paragraph', 'heading', 'paragraph', 'paragraph'],
  );
  assert.deepEqual(read(`${prose}\n\nThe mills\n=========\n\n${prose}\n`)[1], 'heading The mills');
});

test('lists keep their marks and depths', () => {
  const article = parseArticle(
    `${prose}\n\n- a one\n  - b two\n  - c three\n- d four\n\n1) e five\n2) f six\n(a) g seven\n`,
  );
  assert.deepEqual(
    article.blocks.slice(1).map(({ marker, level }) => [marker, level]),
    [
      ['•', 1],
      ['•', 2],
      ['•', 2],
      ['•', 1],
      ['1)', 1],
      ['2)', 1],
      ['(a)', 1],
    ],
  );
});

test('paragraphs wrapped by hand are put together, with their last lines as ends', () => {
  const wrapped = [
    'For thirty years the town has paid for a river that it did not use, and',
    'the mills upstream have used a river for which they did not pay. That is',
    'about to end.',
    'The council wants the mills to pay by the litre, the mills want to pay by',
    'the year, and both have hired people who can prove that the other one is',
    'wrong.',
  ];
  const blocks = parseArticle(wrapped.join('\n')).blocks;
  assert.equal(blocks.length, 2);
  assert.ok(blocks.every(({ runs }) => runs.every(({ keepsLines }) => !keepsLines)));
});

test('lines that are not wrapped are paragraphs, short ones keep their line ends', () => {
  assert.equal(read(`${prose}\n${prose}\n`).length, 2);
  const article = parseArticle(`${prose}\n\nAna Ruiz\nWeir Lane 3\nOtterbridge\n`);
  const address = article.blocks[1];
  assert.ok(address);
  assert.ok(address.runs.some(({ keepsLines }) => keepsLines));
  assert.equal(shownText(article.text, address), 'Ana Ruiz\nWeir Lane 3\nOtterbridge');
});

test('wrapped Chinese is put together without spaces', () => {
  const line = '三十年来，这座港口靠一种谁都不满意的妥协维持着，国家出钱疏浚城市收取费用，';
  const article = parseArticle(`${line}\n${line}\n${line}\n沉默也就难以为继。\n`);
  assert.equal(article.blocks.length, 1);
  assert.ok(!shownText(article.text, article.blocks[0] as never).includes(' '));
});

test('quotations by sign, dividing lines, no-break spaces', () => {
  assert.deepEqual(read(`${prose}\n\n> quoted words\n\n* * *\n\n3\u00a0000 euros\n`).slice(1), [
    'quote quoted words',
    'rule * * *',
    'paragraph 3\u00a0000 euros',
  ]);
});
