import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation } from '../../../src/core/annotation/model';
import type { AnnotatedArticle } from '../../../src/host/articles';
import { sidecarOf } from '../../../src/host/editor/uris';
import { type TestContext, test } from '../harness';
import {
  freshArticle,
  onDisk,
  openReader,
  quotes,
  read,
  rooms,
  sidecarWith,
  tabOf,
  tag,
  until,
  write,
} from './support';

const text = `Depth and Cost

Deep ports gain 🚢 from trade. Those who gain from depth should carry its cost.

The channel was dredged twice. Rents rose by a third in two years, and nobody asked why.

Ships have doubled in draught. Critics say that the treasury should not pay again.
`;
const ports = 'Deep ports gain 🚢 from trade.';
const cost = 'Those who gain from depth should carry its cost.';
const rents = 'Rents rose by a third in two years';
const ships = 'Ships have doubled in draught.';
const sidecar = sidecarWith(
  { id: 'ports2', quote: ports },
  { id: 'cost22', quote: cost },
  { id: 'rents2', quote: rents, note: 'Look this up.' },
  { id: 'ships2', quote: ships },
);

/** How an article is followed: in a reading view beside the text, or by nothing but the text editor. */
const ways = ['with a reading view', 'without one'] as const;
type Way = (typeof ways)[number];

interface Scene {
  readonly uri: vscode.Uri;
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** The words of an annotation at this moment, without waiting; fragments joined by a bar, empty for an orphan. */
  words(id: string): string;
  status(id: string): string | undefined;
}

async function scene(t: TestContext, way: Way, content = text, name = 'living.txt'): Promise<Scene> {
  const uri = await freshArticle(t, name, content);
  await write(sidecarOf(uri), sidecar);
  const { articles } = await rooms();
  if (way === 'with a reading view') await openReader(uri, vscode.ViewColumn.Two);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: false });
  await articles.at(uri);
  const now = (): AnnotatedArticle => {
    const state = articles.known(uri);
    assert.ok(state, 'the article is known');
    return state;
  };
  const words = (id: string) => {
    const { placements, article } = now();
    return (placements.get(id)?.spans ?? []).map(({ start, end }) => article.text.slice(start, end)).join('|');
  };
  return { uri, editor, document: editor.document, words, status: (id) => now().placements.get(id)?.status };
}

/** Where words stand in a text editor, by its own lines and columns. */
function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  for (let line = 0; line < document.lineCount; line++) {
    const column = document.lineAt(line).text.indexOf(words);
    if (column >= 0) return new vscode.Range(line, column, line, column + words.length);
  }
  return assert.fail(`“${words}” is not in the text`);
}

async function replace(editor: vscode.TextEditor, words: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, words);
  assert.ok(await editor.edit((edit) => edit.replace(range, by)));
}

async function type(editor: vscode.TextEditor, at: vscode.Position, what: string): Promise<void> {
  await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
  editor.selection = new vscode.Selection(at, at);
  for (const letter of what) await told(editor, 'type', { text: letter });
}

async function command(editor: vscode.TextEditor, ...names: readonly string[]): Promise<void> {
  await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
  for (const name of names) await told(editor, name);
}

/** Runs a command that changes the text; over when the host has been told, which in a browser comes after the command's end. */
async function told({ document }: vscode.TextEditor, name: string, ...args: readonly unknown[]): Promise<void> {
  const { version } = document;
  const isTold = () => document.version > version;
  await until(`${name} has changed the text`, async () => {
    // A reading view that comes up takes the focus, and the command goes nowhere.
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand(name, ...args);
    await until('the change is told', isTold, 2_000).catch(() => {});
    return isTold();
  });
}

const entry = (annotations: readonly Annotation[], id: string) => annotations.find((one) => one.id === id);

