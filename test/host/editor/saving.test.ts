import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleDocument } from '../../../src/host/editor/document';
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
  sampleText,
  second,
  sidecarWith,
  tabOf,
  tag,
  tagAlone,
  third,
  until,
  write,
} from './support';

/** Why the words cannot be tagged. */
function refusalOf(document: ArticleDocument, words: string): string {
  const start = document.annotated.article.text.indexOf(words);
  const outcome = document.perform({ verb: 'tag', tag: 'claim', spans: [{ start, end: start + words.length }] }, '');
  assert.ok('refused' in outcome, 'it was tagged');
  return outcome.refused;
}

test('an edit made while a save runs is saved as well', async (t) => {
  const uri = await freshArticle(t);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, first);
  files.afterReplace = () => tagAlone(document, second);
  await save(document, files, new Answers(), never);
  assert.deepEqual(quotes((await onDisk(uri)) as never), [first, second]);
  assert.equal(document.annotated.dirty, false);
  assert.equal(files.writes, 2);
});

test('a file that was saved and whose only tag is undone is kept, with nothing in it', async (t) => {
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  await tag(uri, first);
  await vscode.workspace.save(uri);
  const saved = await read(sidecarOf(uri));
  await vscode.commands.executeCommand('undo');
  await until('it is undone', () => document.sidecar.set.annotations.length === 0);
  await vscode.workspace.save(uri);
  assert.match((await read(sidecarOf(uri))) ?? '', /^argmark: 1\n(.*\n)*\nannotations: \[\]\n$/);
  assert.equal(document.annotated.dirty, false);
  await vscode.commands.executeCommand('redo');
  await until('it is there again', () => document.sidecar.set.annotations.length === 1);
  await vscode.workspace.save(uri);
  assert.equal(await read(sidecarOf(uri)), saved);
});

test('a gesture waits until a save is surely noted', async (t) => {
  const uri = await freshArticle(t);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, first);
  let held = true;
  await save(document, files, new Answers(), never);
  document.turns.ready.then(() => {
    held = false;
  });
  await Promise.resolve();
  assert.equal(held, true);
  await document.turns.ready;
});

test('what another program writes between our read and our write is merged', async (t) => {
  const uri = await freshArticle(t);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, first);
  files.beforeReplace = () => write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
  await save(document, files, new Answers(), never);
  assert.deepEqual(quotes((await onDisk(uri)) as never).sort(), [first, third].sort());
});

test('a save that was called off before the write writes nothing', async (t) => {
  const uri = await freshArticle(t);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, first);
  const source = new vscode.CancellationTokenSource();
  source.cancel();
  await assert.rejects(save(document, files, new Answers(), source.token));
  assert.equal(await onDisk(uri), undefined);
  assert.equal(document.annotated.dirty, true);
});

test('a save of what is on disk already writes nothing', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  await save(document, files, new Answers(), never);
  assert.equal(files.writes, 0);
});

test('text of the article that is not saved yet is saved first', async (t) => {
  const uri = await freshArticle(t);
  const editor = await vscode.window.showTextDocument(uri);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW '));
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  assert.ok(document.annotated.article.text.startsWith('NEW Depth'), 'unsaved text is seen');
  tagAlone(document, first);
  await save(document, files, new Answers(), never);
  assert.equal(await read(uri), `NEW ${sampleText}`);
  assert.equal(editor.document.isDirty, false);
});

test('"Save All" saves text and annotations, also while another extension still prepares the text', async (t) => {
  const uri = await freshArticle(t);
  await openReader(uri, vscode.ViewColumn.Two);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: false });
  await tag(uri, first);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW '));
  await until('both are unsaved', () => editor.document.isDirty && tabOf(uri)?.isDirty);
  // VS Code refuses to save a text once more while this is on its way.
  const preparing = vscode.workspace.onWillSaveTextDocument((saving) =>
    saving.waitUntil(new Promise((resolve) => setTimeout(resolve, 500))),
  );
  t.after(() => preparing.dispose());
  await vscode.commands.executeCommand('workbench.action.files.saveAll');
  await until('nothing is unsaved', () => !editor.document.isDirty && tabOf(uri)?.isDirty === false);
  assert.equal(await read(uri), `NEW ${sampleText}`);
  assert.deepEqual(quotes((await onDisk(uri)) as never), [first]);
});

test('a sidecar that is open as text and not saved is not written over', async (t) => {
  const uri = await freshArticle(t);
  await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: first }));
  const before = await read(sidecarOf(uri));
  const editor = await vscode.window.showTextDocument(sidecarOf(uri));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  tagAlone(document, second);
  await assert.rejects(save(document, files, new Answers(), never), /depth\.txt\.annotations\.yaml is open as text/);
  assert.equal(await read(sidecarOf(uri)), before);
});

