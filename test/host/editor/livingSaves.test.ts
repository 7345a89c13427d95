import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation, Selector } from '../../../src/core/annotation/model';
import { selectorOf } from '../../../src/core/sidecar/selector';
import { saveAs } from '../../../src/host/editor/saveAs';
import { sidecarOf } from '../../../src/host/editor/uris';
import { DiskFiles } from '../../../src/host/files';
import { test } from '../harness';
import { command, cost, ports, rents, replace, scene, ships, sidecar, text, type, ways } from './livingScene';
import { onDisk, openAlone, quotes, read, rooms, tabOf, tag, tagAlone, until } from './support';

const entry = (annotations: readonly Annotation[], id: string) => annotations.find((one) => one.id === id);

for (const way of ways) {
  test(`words that were edited are recorded with the save of the text, and no others, ${way}`, async (t) => {
    const { uri, editor, document, words } = await scene(t, way);
    await type(editor, new vscode.Position(0, 0), 'New: ');
    await replace(editor, 'third', 'quarter');
    await document.save();
    await until('the new words are recorded', async () => (await read(sidecarOf(uri)))?.includes('a quarter'));
    const saved = await onDisk(uri);
    assert.deepEqual(saved?.problems, []);
    assert.deepEqual(quotes(saved as never), [ports, cost, rents.replace('third', 'quarter'), ships]);
    const [one, other] = [entry(saved?.set.annotations ?? [], 'rents2'), entry(saved?.set.annotations ?? [], 'cost22')];
    assert.equal(one?.note, 'Look this up.');
    const points = [...document.getText()];
    assert.equal(points.slice(one?.spans[0]?.start, one?.spans[0]?.end).join(''), rents.replace('third', 'quarter'));
    assert.deepEqual(other?.spans, [{ quote: cost }], 'what has only moved is left as it is recorded');
    assert.equal(tabOf(uri)?.isDirty ?? false, false);
    await command(editor, 'undo');
    assert.equal(words('rents2'), rents);
    await document.save();
    await until('the old words are recorded again', async () => (await read(sidecarOf(uri)))?.includes(rents));
    assert.deepEqual(quotes((await onDisk(uri)) as never), [ports, cost, rents, ships]);
  });
}

test('words that were edited go with the save of unsaved annotations, as one', async (t) => {
  const { uri, editor, document } = await scene(t, 'with a reading view');
  await tag(uri, 'Critics say');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await replace(editor, 'third', 'quarter');
  await vscode.commands.executeCommand('vscode.openWith', uri, 'argmark.article', vscode.ViewColumn.Two);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.equal(document.isDirty, false, 'the text is saved first');
  assert.deepEqual(quotes((await onDisk(uri)) as never), [
    ports,
    cost,
    rents.replace('third', 'quarter'),
    ships,
    'Critics say',
  ]);
});

test('the save of the text alone records words that were edited, and leaves unsaved annotations unsaved', async (t) => {
  const { uri, editor, document } = await scene(t, 'with a reading view');
  await tag(uri, 'Critics say');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await replace(editor, 'third', 'quarter');
  await document.save();
  await until('the new words are recorded', async () => (await read(sidecarOf(uri)))?.includes('a quarter'));
  assert.ok(!(await read(sidecarOf(uri)))?.includes('Critics'));
  assert.equal(tabOf(uri)?.isDirty, true);
  const { registry } = await rooms();
  assert.equal(quotes(registry.document(uri)?.sidecar as never).length, 5);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'argmark.article', vscode.ViewColumn.Two);
  // Text and annotations have one history: the text comes first.
  await vscode.commands.executeCommand('undo');
  await until('the text is taken back', () => document.isDirty);
  await vscode.commands.executeCommand('undo');
  await until('the tag is taken back', () => quotes(registry.document(uri)?.sidecar as never).length === 4);
});

/** What is recorded of an annotation's only fragment. */
const recordedIn = (annotations: readonly Annotation[] | undefined, id: string): Selector | undefined =>
  entry(annotations ?? [], id)?.spans[0];

/** What is to be recorded of words that stand once in a text. */
function selectorIn(content: string, words: string): Selector {
  const start = content.indexOf(words);
  return selectorOf(content, { start, end: start + words.length });
}

async function saveReader(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, 'argmark.article', vscode.ViewColumn.Two);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
}

const critics = 'Critics say that the treasury should not pay again.';

