import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codebookName } from '../../../src/core/annotation/codebook';
import { offsetOf, positionOf, rangeOf } from '../../../src/host/editor/positions';
import { sidecarOf } from '../../../src/host/editor/uris';
import { test } from '../harness';
import {
  closeAll,
  first,
  freshArticle,
  openAlone,
  openReader,
  quotes,
  read,
  rooms,
  sampleText,
  second,
  sidecarWith,
  tabOf,
  tag,
  third,
  until,
  write,
} from './support';

const crlf = sampleText.replaceAll('\n', '\r\n');

test('positions and offsets of a text with CRLF lead to and fro', async (t) => {
  const uri = await freshArticle(t, 'depth.txt', `\ufeff${crlf}`);
  const { articles } = await rooms();
  const document = await vscode.workspace.openTextDocument(uri);
  const article = (await articles.at(uri))?.article;
  assert.ok(article);
  assert.equal(article.text, sampleText);
  for (const words of [first, third, 'cafe\u0301']) {
    const start: number = article.text.indexOf(words);
    const range = rangeOf(article, { start, end: start + words.length });
    assert.equal(document.getText(range), words);
    assert.equal(offsetOf(article, range.start), start);
    assert.equal(offsetOf(article, range.end), start + words.length);
  }
  // Behind the end of a line, of the text, before its beginning.
  assert.equal(offsetOf(article, new vscode.Position(0, 999)), article.text.indexOf('\n'));
  assert.equal(offsetOf(article, new vscode.Position(99, 0)), article.text.length);
  assert.equal(positionOf(article, -5).line, 0);
  assert.equal(positionOf(article, 1e9).line, document.lineCount - 1);
});

test('a selection in a text editor with CRLF tags the words that are selected', async (t) => {
  const uri = await freshArticle(t, 'depth.txt', crlf);
  const { articles } = await rooms();
  const editor = await vscode.window.showTextDocument(uri);
  const line =
    [...Array(editor.document.lineCount).keys()].find((one) => editor.document.lineAt(one).text.includes(third)) ?? 0;
  const column = editor.document.lineAt(line).text.indexOf(third);
  editor.selection = new vscode.Selection(line, column, line, column + third.length);
  await until('the article is active', () => articles.active?.via === 'text');
  await until('the selection is told', () => (articles.selection?.spans.length ?? 0) > 0);
  const selection = articles.selection;
  assert.ok(selection);
  const text = articles.known(uri)?.article.text;
  await articles.perform(uri, { verb: 'tag', tag: 'claim', spans: selection.spans }, text);
  const annotated = await articles.at(uri);
  assert.deepEqual(quotes(annotated?.sidecar as never), [third]);
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString(), 'the focus stays in the text');
  assert.notEqual(tabOf(uri), undefined, 'a reading view is open');
});

test('a reading view takes over what is known of an article, and reads what has changed since', async (t) => {
  const { articles } = await rooms();
  const [same, changed] = [await freshArticle(t), await freshArticle(t)];
  for (const uri of [same, changed]) await write(sidecarOf(uri), sidecarWith({ id: 'first1', quote: first }));
  const known = await articles.at(same);
  const document = await openReader(same);
  assert.equal(document.annotated.sidecar, known?.sidecar);
  await tag(same, second);
  assert.deepEqual(quotes(document.sidecar), [first, second]);

  const handed = {
    annotated: await articles.at(changed),
    bytes: await vscode.workspace.fs.readFile(sidecarOf(changed)),
  };
  await write(sidecarOf(changed), sidecarWith({ id: 'third1', quote: third }));
  const other = await openAlone(t, changed, undefined, { known: () => handed });
  assert.deepEqual(quotes(other.sidecar), [third]);
});

test('an article that no reading view has open is read with its annotations, and again when they change', async (t) => {
  const uri = await freshArticle(t);
  const { articles } = await rooms();
  const told: string[] = [];
  const listening = articles.onDidChange((changed) => told.push(changed.toString()));
  t.after(() => listening.dispose());
  assert.deepEqual((await articles.at(uri))?.sidecar.set.annotations, []);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  await until('the change is told', () => told.includes(uri.toString()));
  const annotated = await articles.at(uri);
  assert.deepEqual(quotes(annotated?.sidecar as never), [first]);
  assert.equal(annotated?.placements.get('abc234')?.spans.length, 1);
  assert.equal(articles.known(uri), annotated);
  assert.equal(await articles.at(vscode.Uri.joinPath(uri, '..', 'none.txt')), undefined);
});

test('unsaved text of an article counts, in a reading view and without one', async (t) => {
  const uri = await freshArticle(t);
  const { articles } = await rooms();
  const editor = await vscode.window.showTextDocument(uri);
  await articles.at(uri);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'One more line\n'));
  assert.ok(articles.known(uri)?.article.text.startsWith('One more line\nDepth'));
  const document = await openReader(uri, vscode.ViewColumn.Beside);
  await tag(uri, first);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '123\n'));
  await until('the text is followed', () => document.annotated.article.text.startsWith('123\nOne'));
  const { placements, article } = document.annotated;
  const [placement] = placements.values();
  const span = placement?.spans[0];
  assert.equal(article.text.slice(span?.start, span?.end), first);
});

test('text that is thrown away takes its words along', async (t) => {
  const uri = await freshArticle(t);
  const editor = await vscode.window.showTextDocument(uri);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'gone soon '));
  const document = await openAlone(t, uri);
  assert.ok(document.annotated.article.text.startsWith('gone soon'));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('the text is that on disk', () => document.annotated.article.text === sampleText);
});

test('the text on disk is followed when no text editor shows it', async (t) => {
  const uri = await freshArticle(t);
  const document = await openAlone(t, uri);
  await write(uri, `New first line\n${sampleText}`);
  await until('the text is followed', () => document.annotated.article.text.startsWith('New first line'));
  assert.equal(document.annotated.dirty, false);
});

