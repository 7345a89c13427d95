/**
 * An article with scripts, event handlers and links that run code in its text, title and front matter, and a sidecar with the same in
 * every field, are shown everywhere that they are shown. Nothing runs, nothing is fetched, and not even the page's policy has to refuse.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openFromExplorer, quickInput, runCommand, tab, waitUntil } from './gestures';
import { sidecarOf } from './independentReader';
import { openAsArticle } from './opening';
import { row, showSideBar } from './sideBar';
import { editorHover, pointAtText } from './textEditor';
import { hostileArticle, hostileSidecar } from './texts';
import { journey, openWorkbench, workspaceWith } from './workbench';

const name = 'hostile.md';

/** Collects every sign that something ran or was tried; `check` says that there is none. */
function alarms(page: Page): () => Promise<void> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => seen.push(`dialog: ${dialog.message()}`));
  page.on('popup', (popup) => seen.push(`popup: ${popup.url()}`));
  page.on('request', (request) => {
    if (/example\.invalid|^javascript:|^data:text\/html/.test(request.url())) seen.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) seen.push(`console: ${message.text()}`);
  });
  return async () => {
    for (const frame of page.frames()) {
      const harmed = await frame
        .evaluate(() => 'harmed' in globalThis || document.title === 'harmed')
        .catch(() => false);
      if (harmed) seen.push(`a script ran in ${frame.url()}`);
    }
    assert.deepEqual(seen, []);
  };
}

journey('nothing runs: reading view, card, details, trees, hovers, palette', async () => {
  const folder = await workspaceWith({
    [name]: hostileArticle,
    [sidecarOf(name)]: hostileSidecar(),
    'other.txt': 'Other.',
  });
  const { page, close } = await openWorkbench({
    folder,
    settings: { 'argmark.annotator': '<img src=x onerror=alert(1)>' },
  });
  const check = alarms(page);
  await openFromExplorer(page, 'other.txt');
  const view = await openAsArticle(page, name, 'The last paragraph is plain');
  assert.ok((await view.text()).includes('<script>'), 'the words are there to be read, as words');
  assert.equal(await view.frame.locator('script', { hasText: 'harmed' }).count(), 0, 'no script of theirs');
  assert.equal(await view.frame.locator('.column :is(img, iframe, svg, style, meta, details, a[href])').count(), 0);
  await check();

  await view.pointAt('A paragraph with');
  await view.card().waitFor();
  await view.card().getByText('<script>').first().waitFor();
  assert.equal(await view.card().locator('img, script, a[href]').count(), 0);
  await view.clickOn('A paragraph with');
  await page.keyboard.press('Enter');
  await view.frame.getByLabel('Note').waitFor();
  await page.keyboard.press('Escape');
  await check();

  // A link whose address would run code is no link, and asking for it does nothing.
  for (const words of ['link', 'third', 'fourth']) {
    const [box] = await view.boxes(words);
    assert.ok(box);
    await page.keyboard.down('Control');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.up('Control');
  }
  assert.equal(await page.locator('.tabs-container .tab').count(), 2, 'no command of the article was run');
  await check();

  await showSideBar(page);
  await row(page, 'A paragraph with').first().hover();
  await page.locator('.monaco-hover').filter({ hasText: '<script>' }).first().waitFor();
  assert.equal(await page.locator('.monaco-hover :is(img, script)').count(), 0);
  await check();
  await runCommand(page, 'Argmark: Go to Annotation…');
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  // The first Esc may go to a tooltip under the pointer.
  await waitUntil(async () => {
    await page.keyboard.press('Escape');
    return quickInput(page).isHidden();
  }, 'the list is closed');

  await runCommand(page, 'Argmark: Open as Plain Text');
  await tab(page, name).first().waitFor();
  const hover = editorHover(page);
  // The editor has just been opened: one that knows nothing of the words yet asks again when the pointer comes anew.
  await waitUntil(
    async () => {
      await pointAtText(page, 'A title');
      await pointAtText(page, 'A paragraph with');
      return hover.waitFor({ timeout: 3_000 }).then(() => true);
    },
    'the hover comes',
    30_000,
  );
  await waitUntil(
    async () => ((await hover.textContent()) ?? '').includes('<script>'),
    'the hover shows the words as words',
  );
  assert.equal(await hover.locator('img, script, a[href^="javascript:"]').count(), 0);
  const links = await hover.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? ''));
  assert.ok(
    links.every((link) => /^command:_argmark\.(?:revealAnnotation|showTag)\?/.test(link)),
    `only our own links: ${links}`,
  );
  await check();
  await close();
});
