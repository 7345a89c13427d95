/* Nothing in the rules takes more than its share: long and hostile texts, each in time that grows with its length and not with its square. */
import { test } from 'node:test';
import { parseArticle } from '../../../../src/core/article/parse';
import { assertLinear } from '../../growth';

/** UTF-16 units to texts of about that length. */
type Text = (size: number) => string;

const fill =
  (part: string, before = ''): Text =>
  (size) =>
    before + part.repeat(Math.ceil(size / part.length));
const numbered =
  (line: (i: number) => string): Text =>
  (size) =>
    Array.from({ length: size / 20 }, (_, i) => line(i)).join('\n');
const prose =
  'For thirty years the town has paid for a river that it did not use, and nobody has asked the mills for it. ';
const top = 'Home | News | Contact\nSearch\n\nWhat the River Owes the Town\n\nBy Ana Ruiz\nShare\n\n';
const names = JSON.stringify({ topics: Array.from({ length: 900 }, (_, i) => `Topic ${i}`) }, null, 1);

const texts: Readonly<Record<string, Text>> = {
  'one line': fill(prose),
  'one word': fill('x'),
  'one line of ideographs': fill('城市和航运公司都从疏浚中获益，'),
  'blank lines': fill('\n'),
  'white space': fill(' \u00a0'),
  bullets: fill('• An entry\n'),
  'short lines': numbered((i) => `Entry ${i}`),
  'wrapped lines': fill('the city and the shipping lines both gain from dredging, and a fair\n'),
  'opening brackets': fill('{\n'),
  'brackets within brackets': fill('[[{"a":\n'),
  'quotes without end': fill('{"a": "'),
  dates: fill('12 March 2024 | '),
  'lines of dates': fill('12 March 2024\n', top),
  bylines: fill('By Ana Ruiz, Tom Hale and Mia de Jong\n', top),
  'rights reserved': fill('\n\n© 2024 The Post', top + prose.repeat(3)),
  'related, again and again': fill('\n\nRelated articles', top + prose.repeat(3)),
  'boxes and paragraphs': fill(`${prose}${prose}\n\nRelated articles\n\n• One\n\n`, top),
  'glued titles': fill(`What the River Owes the Town${prose}\n`, top),
  'chips and names': (size) =>
    `${names}\n${top}${numbered((i) => `Topic ${i % 900}Topic ${(i * 7) % 900}x`)(size)}\n${prose.repeat(3)}`,
  'dashes and stars': (size) => `${'-'.repeat(size / 2)}\n${'* '.repeat(size / 4)}`,
  'dots and bars': fill('a | b · c • '),
  'front matter without end': fill('a: b\n', '---\n'),
  asterisks: fill('*a '),
};

for (const [name, text] of Object.entries(texts)) {
  test(name, () => {
    assertLinear(30_000, (size) => {
      const article = text(size);
      return () => parseArticle(article);
    });
  });
}
