/**
 * The tree of annotations as a person works in it on a sample article: grouped, filtered as one types, several rows dragged onto a group and
 * onto a tag of the codebook, buttons and keys of rows; and pictures of it in each kind of theme.
 */
import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { samples } from '../run/paths';
import { changeTheme, pick, runCommand, waitUntil } from './gestures';
import { readIndependently } from './independentReader';
import { askBy } from './keyboard';
import { openAsArticle, save } from './opening';
import { row, showSideBar, tree } from './sideBar';
import { themes } from './themes';
import { journey, openWorkbench, screenshot, workspaceWith } from './workbench';

const name = 'ports-and-power.txt';

async function annotatedSample() {
  const folder = await workspaceWith({});
  await cp(samples, folder, { recursive: true });
  return folder;
}

/** The words of all rows that are to be seen, spoken. */
const spoken = (page: Page) =>
  tree(page, 'Annotations')
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label') ?? ''));

const group = (page: Page, label: string) =>
  tree(page, 'Annotations').getByRole('treeitem', { name: new RegExp(`^${label}, \\d+ annotation`) });

journey('grouped, filtered, dragged onto groups and tags, undone', async () => {
  const folder = await annotatedSample();
  // High enough for all rows: the tree makes no others.
  const size = { width: 1280, height: 1800 };
  const { page, close } = await openWorkbench({ folder, size, settings: { 'argmark.annotator': 'ana' } });
  await openAsArticle(page, name);
  await showSideBar(page);
  await runCommand(page, 'Argmark: Group Annotations By…');
  await pick(page, /^Tag/);
  await group(page, 'Evidence').waitFor();
  await screenshot(page, 'tree-by-tag');

  // As one types; Enter right behind the last letter keeps it.
  const [first] = await tree(page, 'Annotations')
    .getByRole('treeitem', { name: /^Evidence, (?!\d)/ })
    .all();
  assert.ok(first);
  const words = ((await first.getAttribute('aria-label')) ?? '').replace(/^Evidence, /, '').slice(0, 24);
  await askBy(page, () => runCommand(page, 'Argmark: Filter Annotations…'));
  await page.keyboard.type('tag:evi ', { delay: 30 });
  await waitUntil(
    async () => (await spoken(page)).every((one) => one.startsWith('Evidence')),
    'evidence alone is shown',
  );
  await screenshot(page, 'tree-filter');
  await page.keyboard.type(words.split(' ').slice(0, 2).join(' '));
  await page.keyboard.press('Enter');
  await waitUntil(async () => (await spoken(page)).length === 2, 'one row is left, in its group');
  await screenshot(page, 'tree-filtered');
  await tree(page, 'Annotations').getByRole('button', { name: 'Clear Filter of Annotations' }).click();
  await group(page, 'Claim').waitFor();

  // Two rows at once onto a group, and back with one undo.
  const rows = tree(page, 'Annotations').getByRole('treeitem', { name: /^Evidence, (?!\d)/ });
  await rows.nth(0).click();
  await rows.nth(1).click({ modifiers: ['Shift'] });
  const before = await spoken(page);
  await rows.nth(1).dragTo(group(page, 'Claim'));
  await waitUntil(async () => (await spoken(page)).join() !== before.join(), 'the rows are with the claims');
  await page.keyboard.press('Control+z');
  await waitUntil(async () => (await spoken(page)).join() === before.join(), 'both are back');

  // Onto a tag of the codebook.
  await rows.nth(0).click();
  const tag = page.locator('.sidebar .pane', { hasText: 'Codebook' }).getByRole('treeitem', { name: /^Premise,/ });
  await rows.nth(0).dragTo(tag.first());
  await waitUntil(
    async () => (await spoken(page)).some((one) => one.startsWith(`Premise, ${words}`)),
    'it is a premise',
  );
  await save(page, name);
  const found = await readIndependently(join(folder, name));
  assert.equal(found.annotations.find(({ spans }) => spans[0]?.quote.startsWith(words.slice(0, 12)))?.tag, 'premise');

  // A row's own buttons.
  await row(page, words).first().hover();
  await screenshot(page, 'tree-row-buttons');
  await row(page, words).first().getByRole('button', { name: 'Show Details' }).click();
  await close();
});

journey('to be looked at, in each kind of theme', async () => {
  const folder = await annotatedSample();
  const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const view = await openAsArticle(page, name);
  await showSideBar(page);
  for (const [theme, { listed, body }] of Object.entries(themes)) {
    await changeTheme(page, listed);
    await view.frame.locator(`body.${body}`).waitFor();
    await tree(page, 'Annotations').getByRole('treeitem').nth(2).hover();
    await screenshot(page, `tree-${theme}-arguments`);
    await runCommand(page, 'Argmark: Group Annotations By…');
    await page.locator('.quick-input-widget').getByRole('option', { name: /^Kind/ }).hover();
    await screenshot(page, `tree-${theme}-groupings`);
    await pick(page, /^Kind/);
    await tree(page, 'Annotations')
      .getByRole('treeitem', { name: /^policy, / })
      .waitFor();
    await screenshot(page, `tree-${theme}-kind`);
    await runCommand(page, 'Argmark: Group Annotations By…');
    await pick(page, /^Argument/);
  }
  await close();
});
