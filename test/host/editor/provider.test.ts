import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Annotator } from '../../../src/host/editor/annotator';
import { ClosedArticles } from '../../../src/host/editor/closedArticles';
import { Codebooks } from '../../../src/host/editor/codebooks';
import { LeftBackups } from '../../../src/host/editor/leftBackups';
import { ArticleEditorProvider } from '../../../src/host/editor/provider';
import { Registry } from '../../../src/host/editor/registry';
import { Renames } from '../../../src/host/editor/renames';
import { DiskFiles } from '../../../src/host/files';
import { unpack } from '../../../src/messages/packing';
import { type TestContext, test } from '../harness';
import { Answers, freshArticle, read, tagAlone, until } from './support';

const context = { backupId: undefined, untitledDocumentData: undefined };

/** A provider with all that it is built of. */
function provided(t: TestContext, folder: vscode.Uri) {
  const files = new DiskFiles();
  const codebooks = new Codebooks(files);
  const registry = new Registry();
  const closed = new ClosedArticles(files, codebooks);
  const renames = new Renames(files, registry, closed);
  const left = new LeftBackups(folder, new DiskFiles());
  const failures: string[] = [];
  const provider = new ArticleEditorProvider({
    ...{ files, codebooks, registry, renames, left, closed },
    extensionUri: folder,
    annotator: new Annotator(),
    questions: new Answers(),
    listener: {
      selectionChanged() {},
      viewStateChanged() {},
      beside: (panel) => registry.beside(panel),
      confirmsRemoval: () => true,
      performed() {},
      failed: (message) => failures.push(message),
    },
  });
  for (const one of [closed, renames, registry, codebooks, files]) t.after(() => one.dispose());
  return { provider, files, registry, left, failures };
}

/** A panel without a page, that keeps what the host gives it. */
function bare() {
  const said = new vscode.EventEmitter<unknown>();
  const sent: unknown[] = [];
  const webview = {
    html: '',
    cspSource: 'https://pages.example',
    asWebviewUri: (uri: vscode.Uri) => uri,
    onDidReceiveMessage: said.event,
    postMessage: async (message: unknown) => {
      sent.push(unpack(message));
      return true;
    },
  };
  const panel = {
    webview,
    visible: true,
    onDidDispose: () => vscode.Disposable.from(),
    onDidChangeViewState: said.event,
  };
  return {
    panel: panel as unknown as vscode.WebviewPanel,
    webview,
    sent,
    say: (message: object) => said.fire(message),
  };
}

test('the page is there before the article is read, and what it says meanwhile is not lost', async (t) => {
  const uri = await freshArticle(t);
  const { provider, registry, failures } = provided(t, vscode.Uri.joinPath(uri, '..'));
  const opening = await provider.openCustomDocument(uri, context);
  t.after(() => opening.dispose());
  const { panel, webview, sent, say } = bare();
  await provider.resolveCustomEditor(opening, panel);
  assert.match(webview.html, /reader\.js/);
  assert.equal(registry.document(uri), undefined, 'not read yet');
  say({ type: 'ready' });
  await registry.settled(uri);
  assert.ok(registry.document(uri));
  await until('it gets its state', () => sent.some((message) => (message as { type: string }).type === 'state'));
  assert.deepEqual(failures, []);
});

test('in place of an article that cannot be read stands why', async (t) => {
  const uri = vscode.Uri.joinPath(await freshArticle(t), '..', 'no & such <b>.txt');
  const { provider, registry, failures } = provided(t, vscode.Uri.joinPath(uri, '..'));
  const opening = await provider.openCustomDocument(uri, context);
  const { panel, webview } = bare();
  const told = registry.shownOrFailed(uri);
  await provider.resolveCustomEditor(opening, panel);
  await told;
  await until('the page says it', () => webview.html.includes('role="alert"'));
  assert.match(webview.html, /There is no file .*no &amp; such &lt;b&gt;\.txt/);
  assert.equal(failures.length, 1);
});

test('what is not wanted when the window closes is forgotten before anything else is done', async (t) => {
  const uri = await freshArticle(t);
  const folder = vscode.Uri.joinPath(uri, '..', 'backups');
  const { provider, files, left } = provided(t, folder);
  const opening = await provider.openCustomDocument(uri, context);
  const document = await opening.opened;
  t.after(() => opening.dispose());
  tagAlone(document, 'Deep ports gain 🚢 from trade.');
  const destination = vscode.Uri.joinPath(folder, '1');
  await provider.backupCustomDocument(opening, { destination });
  assert.notEqual(await read(destination), undefined);
  // As when the host ends in the middle of it.
  files.read = () => new Promise(() => {});
  void provider.revertCustomDocument(opening);
  await left.settled;
  assert.equal(await read(destination), undefined);
});