for (const [name, text] of [
  ['broken YAML', 'argmark: 1\nannotations:\n  - id: "abc\n'],
  ['conflict markers', 'argmark: 1\n<<<<<<< HEAD\nannotations: []\n=======\nannotations:\n>>>>>>> other\n'],
  ['a newer version', 'argmark: 99\nannotations: []\n'],
] as const) {
  test(`${name}: shown with its line, never written over`, async (t) => {
    const uri = await freshArticle(t);
    await write(sidecarOf(uri), text);
    const files = new HeldFiles();
    const document = await openAlone(t, uri, files);
    // At once, and when the file has been looked at again.
    for (const looked of [false, true]) {
      if (looked) await lookAtSidecar(document, files);
      assert.equal(document.readOnly, true);
      assert.match(document.notices[0]?.message ?? '', /^depth\.txt\.annotations\.yaml, line \d+: /);
      assert.match(refusalOf(document, first), /^depth\.txt\.annotations\.yaml, line \d+: /);
      await assert.rejects(save(document, files, new Answers(), never), /depth\.txt\.annotations\.yaml, line/);
      assert.equal(await read(sidecarOf(uri)), text);
    }
  });

  test(`${name} that comes while there is unsaved work: both are kept`, async (t) => {
    const uri = await freshArticle(t);
    const files = new HeldFiles();
    const document = await openAlone(t, uri, files);
    tagAlone(document, first);
    await write(sidecarOf(uri), text);
    await until('the file is seen to be unreadable', () => document.blocked.length > 0);
    await assert.rejects(save(document, files, new Answers(), never), /Nothing was saved/);
    assert.equal(await read(sidecarOf(uri)), text);
    assert.deepEqual(quotes(document.sidecar), [first]);
    // Put right by hand, it is merged and can be saved.
    await write(sidecarOf(uri), sidecarWith({ id: 'abc234', quote: third }));
    await until('the file can be read again', () => document.blocked.length === 0);
    await save(document, files, new Answers(), never);
    assert.deepEqual(quotes((await onDisk(uri)) as never).sort(), [first, third].sort());
  });
}

const bomb = `argmark: 1\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij']
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]\n`)
  .join('')}annotations: []\n`;

for (const [name, text] of [
  ['an alias bomb', bomb],
  [
    '__proto__ as a key',
    'argmark: 1\n__proto__: { polluted: true }\nannotations:\n  - id: abc234\n    __proto__: { tag: x }\n    tag: claim\n    spans: []\n    wording: "w"\n',
  ],
] as const) {
  test(`${name} in a sidecar does no harm, and is still there after a save`, async (t) => {
    const uri = await freshArticle(t);
    await write(sidecarOf(uri), text);
    const files = new HeldFiles();
    const document = await openAlone(t, uri, files);
    const before = document.sidecar.set.annotations.length;
    await save(document, files, new Answers(), never);
    assert.equal(files.writes, 0);
    tagAlone(document, first);
    await save(document, files, new Answers(), never);
    assert.equal(files.writes, 1);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.equal((await onDisk(uri))?.set.annotations.length, before + 1);
    const saved = await read(sidecarOf(uri));
    for (const line of text.replace('annotations: []\n', '').split('\n')) assert.ok(saved?.includes(line), line);
  });
}

test(
  'a sidecar of 50 MB is shown with its line, and never written over',
  async (t) => {
    const uri = await freshArticle(t);
    const text = `argmark: 1\nx: [${'"0123456789abcdef", '.repeat(2_700_000)}]\n`;
    await write(sidecarOf(uri), text);
    const files = new HeldFiles();
    const document = await openAlone(t, uri, files);
    assert.equal(document.readOnly, true);
    const sentence = /^(Error: )?depth\.txt\.annotations\.yaml, line 1: The file is larger than/;
    assert.match(document.notices[0]?.message ?? '', sentence);
    assert.match(refusalOf(document, first), sentence);
    await assert.rejects(save(document, files, new Answers(), never), sentence);
    assert.equal(files.writes, 0);
    assert.equal(await read(sidecarOf(uri)), text);
  },
  { timeout: 60_000 },
);

test('bytes that are no UTF-8 are kept as they are', async (t) => {
  const uri = await freshArticle(t);
  const bytes = new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a]);
  await vscode.workspace.fs.writeFile(sidecarOf(uri), bytes);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  for (const looked of [false, true]) {
    if (looked) await lookAtSidecar(document, files);
    assert.match(document.notices[0]?.message ?? '', /not valid UTF-8/);
    assert.match(refusalOf(document, first), /not valid UTF-8/);
    await assert.rejects(save(document, files, new Answers(), never), /not valid UTF-8/);
  }
  assert.deepEqual([...(await vscode.workspace.fs.readFile(sidecarOf(uri)))], [...bytes]);
});

test('of two entries with one id both are shown and kept, and the rest can be edited', async (t) => {
  const uri = await freshArticle(t);
  const text = sidecarWith({ id: 'abc234', quote: first }, { id: 'abc234', quote: second });
  await write(sidecarOf(uri), text);
  const files = new HeldFiles();
  const document = await openAlone(t, uri, files);
  assert.equal(document.readOnly, false);
  assert.deepEqual(quotes(document.sidecar), [first, second]);
  assert.ok(
    document.notices.some(({ message }) => /^depth\.txt\.annotations\.yaml, line \d+: Two entries/.test(message)),
  );
  tagAlone(document, third);
  await save(document, files, new Answers(), never);
  assert.deepEqual(quotes((await onDisk(uri)) as never), [first, second, third]);
});

test('a failed save leaves the tab dirty', async (t) => {
  const uri = await freshArticle(t);
  await openReader(uri);
  await tag(uri, first);
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await write(sidecarOf(uri), 'argmark: 99\n');
  await vscode.commands.executeCommand('workbench.action.files.save');
  assert.equal(tabOf(uri)?.isDirty, true);
  assert.equal(await read(sidecarOf(uri)), 'argmark: 99\n');
});
