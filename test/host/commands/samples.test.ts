/** The sample workspace in a folder of a person's own: copied whole, and nothing of theirs written over. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sidecarNameFor } from '../../../src/core/sidecar/names';
import { sampleArticles } from '../../../src/host/commands/sampleArticles';
import { SampleCommands } from '../../../src/host/commands/sampleCommands';
import { SampleWindow } from '../../../src/host/commands/sampleWindow';
import { viewType } from '../../../src/host/editor/uris';
import { DiskFiles } from '../../../src/host/files';
import { freshArticle, openReader, read, write } from '../editor/support';
import { type TestContext, test } from '../harness';

const names = sampleArticles.flatMap((name) => [name, sidecarNameFor(name)]).sort();
const [first] = sampleArticles;

function samples(t: TestContext, window = sampleWindow(t, vscode.Uri.parse('none:/'))): SampleCommands {
  const { extensionUri } = vscode.extensions.getExtension('argmark.argmark') ?? assert.fail();
  const files = new DiskFiles();
  t.after(() => files.dispose());
  return new SampleCommands(files, extensionUri, window);
}

/** A window of its own, as far as samples go: what it has in common with others lies in `storage`. */
function sampleWindow(t: TestContext, storage: vscode.Uri): SampleWindow {
  const files = new DiskFiles();
  const window = new SampleWindow(files, storage);
  t.after(() => {
    window.dispose();
    files.dispose();
  });
  return window;
}

const shownArticles = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof vscode.TabInputCustom && input.viewType === viewType ? [input.uri.toString()] : [],
    );

/** A folder with nothing in it. */
async function emptyFolder(t: TestContext): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(await freshArticle(t), '..', 'samples');
  await vscode.workspace.fs.createDirectory(folder);
  return folder;
}

const namesIn = async (folder: vscode.Uri) =>
  (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();

test('an empty folder gets the samples, and they open with their annotations', async (t) => {
  const folder = await emptyFolder(t);
  assert.equal((await samples(t).copyTo(folder)).toString(), folder.toString());
  assert.deepEqual(await namesIn(folder), names);
  const { annotated, readOnly } = await openReader(vscode.Uri.joinPath(folder, first));
  assert.ok(annotated.sidecar.set.annotations.length > 20);
  assert.deepEqual(
    annotated.sidecar.set.annotations.filter(
      ({ id }) => !['exact', 'unstated'].includes(annotated.placements.get(id)?.status ?? ''),
    ),
    [],
  );
  assert.equal(readOnly, false);
});

test('a second time brings back what is missing and leaves what was worked on', async (t) => {
  const folder = await emptyFolder(t);
  const commands = samples(t);
  await commands.copyTo(folder);
  const worked = vscode.Uri.joinPath(folder, sidecarNameFor(first));
  await write(worked, 'argmark: 1\n');
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, sampleArticles[1]));
  await commands.copyTo(folder);
  assert.deepEqual(await namesIn(folder), names);
  assert.equal(await read(worked), 'argmark: 1\n');
});

test('a folder that holds other things gets one for the samples', async (t) => {
  const folder = await emptyFolder(t);
  await write(vscode.Uri.joinPath(folder, 'thesis.txt'), 'Mine.\n');
  const made = await samples(t).copyTo(folder);
  assert.deepEqual(await namesIn(folder), ['argmark-samples', 'thesis.txt']);
  assert.deepEqual(await namesIn(made), names);
});

test('a folder of samples to which something was added is no folder of other things', async (t) => {
  const folder = await emptyFolder(t);
  const commands = samples(t);
  await commands.copyTo(folder);
  await write(vscode.Uri.joinPath(folder, 'notes.md'), 'Mine.\n');
  assert.equal((await commands.copyTo(folder)).toString(), folder.toString());
  assert.deepEqual(await namesIn(folder), [...names, 'notes.md'].sort());
});

test('another text of the same name is kept, and gets no annotations that are not its own', async (t) => {
  const folder = await emptyFolder(t);
  const mine = vscode.Uri.joinPath(folder, first);
  await write(mine, 'Mine.\n');
  await samples(t).copyTo(folder);
  assert.equal(await read(mine), 'Mine.\n');
  assert.deepEqual(
    await namesIn(folder),
    names.filter((name) => name !== sidecarNameFor(first)),
  );
});

test('the window that opens the announced folder shows its first sample, once, and no other window does', async (t) => {
  const folder = await emptyFolder(t);
  const storage = vscode.Uri.joinPath(folder, '..', 'storage');
  const article = vscode.Uri.joinPath(folder, first).toString();
  const [command, samplesWindow, other] = [1, 2, 3].map(() => sampleWindow(t, storage)) as [
    SampleWindow,
    SampleWindow,
    SampleWindow,
  ];
  await samples(t, command).copyTo(folder);
  await samplesWindow.arrive([folder]);
  assert.deepEqual(shownArticles(), [], 'nothing was announced');
  await command.announce(folder);
  await other.arrive([]);
  await other.arrive([vscode.Uri.joinPath(folder, '..')]);
  assert.deepEqual(shownArticles(), []);
  await samplesWindow.arrive([vscode.Uri.joinPath(folder, '..'), folder]);
  assert.deepEqual(shownArticles(), [article]);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await samplesWindow.arrive([folder]);
  assert.deepEqual(shownArticles(), [], 'it was shown once');
});

test('a window that opens the folder long after the command shows the folder alone', async (t) => {
  const folder = await emptyFolder(t);
  const window = sampleWindow(t, vscode.Uri.joinPath(folder, '..', 'storage'));
  await samples(t, window).copyTo(folder);
  await window.announce(folder);
  await window.arrive([folder], Date.now() + 10 * 60_000);
  assert.deepEqual(shownArticles(), []);
  await window.arrive([folder]);
  assert.deepEqual(shownArticles(), [], 'the note is gone');
});
