import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { restoreLabel, writeBackup } from '../../../src/host/editor/backup';
import { readBackup } from '../../../src/host/editor/backupFile';
import type { ArticleDocument } from '../../../src/host/editor/document';
import { afterView } from '../../../src/host/editor/open';
import { save } from '../../../src/host/editor/save';
import { lookAtSidecar } from '../../../src/host/editor/sync';
import { sidecarOf } from '../../../src/host/editor/uris';
import { DiskFiles } from '../../../src/host/files';
import { type TestContext, test } from '../harness';
import {
  Answers,
  first,
  freshArticle,
  HeldFiles,
  never,
  onDisk,
  openAlone,
  quotes,
  read,
  second,
  sidecarWith,
  tagAlone,
  third,
  until,
  write,
} from './support';

/** Tags words, backs up, closes without a save; the place of the backup. */
async function closedWithBackup(t: TestContext, uri: vscode.Uri, ...words: string[]): Promise<vscode.Uri> {
  const files = new DiskFiles();
  const document = await openAlone(t, uri, files);
  for (const one of words) tagAlone(document, one);
  const destination = vscode.Uri.joinPath(uri, '..', 'not there yet', 'backup');
  const backup = await writeBackup(document, destination, files);
  assert.equal(backup.id, destination.toString());
  document.dispose();
  return destination;
}

const refrain = 'And the river ran on to the sea, and nobody asked.\n\n';
const song = `Song\n\n${refrain.repeat(12)}End.\n`;
/** What is put in above, as long as a refrain: the place of each is that of the one before then. */
const verse = `${'x'.repeat(refrain.length - 2)}\n\n`;

/** Tags the seventh of twelve refrains, which nothing but its place tells from the others. */
function tagSeventh(document: ArticleDocument): void {
  const start = document.annotated.article.text.indexOf(refrain) + 6 * refrain.length;
  const outcome = document.perform(
    { verb: 'tag', tag: 'claim', spans: [{ start, end: start + refrain.length - 2 }] },
    '',
  );
  assert.ok('ids' in outcome);
}

/** Which of the refrains is tagged, from 0. */
function taggedRefrain({ annotated: { article, placements } }: ArticleDocument): number | undefined {
  const [
    {
      status,
      spans: [span],
    } = { status: 'orphan', spans: [] },
  ] = placements.values();
  assert.ok(status === 'exact' || status === 'moved', status);
  return span && (span.start - article.text.indexOf(refrain)) / refrain.length;
}

test('of words that stand many times the ones that were tagged come back, where the text alone was saved meanwhile', async (t) => {
  const uri = await freshArticle(t, 'song.txt', song);
  const files = new DiskFiles();
  const before = await openAlone(t, uri, files);
  tagSeventh(before);
  const destination = vscode.Uri.joinPath(uri, '..', 'backup');
  await writeBackup(before, destination, files);
  before.dispose();
  await write(uri, song.replace('\n\n', `\n\n${verse}`));
  await until('VS Code has read it', async () => {
    const { getText } = await vscode.workspace.openTextDocument(uri);
    return getText().includes(verse);
  });
  const document = await openAlone(t, uri, files, { backupId: destination.toString() });
  afterView(document);
  assert.equal(taggedRefrain(document), 6);
});

test('and where the text was edited before they were kept, and again after', async (t) => {
  const uri = await freshArticle(t, 'song.txt', song);
  const files = new DiskFiles();
  const editor = await vscode.window.showTextDocument(uri);
  const before = await openAlone(t, uri, files);
  tagSeventh(before);
  const at = new vscode.Position(2, 0);
  await editor.edit((edit) => edit.insert(at, verse));
  await until('the edit is known', () => before.text.text.includes(verse));
  const destination = vscode.Uri.joinPath(uri, '..', 'backup');
  await writeBackup(before, destination, files);
  before.dispose();
  await editor.edit((edit) => edit.insert(at, verse));
  const document = await openAlone(t, uri, files, { backupId: destination.toString() });
  afterView(document);
  assert.equal(document.annotated.article.text.split(verse).length, 3);
  assert.equal(taggedRefrain(document), 6);
});

test('unsaved annotations come back as one step, whose undo leads to what is on disk', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const backup = await closedWithBackup(t, uri, first, second);
  const document = await openAlone(t, uri, new DiskFiles(), { backupId: backup.toString() });
  assert.equal(document.annotated.dirty, true);
  const steps: { label: string; undo(): void; redo(): void }[] = [];
  document.onDidEdit((step) => steps.push(step));
  afterView(document);
  assert.deepEqual(quotes(document.sidecar).sort(), [first, second, third].sort());
  assert.deepEqual(
    steps.map(({ label }) => label),
    [restoreLabel()],
  );
  steps[0]?.undo();
  assert.deepEqual(quotes(document.sidecar), [third]);
  assert.equal(document.annotated.dirty, false);
  steps[0]?.redo();
  assert.equal(quotes(document.sidecar).length, 3);
});

