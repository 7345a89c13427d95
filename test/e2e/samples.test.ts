/**
 * "Open Sample Workspace" as a new user finds it: the window that comes shows the first sample in the reading view, once, and only then.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sampleArticles } from '../../src/host/commands/sampleArticles';
import { explorerRow, quickInput, runCommand, tab, waitUntil } from './gestures';
import { ReadingView } from './readingView';
import { articleRow, showSideBar, tree } from './sideBar';
import { journey, openWorkbench, workspaceWith } from './workbench';

const [first] = sampleArticles;

/** Runs the command and names the folder in the dialog that asks for one. */
async function openSamplesIn(page: Page, folder: string): Promise<void> {
  await runCommand(page, 'Argmark: Open Sample Workspace');
  const put = page.locator('.quick-input-widget').getByRole('button', { name: 'Put Samples Here' });
  await put.waitFor();
  await quickInput(page).fill(`${folder}/`);
  await waitUntil(async () => {
    await put.click({ timeout: 2_000 }).catch(() => undefined);
    return put.waitFor({ state: 'hidden', timeout: 2_000 }).then(() => true);
  }, 'the dialog has taken the folder');
}

/** The window has the first sample in front, ready to be typed into, and beside it what is tagged there. */
async function showsFirstSample(page: Page): Promise<void> {
  await new ReadingView(page).ready();
  await tab(page, first).waitFor();
  assert.equal(await page.locator('.tabs-container .tab').count(), 1);
  await tree(page, 'Annotations').getByRole('treeitem').first().waitFor();
  await waitUntil(
    () => page.evaluate(() => document.activeElement?.matches('iframe.webview') ?? false),
    'the article has the focus',
  );
}

journey('in a window without a folder, that window shows the first sample, and shows it once', async () => {
  const folder = await workspaceWith({});
  const { page, close } = await openWorkbench({});
  await openSamplesIn(page, folder);
  await showsFirstSample(page);
  await close();

  const later = await openWorkbench({ folder });
  await showSideBar(later.page);
  await articleRow(later.page, first).waitFor();
  assert.equal(await later.page.locator('.tabs-container .tab').count(), 0);
  await later.close();
});

journey('in a window with a folder, a new one comes, and the old one stays as it was', async () => {
  const [folder, other] = [await workspaceWith({}), await workspaceWith({ 'own.txt': 'Mine.\n', [first]: 'Mine.\n' })];
  const { page, close } = await openWorkbench({ folder: other });
  const coming = page.context().waitForEvent('page');
  await openSamplesIn(page, folder);
  const samples = await coming;
  await showsFirstSample(samples);
  await explorerRow(page, first).waitFor();
  assert.equal(await page.locator('.tabs-container .tab').count(), 0);
  await samples.close();
  await close();
});

journey('in the window that has the samples already, the first one comes to the front', async () => {
  const folder = await workspaceWith({});
  const { page, close } = await openWorkbench({ folder });
  await openSamplesIn(page, folder);
  await showsFirstSample(page);
  await close();
});
