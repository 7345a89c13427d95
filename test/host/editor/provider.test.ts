import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Annotator } from '../../../src/host/editor/annotator';
import { Codebooks } from '../../../src/host/editor/codebooks';
import { LeftBackups } from '../../../src/host/editor/leftBackups';
import { ArticleEditorProvider } from '../../../src/host/editor/provider';
import { Registry } from '../../../src/host/editor/registry';
import { Renames } from '../../../src/host/editor/renames';
import { DiskFiles } from '../../../src/host/files';
import { test } from '../harness';
import { Answers, freshArticle, read, tagAlone } from './support';

test('what is not wanted when the window closes is forgotten before anything else is done', async (t) => {
  const uri = await freshArticle(t);
  const folder = vscode.Uri.joinPath(uri, '..', 'backups');
  const files = new DiskFiles();
  const codebooks = new Codebooks(files);
  const registry = new Registry();
  const renames = new Renames(files, registry);
  const left = new LeftBackups(folder, new DiskFiles());
  const provider = new ArticleEditorProvider({
    ...{ files, codebooks, registry, renames, left },
    extensionUri: folder,
    annotator: new Annotator(),
    questions: new Answers(),
    listener: { selectionChanged() {}, viewStateChanged() {}, confirmsRemoval: () => true, failed() {} },
  });
  const context = { backupId: undefined, untitledDocumentData: undefined };
  const opening = await provider.openCustomDocument(uri, context);
  const document = await opening.opened;
  for (const one of [opening, renames, registry, codebooks, files]) t.after(() => one.dispose());
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
