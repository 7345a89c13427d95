import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sidecarOf } from '../../../src/host/editor/uris';
import { DiskFiles } from '../../../src/host/files';
import { groupsWith } from '../../../src/host/views/tagList';
import { freshArticle, openReader, rooms, sidecarWith, tag, until, write } from '../editor/support';
import { test } from '../harness';
import { labelOf } from './support';

const claim = 'Those who gain from depth should carry its cost.';

/** What of the view of references tells what it shows. */
interface Shown {
  readonly title: string;
  resolve(): Promise<{ readonly message: string; readonly provider: vscode.TreeDataProvider<unknown> }>;
}

async function shown(): Promise<Shown | undefined> {
  const extension = vscode.extensions.getExtension<{ getInput(): Shown | undefined }>('vscode.references-view');
  return (await extension?.activate())?.getInput();
}

test('all annotations of a tag in the workspace stand in the view of references, by article, also those of articles that are not open', async (t) => {
  const uri = await freshArticle(t, 'one.md', `# Ports\n\nThe **city** draws fees. ${claim}\n`);
  await rooms();
  const other = vscode.Uri.joinPath(uri, '..', 'two.txt');
  await write(other, `First. ${claim}\n`);
  const twice = sidecarWith({ id: 'gone23', quote: 'Words that are gone' }, { id: 'here23', quote: claim });
  await write(
    sidecarOf(other),
    `${twice}\n\n  - id: not234\n    tag: other-tag\n    spans:\n      - quote: "First."\n`,
  );
  await openReader(uri);
  await tag(uri, 'The **city** draws', 'assumption');
  const rowsOf = async (name: string) => {
    await vscode.commands.executeCommand('argmark.findAnnotationsOfTag', name);
    await until('the list is shown', async () => (await shown())?.title.toLowerCase() === name);
    const { provider, message } = (await (await shown())?.resolve()) ?? assert.fail();
    const rows: string[] = [];
    for (const group of (await provider.getChildren()) ?? []) {
      const head = await provider.getTreeItem(group);
      for (const row of (await provider.getChildren(group)) ?? []) {
        const item = await provider.getTreeItem(row);
        rows.push(`${labelOf(head)}: ${labelOf(item)} | ${item.description}`);
        assert.equal(item.command?.command, '_argmark.revealAnnotation');
      }
    }
    return { rows, message };
  };
  const unsaved = await rowsOf('assumption');
  assert.deepEqual(unsaved, { rows: ['one.md: The city draws | '], message: '1 annotation, 1 article' });
  const { rows } = await rowsOf('claim');
  const inTwo = rows.filter((row) => row.startsWith('two.txt'));
  assert.deepEqual(inTwo.slice(-2), [`two.txt: ${claim} | `, 'two.txt: Words that are gone | orphan']);
});

test('what is tagged nowhere brings up no list', async (t) => {
  await freshArticle(t);
  await rooms();
  const before = (await shown())?.title;
  await vscode.commands.executeCommand('argmark.findAnnotationsOfTag', 'never-used');
  assert.equal((await shown())?.title, before);
});

test('a search that is stopped says nothing of what is tagged, also one that is stopped at once', async (t) => {
  const uri = await freshArticle(t);
  const { articles } = await rooms();
  await write(sidecarOf(uri), sidecarWith({ id: 'here23', quote: claim }));
  const stop = new vscode.CancellationTokenSource();
  const search = { tag: 'claim', title: 'Claim', articles, files: new DiskFiles() };
  await until('it is found', async () => (await groupsWith(search, stop.token))?.length);
  stop.cancel();
  assert.equal(await groupsWith(search, stop.token), undefined);
});
