import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { saveAs } from '../../../src/host/editor/saveAs';
import { sidecarOf } from '../../../src/host/editor/uris';
import { DiskFiles } from '../../../src/host/files';
import { test } from '../harness';
import {
  first,
  freshArticle,
  HeldFiles,
  never,
  onDisk,
  openAlone,
  openReader,
  quotes,
  read,
  rooms,
  sampleText,
  sidecarWith,
  tabOf,
  tag,
  tagAlone,
  third,
  until,
  write,
} from './support';

const beside = (uri: vscode.Uri, name: string) => vscode.Uri.joinPath(uri, '..', name);

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

test('an article that is renamed takes its annotations along', async (t) => {
  const uri = await freshArticle(t);
  await rooms();
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  const to = beside(uri, 'renamed.txt');
  await rename(uri, to);
  await until('the sidecar is there', async () => (await onDisk(to)) !== undefined);
  assert.deepEqual(quotes((await onDisk(to)) as never), [first]);
  assert.equal(await read(sidecarOf(uri)), undefined);
});

test('an open article with unsaved annotations that is renamed keeps them', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  await openReader(uri);
  await tag(uri, first);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  const to = beside(uri, 'renamed.txt');
  await rename(uri, to);
  const { registry } = await rooms();
  await until('it is open under its new name', () => registry.document(to));
  await until('all annotations are there', () => {
    const document = registry.document(to);
    return document && quotes(document.sidecar).length === 2;
  });
  assert.equal(await read(sidecarOf(uri)), undefined);
  await until('no text editor is left in its place', () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .every(({ input }) => input instanceof vscode.TabInputCustom),
  );
  await until('the tab is dirty', () => tabOf(to)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(to)?.isDirty === false);
  assert.deepEqual(quotes((await onDisk(to)) as never).sort(), [first, third].sort());
});

test('annotations that lie where an article is renamed to are not written over', async (t) => {
  const uri = await freshArticle(t);
  await rooms();
  const [mine, other] = [sidecarWith({ id: 'abc234', quote: first }), sidecarWith({ id: 'def567', quote: third })];
  const to = beside(uri, 'renamed.txt');
  await write(sidecarOf(uri), mine);
  await write(sidecarOf(to), other);
  await rename(uri, to);
  await until('the article is renamed', async () => (await read(to)) !== undefined);
  assert.equal(await read(sidecarOf(uri)), mine);
  assert.equal(await read(sidecarOf(to)), other);
});

test('a folder that is renamed with an open article in it', async (t) => {
  const uri = await freshArticle(t);
  const { registry } = await rooms();
  const folder = beside(uri, 'sub');
  const inside = vscode.Uri.joinPath(folder, 'inner.txt');
  await write(inside, sampleText);
  await write(sidecarOf(inside), sidecarWith({ id: 'abc234', quote: third }));
  await openReader(inside);
  await tag(inside, first);
  await rename(folder, beside(uri, 'other'));
  const moved = vscode.Uri.joinPath(beside(uri, 'other'), 'inner.txt');
  await until('all annotations are there', () => {
    const document = registry.document(moved);
    return document && quotes(document.sidecar).length === 2;
  });
  assert.deepEqual(quotes((await onDisk(moved)) as never), [third]);
});

test('Save As writes the article and its annotations under the new name', async (t) => {
  const uri = await freshArticle(t, 'depth.txt', `\ufeff${sampleText.replaceAll('\n', '\r\n')}`);
  const document = await openAlone(t, uri);
  tagAlone(document, first);
  const to = beside(uri, 'copy.md');
  await saveAs(document, to, new DiskFiles(), never);
  assert.equal(await read(to), await read(uri), 'to the byte');
  assert.deepEqual(quotes((await onDisk(to)) as never), [first]);
  assert.equal(await onDisk(uri), undefined);
});

test('Save As does not take the name of a sidecar or of a codebook', async (t) => {
  const uri = await freshArticle(t);
  const document = await openAlone(t, uri);
  for (const name of ['x.txt.annotations.yaml', 'argmark.codebook.yaml']) {
    await assert.rejects(saveAs(document, beside(uri, name), new DiskFiles(), never), /Choose an article/);
  }
});

test('Save As does not write over annotations of another article', async (t) => {
  const uri = await freshArticle(t);
  const document = await openAlone(t, uri);
  tagAlone(document, first);
  const to = beside(uri, 'other.txt');
  const text = sidecarWith({ id: 'abc234', quote: third });
  await write(sidecarOf(to), text);
  await assert.rejects(saveAs(document, to, new DiskFiles(), never), /is there already/);
  assert.equal(await read(sidecarOf(to)), text);
  assert.equal(await read(to), undefined);
});

test('Save As writes both files or neither', async (t) => {
  const uri = await freshArticle(t);
  const document = await openAlone(t, uri);
  tagAlone(document, first);
  const files = new HeldFiles();
  const to = beside(uri, 'copy.txt');
  // The article's name is taken in the moment between its annotations and itself.
  files.afterReplace = () => write(to, 'another text');
  await assert.rejects(saveAs(document, to, files, never), /Nothing was saved/);
  assert.equal(await read(to), 'another text');
  assert.equal(await read(sidecarOf(to)), undefined);
});

for (const [what, bytes] of [
  ['a newer version', new TextEncoder().encode('argmark: 99\n')],
  ['bytes that are no text', new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0x0a])],
] as const) {
  test(`Save As leaves nothing behind that cannot be read: ${what}`, async (t) => {
    const uri = await freshArticle(t);
    await vscode.workspace.fs.writeFile(sidecarOf(uri), bytes);
    const files = new HeldFiles();
    const document = await openAlone(t, uri, files);
    const to = beside(uri, 'copy.txt');
    await assert.rejects(saveAs(document, to, files, never), /^Error: depth\.txt\.annotations\.yaml, line 1: /);
    assert.equal(await read(to), undefined);
    assert.equal(files.writes, 0);
  });
}

test('an article that is deleted keeps its annotations open, and says so', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  const document = await openAlone(t, uri);
  await vscode.workspace.fs.delete(uri);
  await until('it is said', () => document.notices.some(({ message }) => message.includes('not on disk any more')));
  assert.equal(document.annotated.placements.get('abc234')?.spans.length, 1);
  assert.notEqual(await read(sidecarOf(uri)), undefined);
});

test('an article that is emptied makes orphans, and its file of annotations stays as it is', async (t) => {
  const uri = await freshArticle(t);
  const text = sidecarWith({ id: 'abc234', quote: first });
  await write(sidecarOf(uri), text);
  const document = await openAlone(t, uri);
  await write(uri, '');
  await until('the text is gone', () => document.annotated.article.text === '');
  assert.equal(document.annotated.placements.get('abc234')?.status, 'orphan');
  assert.equal(document.annotated.dirty, false);
  assert.equal(await read(sidecarOf(uri)), text);
});

test('a name with the signs of a glob pattern is watched all the same', async (t) => {
  const uri = await freshArticle(t, '[a]{b,c} *draft* (1).txt'.replaceAll('*', '!'));
  const document = await openAlone(t, uri);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  await until('the annotation is seen', () => quotes(document.sidecar).length === 1);
});
