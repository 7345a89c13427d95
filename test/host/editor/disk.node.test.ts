import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { resolveById } from '../../../src/host/editor/resolveById';
import { save } from '../../../src/host/editor/save';
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
  sampleText,
  second,
  sidecarWith,
  tagAlone,
  third,
  until,
  write,
} from './support';

const folderOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..').fsPath;
/** What a save leaves beside the files that belong there. */
const leftovers = (uri: vscode.Uri) => readdirSync(folderOf(uri)).filter((name) => name.endsWith('.tmp'));

test('a sidecar that is marked as read-only is not written over, and is said to be so', async (t) => {
  const uri = await freshArticle(t);
  const text = sidecarWith({ id: 'abc234', quote: first });
  await write(sidecarOf(uri), text);
  chmodSync(sidecarOf(uri).fsPath, 0o444);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, second);
  await assert.rejects(
    save(document, files, new Answers(), never),
    /depth\.txt\.annotations\.yaml is marked as read-only/,
  );
  assert.equal(await read(sidecarOf(uri)), text);
  assert.equal(document.annotated.dirty, true);
});

test('a sidecar that is a symbolic link stays one', async (t) => {
  const uri = await freshArticle(t);
  const real = join(folderOf(uri), 'elsewhere.yaml');
  writeFileSync(real, sidecarWith({ id: 'abc234', quote: first }));
  symlinkSync(real, sidecarOf(uri).fsPath);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, second);
  await save(document, files, new Answers(), never);
  assert.match(readFileSync(real, 'utf8'), /Those who gain/);
  const { type } = await vscode.workspace.fs.stat(sidecarOf(uri));
  assert.ok(type & vscode.FileType.SymbolicLink);
});

test('a file that is replaced keeps its mode', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  chmodSync(sidecarOf(uri).fsPath, 0o640);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, second);
  await save(document, files, new Answers(), never);
  assert.equal(statSync(sidecarOf(uri).fsPath).mode & 0o777, 0o640);
  assert.deepEqual(leftovers(uri), []);
});

test('a folder that has vanished: what is in memory is kept, and the folder is named', async (t) => {
  const uri = await freshArticle(t);
  const sub = vscode.Uri.joinPath(uri, '..', 'sub');
  mkdirSync(sub.fsPath);
  const article = vscode.Uri.joinPath(sub, 'a.txt');
  await write(article, sampleText);
  const files = new HeldFiles();
  const document = await openAlone(t, article, files);
  tagAlone(document, first);
  rmSync(sub.fsPath, { recursive: true });
  await assert.rejects(
    save(document, files, new Answers(), never),
    /a\.txt\.annotations\.yaml could not be written: the folder .*sub is not there any more/,
  );
  assert.equal(document.annotated.dirty, true);
  assert.deepEqual(quotes(document.sidecar), [first]);
});

test('a folder in the place of the sidecar', async (t) => {
  const uri = await freshArticle(t);
  mkdirSync(sidecarOf(uri).fsPath);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  assert.equal(document.readOnly, true);
  assert.match(document.notices[0]?.message ?? '', /^depth\.txt\.annotations\.yaml, line 1: /);
  await assert.rejects(save(document, files, new Answers(), never));
  assert.ok(statSync(sidecarOf(uri).fsPath).isDirectory());
});

/** A file system of its own with room for `bytes`; undefined where none can be mounted. */
function smallDisk(t: TestContext, at: string, bytes: number): string | undefined {
  mkdirSync(at, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', at], { stdio: 'ignore' });
  } catch {
    t.skip('no small disk can be mounted here');
    return undefined;
  }
  t.after(() => execFileSync('umount', ['-l', at]));
  return at;
}

test('a full disk: the old file stays whole, and nothing is left beside it', async (t) => {
  const uri = await freshArticle(t);
  const disk = smallDisk(t, join(folderOf(uri), 'disk'), 256 * 1024);
  if (!disk) return;
  const article = vscode.Uri.file(join(disk, 'a.txt'));
  await write(article, sampleText);
  const text = sidecarWith({ id: 'abc234', quote: third, note: 'x'.repeat(60_000) });
  await write(sidecarOf(article), text);
  const files = new HeldFiles();
  const document = await openAlone(t, article, files);
  tagAlone(document, first);
  // Leaves no room for a second copy.
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(150_000));
  await assert.rejects(save(document, files, new Answers(), never), /could not be written: .*(ENOSPC|no space)/i);
  assert.equal(await read(sidecarOf(article)), text);
  assert.deepEqual(leftovers(article), []);
  rmSync(join(disk, 'ballast'));
  await save(document, files, new Answers(), never);
  assert.deepEqual(quotes((await onDisk(article)) as never).sort(), [first, third].sort());
});

test('a disk that takes no files', async (t) => {
  const uri = await freshArticle(t);
  const disk = smallDisk(t, join(folderOf(uri), 'disk'), 256 * 1024);
  if (!disk) return;
  const article = vscode.Uri.file(join(disk, 'a.txt'));
  await write(article, sampleText);
  const files = new HeldFiles();
  const document = await openAlone(t, article, files);
  tagAlone(document, first);
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  await assert.rejects(save(document, files, new Answers(), never), /a\.txt\.annotations\.yaml could not be written/);
  assert.equal(document.annotated.dirty, true);
});