for (const way of ways) {
  test(`words move with each change of a text that is not saved, ${way}`, async (t) => {
    const { editor, document, words, uri, status } = await scene(t, way);
    await type(editor, rangeOf(document, 'carry').start, 'all ');
    assert.equal(words('cost22'), cost.replace('carry', 'all carry'), 'typed inside');
    await type(editor, rangeOf(document, rents).end, ' or so');
    assert.equal(words('rents2'), rents, 'typed at the end');
    await type(editor, rangeOf(document, rents).start, 'Then ');
    assert.equal(words('rents2'), rents, 'typed at the beginning');
    await replace(editor, ' by a third', '');
    assert.equal(words('rents2'), 'Rents rose in two years', 'deleted inside');
    await replace(editor, 'again.', 'twice.');
    assert.equal(words('ships2'), ships);
    await replace(editor, ships, '');
    assert.equal(status('ships2'), 'orphan');
    assert.equal(await read(sidecarOf(uri)), sidecar, 'nothing is written');
    assert.equal(tabOf(uri)?.isDirty ?? false, false, 'nothing is unsaved but the text');
  });

  test(`undo and redo bring the words back exactly, ${way}`, async (t) => {
    const { editor, document, words, uri } = await scene(t, way);
    await replace(editor, 'gain from depth should carry', 'pay');
    const shorter = words('cost22');
    assert.equal(shorter, 'Those who pay its cost.');
    await replace(editor, `${rents}, and nobody asked why.`, 'Nobody asked why.');
    assert.equal(words('rents2'), '');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((edit) => edit.replace(all, 'Nothing is left.'));
    assert.equal(words('ports2'), '');
    await command(editor, 'undo');
    assert.equal(words('ports2'), ports);
    assert.equal(words('rents2'), '');
    await command(editor, 'undo', 'undo');
    assert.equal(document.getText(), text);
    for (const [id, quote] of [
      ['ports2', ports],
      ['cost22', cost],
      ['rents2', rents],
      ['ships2', ships],
    ] as const) {
      assert.equal(words(id), quote);
    }
    await command(editor, 'redo');
    assert.equal(words('cost22'), shorter);
    await command(editor, 'undo');
    assert.equal(words('cost22'), cost);
    assert.equal(document.isDirty, false);
    assert.equal(await read(sidecarOf(uri)), sidecar);
  });

  test(`what is cut and pasted is followed, ${way}`, async (t) => {
    const { editor, document, words, status } = await scene(t, way);
    const paragraph = document.lineAt(rangeOf(document, rents).start.line);
    editor.selection = new vscode.Selection(paragraph.range.start, paragraph.range.end);
    const cut = document.getText(editor.selection);
    await command(editor, 'deleteLeft');
    await until('it is cut', () => !document.getText().includes(rents));
    assert.equal(words('rents2'), '');
    editor.selection = new vscode.Selection(document.lineCount - 1, 0, document.lineCount - 1, 0);
    await told(editor, 'paste', { text: cut, pasteOnNewLine: false, multicursorText: null });
    await until('it is pasted', () => document.getText().includes(rents));
    assert.equal(words('rents2'), rents);
    assert.equal(status('rents2'), 'moved');
    await command(editor, 'editor.action.moveLinesUpAction', 'editor.action.moveLinesUpAction');
    assert.equal(words('rents2'), rents);
    assert.equal(words('ships2'), ships, 'also what changed places with it');
  });

  test(`an edit of another extension at several places at once, ${way}`, async (t) => {
    const { uri, document, words } = await scene(t, way);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'A new heading\n\n');
    edit.replace(uri, rangeOf(document, 'from trade'), 'by trading');
    edit.delete(uri, rangeOf(document, ' by a third'));
    edit.insert(uri, rangeOf(document, ships).start, '🚢🚢 ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(words('ports2'), 'Deep ports gain 🚢 by trading.');
    assert.equal(words('cost22'), cost);
    assert.equal(words('rents2'), 'Rents rose in two years');
    assert.equal(words('ships2'), ships);
  });

  test(`several cursors in a text with CRLF, ${way}`, async (t) => {
    const { editor, document, words } = await scene(t, way, text.replaceAll('\n', '\r\n'));
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    editor.selections = [ports, 'carry', 'third', ships].map((one) => {
      const { start } = rangeOf(document, one);
      return new vscode.Selection(start, start);
    });
    for (const letter of '🚢\n') await told(editor, 'type', { text: letter });
    assert.equal(words('ports2'), ports);
    assert.equal(words('cost22'), cost.replace('carry', '🚢\ncarry'));
    assert.equal(words('rents2'), rents.replace('third', '🚢\nthird'));
    assert.equal(words('ships2'), ships);
    await command(editor, 'undo', 'undo');
    await until('all is taken back', () => !document.isDirty);
    assert.equal(words('rents2'), rents);
    assert.equal(words('cost22'), cost);
  });

  test(`a formatter that hands over the whole text, ${way}`, async (t) => {
    const { uri, document, words, status } = await scene(t, way);
    const formatted = text.replaceAll(/(?<!\n) (?=should|a third|doubled)/g, '\n').replace('Depth and', 'DEPTH AND');
    const formatter = vscode.languages.registerDocumentFormattingEditProvider(
      { pattern: '**/living.txt' },
      {
        provideDocumentFormattingEdits: (one) => [
          vscode.TextEdit.replace(new vscode.Range(0, 0, one.lineCount, 0), formatted),
        ],
      },
    );
    t.after(() => formatter.dispose());
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('the text is formatted', () => document.getText() === formatted);
    const oneLine = (id: string) => words(id).replace('\n', ' ');
    assert.deepEqual(['ports2', 'cost22', 'rents2', 'ships2'].map(oneLine), [ports, cost, rents, ships]);
    assert.equal(status('cost22'), 'exact');
    await document.save();
    await until('nothing waits to be saved', () => !document.isDirty);
    assert.equal(await read(sidecarOf(uri)), sidecar, 'white space is no word');
  });

  test(`words that were edited are recorded with the save of the text, and no others, ${way}`, async (t) => {
    const { uri, editor, document, words } = await scene(t, way);
    await type(editor, new vscode.Position(0, 0), 'New: ');
    await replace(editor, 'third', 'quarter');
    await document.save();
    await until('the new words are recorded', async () => (await read(sidecarOf(uri)))?.includes('a quarter'));
    const saved = await onDisk(uri);
    assert.deepEqual(saved?.problems, []);
    assert.deepEqual(quotes(saved as never), [ports, cost, rents.replace('third', 'quarter'), ships]);
    const [one, other] = [entry(saved?.set.annotations ?? [], 'rents2'), entry(saved?.set.annotations ?? [], 'cost22')];
    assert.equal(one?.note, 'Look this up.');
    const points = [...document.getText()];
    assert.equal(points.slice(one?.spans[0]?.start, one?.spans[0]?.end).join(''), rents.replace('third', 'quarter'));
    assert.deepEqual(other?.spans, [{ quote: cost }], 'what has only moved is left as it is recorded');
    assert.equal(tabOf(uri)?.isDirty ?? false, false);
    await command(editor, 'undo');
    assert.equal(words('rents2'), rents);
    await document.save();
    await until('the old words are recorded again', async () => (await read(sidecarOf(uri)))?.includes(rents));
    assert.deepEqual(quotes((await onDisk(uri)) as never), [ports, cost, rents, ships]);
  });

  test(`a paragraph that is replaced is found elsewhere when the edit settles, ${way}`, async (t) => {
    const { uri, editor, document, words, status } = await scene(t, way);
    await replace(
      editor,
      document.lineAt(rangeOf(document, rents).start.line).text,
      'Two harbours were closed that spring.',
    );
    assert.equal(status('rents2'), 'orphan');
    const changed: string[] = [];
    const listening = (await rooms()).articles.onDidChange((one) => changed.push(one.toString()));
    t.after(() => listening.dispose());
    const end = new vscode.Position(document.lineCount, 0);
    // Not the words alone: what was cut would be followed at once.
    await type(editor, end, `So: The channel was dredged twice. `);
    for (const letter of `${rents}, and nobody asked why.`) await told(editor, 'type', { text: letter });
    await until('they are found', () => words('rents2') === rents);
    assert.ok(changed.includes(uri.toString()));
  });

  test(`another program writes the article: the words are placed from what is recorded, ${way}`, async (t) => {
    const { uri, editor, document, words, status } = await scene(t, way);
    await replace(editor, 'third', 'quarter');
    await command(editor, 'undo');
    await until('the edit is taken back', () => !document.isDirty);
    const [title, one, two, three] = text.split('\n\n');
    await write(uri, [title, three?.trimEnd(), one, two?.replace('third', 'fifth'), ''].join('\n\n'));
    await until('the editor shows it', () => document.getText().includes('fifth'));
    assert.equal(words('ships2'), ships);
    assert.equal(words('ports2'), ports);
    await until('other words are none of ours', () => ['orphan', 'drifted'].includes(status('rents2') ?? ''));
    const { articles } = await rooms();
    await document.save();
    assert.equal(await read(sidecarOf(uri)), sidecar, 'nothing is recorded of what was not edited here');
    assert.ok(articles.known(uri));
  });
}

