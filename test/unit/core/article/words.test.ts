import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outline } from '../../../../src/core/article/outline';
import { parseArticle } from '../../../../src/core/article/parse';
import { shownText } from '../../../../src/core/article/shownText';
import { countWords, readingMinutes, wordsIn } from '../../../../src/core/article/words';

test('words in scripts with spaces', () => {
  assert.equal(wordsIn('It’s a well-known fact: 1,200.5 litres — no more.'), 8);
  assert.equal(wordsIn('القناة العميقة'), 2);
  assert.equal(wordsIn('cafe\u0301 na\u00efve 3\u00a0€'), 3);
  assert.equal(wordsIn(' — … 🙂 '), 0);
});

test('words in scripts without spaces', () => {
  const chinese = wordsIn('城市和航运公司都从疏浚中获益');
  assert.ok(chinese >= 6 && chinese <= 10, String(chinese));
  const thai = wordsIn('ภาษาไทยไม่มีช่องว่าง');
  assert.ok(thai >= 4 && thai <= 7, String(thai));
  assert.ok(wordsIn('OECD 报告说') >= 3);
});

test('a long text is not segmented to its end, and the count holds', () => {
  const sentence = '城市和航运公司都从疏浚中获益，';
  assert.equal(wordsIn(sentence.repeat(20_000)), wordsIn(sentence) * 20_000);
});

test('only the body counts, and signs split no word', () => {
  const article = parseArticle(
    '# One Title Here\n\nBy Ana Ruiz\n\nun**believ**able words\n\n- and three more\n\n[x]: http://y.z\n',
  );
  assert.equal(countWords(article), 5);
});

test('minutes to read', () => {
  assert.deepEqual([0, 1, 238, 1190].map(readingMinutes), [0, 1, 1, 5]);
});

test('the outline has the title on top and sections that end where the next begins', () => {
  const article = parseArticle('# T\n\na\n\n## B\n\nb\n\n#### C *c*\n\nc\n\n## D\n\nd\n');
  const entries = outline(article);
  assert.deepEqual(
    entries.map(({ title, depth, start, end }) => [title, depth, article.text.slice(start, end).trim().slice(-1)]),
    [
      ['T', 1, 'd'],
      ['B', 2, 'c'],
      ['C c', 3, 'c'],
      ['D', 2, 'd'],
    ],
  );
  for (const { block, title } of entries) assert.equal(shownText(article.text, article.blocks[block] as never), title);
});
