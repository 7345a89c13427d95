import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Placements } from '../../../src/core/annotation/placement';
import type { AnnotatedArticle } from '../../../src/host/articles';
import { placementsOf } from '../../../src/host/editor/placements';
import { save } from '../../../src/host/editor/save';
import { sidecarOf } from '../../../src/host/editor/uris';
import { DiskFiles } from '../../../src/host/files';
import { test } from '../harness';
import { cost, rents, replace, text } from './livingScene';
import {
  Answers,
  freshArticle,
  never,
  onDisk,
  openAlone,
  openReader,
  quotes,
  read,
  rooms,
  sidecarWith,
  tabOf,
  tag,
  tagAlone,
  until,
  write,
} from './support';

/** What a search of the recorded words alone says, whatever has happened before. */
const searched = ({ sidecar, article }: AnnotatedArticle): Placements => placementsOf(sidecar.set, article);

const stands = (placements: Placements) => [...placements].map(([id, { status, spans }]) => [id, status, spans]);

test('after a checkout of another version the words stand where what is recorded says, wherever they are shown', async (t) => {
  const uri = await freshArticle(t, 'history.txt', text);
  const folder = vscode.Uri.joinPath(uri, '..').fsPath;
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  git('init', '-q', '-b', 'main');
  await write(sidecarOf(uri), sidecarWith({ id: 'cost22', quote: cost }, { id: 'rents2', quote: rents }));
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  const [title, one, two, three] = text.split('\n\n');
  await write(uri, `${[title, two?.replace('a third', 'a fifth'), three?.trimEnd(), one].join('\n\n')}\n`);
  await write(
    sidecarOf(uri),
    sidecarWith({ id: 'cost22', quote: cost }, { id: 'rents2', quote: rents.replace('third', 'fifth') }),
  );
  git('commit', '-q', '-a', '-m', 'second');

  const { articles, registry } = await rooms();
  const document = await openReader(uri, vscode.ViewColumn.Two);
  // A page that comes late would take the keyboard away from the text, and with it the undo.
  await until('its page has come to rest', () => registry.panel(uri)?.selection);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  // Edited and taken back first: what was followed must not outlive the checkout.
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'typed '));
  await vscode.commands.executeCommand('undo');
  await until('the edit is taken back', () => !editor.document.isDirty);
  for (const [version, words] of [
    ['HEAD~1', rents],
    ['main', rents.replace('third', 'fifth')],
    ['HEAD~1', rents],
  ] as const) {
    git('checkout', '-q', version);
    await until(`${version} is shown`, () => {
      const { article, placements, sidecar } = document.annotated;
      const span = placements.get('rents2')?.spans[0];
      return quotes(sidecar)[1] === words && span && article.text.slice(span.start, span.end) === words;
    });
    await until('as a search finds it', () => {
      const now = document.annotated;
      return JSON.stringify(stands(now.placements)) === JSON.stringify(stands(searched(now)));
    });
    assert.equal(document.annotated.dirty, false);
  }
  assert.equal(git('status', '--porcelain').toString(), '', 'nothing was written');
  await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  await until('the reading view is closed', () => registry.document(uri) === undefined);
  await articles.at(uri);
  git('checkout', '-q', 'main');
  await until('the other version is known', () => {
    const now = articles.known(uri);
    return now?.placements.get('rents2')?.spans[0] && now.article.text.includes('fifth');
  });
  await until('as a search finds it', () => {
    const now = articles.known(uri);
    return now && JSON.stringify(stands(now.placements)) === JSON.stringify(stands(searched(now)));
  });
});

/** Something happens in the middle of reading: between a look at a file and its content, and after it. */
class RestlessFiles extends DiskFiles {
  happen: (() => void) | undefined;

  override async exists(uri: vscode.Uri): Promise<boolean> {
    const is = await super.exists(uri);
    this.happen?.();
    return is;
  }

  override async read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
    const bytes = await super.read(uri);
    this.happen?.();
    return bytes;
  }
}

