import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codebookName } from '../../../src/core/annotation/codebook';
import { defaultCodebookText } from '../../../src/core/annotation/defaultCodebookText';
import { moveTag, setTagColour } from '../../../src/host/commands/codebookEdits';
import { DiskFiles } from '../../../src/host/files';
import { tagTooltip } from '../../../src/host/views/codebookView';
import { freshArticle, openReader, read, rooms, sidecarWith, tag, until, write } from '../editor/support';
import { type TestContext, test } from '../harness';
import { labelOf, rowsOf } from './support';

const claim = 'Those who gain from depth should carry its cost.';
const premise = 'Deep ports gain 🚢 from trade.';

/** An article with a codebook of its own beside it, in an open reading view. */
async function coded(t: TestContext) {
  const { views } = await rooms();
  const files = new DiskFiles();
  t.after(() => files.dispose());
  const uri = await freshArticle(t);
  const file = vscode.Uri.joinPath(uri, '..', codebookName);
  await write(file, defaultCodebookText);
  await vscode.commands.executeCommand('argmark.codebook.focus');
  const document = await openReader(uri);
  await until('its codebook is in use', () => document.annotated.codebookUri !== undefined);
  const view = views.codebook;
  const rows = async () => {
    const found: string[] = [];
    const walk = async (name: string | undefined, depth: number): Promise<void> => {
      for (const child of await view.getChildren(name)) {
        const item = view.getTreeItem(child);
        found.push(`${'  '.repeat(depth)}${labelOf(item)} | ${item.description}`);
        await walk(child, depth + 1);
      }
    };
    await walk(undefined, 0);
    return found;
  };
  return { uri, file, files, document, views, rows, tags: () => document.annotated.codebook.tags };
}

test('the tree has the tags below their parents, with counts here and in the workspace', async (t) => {
  const { uri, rows } = await coded(t);
  await tag(uri, claim, 'claim');
  const counts = async (label: string) => {
    const row = (await rows()).find((one) => one.trim().startsWith(label));
    return /(\d+) of (\d+) · (\w)/.exec(row ?? '')?.slice(1);
  };
  await until('the article is counted', async () => (await counts('Claim'))?.[0] === '1');
  assert.deepEqual(
    (await rows()).map((row) => row.split(' | ')[0]),
    ['Claim', '  Major claim', 'Premise', '  Evidence', 'Assumption'],
  );
  assert.equal((await counts('Claim'))?.[2], 'c');
  const before = Number((await counts('Claim'))?.[1]);
  const other = vscode.Uri.joinPath(uri, '..', 'other.txt.annotations.yaml');
  await write(other, sidecarWith({ id: 'aaaaaa', quote: 'Ports' }, { id: 'bbbbbb', quote: 'Depth' }));
  await until('another article is counted', async () => Number((await counts('Claim'))?.[1]) >= before + 2);
  assert.equal((await counts('Claim'))?.[0], '1');
  await vscode.workspace.fs.delete(other);
  await until('and not when it is gone', async () => Number((await counts('Claim'))?.[1]) === before);
});

test('what comes and goes with a folder is counted, and not any more', async (t) => {
  const { uri, rows } = await coded(t);
  const count = async () =>
    Number(/(\d+) · c/.exec((await rows()).find((row) => row.startsWith('Claim |')) ?? '')?.[1]);
  await until('all is counted', async () => !(await rows()).some((row) => row.includes('…')));
  const before = await count();
  const folder = vscode.Uri.joinPath(uri, '..', 'more');
  await write(vscode.Uri.joinPath(folder, 'a.txt.annotations.yaml'), sidecarWith({ id: 'aaaaaa', quote: 'Ports' }));
  await until('it is counted', async () => (await count()) === before + 1);
  await vscode.workspace.fs.delete(folder, { recursive: true });
  await until('and not when its folder is gone', async () => (await count()) === before);
});

test('a link to a tag leads to the article’s own codebook, also when another one is shown', async (t) => {
  const { uri, file } = await coded(t);
  const inner = vscode.Uri.joinPath(uri, '..', 'inner');
  await write(vscode.Uri.joinPath(inner, codebookName), 'argmark-codebook: 1\ntags:\n  first: {}\n  claim: {}\n');
  const other = vscode.Uri.joinPath(inner, 'other.txt');
  await write(other, 'Ports.\n');
  await vscode.commands.executeCommand('_argmark.showTag', other.toString(), 'claim');
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document.uri.toString(), vscode.Uri.joinPath(inner, codebookName).toString());
  assert.equal(editor?.selection.active.line, 3);
  await openReader(uri);
  await vscode.commands.executeCommand('_argmark.showTag', uri.toString(), 'claim');
  assert.notEqual(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
});

test('a click on a tag shows its annotations and no others', async (t) => {
  const { uri, document, views } = await coded(t);
  await tag(uri, claim, 'claim');
  await tag(uri, premise, 'premise');
  t.after(() => views.annotations.setFilter(''));
  await vscode.commands.executeCommand('argmark.annotations.focus');
  const { command } = views.codebook.getTreeItem((await views.codebook.getChildren())[1] ?? '');
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await until('the premise alone is shown', () => rowsOf(views.annotations).join() === `${premise} | premise`);
  assert.equal(document.annotated.sidecar.set.annotations.length, 2);
});

