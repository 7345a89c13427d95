/**
 * An article's annotations as a document of VS Code: undo and redo, the dot, save as, revert, two editors side by side, and the article's
 * own text edited beside.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chooseFromMenu, explorerRow, isDirty, runCommand, tab, waitUntil } from './gestures';
import { hasSidecar, readIndependently } from './independentReader';
import { answerByKeys, askBy } from './keyboard';
import { openAsArticle, save } from './opening';
import { ReadingView } from './readingView';
import { hardArticle, hardWords } from './texts';
import { journey, openWorkbench, type Workbench, workspaceWith } from './workbench';

const name = 'quays.txt';
const { claim, premise, nested } = hardWords;

interface Scene {
  readonly window: Workbench;
  readonly page: Page;
  readonly view: ReadingView;
  readonly file: string;
}

async function scene(): Promise<Scene> {
  const folder = await workspaceWith({ [name]: hardArticle });
  const window = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const view = await openAsArticle(window.page, name);
  return { window, page: window.page, view, file: join(folder, name) };
}

async function tag(
  { view, page }: Pick<Scene, 'view' | 'page'>,
  words: string,
  key: string,
  tagName: string,
): Promise<void> {
  await view.selectWithMouse(words);
  await page.keyboard.press(key);
  await view.showsTagged(tagName, words);
}

async function showsNothingOn(view: ReadingView, words: string): Promise<void> {
  await waitUntil(
    async () => !(await view.painted()).some((one) => one.words === words),
    `nothing is painted on ${words}`,
  );
}

journey('undo and redo by keys, before and after a save; the dot tells what is unsaved', async () => {
  const { window, page, view, file } = await scene();
  await tag({ view, page }, claim, 'c', 'claim');
  await tag({ view, page }, premise, 'p', 'premise');
  await waitUntil(() => isDirty(page, name), 'the tab has its dot');
  await page.keyboard.press('Control+z');
  await showsNothingOn(view, premise);
  await page.keyboard.press('Control+z');
  await showsNothingOn(view, claim);
  await waitUntil(async () => !(await isDirty(page, name)), 'nothing is unsaved any more');
  await page.keyboard.press('Control+y');
  await view.showsTagged('claim', claim);
  await page.keyboard.press('Control+y');
  await view.showsTagged('premise', premise);
  await save(page, name);
  const saved = (await readIndependently(file)).yaml;
  await page.keyboard.press('Control+z');
  await showsNothingOn(view, premise);
  await save(page, name);
  assert.equal((await readIndependently(file)).annotations.length, 1);
  await page.keyboard.press('Control+y');
  await view.showsTagged('premise', premise);
  await save(page, name);
  assert.equal((await readIndependently(file)).yaml, saved, 'the same bytes again');

  // Under a note being typed, undo is the field's own.
  await view.clickOn(claim);
  await page.keyboard.press('Enter');
  const note = view.frame.getByLabel('Note');
  await note.click();
  await page.keyboard.type('abc');
  await page.keyboard.press('Control+z');
  await waitUntil(async () => (await note.inputValue()) === '', 'the typing is undone');
  await view.showsTagged('premise', premise);
  await page.keyboard.type('A note.');
  await page.keyboard.press('Escape');
  await save(page, name);
  assert.equal((await readIndependently(file)).of(claim).note, 'A note.');
  await window.close();
});

journey('quick undos are all done, and the letter typed after them is done after them', async () => {
  const { window, page, view } = await scene();
  await view.selectWithMouse(claim);
  for (const key of 'cpcpcpc') await page.keyboard.press(key);
  await view.showsTagged('claim', claim);
  for (let i = 0; i < 8; i++) await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('e');
  await view.showsTagged('evidence', claim);
  // One step for the tag and one for the other: nothing is left of those in between.
  await page.keyboard.press('Control+z');
  await view.showsTagged('claim', claim);
  await page.keyboard.press('Control+z');
  await showsNothingOn(view, claim);
  await waitUntil(async () => !(await isDirty(page, name)), 'nothing is unsaved any more');
  await window.close();
});

journey('revert brings back what is on disk, save as takes article and annotations along', async () => {
  const { window, page, view, file } = await scene();
  await tag({ view, page }, claim, 'c', 'claim');
  await waitUntil(() => isDirty(page, name), 'the tab has its dot');
  await runCommand(page, 'File: Revert File');
  await showsNothingOn(view, claim);
  await waitUntil(async () => !(await isDirty(page, name)), 'the dot is gone');
  assert.ok(!hasSidecar(file), 'nothing was written');

  await tag({ view, page }, premise, 'p', 'premise');
  await askBy(page, () => runCommand(page, 'File: Save As...'));
  const copy = join(file, '..', 'other quays.txt');
  await answerByKeys(page, copy);
  await tab(page, 'other quays.txt').waitFor();
  await waitUntil(() => hasSidecar(copy), 'the annotations are there under the new name');
  assert.equal((await readIndependently(copy)).annotations.length, 1);
  assert.equal(await readFile(copy, 'utf8'), hardArticle, 'the article is the same, byte for byte');
  assert.ok(!hasSidecar(file), 'nothing under the old name');
  await window.close();
});

journey('two editors side by side show the same, and undo in either is seen in both', async () => {
  const { window, page, view, file } = await scene();
  await tag({ view, page }, claim, 'c', 'claim');
  await runCommand(page, 'View: Split Editor Right');
  const right = new ReadingView(page, 1);
  await right.ready(claim);
  await right.showsTagged('claim', claim);
  await right.selectWithMouse(premise);
  await page.keyboard.press('p');
  await right.showsTagged('premise', premise);
  await view.showsTagged('premise', premise);
  await page.keyboard.press('Control+z');
  await showsNothingOn(view, premise);
  await showsNothingOn(right, premise);
  await view.clickOn('Whether the council');
  await page.keyboard.press('Control+z');
  await showsNothingOn(right, claim);
  await page.keyboard.press('Control+y');
  await right.showsTagged('claim', claim);
  await save(page, name);
  assert.equal((await readIndependently(file)).annotations.length, 1);
  await window.close();
});

journey('the text edited beside moves the annotations, and is saved with them', async () => {
  const { window, page, view, file } = await scene();
  await tag({ view, page }, claim, 'c', 'claim');
  await tag({ view, page }, premise, 'p', 'premise');
  await save(page, name);
  const before = await readIndependently(file);
  await explorerRow(page, name).click({ button: 'right' });
  await chooseFromMenu(page, /^Open to the Side/);
  const editor = page.locator('.editor-instance .monaco-editor').first();
  await editor.waitFor();
  await editor.locator('.view-lines').click({ position: { x: 200, y: 30 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('News 🙂 ');
  await waitUntil(async () => (await view.text()).includes('News 🙂 '), 'the view has the new text');
  await view.showsTagged('claim', claim);
  await view.showsTagged('premise', premise);
  assert.equal((await readIndependently(file)).yaml, before.yaml, 'typing wrote nothing');
  await tag({ view, page }, nested, 'a', 'assumption');
  await save(page, name);
  // The article is saved before words of it are spoken of.
  const article = await readFile(file, 'utf8');
  assert.ok(article.startsWith('\ufeffNews 🙂 '), 'with its mark');
  assert.ok(article.includes('\r\n') && !/[^\r]\n/.test(article), 'with its line ends');
  const yaml = await readFile(`${file}.annotations.yaml`, 'utf8');
  const found = /quote: "a working harbour"[\s\S]*?start: (\d+)\n\s+end: (\d+)/.exec(yaml);
  const points = Array.from(article.replace('\ufeff', '').replaceAll('\r\n', '\n'));
  assert.equal(
    points.slice(Number(found?.[1]), Number(found?.[2])).join(''),
    nested,
    'the new annotation stands on its words',
  );
  await window.close();
});