test('words that were edited go with the save of unsaved annotations, as one', async (t) => {
  const { uri, editor, document } = await scene(t, 'with a reading view');
  await tag(uri, 'Critics say');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await replace(editor, 'third', 'quarter');
  await vscode.commands.executeCommand('vscode.openWith', uri, 'argmark.article', vscode.ViewColumn.Two);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await until('the tab is clean', () => tabOf(uri)?.isDirty === false);
  assert.equal(document.isDirty, false, 'the text is saved first');
  assert.deepEqual(quotes((await onDisk(uri)) as never), [
    ports,
    cost,
    rents.replace('third', 'quarter'),
    ships,
    'Critics say',
  ]);
});

test('the save of the text alone records words that were edited, and leaves unsaved annotations unsaved', async (t) => {
  const { uri, editor, document } = await scene(t, 'with a reading view');
  await tag(uri, 'Critics say');
  await until('the tab is dirty', () => tabOf(uri)?.isDirty);
  await replace(editor, 'third', 'quarter');
  await document.save();
  await until('the new words are recorded', async () => (await read(sidecarOf(uri)))?.includes('a quarter'));
  assert.ok(!(await read(sidecarOf(uri)))?.includes('Critics'));
  assert.equal(tabOf(uri)?.isDirty, true);
  const { registry } = await rooms();
  assert.equal(quotes(registry.document(uri)?.sidecar as never).length, 5);
  await vscode.commands.executeCommand('vscode.openWith', uri, 'argmark.article', vscode.ViewColumn.Two);
  // Text and annotations have one history: the text comes first.
  await vscode.commands.executeCommand('undo');
  await until('the text is taken back', () => document.isDirty);
  await vscode.commands.executeCommand('undo');
  await until('the tag is taken back', () => quotes(registry.document(uri)?.sidecar as never).length === 4);
});

