/* Markdown: runs point at the very characters that are shown, and nothing in it can run or exhaust the reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block } from '../../../../src/core/article/article';
import { parseArticle } from '../../../../src/core/article/parse';
import { rangesOfText } from '../../../../src/core/article/shown';
import { shownText } from '../../../../src/core/article/shownText';
import { assertLinear } from '../../growth';

/** The blocks of a Markdown text under a heading that makes it one, without that heading. */
function blocks(source: string): { readonly text: string; readonly blocks: readonly Block[] } {
  const article = parseArticle(`# Title\n\n${source}`);
  assert.equal(article.format, 'markdown');
  return { text: article.text, blocks: article.blocks.slice(1) };
}

function shown(source: string): string[] {
  const article = blocks(source);
  return article.blocks.map((block) => shownText(article.text, block));
}

function runs(source: string): string[] {
  const article = blocks(source);
  return article.blocks.flatMap((block) =>
    block.runs.map((run) =>
      [article.text.slice(run.start, run.end), ...(run.styles ?? []), ...(run.href ? [run.href] : [])].join(' '),
    ),
  );
}

test('signs are skipped, and styles nest', () => {
  assert.deepEqual(runs('a **b *c* d** ~~e~~ `f`'), [
    'a ',
    'b  strong',
    'c strong emphasis',
    ' d strong',
    ' ',
    'e strikethrough',
    ' ',
    'f code',
  ]);
  assert.deepEqual(shown('un**believ**able'), ['unbelievable']);
  assert.deepEqual(shown('`` a`b `` and ` `'), ['a`b and  ']);
});

test('escapes lose their backslash, and references stand as they are', () => {
  assert.deepEqual(shown('1\\. \\*not\\* a \\\\ b \\z'), ['1. *not* a \\ b \\z']);
  assert.deepEqual(shown('R&amp;D &eacute; &copy; &bogus; AT&T &#65; &#x1F642;'), [
    'R&D &eacute; &copy; &bogus; AT&T &#65; &#x1F642;',
  ]);
});

test('what stands before a continued line is skipped', () => {
  assert.deepEqual(shown('> one\n> two\nlazy\n> \\> three'), ['one two lazy > three']);
  assert.deepEqual(shown('- a\n  b\n\n  c\n1. x\n\n   > q\n   > r'), ['a b', 'c', 'x', 'q r']);
  assert.deepEqual(shown('  a \n   b\t\n\tc'), ['a b c']);
});

test('a hard break is a line end that is kept, a soft one is not', () => {
  assert.deepEqual(shown('a  \nb\\\nc\nd'), ['a\nb\nc d']);
});

test('links keep where they lead, unjudged, by reference too', () => {
  assert.deepEqual(
    runs('[a](javascript:alert(1) "t") [b][r] <https://c.d> www.e.f ![g](h.png) [i][none]\n\n[r]: https://r.s'),
    [
      'a link javascript:alert(1)',
      ' ',
      'b link https://r.s',
      ' ',
      'https://c.d link https://c.d',
      ' ',
      'www.e.f link http://www.e.f',
      ' ',
      'g link h.png',
      ' [i][none]',
      '[r]: https://r.s',
    ],
  );
});

test('HTML is text, and a comment is folded', () => {
  const article = blocks(
    '<script>alert(1)</script>\n\nx <img src=x onerror=alert(1)> y\n\n<!-- note -->\n\n<div>\nz\n</div>',
  );
  assert.deepEqual(
    article.blocks.map((block) => [block.kind, shownText(article.text, block)]),
    [
      ['code', '<script>alert(1)</script>'],
      ['paragraph', 'x <img src=x onerror=alert(1)> y'],
      ['furniture', '<!-- note -->'],
      ['code', '<div>\nz\n</div>'],
    ],
  );
});

