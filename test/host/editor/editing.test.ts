import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from '../harness';
import { freshArticle, onDisk, openReader, quotes, read, rooms, sampleText, tabOf, tag, until } from './support';

test('an article is opened, tagged, saved and read again', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  assert.equal(tabOf(uri)?.isDirty, false);
  await tag(uri, 'Those who gain from depth should carry its cost.');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  assert.equal(document.annotated.dirty, true);
  assert.equal(await onDisk(uri), undefined, 'nothing is written before a save');
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.equal(document.annotated.dirty, false);
  const sidecar = await onDisk(uri);
  assert.ok(sidecar);
  assert.deepEqual(sidecar.problems, []);
  const [annotation] = sidecar.set.annotations;
  assert.equal(annotation?.by, 'ana');
  const selector = annotation?.spans[0];
  // Counted in code points, by nothing of ours.
  const points = [...sampleText];
  assert.equal(
    points.slice(selector?.start, selector?.end).join(''),
    'Those who gain from depth should carry its cost.',
  );
  assert.equal(await read(uri), sampleText, 'the article is as it was');
});

test('undo and redo, each step under its own name', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const id = await tag(uri, 'Deep ports gain 🚢 from trade.');
  await tag(uri, 'Rents rose by a third in two years.', 'premise');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('undo');
  await until('the second tag is gone', () => quotes(document.sidecar).length === 1);
  await vscode.commands.executeCommand('undo');
  await until('the first tag is gone', () => quotes(document.sidecar).length === 0);
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.equal(document.annotated.dirty, false);
  await vscode.commands.executeCommand('redo');
  await until('the first tag is back', () => document.sidecar.set.annotations[0]?.id === id);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
});

test('a gesture that changes nothing leaves the article clean', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const id = await tag(uri, 'Deep ports gain 🚢 from trade.');
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  const { articles } = await rooms();
  const { revision } = document.annotated;
  await articles.perform(uri, { verb: 'retag', ids: [id], tag: 'claim' });
  assert.equal(document.annotated.revision, revision);
  assert.equal(tabOf(uri)?.isDirty, false);
});

test('saving an article without annotations makes no file', async (t) => {
  const uri = await freshArticle(t);
  await openReader(uri);
  const id = await tag(uri, 'Deep ports gain 🚢 from trade.');
  const { articles } = await rooms();
  await articles.perform(uri, { verb: 'remove', ids: [id] });
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.equal(await onDisk(uri), undefined);
});

test('emptying a file that is there keeps it', async (t) => {
  const uri = await freshArticle(t);
  await openReader(uri);
  const id = await tag(uri, 'Deep ports gain 🚢 from trade.');
  await vscode.commands.executeCommand('workbench.action.files.save');
  const { articles } = await rooms();
  await articles.perform(uri, { verb: 'remove', ids: [id] });
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.deepEqual((await onDisk(uri))?.set.annotations, []);
});

test('tag, save, undo, tag something else: the tab is dirty', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  await tag(uri, 'Deep ports gain 🚢 from trade.');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  await vscode.commands.executeCommand('undo');
  await until('the tag is gone', () => quotes(document.sidecar).length === 0);
  await tag(uri, 'Rents rose by a third in two years.');
  assert.equal(document.annotated.dirty, true);
  // There and back, so that VS Code has taken note of the edit.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  // Saves what VS Code takes for unsaved, and by its own account this would not be.
  await vscode.workspace.saveAll(false);
  assert.deepEqual(quotes((await onDisk(uri)) as never), ['Rents rose by a third in two years.']);
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
});