test('Update Positions rewrites all that moved, as one edit with a count', async (t) => {
  const { uri, editor, document } = await scene(t, 'with a reading view');
  await type(editor, new vscode.Position(0, 0), '🚢 ');
  await document.save();
  const { articles, registry } = await rooms();
  const open = registry.document(uri);
  const said: string[] = [];
  open?.onDidSay((sentence) => said.push(sentence));
  const ids = await articles.perform(uri, { verb: 'updatePositions' });
  assert.equal(ids?.length, 4);
  const points = [...document.getText()];
  for (const { spans } of open?.sidecar.set.annotations ?? []) {
    assert.equal(points.slice(spans[0]?.start, spans[0]?.end).join(''), spans[0]?.quote);
  }
  assert.equal(await articles.perform(uri, { verb: 'updatePositions' }), undefined, 'nothing is left to do');
});

test('an article is followed from one view to the other, with all that was edited', async (t) => {
  const { uri, editor, document, words } = await scene(t, 'without one');
  await replace(editor, rents, 'Rents fell');
  await command(editor, 'undo');
  await replace(editor, 'third', 'quarter');
  const now = rents.replace('third', 'quarter');
  await openReader(uri, vscode.ViewColumn.Two);
  assert.equal(words('rents2'), now);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  const { registry } = await rooms();
  await until('the reading view is closed', () => registry.document(uri) === undefined);
  await until('the article is known', async () => (await (await rooms()).articles.at(uri)) !== undefined);
  assert.equal(words('rents2'), now);
  // With the reading view VS Code has forgotten the steps of the text.
  await replace(editor, 'quarter', 'third');
  assert.equal(document.getText(), text);
  assert.equal(words('rents2'), rents);
});

test('text that no editor shows is followed from the first edit on', async (t) => {
  const uri = await freshArticle(t, 'unseen.txt', text);
  await write(sidecarOf(uri), sidecar);
  await rooms();
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, rangeOf(document, 'third'), 'quarter');
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.ok(await document.save());
  await until('the new words are recorded', async () => (await read(sidecarOf(uri)))?.includes('a quarter'));
  assert.deepEqual(quotes((await onDisk(uri)) as never), [ports, cost, rents.replace('third', 'quarter'), ships]);
});

test('a text that is thrown away takes its edits along', async (t) => {
  const { uri, editor, words } = await scene(t, 'without one');
  await replace(editor, 'third', 'quarter');
  await command(editor, 'workbench.action.revertAndCloseActiveEditor');
  const { articles } = await rooms();
  await until('the text is that on disk', () => articles.known(uri)?.article.text === text);
  assert.equal(words('rents2'), rents);
  assert.equal(await read(sidecarOf(uri)), sidecar);
});

for (const way of ways) {
  test(`an edited text that is renamed before it is saved takes along where its words stand, ${way}`, async (t) => {
    const { uri, editor } = await scene(t, way);
    await replace(editor, 'third', 'quarter');
    await replace(editor, 'Those who gain from depth', 'They');
    const to = vscode.Uri.joinPath(uri, '..', 'renamed.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { articles } = await rooms();
    const wordsOf = async (id: string) => {
      const now = await articles.at(to);
      const span = now?.placements.get(id)?.spans[0];
      return span && now.article.text.slice(span.start, span.end);
    };
    await until(
      'the words are where they were',
      async () => (await wordsOf('rents2')) === rents.replace('third', 'quarter'),
    );
    assert.equal(await wordsOf('cost22'), 'They should carry its cost.');
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === to.toString());
    await document?.save();
    await until('the new words are recorded', async () => (await read(sidecarOf(to)))?.includes('a quarter'));
    assert.deepEqual(quotes((await onDisk(to)) as never), [
      ports,
      'They should carry its cost.',
      rents.replace('third', 'quarter'),
      ships,
    ]);
  });
}
