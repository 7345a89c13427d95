/**
 * The files changed behind the reading view's back: the sidecar by another program while nothing or something is unsaved, one that cannot
 * be read, the article renamed, deleted and emptied. Nothing is lost, and nothing is written over what was not read.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chooseFromMenu, explorerRow, isDirty, notification, tab, waitUntil } from './gestures';
import { readIndependently, sidecarOf } from './independentReader';
import { openAsArticle, save } from './opening';
import type { ReadingView } from './readingView';
import { hardArticle, hardWords } from './texts';
import { journey, openWorkbench, type Workbench, workspaceWith } from './workbench';

const name = 'quays.txt';
const { claim, premise, nested, hebrew } = hardWords;
const points = Array.from(hardArticle.replace('\ufeff', '').replaceAll('\r\n', '\n'));

/** Another program's annotation, as it might write it. */
function entry(id: string, words: string, note = ''): string {
  const start = Array.from(points.join('').slice(0, points.join('').indexOf(words))).length;
  const quote = `      - quote: ${JSON.stringify(words)}\n        start: ${start}\n        end: ${start + Array.from(words).length}\n`;
  return `  - id: ${id}\n    tag: claim\n    spans:\n${quote}${note && `    note: ${JSON.stringify(note)}\n`}    by: "bob"\n`;
}

const fileOf = (...entries: string[]) => `# kept by hand\nargmark: 1\n\nannotations:\n${entries.join('\n')}`;

interface Scene {
  readonly window: Workbench;
  readonly page: Page;
  readonly view: ReadingView;
  readonly file: string;
  readonly sidecar: string;
}

async function scene(sidecar?: string): Promise<Scene> {
  const folder = await workspaceWith({
    [name]: hardArticle,
    ...(sidecar !== undefined && { [sidecarOf(name)]: sidecar }),
  });
  const window = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const view = await openAsArticle(window.page, name, claim);
  return { window, page: window.page, view, file: join(folder, name), sidecar: join(folder, sidecarOf(name)) };
}

async function tag({ view, page }: Scene, words: string, key: string, tagName: string): Promise<void> {
  await view.selectWithMouse(words);
  await page.keyboard.press(key);
  await view.showsTagged(tagName, words);
}

async function renameInExplorer(page: Page, to: string): Promise<void> {
  await explorerRow(page, name).click({ button: 'right' });
  await chooseFromMenu(page, /^Rename/);
  const field = page.locator('.explorer-folders-view input');
  await field.waitFor();
  await field.fill(to);
  await page.keyboard.press('Enter');
  // VS Code itself asks whether an extension may take part in a rename, until a person says that it need not.
  const question = page.getByRole('dialog').filter({ hasText: 'wants to make refactoring changes' });
  await question.getByRole('button', { name: 'OK' }).click();
}

journey('the sidecar changed by another program, while nothing is unsaved and while something is', async () => {
  const all = await scene();
  const { page, view, file, sidecar } = all;
  await writeFile(sidecar, fileOf(entry('first1', claim)));
  await view.showsTagged('claim', claim);
  assert.ok(!(await isDirty(page, name)), 'what came from disk is not unsaved');
  await tag(all, nested, 'a', 'assumption');
  await writeFile(sidecar, fileOf(entry('first1', claim), entry('other2', premise)));
  await view.showsTagged('claim', premise);
  await view.showsTagged('assumption', nested);
  await save(page, name);
  const found = await readIndependently(file);
  assert.equal(found.annotations.length, 3);
  assert.equal(found.of(premise).by, 'bob');
  assert.equal(found.of(nested).by, 'ana');
  assert.ok(found.yaml.startsWith('# kept by hand\n'), 'their comment is kept');
  await all.window.close();
});

journey('two windows on one article: both keep what is theirs, and come to the same', async () => {
  const folder = await workspaceWith({ [`town/${name}`]: hardArticle });
  const file = join(folder, 'town', name);
  const opened = async (root: string, beside?: Workbench): Promise<Scene> => {
    const settings = { 'argmark.annotator': 'ana' };
    const window = await openWorkbench({ folder: root, settings, ...(beside && { beside }) });
    if (root === folder) await explorerRow(window.page, 'town').click();
    const view = await openAsArticle(window.page, name, claim);
    return { window, page: window.page, view, file, sidecar: sidecarOf(file) };
  };
  // Two windows on one folder would share what VS Code itself keeps of unsaved editors.
  const one = await opened(join(folder, 'town'));
  const { page, view } = one;
  await tag(one, claim, 'c', 'claim');
  const two = await opened(folder, one.window);
  assert.ok(!(await isDirty(two.page, name)), 'what is unsaved in one window is not the other’s');
  await tag(two, premise, 'p', 'premise');
  await page.bringToFront();
  await save(page, name);
  await two.page.bringToFront();
  await two.view.showsTagged('claim', claim);
  assert.ok(await isDirty(two.page, name));
  await save(two.page, name);
  await page.bringToFront();
  await view.showsTagged('premise', premise);
  assert.ok(!(await isDirty(page, name)), 'what the other window saved is not unsaved here');
  const found = await readIndependently(file);
  assert.deepEqual(found.annotations.map(({ tag }) => tag).sort(), ['claim', 'premise']);
  await two.window.close();
  await one.window.close();
});