test('a colour is changed in its line, takes effect, and can be undone in the file', async (t) => {
  const { file, files, tags } = await coded(t);
  assert.equal(await setTagColour(files, file, 'claim', 'red'), true);
  await until('it is in use', () => tags()[0]?.colour === 'red');
  assert.equal(await read(file), defaultCodebookText.replace('colour: blue  ', 'colour: red  '));
  await vscode.window.showTextDocument(file);
  await vscode.commands.executeCommand('undo');
  await until('it is undone', () => vscode.window.activeTextEditor?.document.getText() === defaultCodebookText);
});

test('tags are put in another order by dragging, comments and all', async (t) => {
  const { file, files, views, tags } = await coded(t);
  await views.codebook.getChildren();
  await views.codebook.move('assumption', 'claim');
  await until('the order is another one', () => tags()[0]?.name === 'assumption');
  const text = (await read(file)) ?? '';
  assert.deepEqual(text.split('\n').sort(), defaultCodebookText.split('\n').sort());
  assert.equal(await moveTag(files, file, 'assumption', undefined), true);
  await until('and the first again', () => tags()[0]?.name === 'claim');
  assert.equal(await read(file), defaultCodebookText);
});

test('changes in quick succession are made one after the other, and all are saved', async (t) => {
  const { file, files, tags } = await coded(t);
  const done = await Promise.all([
    moveTag(files, file, 'assumption', 'claim'),
    setTagColour(files, file, 'claim', 'red'),
    moveTag(files, file, 'evidence', 'claim'),
  ]);
  assert.deepEqual(done, [true, true, true]);
  assert.match(
    (await read(file)) ?? '',
    /\n {2}assumption:[\s\S]*\n {2}evidence:[\s\S]*\n {2}claim:[\s\S]*colour: red /,
  );
  await until('they are in use', () => tags()[1]?.name === 'evidence' && tags()[2]?.colour === 'red');
});

test('a tag that the codebook lacks, and a file that is not there, change nothing and reject nothing', async (t) => {
  const { file, files } = await coded(t);
  assert.equal(await moveTag(files, file, 'thesis', 'claim'), false);
  assert.equal(await moveTag(files, file, 'claim', 'thesis'), false);
  assert.equal(await setTagColour(files, file, 'thesis', 'red'), false);
  assert.equal(await setTagColour(files, vscode.Uri.joinPath(file, '..', 'none.yaml'), 'claim', 'red'), false);
  assert.equal(await read(file), defaultCodebookText);
});

test('a codebook that is not UTF-8 keeps its bytes: nothing is changed where saving it would lose letters', async (t) => {
  const { file, files, document, tags } = await coded(t);
  const bytes = latin1(`argmark-codebook: 1\ntags:\n  claim: { label: "These", colour: blue }\n  pr\xe9misse: {}\n`);
  await vscode.workspace.fs.writeFile(file, bytes);
  await until('it is told', () => document.annotated.codebookProblems.length > 0);
  const [problem] = document.annotated.codebookProblems;
  assert.deepEqual([problem?.code, problem?.line, problem?.column], ['unreadable', 4, 5]);
  assert.match(problem?.message ?? '', /not valid UTF-8; save it as UTF-8\).*what was read of it last is used\.$/);
  assert.equal(tags()[0]?.label, 'Claim', 'what was read last');
  const shown = await vscode.workspace.openTextDocument(file);
  await until('the editor has it', () => shown.getText().includes('These'));
  assert.equal(await setTagColour(files, file, 'claim', 'red'), false);
  assert.deepEqual(await files.read(file), bytes);
  await write(file, '\ufeffargmark-codebook: 1\ntags:\n  claim: { label: "Thèse", colour: blue }\n');
  await until('it is read again', () => tags()[0]?.label === 'Thèse');
  await until('the editor has it', () => shown.getText().includes('Thèse'));
  assert.equal(await setTagColour(files, file, 'claim', 'red'), true);
  assert.match((await read(file)) ?? '', /^\ufeffargmark-codebook: 1\n.*\n.*"Thèse", colour: red /);
});

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('what somebody is at work on is changed and left to them to save', async (t) => {
  const { file, files } = await coded(t);
  const editor = await vscode.window.showTextDocument(file);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
  assert.equal(await setTagColour(files, file, 'claim', 'red'), true);
  assert.equal(editor.document.isDirty, true);
  assert.equal(await read(file), defaultCodebookText);
  assert.match(editor.document.getText(), /^# mine\n[\s\S]*colour: red /);
});

test('the tooltip has the guideline with examples and counter-examples', async (t) => {
  const { document } = await coded(t);
  const { value } = tagTooltip(document.annotated.codebook, 'claim');
  assert.match(value, /^\*\*Claim\*\*\n\nA statement .*\n\n\*Example:\* Those who gain .*\n\n\*Not:\* The harbour/);
  assert.match(tagTooltip(document.annotated.codebook, 'thesis').value, /no such tag/);
});
