/** The codebook as a file that somebody opens and writes in, with no article in sight. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codebookName } from '../../src/core/annotation/codebook';
import { openFromExplorer, runCommand } from './gestures';
import { journey, openWorkbench, workspaceWith } from './workbench';

journey(
  'a codebook that is opened alone has its problems in the Problems view, and loses them when it is mended',
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
