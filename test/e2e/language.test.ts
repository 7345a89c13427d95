/** The packaged extension in a VS Code whose display language is German: menus, views, the reading view and what the host asks. */
import assert from 'node:assert/strict';
import { chooseFromMenu, explorerRow, quickInput, waitUntil } from './gestures';
import { ReadingView } from './readingView';
import { journey, openWorkbench, workspaceWith } from './workbench';

const name = 'harbour.txt';
const text = 'The harbour\n\nDredging pays for itself. Every larger ship proves it.\n';

journey('speaks German where VS Code does', async () => {
  const folder = await workspaceWith({ [name]: text });
  const { page } = await openWorkbench({ folder, language: 'de', settings: { 'argmark.annotator': 'ana' } });
  const row = explorerRow(page, name).first();
  await row.waitFor({ timeout: 60_000 });
  await waitUntil(
    async () => {
      await row.click({ button: 'right' });
      const item = page.getByRole('menuitem', { name: 'Als Artikel öffnen' });
      const listed = await item.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (listed) await chooseFromMenu(page, 'Als Artikel öffnen');
      else await page.keyboard.press('Escape');
      return listed;
    },
    'the menu of the article has "Als Artikel öffnen"',
    60_000,
  );
  const view = await new ReadingView(page).ready('Dredging pays');
  assert.equal(await view.frame.locator('html').getAttribute('lang'), 'de');
  await view.clickOn('Dredging pays');
  await page.keyboard.press('c');
  await view.showsTagged('claim', 'Dredging pays for itself.');
  await view.frame.locator('.status .counts', { hasText: '1 Behauptung' }).waitFor();
  await page.keyboard.press('Enter');
  await view.frame.getByLabel('Notiz').waitFor();

  // What the host says and asks, and the names of its commands.
  await view.clickOn('Every larger ship');
  await page.keyboard.press('t');
  await page.getByPlaceholder('Eine Kategorie, nach Namen oder Taste').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await quickInput(page).fill('>Implizite Prämisse');
  await page.getByRole('option', { name: /^Argmark: Implizite Prämisse hinzufügen…/ }).waitFor();
});
