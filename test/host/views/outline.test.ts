import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { freshArticle, openReader, rooms, tag, until } from '../editor/support';
import { type TestContext, test } from '../harness';
import { labelOf } from './support';

const text = `# Depth and Cost

Deep ports gain from trade.

## Who gains

Those who gain from depth should carry its cost.

### The city

Rents rose by a third in two years.

## Who pays

The treasury pays once more.

### The city

It draws fees.
`;

async function outlined(t: TestContext) {
  const { views, articles, registry } = await rooms();
  const uri = await freshArticle(t, 'depth.md', text);
  await openReader(uri);
  await vscode.commands.executeCommand('argmark.outline.focus');
  const view = views.outline;
  const rows = async () => {
    const found: string[] = [];
    const walk = async (from: Parameters<typeof view.getChildren>[0], depth: number): Promise<void> => {
      for (const heading of await view.getChildren(from)) {
        const { description, ...item } = view.getTreeItem(heading);
        found.push(`${'  '.repeat(depth)}${labelOf(item)}${description ? ` | ${description}` : ''}`);
        await walk(heading, depth + 1);
      }
    };
    await walk(undefined, 0);
    return found;
  };
  return { uri, view, rows, articles, registry };
}

test('headings stand below one another, with how many annotations are in their sections', async (t) => {
  const { uri, rows } = await outlined(t);
  assert.deepEqual(await rows(), ['Beginning', 'Who gains', '  The city', 'Who pays', '  The city']);
  await tag(uri, 'Deep ports gain from trade.');
  await tag(uri, 'Those who gain from depth should carry its cost.');
  await tag(uri, 'Rents rose by a third in two years.', 'premise');
  assert.deepEqual(await rows(), ['Beginning | 1', 'Who gains | 2', '  The city | 1', 'Who pays', '  The city']);
});

test('rows of the same words are two, and each goes to its own place', async (t) => {
  const { uri, view, articles } = await outlined(t);
  const [, gains, pays] = await view.getChildren();
  const [first] = await view.getChildren(gains);
  const [second] = await view.getChildren(pays);
  assert.ok(first && second);
  assert.notEqual(view.getTreeItem(first).id, view.getTreeItem(second).id);
  assert.equal(view.getParent(second), pays);
  const { command } = view.getTreeItem(second);
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  const at = text.lastIndexOf('The city');
  await until('the caret is before the words of the second of them', () => articles.selection?.caret === at);
  assert.equal(articles.selection?.uri.toString(), uri.toString());
});

test('the row of the section that the caret is in is selected', async (t) => {
  const { uri, view, articles } = await outlined(t);
  const start = text.indexOf('The treasury');
  await articles.reveal(uri, { span: { start, end: start } }, { focus: false });
  await until('the row is selected', () => view.selected?.words === 'Who pays');
  await articles.reveal(uri, { span: { start: 30, end: 30 } }, { focus: false });
  await until('the row of what stands before all headings is selected', () => view.selected?.words === 'Beginning');
});

test('a row leads to its heading also where the text above it was edited since it was drawn', async (t) => {
  const { uri, view, articles } = await outlined(t);
  const [, , pays] = await view.getChildren();
  assert.ok(pays);
  const { command } = view.getTreeItem(pays);
  assert.ok(command);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Two });
  await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'More words come first.\n'));
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  const at = editor.document.getText().indexOf('## Who pays');
  await until('the caret is at the heading', () => articles.selection?.caret === at);
  assert.equal((await view.getChildren())[2], pays, 'rows that say the same are not drawn anew');
});
