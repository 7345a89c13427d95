import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sidecarOf } from '../../../src/host/editor/uris';
import { test } from '../harness';
import {
  command,
  cost,
  ports,
  rangeOf,
  rents,
  replace,
  scene,
  ships,
  sidecar,
  text,
  told,
  type,
  ways,
} from './livingScene';
import { freshArticle, onDisk, openReader, quotes, read, rooms, tabOf, until, write } from './support';

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
