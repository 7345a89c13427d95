/** How tests open an article in the reading view, and save it, where that is not what they are about. */
import type { Page } from 'playwright-core';
import { chooseFromMenu, explorerRow, isDirty, waitUntil } from './gestures';
import { ReadingView } from './readingView';

/** Opens an article from the explorer's context menu, which has the entry once the extension is known. */
export async function openAsArticle(page: Page, name: string, words?: string): Promise<ReadingView> {
  const row = explorerRow(page, name).first();
  await row.waitFor({ timeout: 60_000 });
  await waitUntil(
    async () => {
      await row.click({ button: 'right' });
      const item = page.getByRole('menuitem', { name: 'Open as Article' });
      const listed = await item.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (listed) await chooseFromMenu(page, 'Open as Article');
      else await page.keyboard.press('Escape');
      return listed;
    },
    'the menu of the article has "Open as Article"',
    60_000,
  );
  return new ReadingView(page).ready(words);
}

/** Saves with the key, and waits until the tab's dot is gone. */
export async function save(page: Page, name: string): Promise<void> {
  await waitUntil(() => isDirty(page, name), `${name} has something to save`);
  await page.keyboard.press('ControlOrMeta+s');
  await waitUntil(async () => !(await isDirty(page, name)), `${name} is saved`);
}
