/** The job in the web extension host, on the browser bundle: no server, no Node, no files but those of the window. */
import { runCommand, tab, waitUntil } from './gestures';
import { openAsArticle, save } from './opening';
import { hardArticle, hardWords } from './texts';
import { journey, openWorkbench, workspaceWith } from './workbench';

const name = 'quays.txt';

journey('in a browser alone: open, tag, argue, save, read the file that came of it', async () => {
  const folder = await workspaceWith({ [name]: hardArticle });
  const { page, close } = await openWorkbench({ folder, inBrowser: true });
  const view = await openAsArticle(page, name, hardWords.claim);
  await view.selectWithMouse(hardWords.claim);
  await page.keyboard.press('c');
  await page.locator('.quick-input-widget input[type=text]').fill('ana');
  await page.keyboard.press('Enter');
  await view.showsTagged('claim', hardWords.claim);
  await view.selectWithMouse(hardWords.premise);
  await page.keyboard.press('p');
  await view.showsTagged('premise', hardWords.premise);
  await page.keyboard.press('l');
  await view.targetField().waitFor();
  await view.clickOn(hardWords.claim);
  await view.targetField().waitFor({ state: 'detached' });
  await save(page, name);
  await runCommand(page, 'Argmark: Open Annotations File');
  await tab(page, `${name}.annotations.yaml`).waitFor();
  const lines = page.locator('.monaco-editor .view-lines').last();
  await waitUntil(async () => {
    const text = ((await lines.textContent()) ?? '').replaceAll('\u00a0', ' ');
    return /tag: claim/.test(text) && /tag: premise/.test(text) && /supports: /.test(text) && text.includes('ana');
  }, 'the file has both annotations and the argument');
  await close();
});