test('two panels on one article show one document; closing one leaves the other', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri, vscode.ViewColumn.One);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'argmark.article', vscode.ViewColumn.Two);
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputCustom);
  await until('two tabs show it', () => tabs().length === 2);
  const { registry } = await rooms();
  assert.equal(registry.document(uri), document);
  await tag(uri, first);
  await until('both tabs are dirty', () => tabs().every(({ isDirty }) => isDirty));
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  await until('one tab is left', () => tabs().length === 1);
  assert.equal(registry.document(uri), document);
  await tag(uri, second);
  assert.equal(quotes(document.sidecar).length, 2);
});

test('text editor and reading view share one undo history, as VS Code has it', async (t) => {
  const uri = await freshArticle(t);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'typed '));
  const document = await openReader(uri, vscode.ViewColumn.Two);
  await tag(uri, first);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
  await vscode.commands.executeCommand('undo');
  await until('the tag is taken back first', () => quotes(document.sidecar).length === 0);
  assert.ok(editor.document.getText().startsWith('typed '));
});

test('a closed article forgets nothing that was saved, and all that was not', async (t) => {
  const uri = await freshArticle(t);
  const { articles, registry } = await rooms();
  await openReader(uri);
  await tag(uri, first);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  await tag(uri, second);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('it is closed', () => registry.document(uri) === undefined);
  assert.deepEqual(quotes((await articles.at(uri))?.sidecar as never), [first]);
});

test('the nearest codebook counts, and is followed', async (t) => {
  const uri = await freshArticle(t);
  const { articles } = await rooms();
  assert.ok((await articles.at(uri))?.codebook.tags.some(({ name }) => name === 'claim'));
  const file = vscode.Uri.joinPath(uri, '..', codebookName);
  const book = (tag: string) => `argmark-codebook: 1\ntags:\n  ${tag}: { label: "Own", key: o, colour: teal }\n`;
  const document = await openReader(uri);
  await write(file, book('own-tag'));
  await until('the codebook is seen', () => document.annotated.codebook.tags[0]?.name === 'own-tag');
  await write(file, book('other-tag'));
  await until('its change is seen', () => document.annotated.codebook.tags[0]?.name === 'other-tag');
  await vscode.workspace.fs.delete(file);
  await until('the built-in one is back', () => document.annotated.codebook.tags.some(({ name }) => name === 'claim'));
});

/** A file system that has one article and takes nothing. */
class ReadOnlyDisk implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = () => ({ dispose() {} });
  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path !== '/a.txt') throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: sampleText.length };
  }
  readFile(uri: vscode.Uri): Uint8Array {
    this.stat(uri);
    return new TextEncoder().encode(sampleText);
  }
  readDirectory = () => [];
  createDirectory = () => this.refuse();
  writeFile = () => this.refuse();
  delete = () => this.refuse();
  rename = () => this.refuse();
  private refuse(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

test('an article on a file system that takes no files can be read, and says so', async (t) => {
  t.after(closeAll);
  const provider = vscode.workspace.registerFileSystemProvider('argtest', new ReadOnlyDisk(), { isReadonly: true });
  t.after(() => provider.dispose());
  const document = await openReader(vscode.Uri.parse('argtest:/a.txt'));
  assert.equal(document.readOnly, true);
  const { articles } = await rooms();
  const spans = [{ start: 0, end: 5 }];
  const { text } = document.annotated.article;
  assert.equal(await articles.perform(document.uri, { verb: 'tag', tag: 'claim', spans }, text), undefined);
  assert.equal(document.annotated.dirty, false);
});

test('an encoding that only the settings name is recorded, for programs without them', async (t) => {
  const uri = await freshArticle(t);
  await vscode.workspace.fs.writeFile(
    uri,
    new Uint8Array([...'Caf'].map((c) => c.charCodeAt(0)).concat(0xe9, 0x2e, 0x0a)),
  );
  const text = await vscode.workspace.openTextDocument(uri, { encoding: 'windows1252' });
  assert.equal(text.getText(), 'Café.\n');
  await openReader(uri);
  await tag(uri, 'Café.');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the sidecar is there', async () => (await read(sidecarOf(uri))) !== undefined);
  assert.match((await read(sidecarOf(uri))) ?? '', /encoding: "windows-1252"/);
});

test('beside a version of a file nothing is looked for', async (t) => {
  const uri = await freshArticle(t);
  const old = uri.with({ scheme: 'git', query: JSON.stringify({ path: uri.path, ref: 'HEAD' }) });
  const { articles } = await rooms();
  assert.equal(await articles.at(old), undefined, 'nothing is looked for beside a version of a file');
});

test('opening an article writes nothing', async (t) => {
  const uri = await freshArticle(t, 'depth.txt', crlf);
  const text = sidecarWith({ id: 'abc234', quote: first });
  await write(sidecarOf(uri), text);
  const document = await openReader(uri);
  assert.equal(document.annotated.placements.get('abc234')?.status, 'exact');
  await vscode.commands.executeCommand('workbench.action.files.saveAll');
  assert.equal(await read(sidecarOf(uri)), text);
  assert.equal(await read(uri), crlf);
  assert.equal(tabOf(uri)?.isDirty, false);
});

test('reveal goes to the words where the article is shown', async (t) => {
  const uri = await freshArticle(t, 'depth.txt', crlf);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const { articles } = await rooms();
  const editor = await vscode.window.showTextDocument(uri);
  await articles.reveal(uri, { id: 'abc234' }, { focus: true });
  assert.equal(editor.document.getText(editor.selection), third);
  assert.equal(tabOf(uri), undefined, 'no reading view was opened for it');
});
