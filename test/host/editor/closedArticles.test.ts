import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ClosedArticles } from '../../../src/host/editor/closedArticles';
import { Codebooks } from '../../../src/host/editor/codebooks';
import { sidecarOf } from '../../../src/host/editor/uris';
import { DiskFiles } from '../../../src/host/files';
import { test } from '../harness';
import { first, freshArticle, openAlone, tagAlone, until } from './support';

/** The disk, whose files are read when a test lets it. */
class SlowFiles extends DiskFiles {
  until: Promise<void> = Promise.resolve();
  asked = 0;

  override async read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    this.asked++;
    await this.until;
    return super.read(uri);
  }
}

test('what was begun to be read leaves the annotations alone of whoever follows the text by then', async (t) => {
  const uri = await freshArticle(t);
  const files = new SlowFiles();
  const codebooks = new Codebooks(files);
  const closed = new ClosedArticles(files, codebooks);
  t.after(() => vscode.Disposable.from(closed, codebooks, files).dispose());
  const editor = await vscode.window.showTextDocument(uri);
  await closed.at(uri);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'One more line\n'));
  assert.ok(closed.known(uri)?.article.text.startsWith('One more line'));

  let release = () => {};
  files.until = new Promise((resolve) => {
    release = resolve;
  });
  files.asked = 0;
  // As when a watcher tells of the sidecar late.
  await vscode.workspace.fs.writeFile(sidecarOf(uri), new TextEncoder().encode('argmark: 1\n'));
  await until('the sidecar is read once more', () => files.asked > 0);
  const document = await openAlone(t, uri, new DiskFiles(), { known: () => closed.handOver(uri) });
  const id = tagAlone(document, first);
  release();
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '123\n'));
  await until('the text is followed', () => document.annotated.article.text.startsWith('123\nOne'));
  const { article, placements } = document.annotated;
  const [span] = placements.get(id)?.spans ?? [];
  assert.equal(span && article.text.slice(span.start, span.end), first);
});
