/* Sparing the Markdown parser what is plain changes nothing in what it finds: against the parser alone. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { treeOf } from '../../../../src/core/article/markdownTree';

const parse = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [
      gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest),
      frontmatterFromMarkdown(['yaml', 'toml']),
    ],
  });

/** A tree without lines and columns, and how much was parsed for it. */
function read(text: string): { tree: unknown; parsed: number } {
  let parsed = 0;
  const tree = treeOf(text, (source) => {
    parsed += source.length;
    return parse(source);
  });
  return { tree: bare(tree), parsed };
}

function bare(node: Nodes): unknown {
  const { position, ...rest } = node;
  const children = 'children' in node ? node.children.map(bare) : undefined;
  return { ...rest, place: [position?.start.offset, position?.end.offset], children };
}

const prose = 'The harbour, they say, is full; “nobody” pays for it.\nA second line – 2019 was worse: 30% more.';
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(prose, 'Hafen', 'x', '港口已满。', 'e\u0301tat', '2 000 ships', '– he said'),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        '# Title',
        '- item',
        '1. item',
        '2) item',
        '> quote',
        '```',
        '~~~ts',
        '---',
        '===',
        '+++',
        '<!-- a',
        '-->',
        '<div>',
      ],
      ...[
        '| a | b |\n|---|---|\n| 1 | 2 |',
        'a\n:-',
        '[x]: https://a.org',
        '[x]',
        '[^1]',
        '[^1]: note',
        '*a* **b**',
        'www.a.org',
      ],
      ...[
        'http://a.org',
        'a@b.org',
        'R&amp;D',
        '\\*',
        '`c`',
        'two  ',
        '<b>',
        '- [x] done',
        'title: x',
        '$a$',
        '\u0000',
      ],
    ),
  },
  { weight: 5, arbitrary: fc.constantFrom('\n\n', '\n\n', '\n', '\n \n', '\n\n\n', '  ', '    ', '\t', ' ', '\u00a0') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
);

test('the same tree, whatever stands around the prose', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('').replaceAll(/\r\n?/g, '\n');
      assert.deepEqual(read(text).tree, bare(parse(text)));
    }),
    { numRuns: 1500 },
  );
});

test('prose is spared, also in lists of paragraphs and between headings', () => {
  const text = ['# One', prose, prose, '## Two', '- item', prose, '> quote', prose].join('\n\n');
  const { tree, parsed } = read(text);
  assert.deepEqual(tree, bare(parse(text)));
  assert.ok(parsed < 60, `${parsed} characters were parsed`);
});

test('prose in a fence, a comment or front matter stays what it is there', () => {
  for (const [begin, end] of [
    ['```', '```'],
    ['<!--', '-->'],
    ['---\na: >', '---'],
  ]) {
    const text = `${begin}\n\n${prose}\n\n# A heading\n\n${prose}\n\n${end}\n\n${prose}`;
    const { tree, parsed } = read(text);
    assert.deepEqual(tree, bare(parse(text)));
    assert.ok(parsed < 60, `${parsed} characters were parsed`);
  }
});

const dense = [
  '## [1.2.0](https://a.org/c/v1...v2?x=1&y=2) (2024-03-12)\n\n- **core:** mend `a_b` ([#12](https://a.org/i/12 "t")), [`f`](b)',
  '[![alt](a.png)](b) and ![alt](c.png) R&amp;D',
  '- one\n  goes on\n  - two _three_\n    1. four\n    2. [five](a)\n- [x] six\n- [ ] seven',
  'A note[^1], [a link][r], [r], [R][], [Fix] and *[r]* too.',
  '| a | **b** |\n|:--|:-:|\n| `c` | [d](e) |\n|  | x |',
];
const given = '[r]: https://a.org/r\n\n[^1]: A note.\n';

test('what is full of links, code, lists and tables is spared', () => {
  const text = [...dense, given].join('\n\n');
  const { tree, parsed } = read(text);
  assert.deepEqual(tree, bare(parse(text)));
  assert.ok(parsed < given.length + 10, `${parsed} characters were parsed`);
});

test('a text that begins as front matter that never ends has what the parser finds', () => {
  for (const begin of ['---', '+++', '--- ', '---\na: b\n--- c'])
    for (const text of [`${begin}\n\n# A\n\n- b\n`, `${begin}\n\n# A\n\n- b\n\n${begin}\n`])
      assert.deepEqual(read(text).tree, bare(parse(text)));
});