test('lists have their numbers, depths and boxes', () => {
  const article = blocks('3. a\n4. b\n   - c\n     - [x] d\n   - [ ] e\n\n-\n- # f');
  assert.deepEqual(
    article.blocks.map(({ kind, level, marker }) => [kind, level, marker]),
    [
      ['listItem', 1, '3.'],
      ['listItem', 1, '4.'],
      ['listItem', 2, '•'],
      ['listItem', 3, '☑'],
      ['listItem', 2, '☐'],
      ['listItem', 1, '•'],
      ['listItem', 1, '•'],
      ['heading', 1, undefined],
    ],
  );
});

test('code keeps its lines and loses its fence and its indent', () => {
  assert.deepEqual(shown('```js\na\n\n  b\n```'), ['a\n\n  b']);
  assert.deepEqual(shown('    a\n\n      b'), ['a\n\n  b']);
  assert.deepEqual(shown('- ~~~\n  a\n  ~~~'), ['', 'a']);
  assert.deepEqual(shown('```\n```'), ['```\n```']);
});

test('a table keeps its rows and cells', () => {
  const article = blocks('| a | **b** |\n|:--|---|\n| c \\| d | |\n| `e` | f |');
  assert.deepEqual(shown('| a | **b** |\n|:--|---|\n| c \\| d | |\n| `e` | f |'), ['a | b\nc | d | \ne | f']);
  assert.ok(article.blocks[0]?.runs[0]?.styles?.includes('strong'));
});

test('front matter gives facts, and only what can be read', () => {
  const facts = (matter: string) => parseArticle(`---\n${matter}\n---\n\nText.\n`).facts;
  assert.deepEqual(facts('title: A\nby: Ana Ruiz and Tom Hale\ndate: 3 May 2021\ntags: x, y').authors, [
    'Ana Ruiz',
    'Tom Hale',
  ]);
  assert.equal(facts('title: A\ndate: 2021-05-03').published, '2021-05-03');
  assert.equal(facts('title: A\ndate: some day').published, 'some day');
  for (const bad of [
    'title: [',
    'a: &a [*a]',
    '{}: :',
    '__proto__: {x: 1}',
    'title: {a: {b: c}}',
    `a: &a [x, x]\nb: &b [*a, *a]\nc: [${'*b, '.repeat(90)}*b]`,
  ]) {
    assert.deepEqual(facts(`k: v\n${bad}`), { authors: [], topics: [], regions: [] }, bad);
  }
  assert.equal(({} as { x?: unknown }).x, undefined);
  const toml = parseArticle('+++\ntitle = "A \\"B\\""\nauthors = ["Ana Ruiz"]\n+++\n\n# A\n\nText [x](http://y).\n');
  assert.deepEqual([toml.format, toml.facts.authors], ['markdown', ['Ana Ruiz']]);
});

test('a text with little of Markdown in it is not taken for it', () => {
  for (const text of [
    'A price of 5 * 3 is not 5 * 4.\n\nAnd so on.\n',
    '- one\n- two\n\nText.\n',
    'We are #1 (see note 3).\n\nMore text_with_underscores here.\n',
    'A line\n\n    an indented one\n',
    'Was *this* meant?\n',
    '---\nnot front matter\n---\n',
  ]) {
    assert.equal(parseArticle(text).format, 'plain', text);
  }
});

test('any inline text lies over its source, or the source is shown', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '>', '\\', '*', '&', 'amp;', '🙂') }),
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '&', '*') }),
      (source, value) => {
        let at = 0;
        for (const { start, end } of rangesOfText(source, 0, source.length, value)) {
          assert.ok(start >= at && end > start && end <= source.length);
          at = end;
        }
      },
    ),
  );
});

test('nesting and brackets without end do not exhaust the reader', { timeout: 60_000 }, () => {
  const hostile: readonly (readonly [part: string, times: number])[] = [
    ['> ', 750],
    ['- ', 375],
    ['[a](b', 7500],
    ['[a][b', 7500],
    ['*a **b _c ', 5000],
    ['*', 25_000],
    ['<', 12_500],
    ['`a``b', 5000],
    ['![[', 7500],
  ];
  for (const [part, times] of hostile) {
    assertLinear(times, (count) => {
      const text = `# T\n\n${part.repeat(count)}x`;
      return () => assert.ok(parseArticle(text).blocks.length > 0);
    });
  }
});
