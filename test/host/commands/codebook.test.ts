/** The codebook as a person works on it: made, changed on disk, and with attributes of the article itself. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codebookName, tagOf } from '../../../src/core/annotation/codebook';
import { defaultCodebookText } from '../../../src/core/annotation/defaultCodebookText';
import { tagChoice } from '../../../src/host/commands/tagPick';
import { sidecarOf } from '../../../src/host/editor/uris';
import { freshArticle, onDisk, openReader, read, rooms, tabOf, tag, until, write } from '../editor/support';
import { test } from '../harness';
import { rowsOf } from '../views/support';

const claim = 'Those who gain from depth should carry its cost.';

const shownFile = () => vscode.window.activeTextEditor?.document.uri.toString();

test('a codebook is made at the root of the folder, opened, and never written over', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  assert.ok(root);
  const file = vscode.Uri.joinPath(root, codebookName);
  t.after(() => vscode.workspace.fs.delete(file));
  await vscode.commands.executeCommand('argmark.createCodebook');
  assert.equal(await read(file), defaultCodebookText);
  await until('it is shown', () => shownFile() === file.toString());
  await until('it is in use', () => document.annotated.codebookUri?.toString() === file.toString());
  assert.deepEqual(document.annotated.codebookProblems, []);
  const own = 'argmark-codebook: 1\ntags:\n  own: {}\n';
  await write(file, own);
  await until('its change is seen', () => document.annotated.codebook.tags[0]?.name === 'own');
  await openReader(uri);
  await vscode.commands.executeCommand('argmark.createCodebook');
  await until('it is shown again', () => shownFile() === file.toString());
  assert.equal(await read(file), own);
});

test('where a nearer codebook is in use, that one is opened and none is made', async (t) => {
  const uri = await freshArticle(t);
  const near = vscode.Uri.joinPath(uri, '..', codebookName);
  await write(near, 'argmark-codebook: 1\ntags:\n  own: {}\n');
  const document = await openReader(uri);
  await until('it is in use', () => document.annotated.codebookUri !== undefined);
  await vscode.commands.executeCommand('argmark.createCodebook');
  await until('it is shown', () => shownFile() === near.toString());
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  assert.ok(root);
  assert.equal(await read(vscode.Uri.joinPath(root, codebookName)), undefined);
});

test('a change on disk takes effect at once everywhere; what the codebook lacks then is shown, marked and kept', async (t) => {
  const { articles, views } = await rooms();
  const uri = await freshArticle(t);
  const closed = vscode.Uri.joinPath(uri, '..', 'closed.txt');
  await write(closed, 'Ports.\n');
  assert.ok(await articles.at(closed));
  const file = vscode.Uri.joinPath(uri, '..', codebookName);
  const book = (name: string, label: string, more = '') =>
    `argmark-codebook: 1\ntags:\n  ${name}: { label: "${label}", colour: teal${more} }\n`;
  await write(file, book('claim', 'Claim'));
  const document = await openReader(uri);
  await until('it is in use', () => tagOf(document.annotated.codebook, 'claim').colour === 'teal');
  const id = await tag(uri, claim);
  views.annotations.setFilter('');
  views.annotations.setGrouping('tag');
  t.after(() => views.annotations.setGrouping('argument'));
  await until('the tree has it', () => rowsOf(views.annotations)[0] === 'Claim | 1');
  await write(file, book('claim', 'Thesis', ', line: wave'));
  await until('the tree says so', () => rowsOf(views.annotations)[0] === 'Thesis | 1');
  assert.equal(articles.known(uri)?.codebookProblems[0]?.line, 3);
  await until('and an article that is not open', () => articles.known(closed)?.codebook.tags[0]?.label === 'Thesis');
  await until('and the problems view', () => vscode.languages.getDiagnostics(file).length === 1);
  await write(file, book('point', 'Point'));
  await until('it is marked in the tree', () => rowsOf(views.annotations)[0] === 'claim | 1, not in the codebook');
  await until('and at its line', () =>
    vscode.languages.getDiagnostics(sidecarOf(uri)).some(({ code }) => code === 'unknown-tag'),
  );
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('it is saved', () => tabOf(uri)?.isDirty === false);
  assert.deepEqual(
    (await onDisk(uri))?.set.annotations.map((one) => `${one.id} ${one.tag}`),
    [`${id} claim`],
  );
  await vscode.workspace.fs.delete(file);
  await until('the built-in one is back', () => rowsOf(views.annotations)[0] === 'Claim | 1');
});

test('attributes of the article itself are set, undone and saved below what is known of it', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const set = (value: string) => articles.perform(uri, { verb: 'setArticleAttribute', name: 'stance', value });
  assert.equal(await set('undecided'), undefined, 'not one of the values');
  assert.equal(tabOf(uri)?.isDirty, false);
  assert.ok(await set('for'));
  assert.deepEqual(document.annotated.sidecar.set.attributes, { stance: 'for' });
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('undo');
  await until('it is undone', () => document.annotated.sidecar.set.attributes === undefined);
  await vscode.commands.executeCommand('redo');
  await until('it is done again', () => document.annotated.sidecar.set.attributes?.stance === 'for');
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('it is saved', () => tabOf(uri)?.isDirty === false);
  const text = (await read(sidecarOf(uri))) ?? '';
  assert.match(text, /^argmark: 1\narticle:\n( {2}.*\n)* {2}attributes:\n {4}stance: "for"\n/);
  await write(sidecarOf(uri), text.replace('"for"', '"against"'));
  await until('another program is followed', () => document.annotated.sidecar.set.attributes?.stance === 'against');
});

test('the list of tags has the one used last on top, its guideline behind a button, and Enter takes it', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const { text } = document.annotated.article;
  const select = async (words: string) => {
    const span = { start: text.indexOf(words), end: text.indexOf(words) + words.length };
    await articles.reveal(uri, { span }, { focus: true });
    await until('the words are selected', () => articles.selection?.spans[0]?.start === span.start);
  };
  const tags = () => document.annotated.sidecar.set.annotations.map((one) => one.tag);
  await select('Rents rose by a third');
  await vscode.commands.executeCommand('argmark.tagSelectionAsEvidence');
  await until('it is tagged', () => tags().length === 1);
  await select('Deep ports gain');
  const done = vscode.commands.executeCommand('argmark.tagSelection');
  let isDone = false;
  void done.then(() => {
    isDone = true;
  });
  await until('the list is there and takes Enter', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  assert.deepEqual(tags(), ['evidence', 'evidence']);
  const evidence = tagChoice(tagOf(document.annotated.codebook, 'evidence'));
  assert.equal(evidence.description, 'e · A premise that can be looked up: a figure, a source, a case.');
  assert.match(evidence.buttons?.[0]?.tooltip ?? '', /^A premise .*\nExample: .*\nNot: .*/);
});