test('what was tagged in a text that went on being edited is saved with the place that its words have by then', async (t) => {
  const { uri, editor, document, words } = await scene(t, 'with a reading view');
  await type(editor, new vscode.Position(0, 0), '🚢 ');
  const id = await tag(uri, critics);
  await replace(editor, 'Depth and Cost', 'What Depth Costs');
  await replace(editor, ' Critics', '  🚢 Critics');
  assert.equal(document.isDirty, true);
  await saveReader(uri);
  const [saved, content] = [await read(sidecarOf(uri)), document.getText()];
  const annotations = (await onDisk(uri))?.set.annotations;
  assert.deepEqual(recordedIn(annotations, id), selectorIn(content, critics));
  const untouched = annotations?.filter((one) => one.id !== id).map(({ spans }) => spans);
  assert.deepEqual(
    untouched,
    [ports, cost, rents, ships].map((quote) => [{ quote }]),
    'what was there before is left as it is recorded',
  );

  // In a file now, it is like any other: undo moves its words, and what is recorded of it stays.
  await command(editor, 'undo');
  assert.equal(document.getText(), content.replace('  🚢 Critics', ' Critics'));
  assert.equal(words(id), critics);
  await replace(editor, 'third', 'quarter');
  await document.save();
  await until('the save has recorded its words', async () => (await read(sidecarOf(uri)))?.includes('a quarter'));
  assert.deepEqual(recordedIn((await onDisk(uri))?.set.annotations, id), recordedIn(annotations, id));
  assert.equal(saved?.includes('a quarter'), false);
});

test('a tag that is undone after the save and done again is saved with the place of then', async (t) => {
  const { uri, editor, document, words } = await scene(t, 'with a reading view');
  const id = await tag(uri, critics);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await replace(editor, 'Depth and Cost', 'What Depth Costs');
  await saveReader(uri);
  const first = recordedIn((await onDisk(uri))?.set.annotations, id);
  assert.deepEqual(first, selectorIn(document.getText(), critics));
  await vscode.commands.executeCommand('undo');
  await until('the text is as it was', () => document.getText() === text);
  await vscode.commands.executeCommand('undo');
  await until('the tag is taken back', () => words(id) === '');
  await saveReader(uri);
  assert.equal(await read(sidecarOf(uri)), sidecar, 'to the byte');
  await vscode.commands.executeCommand('redo');
  await until('it is tagged again', () => words(id) === critics);
  await saveReader(uri);
  const again = recordedIn((await onDisk(uri))?.set.annotations, id);
  assert.deepEqual(again, selectorIn(text, critics));
  assert.notEqual(again?.start, first?.start);
});

test('new words for an annotation are saved with their place of then, and a new note moves nothing', async (t) => {
  const { uri, editor, document } = await scene(t, 'with a reading view');
  const { articles } = await rooms();
  await type(editor, new vscode.Position(0, 0), '🚢 ');
  const seen = (await articles.at(uri))?.article.text ?? '';
  const start = seen.indexOf(critics);
  await articles.perform(uri, { verb: 'respan', id: 'rents2', spans: [{ start, end: start + critics.length }] }, seen);
  await articles.perform(uri, { verb: 'write', ids: ['cost22'], field: 'note', value: 'Whose?' });
  await replace(editor, 'Depth and Cost', 'What Depth Costs');
  await saveReader(uri);
  const annotations = (await onDisk(uri))?.set.annotations;
  assert.deepEqual(recordedIn(annotations, 'rents2'), selectorIn(document.getText(), critics));
  assert.deepEqual(entry(annotations ?? [], 'cost22')?.note, 'Whose?');
  assert.deepEqual(recordedIn(annotations, 'cost22'), { quote: cost });
});

test('Save As takes the words along as they are in the text that goes with them, and leaves alone what stays', async (t) => {
  const { uri, editor, document } = await scene(t, 'without one');
  const open = await openAlone(t, uri);
  const id = tagAlone(open, critics);
  await replace(editor, 'Depth and Cost', 'What Depth Costs');
  await replace(editor, 'third', 'quarter');
  const before = open.sidecar;
  const to = vscode.Uri.joinPath(uri, '..', 'copy.txt');
  await saveAs(open, to, new DiskFiles(), new vscode.CancellationTokenSource().token);
  assert.equal(await read(to), document.getText());
  const annotations = (await onDisk(to))?.set.annotations;
  assert.deepEqual(recordedIn(annotations, id), selectorIn(document.getText(), critics));
  const now = rents.replace('third', 'quarter');
  assert.deepEqual(recordedIn(annotations, 'rents2'), selectorIn(document.getText(), now));
  assert.deepEqual(recordedIn(annotations, 'ships2'), { quote: ships });
  assert.equal(open.sidecar, before);
  assert.equal(await read(sidecarOf(uri)), sidecar);
});
