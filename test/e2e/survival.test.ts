/**
 * Unsaved annotations outlive what ends without warning: the page, the extension host, the server. And while every change is saved at
 * once, the extension host can be killed at any moment: the file is whole, and what is older than three seconds comes back.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { load } from 'js-yaml';
import type { Page } from 'playwright-core';
import { Random } from '../random';
import { isDirty, notification, tab, waitUntil } from './gestures';
import { hasSidecar, readIndependently, sidecarOf } from './independentReader';
import { openAsArticle, save } from './opening';
import { ReadingView } from './readingView';
import { hardArticle, hardWords } from './texts';
import {
  backupHolds,
  journey,
  killExtensionHosts,
  killServer,
  openWorkbench,
  reviveServer,
  type Workbench,
  workspaceWith,
} from './workbench';

const name = 'quays.txt';
const { claim, premise, hebrew } = hardWords;

/** Tags, waits for the backup, lets something happen, and expects all to be back as it was: unsaved, and to be saved. */
async function comesBack(title: string, happens: (window: Workbench) => Promise<void>): Promise<void> {
  const folder = await workspaceWith({ [name]: hardArticle.replace(/Quays.*/, title) });
  const file = join(folder, name);
  const window = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const { page } = window;
  const view = await openAsArticle(page, name);
  for (const [words, key] of [
    [claim, 'c'],
    [premise, 'p'],
    [hebrew, 'c'],
  ] as const) {
    await view.selectWithMouse(words);
    await page.keyboard.press(key);
  }
  await view.showsTagged('claim', hebrew);
  await waitUntil(() => backupHolds([title, hebrew]), 'VS Code has a backup of all three');
  await happens(window);
  const after = await new ReadingView(page).ready(claim);
  for (const [words, tag] of [
    [claim, 'claim'],
    [premise, 'premise'],
    [hebrew, 'claim'],
  ] as const) {
    await after.showsTagged(tag, words);
  }
  await waitUntil(() => isDirty(page, name), 'it is unsaved still');
  assert.ok(!hasSidecar(file), 'nothing was written meanwhile');
  // It can be undone to what is on disk, and redone.
  await after.clickOn('Whether the council');
  await page.keyboard.press('Control+z');
  await waitUntil(async () => !(await after.painted()).some((one) => one.words === claim), 'the restoring is undone');
  await page.keyboard.press('Control+y');
  await after.showsTagged('claim', claim);
  await save(page, name);
  assert.equal((await readIndependently(file)).annotations.length, 3);
  await window.close();
}

journey('the page reloaded', () => comesBack('Reloaded', (window) => window.reload()));

journey('the extension host killed', () =>
  comesBack('Without a host', async (window) => {
    await killExtensionHosts();
    await window.reload();
  }),
);

journey('the server killed', () =>
  comesBack('Without a server', async (window) => {
    await killServer();
    await reviveServer();
    await window.reload();
  }),
);

journey('what was saved is clean after a reload, and no backup of it is spoken of', async () => {
  const folder = await workspaceWith({ [name]: hardArticle.replace(/Quays.*/, 'Saved') });
  const window = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const { page } = window;
  const view = await openAsArticle(page, name);
  await view.selectWithMouse(claim);
  await page.keyboard.press('c');
  await view.showsTagged('claim', claim);
  await waitUntil(() => backupHolds(['Saved', claim]), 'VS Code has a backup');
  await view.selectWithMouse(premise);
  await page.keyboard.press('p');
  await save(page, name);
  await window.reload();
  const after = await new ReadingView(page).ready(claim);
  await after.showsTagged('premise', premise);
  await waitUntil(async () => !(await isDirty(page, name)), 'nothing is unsaved');
  assert.equal(await notification(page, 'not saved').count(), 0);
  await window.close();
});

/** Where each round finds words that nobody has tagged. */
const fresh = [
  'Of the ninety',
  'and of these',
  'A town that wants',
  'Distance is what',
  'the new one would',
  'Whether the council',
];
const rounds = fresh.length;

journey(
  `the extension host killed ${rounds} times while it saves`,
  async () => {
    const folder = await workspaceWith({ [name]: hardArticle });
    const sidecar = sidecarOf(join(folder, name));
    const window = await openWorkbench({
      folder,
      settings: { 'argmark.annotator': 'ana', 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 20 },
    });
    const { page } = window;
    const random = new Random(6);
    await openAsArticle(page, name);
    for (let round = 0; round < rounds; round++) {
      const view = await new ReadingView(page).ready(claim);
      const before = new Set(idsIn(sidecar));
      await view.clickOn(fresh[round] ?? '');
      await tagBusily(page, 6);
      await waitUntil(() => idsIn(sidecar).length > before.size, 'annotations come into the file');
      const old = idsIn(sidecar);
      const busy = tagBusily(page, 12);
      await wait(random.next() * 400);
      await killExtensionHosts();
      await busy;
      const present = idsIn(sidecar);
      assert.deepEqual(
        old.filter((id) => !present.includes(id)),
        [],
        'nothing that was in the file is lost',
      );
      await window.reload();
      await tab(page, name).waitFor();
    }
    const found = await new ReadingView(page).ready(claim);
    await waitUntil(async () => (await found.painted()).length > 0, 'they are all shown again');
    await window.close();
  },
  { timeout: 400_000 },
);

/** Selects a character more and tags, again and again, as fast as keys go. */
async function tagBusily(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press(time % 2 === 0 ? 'c' : 'p');
  }
}

/** The ids in the file, which has to be whole. */
function idsIn(sidecar: string): string[] {
  if (!existsSync(sidecar)) return [];
  const found = load(readFileSync(sidecar, 'utf8')) as { argmark: number; annotations: { id: string; by: string }[] };
  assert.equal(found.argmark, 1);
  for (const { id, by } of found.annotations) assert.ok(id && by, 'every entry is complete');
  return found.annotations.map(({ id }) => id);
}
