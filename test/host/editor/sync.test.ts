import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { revert } from '../../../src/host/editor/revert';
import { save } from '../../../src/host/editor/save';
import { lookAtSidecar } from '../../../src/host/editor/sync';
import { sidecarOf } from '../../../src/host/editor/uris';
import { test } from '../harness';
import {
  Answers,
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
  second,
  sidecarWith,
  tabOf,
  tag,
  tagAlone,
  third,
  until,
  write,
} from './support';

test('a change of the sidecar while nothing is unsaved is read', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  await until('the new annotation is seen', () => quotes(document.sidecar).includes(first));
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }, { id: 'def567', quote: third }));
  await until('the next one too', () => quotes(document.sidecar).length === 2);
  assert.equal(document.annotated.dirty, false);
  assert.equal(tabOf(uri)?.isDirty, false);
  assert.equal(document.annotated.placements.get('def567')?.status, 'exact');
});

test('a change of the sidecar while something is unsaved is merged, and a save keeps both', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const id = await tag(uri, first);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  await until('both are seen', () => quotes(document.sidecar).length === 2);
  assert.equal(document.annotated.dirty, true);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  const saved = await onDisk(uri);
  assert.ok(saved);
  assert.deepEqual(saved.set.annotations.map((one) => one.id).sort(), ['abc234', id].sort());
});

test('undo after a merge takes back only what was done here', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  await tag(uri, first);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  await until('both are seen', () => quotes(document.sidecar).length === 2);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('undo');
  await until('ours is taken back', () => quotes(document.sidecar).length === 1);
  assert.deepEqual(quotes(document.sidecar), [third]);
  await vscode.commands.executeCommand('redo');
  await until('and comes again', () => quotes(document.sidecar).length === 2);
});

test('undo of something that another program has taken out does nothing and says so', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const said: string[] = [];
  const listening = document.onDidSay((sentence) => said.push(sentence));
  t.after(() => listening.dispose());
  const id = await tag(uri, first);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  await until('the file is read again', () => document.sidecar.set.annotations[0]?.id === 'abc234');
  await vscode.commands.executeCommand('undo');
  await until('it is said', () => said.some((sentence) => sentence.includes(id)));
  assert.deepEqual(quotes(document.sidecar), [third]);
});

test('a sidecar that is deleted takes its annotations along where nothing is unsaved', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  const document = await openReader(uri);
  assert.equal(quotes(document.sidecar).length, 1);
  await vscode.workspace.fs.delete(sidecarOf(uri));
  await until('they are gone', () => quotes(document.sidecar).length === 0);
  assert.equal(tabOf(uri)?.isDirty, false);
});

test('a sidecar that is deleted while something is unsaved comes back whole with the next save', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const document = await openReader(uri);
  await tag(uri, first);
  await vscode.workspace.fs.delete(sidecarOf(uri));
  await until('the loss is known', () => document.disk.bytes === undefined);
  assert.deepEqual(quotes(document.sidecar).sort(), [first, third].sort());
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.deepEqual(quotes((await onDisk(uri)) as never).sort(), [first, third].sort());
});

test('our own write is not taken for a foreign one', async (t) => {
  const uri = await freshArticle(t);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  const said: string[] = [];
  document.onDidSay((sentence) => said.push(sentence));
  tagAlone(document, first);
  await save(document, files, new Answers(), never);
  const { sidecar } = document;
  // What the watcher does when it hears of that write, with nothing unsaved and with something.
  await lookAtSidecar(document, files);
  assert.equal(document.sidecar, sidecar);
  tagAlone(document, second);
  await lookAtSidecar(document, files);
  assert.deepEqual(said, []);
  assert.equal(quotes(document.sidecar).length, 2);
});

const noted = (note: string) => sidecarWith({ id: 'abc234', quote: first, note });

async function clash(t: Parameters<typeof freshArticle>[0], answer: 'mine' | 'theirs' | undefined) {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), noted('before'));
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  document.perform({ verb: 'write', ids: ['abc234'], field: 'note', value: 'mine' }, 'ana');
  await write(sidecarOf(uri), noted('theirs'));
  const answers = new Answers(answer);
  return { uri, document, answers, saved: save(document, files, answers, never) };
}

const noteOn = async (uri: vscode.Uri) => (await onDisk(uri))?.set.annotations[0]?.note;

test('the same field changed on both sides is asked about: mine', async (t) => {
  const { uri, answers, saved } = await clash(t, 'mine');
  await saved;
  assert.equal(answers.asked.length, 1);
  assert.equal(await noteOn(uri), 'mine');
});

test('the same field changed on both sides is asked about: theirs', async (t) => {
  const { uri, document, saved } = await clash(t, 'theirs');
  await saved;
  assert.equal(await noteOn(uri), 'theirs');
  assert.equal(document.sidecar.set.annotations[0]?.note, 'theirs');
});

test('the same field changed on both sides is asked about: neither', async (t) => {
  const { uri, document, saved } = await clash(t, undefined);
  await assert.rejects(saved, /Nothing was saved/);
  assert.equal(await noteOn(uri), 'theirs');
  assert.equal(document.sidecar.set.annotations[0]?.note, 'mine');
  assert.equal(document.annotated.dirty, true);
});

test('with autosave a clash that was left open is asked about again only after a change', async (t) => {
  const { uri, document, answers, saved } = await clash(t, undefined);
  await assert.rejects(saved, /Nothing was saved/);
  const files = new HeldFiles();
  const again = () => assert.rejects(save(document, files, answers, never), /Nothing was saved/);
  const autoSave = (value: string) =>
    vscode.workspace.getConfiguration('files').update('autoSave', value, vscode.ConfigurationTarget.Global);
  t.after(() => autoSave('off'));
  await autoSave('afterDelay');
  await again();
  assert.equal(answers.asked.length, 1, 'nothing has changed');
  document.perform({ verb: 'write', ids: ['abc234'], field: 'note', value: 'mine again' }, 'ana');
  await again();
  assert.equal(answers.asked.length, 2, 'changed here');
  await write(sidecarOf(uri), noted('theirs again'));
  await again();
  assert.equal(answers.asked.length, 3, 'changed there');
  await autoSave('off');
  await again();
  assert.equal(answers.asked.length, 4, 'a person saves');
});

test('revert goes back to what is on disk', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  const document = await openReader(uri);
  await tag(uri, second);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await until('only the first is there', () => quotes(document.sidecar).length === 1);
  assert.equal(document.annotated.dirty, false);
  assert.equal(tabOf(uri)?.isDirty, false);
});

test('revert on a sidecar that cannot be read keeps what was read last, and says so', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, second);
  await write(sidecarOf(uri), 'argmark: 99\n');
  await revert(document, files);
  assert.deepEqual(quotes(document.sidecar), [first]);
  assert.ok(document.notices.some(({ message }) => message.startsWith('depth.txt.annotations.yaml, line 1: ')));
});

test('undo past a revert is done onto what was read again', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  await tag(uri, first);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  await tag(uri, second);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await write(sidecarOf(uri), `${await read(sidecarOf(uri))}# by another program\n`);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await until('the second is gone', () => quotes(document.sidecar).length === 1);
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  await vscode.commands.executeCommand('undo');
  await until('the first is taken back', () => quotes(document.sidecar).length === 0);
  const { articles } = await rooms();
  assert.equal((await articles.at(uri))?.dirty, true);
});
