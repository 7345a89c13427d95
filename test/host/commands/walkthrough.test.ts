/** What the walkthrough offers, with the article that it is about behind it in the same group. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sidecarOf } from '../../../src/host/editor/uris';
import { first, freshArticle, openReader, rooms, second, tag, until, wordsOf, write } from '../editor/support';
import { type TestContext, test } from '../harness';

/** Something else in front, as the walkthrough is. */
async function inFront(t: TestContext): Promise<void> {
  const { articles } = await rooms();
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'argmark.argmark#firstSteps');
  await until('the walkthrough is in front', () => articles.active === undefined);
  t.after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
}

test('Tag Selection tags the sentence at the caret of the text behind', async (t) => {
  const { articles, registry } = await rooms();
  const uri = await freshArticle(t);
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  const at = editor.document.positionAt(editor.document.getText().indexOf(second) + 2);
  editor.selection = new vscode.Selection(at, at);
  await inFront(t);
  let isDone = false;
  const done = Promise.resolve(vscode.commands.executeCommand('argmark.tagSelection')).finally(() => {
    isDone = true;
  });
  await until('a tag is chosen', async () => {
    if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  await done;
  assert.deepEqual(registry.document(uri)?.sidecar.set.annotations.map(wordsOf), [second]);
  assert.equal(articles.active?.uri.toString(), uri.toString());
});

test('Show Keys comes up in the reading view behind, the one that was active last', async (t) => {
  const { articles, registry } = await rooms();
  const [uri, other] = [await freshArticle(t), await freshArticle(t)];
  await openReader(other);
  await openReader(uri);
  await inFront(t);
  await vscode.commands.executeCommand('argmark.showKeys');
  assert.equal(articles.active?.uri.toString(), uri.toString());
  await until('it has the focus', () => registry.panel(uri)?.panel.active);
});

test('Open Annotations File opens that of the article behind', async (t) => {
  const uri = await freshArticle(t);
  const sidecar = sidecarOf(uri);
  await write(sidecar, 'argmark: 1\n');
  await openReader(uri);
  await tag(uri, first);
  await inFront(t);
  await vscode.commands.executeCommand('argmark.openSidecar');
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), sidecar.toString());
});

test('with no article behind, nothing comes to the front', async (t) => {
  const { articles } = await rooms();
  await inFront(t);
  await vscode.commands.executeCommand('argmark.showKeys');
  assert.equal(articles.active, undefined);
});