const plainWord = fc.constantFrom('foo', 'bar baz', '`a`', '[a](b)', '**a**', '[r]', '[^1]', '[Fix]');
const word = fc.constantFrom(
  ...['2019', '1.', '港口', '🙂', 'snake_case', '_a_b_', '"t"', '(t)', 'title: x', 'R&amp;D', 'a & b', '&copy;', '#12'],
  ...[
    '@user',
    'a@b.org',
    'www.a.org',
    'http://a.b/c',
    'a*b',
    '~',
    '~~a~~',
    '=',
    '-',
    '|',
    '\\',
    '\\*',
    '\\[',
    '\u00a0',
  ],
  ...['`a b`', '``a`b``', '` a `', '`', '*a*', '_a_', '__a b__', '***a***', '*a', 'a*', '**a', '_a', '*a **b** c*'],
  ...['**[a](b)**', '(*a*)', '"**a**"', '**(a)**', '`a*`', '*`a`*', '[a b](http://c.d/e_f*g "t")', '[a]( b )'],
  ...['[a](<b>)', '[a](b(c)d)', '[a][r]', '[r][]', '[R]', '[', '](x)', ']', '[[a](b)](c)', '![a](b)', '[![a](b)](c)'],
  ...['[`a`](b)', '[**a**](b)', '[^2]', '[x]', '[ ]', '[a](b&c;)', '!', '![r]', '[r] [r]', '[r](c)', '[a][Fix]'],
  ...['[`r`][r]', '[a [r] c]', '<b>', '</b>', '<b', '<https://a.b>', '<', '>', 'r: c', '\ue000'],
);
const line = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 25, arbitrary: plainWord }, { weight: 1, arbitrary: word }),
      fc.constantFrom(' ', ' ', ' ', '', '.', ', ', ' (', ') ', '  '),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.flat().join(''));
const begin = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('', '', '- ', '- ', '  - ', '  ', '# ', '- [x] ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['* ', '1. ', '2. ', '10) ', '   ', '    ', '    - ', '   - ', '     - ', '-   ', '> ', '- [ ] ', '[^1]: '],
      ...['[r]: ', '\t', '- \t', '+ ', '- - ', '-', '1.', '```', '~~~', '---', '===', '| ', '<!-- ', '<div>', '- # '],
    ),
  },
);
const lines = fc.array(fc.tuple(begin, line, fc.constantFrom(0, 0, 0, 1)), { minLength: 1, maxLength: 4 });
const row = fc.array(fc.oneof(plainWord, word), { minLength: 1, maxLength: 3 });
const rule = fc.constantFrom('|---|---|', '|:-:|', '| - | -: |', '|---|---|---|', '|---');
const block = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...dense, '- foo\n- `bar`', '# foo\n\n1. a\n2. b', prose) },
  {
    weight: 8,
    arbitrary: lines.map((all) => all.map(([sign, words, raw]) => sign + (raw ? words : words.trimEnd())).join('\n')),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(row, rule, fc.array(row, { maxLength: 3 })).map(([head, under, rows]) =>
      [head, ...rows]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .toSpliced(1, 0, under)
        .join('\n'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['[r]: /u', '[r]: /u', '[r]: /u "t"', '[^1]: n', '[r]:\n/u', '```\nfoo\n```', '```', '<!--', '-->', '---'],
      ...[
        '> foo',
        '[a\nr]: u',
        '    foo',
        '* * *',
        '<script>',
        '</script>',
        '[Fix]: a b',
        '- [Fix]: u',
        '> [a\n> b]: u',
      ],
    ),
  },
);

test('the same tree, whatever stands between links, lists and tables', () => {
  let spared = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n')), { maxLength: 5 }),
      (parts) => {
        const text = parts.flat().join('');
        const { tree, parsed } = read(text);
        if (parsed < text.length) spared++;
        assert.deepEqual(tree, bare(parse(text)));
      },
    ),
    { numRuns: 1000 },
  );
  assert.ok(spared > 150, `${spared} were spared`);
});

test('the same tree of all texts that are here', () => {
  for (const folder of ['.', 'docs', 'media/samples', 'test/fixtures/articles']) {
    for (const name of readdirSync(folder).filter((file) => /\.(?:md|txt)$/.test(file))) {
      const text = readFileSync(`${folder}/${name}`, 'utf8').replaceAll(/\r\n?/g, '\n');
      assert.deepEqual(read(text).tree, bare(parse(text)), name);
    }
  }
});
