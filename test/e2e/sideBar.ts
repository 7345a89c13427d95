/** The side bar "Argmark": its two trees, and what is done in them with the mouse. */
import type { Locator, Page } from 'playwright-core';
import { chooseFromMenu, waitUntil } from './gestures';

/** Brings the side bar up; a click on its icon where it is up would hide it. */
export async function showSideBar(page: Page): Promise<void> {
  const icon = page.locator('.activitybar').getByRole('tab', { name: /^Argmark/ });
  if ((await icon.getAttribute('aria-expanded')) !== 'true') await icon.click();
  await tree(page, 'Annotations').waitFor();
}

/** One of the two trees. */
export function tree(page: Page, name: 'Annotations' | 'Articles'): Locator {
  return page.locator('.sidebar .pane', { has: page.getByRole('button', { name: new RegExp(`^${name}`) }) });
}

/** Rows of the annotations whose spoken words hold these. */
export function row(page: Page, words: string): Locator {
  return tree(page, 'Annotations').getByRole('treeitem', { name: words });
}

/** The row of an article in the list of the workspace's. */
export function articleRow(page: Page, name: string): Locator {
  return tree(page, 'Articles').getByRole('treeitem', { name });
}

/** Chooses from the context menu of an annotation's row. */
export async function rowMenu(page: Page, words: string, item: string): Promise<void> {
  await row(page, words).first().click({ button: 'right' });
  await chooseFromMenu(page, item);
}

/** Unfolds an annotation's row, once it has something below it. */
export async function unfold(page: Page, words: string): Promise<void> {
  const folded = row(page, words).first();
  await waitUntil(async () => (await folded.getAttribute('aria-expanded')) !== null, `${words} has something below it`);
  if ((await folded.getAttribute('aria-expanded')) === 'false') await folded.locator('.monaco-tl-twistie').click();
}
