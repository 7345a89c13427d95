import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sidecarOf } from '../../../src/host/editor/uris';
import { emphasisedRanges, markedRanges } from '../../../src/host/language/decorations';
import { freshArticle, rooms, until, write } from '../editor/support';
import { type TestContext, test } from '../harness';

/** CRLF, an emoji of two units, one of several code points, and combining marks: all three ways of counting differ. */
const lines = [
  'Depth 🚢 and cost',
  '',
  'The cafe\u0301 👩‍👩‍👧 closed. Rents rose; see https://evil.example/x',
  'and more 🚢 text.',
];
const text = lines.join('\r\n');
const outer = 'The cafe\u0301 👩‍👩‍👧 closed. Rents rose; see https://evil.example/x\nand more 🚢 text.';
const inner = 'Rents rose';

async function annotated(t: TestContext) {
  const { articles } = await rooms();
  const uri = await freshArticle(t, 'crlf.txt', text);
  await write(
    sidecarOf(uri),
    `argmark: 1
annotations:
  - id: outer1
    tag: claim
    spans:
      - quote: ${JSON.stringify(outer)}
    note: "[click](command:workbench.action.quit) <b>bold</b>"
  - id: inner1
    tag: premise
    spans:
      - quote: "${inner}"
arguments:
  - id: arg001
    premises:
      - inner1
    supports: outer1
`,
  );
  const state = await articles.at(uri);
  assert.ok(state);
  const editor = await vscode.window.showTextDocument(uri);
  return { uri, state, editor, document: editor.document };
}

async function hoversAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.Hover[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.filter(({ contents }) => markdownOf(contents).includes('_argmark.'));
}

const markdownOf = (contents: vscode.Hover['contents']): string =>
  contents.map((one) => (typeof one === 'string' ? one : one.value)).join('\n---\n');

test('a hover in a text editor: its range is the quote, and overlapping annotations are all there, smallest first', async (t) => {
  const { uri, document } = await annotated(t);
  const line = document.lineAt(2).text;
  const [hover, ...others] = await hoversAt(uri, new vscode.Position(2, line.indexOf('rose')));
  assert.ok(hover?.range);
  assert.deepEqual(others, []);
  assert.equal(document.getText(hover.range), inner);
  assert.equal(hover.contents.length, 2);
  assert.match(markdownOf(hover.contents), /\*\*Premise\*\*[\s\S]*---[\s\S]*\*\*Claim\*\*/);
  const [whole] = await hoversAt(uri, new vscode.Position(3, 2));
  assert.ok(whole?.range);
  assert.equal(document.getText(whole.range).replaceAll('\r\n', '\n'), outer);
});

test('a hover on Markdown says the words as they are read, and those of what they support', async (t) => {
  const { articles } = await rooms();
  const source = '# Ports\n\nThe **city** draws fees. It [pays](https://example.org) for *depth*.\n';
  const uri = await freshArticle(t, 'ports.md', source);
  const entry = (id: string, quote: string) => `  - id: ${id}\n    tag: claim\n    spans:\n      - quote: "${quote}"\n`;
  const entries = [
    entry('city23', 'The **city** draws fees.'),
    entry('pays23', 'It [pays](https://example.org) for *depth*.'),
  ];
  const supports = '  - id: arg234\n    premises:\n      - pays23\n    supports: city23\n';
  await write(sidecarOf(uri), `argmark: 1\nannotations:\n${entries.join('\n')}\narguments:\n${supports}`);
  assert.ok(await articles.at(uri));
  await vscode.window.showTextDocument(uri);
  const [hover] = await hoversAt(uri, new vscode.Position(2, source.split('\n')[2]?.indexOf('draws') ?? 0));
  assert.ok(hover);
  const said = markdownOf(hover.contents).replaceAll('\\', '');
  assert.match(said, /“\[The city draws fees\.\]/);
  assert.match(said, /supported by \[It pays for depth\.\]/);
});