journey('the same field changed on both sides is asked about, and only that', async () => {
  const all = await scene(fileOf(entry('first1', claim, 'Old.')));
  const { page, view, file, sidecar } = all;
  await view.clickOn(claim);
  await page.keyboard.press('Enter');
  const note = view.frame.getByLabel('Note');
  await note.fill('Mine.');
  await page.keyboard.press('Escape');
  await waitUntil(() => isDirty(page, name), 'the note is unsaved');
  await writeFile(sidecar, fileOf(entry('first1', claim, 'Theirs.'), entry('other2', premise)));
  await view.frame.getByText(/changed by another program where you changed it too/).waitFor();
  await page.keyboard.press('Control+s');
  const question = page.getByRole('dialog').filter({ hasText: 'changed by another program' });
  await question.getByRole('button', { name: 'Keep Mine' }).click();
  await waitUntil(async () => !(await isDirty(page, name)), 'it is saved');
  const found = await readIndependently(file);
  assert.equal(found.of(claim).note, 'Mine.');
  assert.equal(found.of(premise).by, 'bob', 'what is not in question comes along');
  await all.window.close();
});

journey('a sidecar that cannot be read is named by line, never written over, and read once it can be', async () => {
  const good = fileOf(entry('first1', claim));
  const all = await scene(good);
  const { page, view, sidecar } = all;
  await view.showsTagged('claim', claim);
  const marked = good.replace(
    '    tag: claim\n',
    '<<<<<<< HEAD\n    tag: claim\n=======\n    tag: premise\n>>>>>>> other\n',
  );
  await writeFile(sidecar, marked);
  await view.frame
    .getByText(/quays\.txt\.annotations\.yaml, line 6/)
    .first()
    .waitFor();
  await view.selectWithMouse(premise);
  await page.keyboard.press('p');
  await view.frame
    .getByText(/Nothing can be changed here/)
    .first()
    .waitFor();
  assert.ok(!(await isDirty(page, name)));
  assert.equal(await readFile(sidecar, 'utf8'), marked);
  await writeFile(sidecar, good);
  await view.frame.locator('.notice').waitFor({ state: 'detached' });
  await view.frame.getByText(/Nothing can be changed here/).waitFor({ state: 'detached' });
  // What is selected still would be dragged.
  await view.clickOn('Whether the council');
  await tag(all, premise, 'p', 'premise');
  await save(page, name);
  assert.equal((await readIndependently(all.file)).annotations.length, 2);
  await all.window.close();
});

journey('renamed in the explorer, the sidecar moves along', async () => {
  const all = await scene(fileOf(entry('first1', claim)));
  const { page, view, file } = all;
  await view.showsTagged('claim', claim);
  await renameInExplorer(page, 'harbour.txt');
  const moved = join(file, '..', 'harbour.txt');
  await waitUntil(() => existsSync(sidecarOf(moved)), 'the sidecar has the new name');
  await waitUntil(() => !existsSync(file) && !existsSync(sidecarOf(file)), 'nothing is there under the old name');
  await tab(page, 'harbour.txt').waitFor();
  await tab(page, name).waitFor({ state: 'detached' });
  await view.ready(claim);
  await view.showsTagged('claim', claim);
  await view.selectWithMouse(premise);
  await page.keyboard.press('p');
  await save(page, 'harbour.txt');
  assert.equal((await readIndependently(moved)).annotations.length, 2);
  await all.window.close();
});

journey('a renaming is not undone over annotations that are not saved, and none of them is lost', async () => {
  const all = await scene(fileOf(entry('first1', claim)));
  const { page, view, file } = all;
  await tag(all, premise, 'p', 'premise');
  await renameInExplorer(page, 'harbour.txt');
  await tab(page, name).waitFor({ state: 'detached' });
  await view.ready(claim);
  await view.showsTagged('premise', premise);
  await waitUntil(() => isDirty(page, 'harbour.txt'), 'it is unsaved under the new name');
  await explorerRow(page, 'harbour.txt').click();
  await page.keyboard.press('ControlOrMeta+z');
  await notification(page, /Could not undo/).waitFor();
  await tab(page, 'harbour.txt').first().click();
  await view.showsTagged('premise', premise);
  await save(page, 'harbour.txt');
  assert.equal((await readIndependently(join(file, '..', 'harbour.txt'))).annotations.length, 2);
  await all.window.close();
});

journey('an article that is emptied or deleted leaves its annotations as they are', async () => {
  const all = await scene(fileOf(entry('first1', claim), entry('other2', hebrew)));
  const { page, view, file, sidecar } = all;
  await view.showsTagged('claim', claim);
  const before = await readFile(sidecar, 'utf8');
  await writeFile(file, '');
  await view.frame.locator('.unplaced').getByText(claim.slice(0, 12)).waitFor();
  assert.ok(!(await isDirty(page, name)), 'that is nothing to save');
  await writeFile(file, hardArticle);
  await view.showsTagged('claim', claim);
  await view.showsTagged('claim', hebrew);
  await rm(file);
  await view.frame.getByText(/quays\.txt is not on disk any more/).waitFor();
  assert.equal(await readFile(sidecar, 'utf8'), before);
  await all.window.close();
});
