import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sidecarOf } from '../../../src/host/editor/uris';
import { withoutArticle } from '../../../src/host/editor/withoutArticle';
import { test } from '../harness';
import {
  first,
  freshArticle,
  onDisk,
  openReader,
  quotes,
  read,
  rooms,
  sampleText,
  sidecarWith,
  tabOf,
  tag,
  third,
  until,
  write,
} from './support';

const beside = (uri: vscode.Uri, ...names: string[]) => vscode.Uri.joinPath(uri, '..', ...names);

/** The way of the explorer, and of other extensions. */
async function rename(...moves: readonly (readonly [vscode.Uri, vscode.Uri])[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const [from, to] of moves) edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** A sidecar whose annotation says the same as others, written as a person might. */
const linked = (...targets: readonly string[]): string =>
  `${sidecarWith({ id: 'abc234', quote: third })}
links: # what says the same
${targets.map((target, i) => `  - id: lnk${i + 2}aa\n    from: abc234\n    rephrases:   '${target}' # by hand`).join('\n')}
`;

const linksOf = async (article: vscode.Uri): Promise<string[] | undefined> =>
  (await onDisk(article))?.set.links.map(({ rephrases }) => rephrases);

test('links of other sidecars follow an article that is renamed or moved, and go back with an undo, to the letter', async (t) => {
  const uri = await freshArticle(t, 'one.txt');
  await rooms();
  const other = beside(uri, 'two.txt');
  await write(other, sampleText);
  await write(sidecarOf(uri), sidecarWith({ id: 'def567', quote: first }));
  const text = linked('./one.txt#def567', 'three.txt#x');
  await write(sidecarOf(other), text);
  const to = beside(uri, 'far away', 'first.txt');
  await vscode.workspace.fs.createDirectory(beside(to));
  await rename([uri, to]);
  await until('the link has followed', async () => (await linksOf(other))?.[0] === 'far%20away/first.txt#def567');
  assert.equal(
    await read(sidecarOf(other)),
    text.replace("'./one.txt#def567'", '"far%20away/first.txt#def567"'),
    'nothing else is changed',
  );
  assert.deepEqual(quotes((await onDisk(to)) as never), [first]);
  await vscode.window.showTextDocument(to);
  await vscode.commands.executeCommand('undo');
  await until('the article is back', async () => (await read(uri)) !== undefined);
  await until('its sidecar is back with the same step', async () => (await read(sidecarOf(uri))) !== undefined);
  assert.equal(await read(sidecarOf(to)), undefined);
  await until('the link is back', async () => (await read(sidecarOf(other))) === text);
});

test('an article that moves keeps its own links', async (t) => {
  const uri = await freshArticle(t, 'one.txt');
  await rooms();
  await write(sidecarOf(uri), linked('two.txt#x', 'sub/three.txt#y', 'abc234'));
  const to = beside(uri, 'sub', 'one.txt');
  await vscode.workspace.fs.createDirectory(beside(to));
  await rename([uri, to]);
  await until('the sidecar is there', async () => (await onDisk(to)) !== undefined);
  await until('the links lead from there', async () => (await linksOf(to))?.[0] === '../two.txt#x');
  assert.deepEqual(await linksOf(to), ['../two.txt#x', 'three.txt#y', 'abc234']);
});

test('a folder that moves keeps the links in it, and is followed by those from outside', async (t) => {
  const uri = await freshArticle(t, 'one.txt');
  await rooms();
  const folder = beside(uri, 'sub');
  const [inner, other] = [vscode.Uri.joinPath(folder, 'inner.txt'), vscode.Uri.joinPath(folder, 'other.txt')];
  for (const one of [inner, other]) await write(one, sampleText);
  await write(sidecarOf(uri), linked('sub/inner.txt#x'));
  const text = linked('other.txt#x', '../one.txt#y');
  await write(sidecarOf(inner), text);
  const to = beside(uri, 'deep', 'er');
  await vscode.workspace.fs.createDirectory(beside(to));
  await rename([folder, to]);
  await until('the link has followed', async () => (await linksOf(uri))?.[0] === 'deep/er/inner.txt#x');
  const moved = vscode.Uri.joinPath(to, 'inner.txt');
  await until('the links lead from there', async () => (await linksOf(moved))?.[1] === '../../one.txt#y');
  assert.equal((await linksOf(moved))?.[0], 'other.txt#x');
  await rename([to, folder]);
  await until('the links are back', async () => (await linksOf(inner))?.[1] === '../one.txt#y');
  assert.equal(await read(sidecarOf(inner)), text, 'to the letter');
  await until('and those from outside', async () => (await linksOf(uri))?.[0] === 'sub/inner.txt#x');
});

test('links of an open article follow in its file and in memory, and what is not saved stays so', async (t) => {
  const uri = await freshArticle(t, 'one.txt');
  const other = beside(uri, 'two.txt');
  await write(other, sampleText);
  await write(sidecarOf(other), sidecarWith({ id: 'def567', quote: first }));
  await write(sidecarOf(uri), linked('two.txt#def567'));
  const document = await openReader(uri);
  await tag(uri, first);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await rename([other, beside(uri, 'second.txt')]);
  await until('the link has followed', async () => (await linksOf(uri))?.[0] === 'second.txt#def567');
  await until('in memory, too', () => document.sidecar.set.links[0]?.rephrases === 'second.txt#def567');
  assert.equal((await onDisk(uri))?.set.annotations.length, 1);
  assert.equal(document.sidecar.set.annotations.length, 2);
  assert.equal(tabOf(uri)?.isDirty, true);
});

test('an open article that moves to another folder takes along what is not saved, with its links', async (t) => {
  const uri = await freshArticle(t, 'one.txt');
  await write(sidecarOf(uri), linked('two.txt#def567'));
  await openReader(uri);
  await tag(uri, first);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  const to = beside(uri, 'sub', 'one.txt');
  await vscode.workspace.fs.createDirectory(beside(to));
  await rename([uri, to]);
  const { registry } = await rooms();
  await until('all is there', () => registry.document(to)?.sidecar.set.annotations.length === 2);
  await until(
    'the link leads from there',
    () => registry.document(to)?.sidecar.set.links[0]?.rephrases === '../two.txt#def567',
  );
  await until('the tab is dirty', () => tabOf(to)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(to)?.isDirty === false);
  assert.deepEqual(await linksOf(to), ['../two.txt#def567']);
  assert.equal((await onDisk(to))?.set.annotations.length, 2);
});

test('a sidecar whose article was renamed by another program is offered to the one with its quotes, and attached by a person alone', async (t) => {
  const uri = await freshArticle(t, 'one.txt');
  const { views } = await rooms();
  const text = sidecarWith({ id: 'abc234', quote: third }, { id: 'def567', quote: first });
  await write(sidecarOf(uri), text);
  const other = beside(uri, 'other.txt');
  await write(other, `Not this one, though it says: ${third}`);
  const linking = beside(uri, 'linking.txt');
  await write(linking, sampleText);
  await write(sidecarOf(linking), linked('one.txt#abc234'));
  const to = beside(uri, 'first of all.txt');
  await vscode.workspace.fs.rename(uri, to);
  const lost = sidecarOf(uri).toString();
  await until('the sidecar is listed', async () => (await views.list.getChildren()).includes(lost));
  const item = views.list.getTreeItem(lost);
  assert.equal(item.contextValue, 'lostSidecar');
  assert.equal(await read(sidecarOf(to)), undefined, 'nothing is attached by itself');
  assert.equal(await read(sidecarOf(uri)), text);
  const command = item.command;
  assert.ok(command);
  const attaching = vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await until('the best one is chosen', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return (await read(sidecarOf(to))) !== undefined;
  });
  await attaching;
  assert.equal(await read(sidecarOf(to)), text);
  assert.equal(await read(sidecarOf(uri)), undefined);
  assert.equal(await read(sidecarOf(other)), undefined);
  await until('links follow', async () => (await linksOf(linking))?.[0] === 'first%20of%20all.txt#abc234');
  await until('it is listed no more', async () => !(await views.list.getChildren()).includes(lost));
});

test('a sidecar has lost its article only where that is surely not there', async () => {
  const article = (name: string) => vscode.Uri.parse(`test-files:/${name}.txt`);
  const [listed, there, gone, shut] = ['listed', 'there', 'gone', 'shut'].map((name) => sidecarOf(article(name)));
  assert.ok(listed && there && gone && shut);
  const files = {
    exists: async ({ path }: vscode.Uri) => {
      if (path === '/shut.txt') throw new Error('permission denied');
      return path === '/there.txt';
    },
  };
  const lost = await withoutArticle([listed, there, gone, shut], new Set([article('listed').toString()]), files);
  assert.deepEqual(lost.map(String), [gone.toString()]);
});
