/** An article printed with its annotations: saved by the command as a page, which a browser shows and prints as it stands. */
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from '../run/chromium';
import { checkWithAxe } from './axe';
import { notification, quickInput, runCommand, waitUntil } from './gestures';
import { openAsArticle } from './opening';
import { piecesOf } from './sentences';
import { journey, openWorkbench, sampleWorkspace, screenshot } from './workbench';

const name = 'ports-and-power.txt';

journey('an article is saved as a page to print, which holds up in a browser', async () => {
  const folder = await sampleWorkspace();
  const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const view = await openAsArticle(page, name);
  const [claim, premise, evidence] = await piecesOf(view, 3);
  assert.ok(claim && premise && evidence);
  for (const [words, key] of [
    [claim, 'c'],
    [premise, 'p'],
    [evidence, 'e'],
  ] as const) {
    await view.selectWithMouse(words);
    await page.keyboard.press(key);
  }
  await view.clickOn(premise);
  await page.keyboard.press('l');
  await view.targetField().waitFor();
  await page.keyboard.insertText(claim.slice(0, 20));
  await page.keyboard.press('Enter');
  await runCommand(page, 'Argmark: Print Article…');
  const file = join(folder, `${name}.html`);
  await waitUntil(async () => (await quickInput(page).inputValue()) === file, 'a place beside the article is offered');
  await page.keyboard.press('Enter');
  await notification(page, `${name}.html is saved.`).waitFor();
  assert.ok((await stat(file)).size > 1_000);
  await close();

  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 900, height: 1000 }, javaScriptEnabled: true });
    const printed = await context.newPage();
    await printed.goto(pathToFileURL(file).href);
    const marked = await printed.locator('mark').evaluateAll((marks) => marks.map(({ textContent }) => textContent));
    for (const words of [claim, premise, evidence]) assert.ok(marked.join('').includes(words), words);
    const entry = printed.locator('#annotation-2');
    assert.match((await entry.textContent()) ?? '', /Premise.*supports 1 /s);
    await entry.getByRole('link', { name: '1', exact: true }).click();
    assert.match(printed.url(), /#annotation-1$/);
    await screenshot(printed, 'printed');
    assert.deepEqual(await checkWithAxe({ page: printed, context }), []);
    await printed.emulateMedia({ media: 'print' });
    assert.ok((await printed.pdf({ format: 'A4' })).length > 10_000);
  } finally {
    await browser.close();
  }
});
