/** The codebook as a file that somebody opens and writes in, with no article in sight. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codebookName } from '../../src/core/annotation/codebook';
import { openFromExplorer, runCommand, waitUntil } from './gestures';
import { openAsArticle } from './opening';
import { journey, openWorkbench, workspaceWith } from './workbench';

journey(
  'a codebook that is opened alone has its problems in the Problems view, and loses them when it is fixed',
  async () => {
    const wrong = 'argmark-codebook: 1\ntags:\n  claim: { color: red, key: s }\n';
    const folder = await workspaceWith({ [codebookName]: wrong });
    const { page, close } = await openWorkbench({ folder });
    await openFromExplorer(page, codebookName);
    await runCommand(page, 'Problems: Focus on Problems View');
    const problems = page.locator('.markers-panel');
    await problems.getByText('Probably “colour” is meant.').waitFor();
    await problems.getByText('one of the reading view').waitFor();
    await writeFile(join(folder, codebookName), wrong.replace('color: red, key: s', 'colour: red, key: w'));
    await problems.getByText('No problems have been detected').waitFor();
    await close();
  },
);

journey('the list of tags begins with the one that was given last by key', async () => {
  const folder = await workspaceWith({ 'harbour.txt': 'Dredging pays for itself. Every larger ship proves it.\n' });
  const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const view = await openAsArticle(page, 'harbour.txt');
  await view.clickOn('Every larger ship');
  await page.keyboard.press('e');
  await view.showsTagged('evidence', 'Every larger ship proves it.');
  await view.clickOn('Dredging pays');
  await page.keyboard.press('t');
  const first = page.locator('.quick-input-widget').getByRole('option').first();
  await waitUntil(async () => (await first.textContent())?.startsWith('Evidence') ?? false, 'it stands on top');
  await close();
});