test('a backup that is damaged is said to be so, and what is on disk is shown', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const files = new DiskFiles();
  for (const broken of ['', '{', '{"argmarkBackup":2}', '{"argmarkBackup":1,"mine":"argmark: [","base":null}']) {
    const place = vscode.Uri.joinPath(uri, '..', 'backup');
    await write(place, broken);
    assert.equal(typeof (await readBackup(place.toString(), files)), 'string', broken);
    const document = await openAlone(t, uri, files, { backupId: place.toString() });
    assert.deepEqual(quotes(document.sidecar), [third]);
    assert.equal(document.annotated.dirty, false);
  }
  assert.match(String(await readBackup(vscode.Uri.joinPath(uri, '..', 'gone').toString(), files)), /not there/);
});

test('annotations that were not saved wait while the sidecar cannot be read, and are in the next backup', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const backup = await closedWithBackup(t, uri, first);
  await write(sidecarOf(uri), 'argmark: 99\n');
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files, { backupId: backup.toString() });
  afterView(document);
  assert.notEqual(document.pending, undefined);
  assert.equal(document.annotated.dirty, true);
  await assert.rejects(save(document, files, new Answers(), never), /can be read/);
  assert.equal(await read(sidecarOf(uri)), 'argmark: 99\n');
  assert.match(document.unsaved.mine, /Deep ports gain/);
  await lookAtSidecar(document, files);
  assert.notEqual(document.pending, undefined, 'nor are they put back where the file is the same');
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  await until('they are put back', () => quotes(document.sidecar).length === 2);
  await save(document, files, new Answers(), never);
  assert.deepEqual(quotes((await onDisk(uri)) as never).sort(), [first, third].sort());
});

test('nothing counts as saved before what was not saved is put back', async (t) => {
  const uri = await freshArticle(t);
  const backup = await closedWithBackup(t, uri, first);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files, { backupId: backup.toString() });
  await assert.rejects(save(document, files, new Answers(), never), /nothing was saved/);
  assert.equal(document.annotated.dirty, true);
  afterView(document);
  await save(document, files, new Answers(), never);
  assert.deepEqual(quotes((await onDisk(uri)) as never), [first]);
});

test('a backup read after another program wrote keeps both', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const backup = await closedWithBackup(t, uri, first);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }, { id: 'def567', quote: second }));
  const document = await openAlone(t, uri, new DiskFiles(), { backupId: backup.toString() });
  afterView(document);
  assert.deepEqual(quotes(document.sidecar).sort(), [first, second, third].sort());
});

test('a backup read after the sidecar was deleted brings everything back', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const backup = await closedWithBackup(t, uri, first);
  await vscode.workspace.fs.delete(sidecarOf(uri));
  const document = await openAlone(t, uri, new DiskFiles(), { backupId: backup.toString() });
  afterView(document);
  assert.deepEqual(quotes(document.sidecar).sort(), [first, third].sort());
});

test('a backup is read under the name that the article has by then', async (t) => {
  const uri = await freshArticle(t);
  const backup = await closedWithBackup(t, uri, first);
  const renamed = vscode.Uri.joinPath(uri, '..', 'renamed.txt');
  await vscode.workspace.fs.rename(uri, renamed);
  const document = await openAlone(t, renamed, new DiskFiles(), { backupId: backup.toString() });
  afterView(document);
  assert.deepEqual(quotes(document.sidecar), [first]);
  assert.equal(document.sidecarUri.toString(), sidecarOf(renamed).toString());
});

test('annotations that cannot be brought together with the file are offered as text, and then it can be saved', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  const place = vscode.Uri.joinPath(uri, '..', 'backup');
  const mine = '{argmark: 1, annotations: words}\n';
  await write(place, JSON.stringify({ argmarkBackup: 1, mine, base: mine }));
  const asked: string[] = [];
  let answer = (_: string | undefined) => {};
  const { showErrorMessage } = vscode.window;
  t.after(() => Object.assign(vscode.window, { showErrorMessage }));
  Object.assign(vscode.window, {
    showErrorMessage: (message: string) => {
      asked.push(message);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files, { backupId: place.toString() });
  for (const _panel of [1, 2]) afterView(document);
  tagAlone(document, first);
  assert.equal(asked.length, 1, 'neither for each panel nor for each edit');
  assert.match(asked[0] ?? '', /^Annotations of depth\.txt that were not saved cannot be put back.*Merge them by hand/);
  assert.ok(document.notices.some(({ message }) => /are kept\. .*Merge them by hand.*Revert File/.test(message)));
  await assert.rejects(save(document, files, new Answers(), never), /nothing was saved.*Merge them by hand/);
  assert.equal(document.unsaved.mine, mine);
  answer('Open Them as Text');
  await until('they are open', () => vscode.window.activeTextEditor?.document.getText() === mine);
  await until('nothing is pending', () => document.pending === undefined);
  await save(document, files, new Answers(), never);
  assert.deepEqual(quotes((await onDisk(uri)) as never).sort(), [first, third].sort());
});