/** Not as root, for whom modes say nothing. */
async function asNobody<T>(task: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return task();
  process.seteuid?.(65_534);
  try {
    return await task();
  } finally {
    process.seteuid?.(0);
  }
}

for (const writable of [true, false]) {
  test(`a folder that takes no files, with a sidecar that ${writable ? 'may be written' : 'is not there'}`, async (t) => {
    await freshArticle(t);
    const folder = mkdtempSync(join(tmpdir(), 'argmark-folder-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const article = vscode.Uri.file(join(folder, 'a.txt'));
    await write(article, sampleText);
    const text = sidecarWith({ id: 'abc234', quote: third });
    if (writable) {
      await write(sidecarOf(article), text);
      chmodSync(sidecarOf(article).fsPath, 0o666);
    }
    chmodSync(folder, 0o555);
    const files = new HeldFiles();
    const document = await openAlone(t, article, files);
    tagAlone(document, first);
    await assert.rejects(
      asNobody(() => save(document, files, new Answers(), never)),
      /a\.txt\.annotations\.yaml could not be written: the folder .* takes no new files .*EACCES.*\. Nothing was saved; the file is as it was/,
    );
    assert.equal(await read(sidecarOf(article)), writable ? text : undefined);
    assert.deepEqual(readdirSync(folder).sort(), writable ? ['a.txt', 'a.txt.annotations.yaml'] : ['a.txt']);
    assert.equal(document.annotated.dirty, true);
    chmodSync(folder, 0o755);
    await save(document, files, new Answers(), never);
    assert.equal((await onDisk(article))?.set.annotations.length, writable ? 2 : 1);
  });
}

test('an article deleted while its text is on screen: saving does not bring it back', async (t) => {
  const uri = await freshArticle(t);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, first);
  rmSync(uri.fsPath);
  await until('it is missed', () => document.text.missing);
  await save(document, files, new Answers(), never);
  assert.equal(await read(uri), undefined);
  assert.deepEqual(quotes((await onDisk(uri)) as never), [first]);
});

/** A repository in which a merge of two branches has left the sidecar in conflict. */
async function conflicted(t: TestContext, ours: string, theirs: string): Promise<vscode.Uri> {
  const uri = await freshArticle(t);
  const cwd = folderOf(uri);
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
    return execFileSync('git', [...who, ...args], { cwd, stdio: 'pipe', encoding: 'utf8' });
  };
  const commit = (text: string, message: string) => {
    writeFileSync(sidecarOf(uri).fsPath, text);
    git('add', '-A');
    git('commit', '-qm', message);
  };
  git('init', '-q', '-b', 'main');
  commit(sidecarWith({ id: 'abc234', quote: first, note: 'base' }), 'base');
  git('checkout', '-qb', 'other');
  commit(theirs, 'theirs');
  git('checkout', '-q', 'main');
  commit(ours, 'ours');
  assert.throws(() => git('merge', '-q', 'other'), 'the merge is in conflict');
  return uri;
}

test('a conflict of git is put together by id', async (t) => {
  const uri = await conflicted(
    t,
    sidecarWith({ id: 'abc234', quote: first, note: 'base' }, { id: 'def567', quote: second }),
    sidecarWith({ id: 'abc234', quote: first, note: 'base' }, { id: 'ghj789', quote: third }),
  );
  assert.match((await read(sidecarOf(uri))) ?? '', /^<{7}/m);
  const answers = new Answers();
  await resolveById(uri, new DiskFiles(), answers);
  assert.deepEqual(answers.asked, []);
  const sidecar = await onDisk(uri);
  assert.deepEqual(sidecar?.problems, []);
  assert.deepEqual(quotes(sidecar as never).sort(), [first, second, third].sort());
});

test('a conflict put right by hand, with a slip: what was done by hand stays', async (t) => {
  const noted = (note: string) => sidecarWith({ id: 'abc234', quote: first, note });
  const uri = await conflicted(t, noted('ours'), noted('theirs'));
  const byHand = `${noted('by hand')}    speaker: "unfinished\n`;
  await write(sidecarOf(uri), byHand);
  const told: string[] = [];
  const { showErrorMessage } = vscode.window;
  t.after(() => Object.assign(vscode.window, { showErrorMessage }));
  Object.assign(vscode.window, { showErrorMessage: (message: string) => told.push(message) });
  const answers = new Answers('theirs');
  await resolveById(uri, new DiskFiles(), answers);
  assert.equal(await read(sidecarOf(uri)), byHand);
  assert.deepEqual(answers.asked, []);
  assert.match(told.join(), /^depth\.txt\.annotations\.yaml, line \d+: .*nothing was changed/);
});

test('a conflict in one field is asked about, and left alone without an answer', async (t) => {
  const uri = await conflicted(
    t,
    sidecarWith({ id: 'abc234', quote: first, note: 'ours' }),
    sidecarWith({ id: 'abc234', quote: first, note: 'theirs' }),
  );
  const before = await read(sidecarOf(uri));
  await resolveById(uri, new DiskFiles(), new Answers());
  assert.equal(await read(sidecarOf(uri)), before);
  const answers = new Answers('theirs');
  await resolveById(sidecarOf(uri), new DiskFiles(), answers);
  assert.match(answers.asked[0]?.[0] ?? '', /abc234, note: “ours” here, “theirs” there/);
  assert.equal((await onDisk(uri))?.set.annotations[0]?.note, 'theirs');
});
