import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codebookName } from '../../../src/core/annotation/codebook';
import { Codebooks } from '../../../src/host/editor/codebooks';
import { DiskFiles } from '../../../src/host/files';
import { type TestContext, test } from '../harness';
import { freshArticle, until, write } from './support';

const book = (tag: string) => `argmark-codebook: 1\ntags:\n  ${tag}: { label: "Own", key: o, colour: teal }\n`;

function codebooksWith(t: TestContext, files: DiskFiles): Codebooks {
  const codebooks = new Codebooks(files);
  t.after(() => codebooks.dispose());
  t.after(() => files.dispose());
  return codebooks;
}

test('a codebook that cannot be read is a problem, and none from above takes its place', async (t) => {
  const uri = await freshArticle(t);
  const codebooks = codebooksWith(t, new DiskFiles());
  await write(vscode.Uri.joinPath(uri, '..', codebookName), book('above'));
  const inner = vscode.Uri.joinPath(uri, '..', 'inner');
  const file = vscode.Uri.joinPath(inner, codebookName);
  // A folder of that name is there, and no file.
  await vscode.workspace.fs.createDirectory(file);
  const inUse = await codebooks.of(vscode.Uri.joinPath(inner, 'a.txt'));
  const [problem] = inUse.problems;
  assert.match(
    problem?.message ?? '',
    /^The codebook cannot be read \(.+\)\. Until it can, the built-in one is used\.$/,
  );
  assert.equal(inUse.uri?.toString(), file.toString());
  assert.ok(inUse.codebook.tags.some(({ name }) => name === 'claim'));
});

test('of two changes in quick succession the last one counts, whichever is read first', async (t) => {
  const uri = await freshArticle(t);
  const file = vscode.Uri.joinPath(uri, '..', codebookName);
  let release = () => {};
  const files = new (class extends DiskFiles {
    held: Promise<void> | undefined;
    override async read(asked: vscode.Uri) {
      const { held } = this;
      this.held = undefined;
      const bytes = await super.read(asked);
      await held;
      return bytes;
    }
  })();
  const codebooks = codebooksWith(t, files);
  await write(file, book('first'));
  files.held = new Promise((resolve) => {
    release = resolve;
  });
  const early = codebooks.of(uri);
  let changes = 0;
  const listening = codebooks.onDidChange(() => changes++);
  t.after(() => listening.dispose());
  const name = async (asked: ReturnType<Codebooks['of']>) => (await asked).codebook.tags[0]?.name;
  // Written again until the watcher is there to see it.
  await until('the change is seen', async () => {
    await write(file, book('last'));
    return changes > 0;
  });
  assert.equal(await name(codebooks.of(uri)), 'last');
  release();
  assert.equal(await name(early), 'last');
});
