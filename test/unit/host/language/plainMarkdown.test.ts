import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { plainMarkdown, plainMarkdownLine } from '../../../../src/host/language/plainMarkdown';

/** Without the search for addresses in text that is read already: VS Code's reader looks for them in the source, as micromark does. */
const extensions = gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest);

/** What a Markdown reader with every extension makes of it: its text, or a note of anything that is no plain text. */
function shown(markdown: string): string {
  const text = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'break') return '\n';
    if (node.type === 'root') return node.children.map(text).join('\n\n');
    if (node.type === 'paragraph') return node.children.map(text).join('');
    return `<${node.type}>`;
  };
  return text(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: extensions }));
}

const hostile = [
  '[click](command:workbench.action.quit)',
  '![](https://evil.example/pixel.png)',
  'https://evil.example and www.evil.example or a@evil.example',
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  '# heading',
  '1. item',
  '2009) item',
  '- [ ] box',
  '> quote',
  'a | b\n--|--\nc | d',
  '===\nsetext',
  '`code` ~~gone~~ **strong** _em_ &amp; &#60; $(add) [^1]',
  'back\\slash',
  '    indented',
];

for (const text of hostile) {
  test(`shown as it is: ${text.split('\n')[0]}`, () => {
    assert.equal(shown(plainMarkdown(text)), text.trim());
    assert.equal(shown(plainMarkdownLine(text)), text.replace(/\s+/g, ' ').trim());
  });
}

test('line ends and paragraphs stay', () => {
  assert.equal(shown(plainMarkdown('one\r\ntwo\n\n\nthree')), 'one\ntwo\n\nthree');
});

test('whatever is in it, all of it is shown and nothing but text', () => {
  const signs = fc.constantFrom(...'[](){}<>!*_#`~|\\-+=.:@&;/"\'0 1aé😀'.split(''), 'http', 'www.', '\u0301');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 24 }), (parts) => {
      const text = parts.join('').replace(/\s+/g, ' ').trim();
      assert.equal(shown(plainMarkdownLine(text)), text);
    }),
    { numRuns: 500 },
  );
});
