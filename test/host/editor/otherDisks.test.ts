/** File systems that only VS Code knows of, where a file is not replaced in one step. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { save } from '../../../src/host/editor/save';
import { sidecarOf } from '../../../src/host/editor/uris';
import { test } from '../harness';
import {
  Answers,
  closeAll,
  first,
  HeldFiles,
  never,
  onDisk,
  openAlone,
  quotes,
  read,
  sampleText,
  sidecarWith,
  tagAlone,
  third,
  until,
} from './support';

/** Keeps its files in memory; writes only the beginning of some, as a disk does that is full. */
class FullDisk implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly files = new Map<string, Uint8Array>();
  /** How many of the next writes end too early. */
  cut = 0;
  watch = () => ({ dispose() {} });
  /** It answers nothing, as when a network is gone for a moment. */
  isAway = false;
  stat(uri: vscode.Uri): vscode.FileStat {
    if (this.isAway) throw vscode.FileSystemError.Unavailable(uri);
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }
  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }
  // A provider that throws at once would block VS Code's queue of writes.
  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const cut = this.cut > 0;
    this.files.set(uri.path, bytes.slice(0, cut ? bytes.length / 2 : undefined));
    if (!cut) return;
    this.cut--;
    throw new vscode.FileSystemError('no space is left');
  }
  delete(uri: vscode.Uri): void {
    this.files.delete(uri.path);
  }
  readDirectory = () => [];
  createDirectory() {}
  rename() {}
}

test('an article on a disk that does not answer for a moment is not missing', async (t) => {
  const disk = new FullDisk();
  const provider = vscode.workspace.registerFileSystemProvider('argaway', disk);
  t.after(() => provider.dispose());
  const uri = vscode.Uri.parse('argaway:/a.txt');
  disk.files.set(uri.path, new TextEncoder().encode(sampleText));
  let looks: Promise<unknown>[] = [];
  const files = new (class extends HeldFiles {
    override size(asked: vscode.Uri): Promise<number | undefined> {
      const look = super.size(asked);
      looks.push(look.catch(() => {}));
      return look;
    }
  })();
  const document = await openAlone(t, uri, files);
  disk.isAway = true;
  looks = [];
  document.text.look();
  assert.equal(looks.length, 1);
  await Promise.all(looks);
  await assert.rejects(files.exists(uri));
  assert.equal(document.text.missing, false);
  disk.isAway = false;
  disk.files.delete(uri.path);
  document.text.look();
  await until('it is missed', () => document.text.missing);
});

const old = sidecarWith({ id: 'abc234', quote: third });

for (const [what, before, cut, after, said] of [
  [
    'a write that ends too early is taken back',
    old,
    1,
    old,
    /no space is left.*Nothing was saved; the file is as it was/,
  ],
  ['also that of a new file', undefined, 1, undefined, /Nothing was saved; the file is as it was/],
  ['where that fails too, it is said', old, 2, 'a part', /The file may not be whole; all of it is kept here/],
] as const) {
  test(`on a file system without a replacing in one step ${what}`, async (t) => {
    t.after(closeAll);
    const disk = new FullDisk();
    const provider = vscode.workspace.registerFileSystemProvider('argfull', disk);
    t.after(() => provider.dispose());
    const uri = vscode.Uri.parse('argfull:/a.txt');
    const put = (file: vscode.Uri, text: string) => disk.files.set(file.path, new TextEncoder().encode(text));
    put(uri, sampleText);
    if (before !== undefined) put(sidecarOf(uri), before);
    const files = new HeldFiles();
    const document = await openAlone(t, uri, files);
    tagAlone(document, first);
    disk.cut = cut;
    await assert.rejects(save(document, files, new Answers(), never), said);
    assert.equal(document.annotated.dirty, true);
    if (after === 'a part') return;
    assert.equal(await read(sidecarOf(uri)), after);
    await save(document, files, new Answers(), never);
    assert.equal(quotes((await onDisk(uri)) as never).length, before === undefined ? 1 : 2);
  });
}
