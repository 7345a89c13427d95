import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../../../src/core/article/article';
import { parseArticle } from '../../../../src/core/article/parse';
import { countingWords, readingMinutes, wordAt } from '../../../../src/core/article/words';

function countWords(article: Article): number {
  const counting = countingWords(article);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

/** Of one paragraph. */
function wordsIn(text: string): number {
  const span = { start: 0, end: text.length };
  const blocks = [{ kind: 'paragraph' as const, ...span, runs: [span] }];
  return countWords({ text, format: 'plain', facts: { authors: [], topics: [], regions: [] }, blocks });
}

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

const parts = [
  ...[
    'well-known',
    'It’s',
    '1,200.5',
    '3\u202f000',
    'e\u0301te\u0301',
    '\u0301',
    '🙂🏽',
    'القناة',
    'OECD',
    'foo_bar',
    '"',
    '(',
    '…',
    '—',
  ],
  ...['城市和航运公司都从疏浚中获益', '，', '。', '、', '港の浚渫は', 'ภาษาไทยไม่มีช่องว่าง', '항구를 깊게', '．'],
  ...[' ', ' ', ' ', '  ', '\n', '\t', '\u00a0', '\u3000'],
];

test('a word is found as if the whole text were looked at', () => {
  const text = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 30 }).map((list) => list.join(''));
  fc.assert(
    fc.property(text, fc.nat(), (text, place) => {
      const index = place % (text.length + 1);
      const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
      const wanted =
        words.find(({ start, end }) => start <= index && index < end) ?? words.find(({ end }) => end === index);
      assert.deepEqual(wordAt(text, index), wanted);
    }),
    { numRuns: 2000 },
  );
});

test('a word in a long text takes no longer than in a short one', () => {
  const long = 'The harbour is dredged again, and the city pays. '.repeat(20_000);
  const milliseconds = (text: string) => {
    const begin = performance.now();
    for (let i = 0; i < 300; i++) wordAt(text, Math.floor(text.length / 2));
    return performance.now() - begin;
  };
  // The best of some: the machine may have others to serve.
  const least = (text: string) => Math.min(...Array.from({ length: 5 }, () => milliseconds(text)));
  const short = least(long.slice(0, 1000));
  assert.ok(least(long) < 20 * Math.max(1, short));
});
