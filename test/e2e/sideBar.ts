/** The side bar "Argmark": its two trees, and what is done in them with the mouse. */
import type { Locator, Page } from 'playwright-core';
import { asPattern, chooseFromMenu, waitUntil } from './gestures';

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

/** The rows of annotations (not of arguments that speak of them) whose spoken words hold these. */
export function row(page: Page, words: string): Locator {
  return rows(page, `^(?!Argument:).*${asPattern(words)}`);
}

/** The rows of arguments whose spoken words hold these. */
export function argumentRow(page: Page, words: string): Locator {
  return rows(page, `^Argument:.*${asPattern(words)}`);
}

function rows(page: Page, pattern: string): Locator {
  return tree(page, 'Annotations').getByRole('treeitem', { name: new RegExp(pattern, 'u') });
}

/** The row of an article in the list of the workspace's. */
export function articleRow(page: Page, name: string): Locator {
  return tree(page, 'Articles').getByRole('treeitem', { name });
}

/** Chooses from the context menu of a row. */
export async function rowMenu(of: Locator, item: string): Promise<void> {
  await of.first().click({ button: 'right' });
  await chooseFromMenu(of.page(), item);
}

/** Has an annotation's row unfolded, once it has something below it: the tree may be doing that by itself at this moment. */
export async function unfold(page: Page, words: string): Promise<void> {
  const folded = row(page, words).first();
  await waitUntil(async () => {
    const expanded = await folded.getAttribute('aria-expanded');
    if (expanded === 'false') await folded.locator('.monaco-tl-twistie').click();
    return expanded === 'true';
  }, `${words} is unfolded`);
}