test('at the caret behind selected words the hover is about these, also where others go on', async (t) => {
  const { articles } = await rooms();
  const { uri, editor, document } = await annotated(t);
  const line = document.lineAt(2).text;
  const end = new vscode.Position(2, line.indexOf(inner) + inner.length);
  const [around] = await hoversAt(uri, end);
  assert.equal(around?.contents.length, 1, 'the outer one goes on there');
  await articles.reveal(uri, { id: 'inner1' }, { focus: true });
  await until('the words are selected', () => editor.selection.active.isEqual(end) && !editor.selection.isEmpty);
  const [hover] = await hoversAt(uri, end);
  assert.ok(hover?.range);
  assert.equal(document.getText(hover.range), inner);
  editor.selection = new vscode.Selection(end, end);
  await until('nothing is selected', () => editor.selection.isEmpty);
  assert.equal((await hoversAt(uri, end))[0]?.contents.length, 1);
});

test('no hover beside the words', async (t) => {
  const { uri } = await annotated(t);
  assert.deepEqual(await hoversAt(uri, new vscode.Position(0, 3)), []);
});

test('what an article or a sidecar says cannot become a link or markup in a hover', async (t) => {
  const { uri } = await annotated(t);
  const [hover] = await hoversAt(uri, new vscode.Position(3, 2));
  assert.ok(hover);
  const [content] = hover.contents;
  assert.ok(content instanceof vscode.MarkdownString);
  assert.deepEqual(content.isTrusted, { enabledCommands: ['_argmark.revealAnnotation', '_argmark.showTag'] });
  assert.notEqual(content.supportHtml, true);
  const links = [...content.value.matchAll(/\]\((.*?)\)/g)].map(([, address]) => address ?? '');
  for (const link of links.filter((one) => !/^command:_argmark\.(?:revealAnnotation|showTag)\?/.test(one))) {
    assert.fail(`a link to ${link}`);
  }
  assert.ok(!content.value.includes('https://evil'), 'an address that would become a link');
});

test('a link in a hover leads to the other end', async (t) => {
  const { uri, editor, document } = await annotated(t);
  const [hover] = await hoversAt(uri, new vscode.Position(3, 2));
  const address = /supported by \[.*?\]\(command:(_argmark\.revealAnnotation)\?(.*?)\)/.exec(
    markdownOf(hover?.contents ?? []),
  );
  assert.ok(address?.[1] && address[2]);
  await vscode.commands.executeCommand(address[1], ...JSON.parse(decodeURIComponent(address[2])));
  await until('the premise is selected', () => document.getText(editor.selection) === inner);
});

test('marks in a text editor stand on exactly the words', async (t) => {
  const { state, document } = await annotated(t);
  const words = [...markedRanges(state)].flatMap(([key, ranges]) =>
    ranges.map((range) => `${key}: ${document.getText(range).replaceAll('\r\n', '\n')}`),
  );
  assert.deepEqual(words.sort(), [`mark blue solid 0: ${outer}`, `mark green dotted 1: ${inner}`]);
  const at = state.article.text.indexOf(inner) + 1;
  assert.deepEqual([...emphasisedRanges(state, at).keys()], ['emphasis green']);
});

test('while text is typed, hovers stay on the words', async (t) => {
  const { uri, editor, document } = await annotated(t);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '🚢 more\r\n'));
  await until('the hover is there', async () => {
    const column = document.lineAt(3).text.indexOf('rose');
    const [hover] = await hoversAt(uri, new vscode.Position(3, column));
    return hover?.range && document.getText(hover.range) === inner;
  });
});

test('while text is typed, words move along at once and the sidecar is not read again', async (t) => {
  const { articles } = await rooms();
  const { uri, editor } = await annotated(t);
  const before = articles.known(uri);
  assert.ok(before);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '🚢 more\r\n'));
  const typed = articles.known(uri);
  assert.ok(typed);
  assert.equal(typed.sidecar, before.sidecar);
  const [span] = typed.placements.get('inner1')?.spans ?? [];
  assert.equal(typed.article.text.slice(span?.start, span?.end), inner);
  await until('words are looked for anew', () => articles.known(uri)?.revision !== typed.revision);
  const settled = articles.known(uri);
  assert.equal(settled?.sidecar, before.sidecar);
  assert.deepEqual(settled?.placements.get('inner1')?.spans, [span]);
});
