/** What a person does in a window, in the words of the tests: the palette, the explorer, the reading view, the disk. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The text field of the palette and of every quick pick. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget input[type=text]');
}

/**
 * Runs a command by its full title ("Argmark: Open as Article") from the palette. Right after a window opens the
 * extension may not be known yet, and what a command is good for may take a moment to be so: it is looked for again
 * until it is listed.
 */
export async function runCommand(page: Page, title: string, timeout = 30_000): Promise<void> {
  const row = page.getByRole('option', { name: new RegExp(`^${asPattern(title)}(,|$)`) }).first();
  await waitUntil(
    async () => {
      await page.keyboard.press('F1');
      await quickInput(page).waitFor({ timeout: 3_000 });
      await quickInput(page).fill(`>${title}`, { timeout: 2_000 });
      const listed = await row.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (!listed) await page.keyboard.press('Escape');
      return listed;
    },
    `the command "${title}" is in the palette`,
    timeout,
  );
  await row.click();
}

/** Chooses a row of the quick pick that is open. */
export async function pick(page: Page, name: string | RegExp): Promise<void> {
  // A tooltip of what the pointer came from may lie over the list; it goes with the pointer.
  await page.mouse.move(0, 0);
  await page.locator('.quick-input-widget').getByRole('option', { name }).first().click();
}

/**
 * Chooses from the context menu that is open. A click on an item in the first tenth of a second after a menu opens does nothing, so that
 * the click that opened it does not choose from it: it is clicked again while it is there.
 */
export async function chooseFromMenu(page: Page, name: string | RegExp): Promise<void> {
  const item = page.getByRole('menuitem', typeof name === 'string' ? { name, exact: true } : { name }).first();
  await item.waitFor();
  await waitUntil(async () => {
    await item.click({ timeout: 2_000 }).catch(() => undefined);
    return item.waitFor({ state: 'hidden', timeout: 500 }).then(() => true);
  }, `the menu item ${name} was chosen`);
}

/** Chooses one of the themes that VS Code comes with, by its name in the list. */
export async function changeTheme(page: Page, name: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await quickInput(page).fill(name);
  await pick(page, new RegExp(`^${name}(,|$)`));
}

/** A row of the explorer. */
export function explorerRow(page: Page, name: string): Locator {
  return page.locator('.explorer-folders-view').getByRole('treeitem', { name: new RegExp(`^${asPattern(name)}(,|$)`) });
}

/** Opens a file from the explorer by a double click, in the editor that it has by default, which then has the focus. */
export async function openFromExplorer(page: Page, name: string): Promise<void> {
  await explorerRow(page, name).first().dblclick();
  await tab(page, name).first().waitFor();
  // The tab is there before the editor has the focus; what is typed in between would go to the explorer.
  await page.waitForFunction(() => !document.querySelector('.explorer-folders-view')?.contains(document.activeElement));
}

/** The tab of an editor. */
export function tab(page: Page, name: string): Locator {
  return page.locator('.tabs-container').getByRole('tab', { name: new RegExp(`^${asPattern(name)}(,|$)`) });
}

/** Whether the active editor's tab shows the dot of something unsaved. */
export async function isDirty(page: Page, name: string): Promise<boolean> {
  return (await page.locator(`.tabs-container .tab.dirty[data-resource-name="${name}"]`).count()) > 0;
}

/** The page inside the reading view; `which` counts where several are shown. */
export function readerFrame(page: Page, which = 0): FrameLocator {
  return page.frameLocator('iframe.webview >> visible=true').nth(which).frameLocator('iframe#active-frame');
}

/** A notification that VS Code shows, by a part of its words. */
export function notification(page: Page, words: string | RegExp): Locator {
  return page.locator('.notifications-toasts .notification-list-item-message', { hasText: words });
}

/** Waits until a condition holds, and says which one did not; a condition that throws does not hold. */
export async function waitUntil(
  holds: () => Promise<boolean> | boolean,
  what: string,
  timeout = 15_000,
): Promise<void> {
  const end = Date.now() + timeout;
  let last: unknown;
  while (Date.now() < end) {
    try {
      if (await holds()) return;
    } catch (error) {
      last = error;
    }
    await wait(100);
  }
  throw new Error(`In ${timeout / 1000} s it did not come about that ${what}.`, { cause: last });
}

/** Words as a pattern that matches nothing else. */
export function asPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
