/* Nothing in the rules takes more than its share: long and hostile texts, each within a moment of work. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle } from '../../../../src/core/article/parse';

const size = 120_000;
const fill = (part: string): string => part.repeat(Math.ceil(size / part.length));
const numbered = (line: (i: number) => string): string => Array.from({ length: 6000 }, (_, i) => line(i)).join('\n');
const prose =
  'For thirty years the town has paid for a river that it did not use, and nobody has asked the mills for it. ';
const top = 'Home | News | Contact\nSearch\n\nWhat the River Owes the Town\n\nBy Ana Ruiz\nShare\n\n';
const names = JSON.stringify({ topics: Array.from({ length: 900 }, (_, i) => `Topic ${i}`) }, null, 1);

const texts: Readonly<Record<string, string>> = {
  'one line': fill(prose),
  'one word': 'x'.repeat(size),
  'one line of ideographs': fill('城市和航运公司都从疏浚中获益，'),
  'blank lines': '\n'.repeat(size),
  'white space': ' \u00a0'.repeat(size / 2),
  bullets: fill('• An entry\n'),
  'short lines': numbered((i) => `Entry ${i}`),
  'wrapped lines': fill('the city and the shipping lines both gain from dredging, and a fair\n'),
  'opening brackets': fill('{\n'),
  'brackets within brackets': fill('[[{"a":\n'),
  'quotes without end': fill('{"a": "'),
  dates: fill('12 March 2024 | '),
  'lines of dates': top + fill('12 March 2024\n'),
  bylines: top + fill('By Ana Ruiz, Tom Hale and Mia de Jong\n'),
  'rights reserved': top + prose.repeat(3) + fill('\n\n© 2024 The Post'),
  'related, again and again': top + prose.repeat(3) + fill('\n\nRelated articles'),
  'boxes and paragraphs': top + fill(`${prose}${prose}\n\nRelated articles\n\n• One\n\n`),
  'glued titles': top + fill(`What the River Owes the Town${prose}\n`),
  'chips and names': `${names}\n${top}${numbered((i) => `Topic ${i % 900}Topic ${(i * 7) % 900}x`)}\n${prose.repeat(3)}`,
  'dashes and stars': `${'-'.repeat(size / 2)}\n${'* '.repeat(size / 4)}`,
  'dots and bars': fill('a | b · c • '),
  'front matter without end': `---\n${fill('a: b\n')}`,
  asterisks: fill('*a '),
};

for (const [name, text] of Object.entries(texts)) {
  test(name, () => {
    parseArticle(text.slice(0, 5000));
    const before = process.cpuUsage();
    parseArticle(text);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 600_000, `${(user / 1000).toFixed(0)} ms`);
  });
}
