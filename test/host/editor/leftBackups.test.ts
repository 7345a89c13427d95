import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { platform } from '#platform';
import { writeBackup } from '../../../src/host/editor/backup';
import { LeftBackups } from '../../../src/host/editor/leftBackups';
import { DiskFiles } from '../../../src/host/files';
import { type TestContext, test } from '../harness';
import { freshArticle, openAlone, read, tagAlone, write } from './support';

const words = [
  'Deep ports gain 🚢 from trade.',
  'Those who gain from depth should carry its cost.',
  'Rents rose by a third in two years.',
];

/** Backups of an article, each written by the host of that name; the first at millisecond 1, the next at 2 … */
async function backupsBy(t: TestContext, ...owners: readonly string[]) {
  const uri = await freshArticle(t);
  const files = new DiskFiles();
  const folder = vscode.Uri.joinPath(uri, '..', 'backups');
  const document = await openAlone(t, uri, files);
  for (const [at, owner] of owners.entries()) {
    tagAlone(document, words[at] ?? '');
    const place = vscode.Uri.joinPath(folder, String(at));
    await writeBackup(document, place, files);
    await write(place, JSON.stringify({ ...JSON.parse((await read(place)) ?? ''), owner, written: at + 1 }));
  }
  return { uri, folder, left: new LeftBackups(folder, files) };
}

async function names(folder: vscode.Uri): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
}

/** No process has this number: it is above what systems give. */
const gone = '4194399-0';

test('the last backup of a host that is gone is found, one of a living host is left to it', async (t) => {
  const { uri, folder, left } = await backupsBy(t, gone, gone, platform.owner);
  const found = await left.newest(uri);
  assert.equal(found?.written, platform.isGone(gone) ? 2 : undefined);
  assert.equal(await left.newest(vscode.Uri.joinPath(uri, '..', 'other.txt')), undefined, 'of another article nothing');
  assert.equal(await new LeftBackups(vscode.Uri.joinPath(folder, 'none'), new DiskFiles()).newest(uri), undefined);
});

test('what was saved by a moment is taken away, what was written later and by others stays', async (t) => {
  const others = 'somebody else';
  const { uri, folder, left } = await backupsBy(t, platform.owner, others, platform.owner);
  await left.clear(vscode.Uri.joinPath(uri, '..', 'other.txt'), 9);
  assert.deepEqual(await names(folder), ['0', '1', '2']);
  await left.clear(uri, 2);
  assert.deepEqual(await names(folder), ['1', '2']);
  await left.clear(uri, 3);
  assert.deepEqual(await names(folder), ['1']);
});