test('an article and its sidecar that are swapped for others while they are read are read again', async (t) => {
  const uri = await freshArticle(t, 'restless.txt', text);
  await write(sidecarOf(uri), sidecarWith({ id: 'cost22', quote: cost }));
  const files = new RestlessFiles();
  t.after(() => files.dispose());
  let swaps = 0;
  const swap = (file: vscode.Uri, content: string) => {
    const draft = `${file.fsPath}.draft`;
    writeFileSync(draft, content);
    renameSync(draft, file.fsPath);
  };
  const version = (n: number) => text.replace('Depth and Cost', `Version ${n}`);
  files.happen = () => {
    if (swaps >= 12) return;
    swaps++;
    swap(uri, version(swaps));
    swap(sidecarOf(uri), sidecarWith({ id: 'cost22', quote: cost, note: `Note ${swaps}.` }));
  };
  const document = await openAlone(t, uri, files);
  document.text.look();
  await until('all swaps were made', () => {
    if (swaps < 12) document.text.look();
    return swaps >= 12;
  });
  await until('the last version is shown', () => document.annotated.article.text === version(12));
  await until('with its sidecar', () => document.sidecar.set.annotations[0]?.note === 'Note 12.');
  const span = document.annotated.placements.get('cost22')?.spans[0];
  assert.equal(version(12).slice(span?.start, span?.end), cost);
  assert.equal(document.annotated.dirty, false);
});

test('of two windows on an article that was edited one records the words, and neither loses a thing', async (t) => {
  const uri = await freshArticle(t, 'windows.txt', text);
  await write(sidecarOf(uri), sidecarWith({ id: 'cost22', quote: cost }, { id: 'rents2', quote: rents }));
  const one = await openAlone(t, uri);
  const other = await openAlone(t, uri);
  tagAlone(one, 'Critics say');
  tagAlone(other, 'Deep ports');
  const editor = await vscode.window.showTextDocument(uri);
  await replace(editor, 'third', 'quarter');
  await editor.document.save();
  const now = rents.replace('third', 'quarter');
  await until('the words are recorded', async () => quotes((await onDisk(uri)) as never).includes(now));
  for (const document of [one, other]) {
    await until('both know', () => quotes(document.sidecar).includes(now) && !document.state.rewording());
    assert.equal(document.annotated.dirty, true);
  }
  await save(one, new DiskFiles(), new Answers(), never);
  await save(other, new DiskFiles(), new Answers(), never);
  assert.deepEqual(quotes((await onDisk(uri)) as never).sort(), ['Critics say', 'Deep ports', cost, now].sort());
});

test('an article of 50 MB is refused with a clear sentence, and the host goes on meanwhile', async (t) => {
  const uri = await freshArticle(t, 'large.txt', text);
  writeFileSync(uri.fsPath, text.repeat(Math.ceil((50 * 1024 * 1024) / text.length)));
  await write(sidecarOf(uri), sidecarWith({ id: 'cost22', quote: cost }));
  let last = Date.now();
  let longest = 0;
  const pulse = setInterval(() => {
    longest = Math.max(longest, Date.now() - last);
    last = Date.now();
  }, 10);
  t.after(() => clearInterval(pulse));
  await assert.rejects(openAlone(t, uri), /The article has 5\d MB; up to 16 MB are read\./);
  const { articles } = await rooms();
  assert.equal(await articles.at(uri), undefined);
  assert.ok(longest < 2_000, `the host stood still for ${longest} ms`);
});

test('a sidecar that is open as text, and unsaved there, is not written over by words that were edited', async (t) => {
  const uri = await freshArticle(t, 'held.txt', text);
  const before = sidecarWith({ id: 'rents2', quote: rents });
  await write(sidecarOf(uri), before);
  const { articles } = await rooms();
  const sidecar = await vscode.window.showTextDocument(sidecarOf(uri), { viewColumn: vscode.ViewColumn.Two });
  await sidecar.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  await articles.at(uri);
  await replace(editor, 'third', 'quarter');
  await editor.document.save();
  await sidecar.document.save();
  assert.equal(await read(sidecarOf(uri)), `# mine\n${before}`);
  await until('the comment is known', async () => (await onDisk(uri))?.problems.length === 0);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New: '));
  await editor.document.save();
  await until('the next save records them', async () => (await read(sidecarOf(uri)))?.includes('a quarter'));
  assert.ok((await read(sidecarOf(uri)))?.startsWith('# mine\n'));
});

test('annotations that are made while words wait to be recorded are saved with them', async (t) => {
  const uri = await freshArticle(t, 'both.txt', text);
  await write(sidecarOf(uri), sidecarWith({ id: 'rents2', quote: rents }));
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  await openReader(uri, vscode.ViewColumn.Two);
  await replace(editor, 'third', 'quarter');
  await tag(uri, 'by a quarter', 'evidence');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'argmark.article', vscode.ViewColumn.Two);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.deepEqual(
    quotes((await onDisk(uri)) as never).sort(),
    ['by a quarter', rents.replace('third', 'quarter')].sort(),
  );
});
