/* Sparing the Markdown parser its prose changes nothing in what it finds: against the parser alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { treeOf } from '../../../../src/core/article/plainProse';

const parse = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    mdastExtensions: [
      gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest),
      frontmatterFromMarkdown(['yaml', 'toml']),
    ],
  });

/** A tree without lines and columns, and the length of the text that was parsed for it. */
function read(text: string): { tree: unknown; parsed: number } {
  let parsed = 0;
  const tree = treeOf(text, (source) => {
    parsed = source.length;
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
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
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

test('prose in a fence or a comment is left where it is', () => {
  for (const text of [`\`\`\`\n\n${prose}\n\n\`\`\`\n\n${prose}`, `<!--\n\n${prose}\n\n-->\n\n${prose}`]) {
    const { tree, parsed } = read(text);
    assert.equal(parsed, text.length);
    assert.deepEqual(tree, bare(parse(text)));
  }
});
