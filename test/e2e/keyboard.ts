/** What a person does without a pointer: the palette by typing, the caret by the arrow keys, and the proof that no pointer was used. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { quickInput, waitUntil } from './gestures';
import type { ReadingView } from './readingView';

/** Runs a command by its full title from the palette, by keys alone; waits until it is listed first. */
export async function runByKeys(page: Page, title: string, timeout = 30_000): Promise<void> {
  await waitUntil(
    async () => {
      await page.keyboard.press('F1');
      await quickInput(page).waitFor({ timeout: 3_000 });
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(`>${title}`);
      const listed = await waitUntil(
        async () => startsWith(await focusedRow(page), title),
        'it is listed first',
        2_000,
      ).then(
        () => true,
        () => false,
      );
      if (!listed) await page.keyboard.press('Escape');
      return listed;
    },
    `the command "${title}" is the palette's first`,
    timeout,
  );
  await page.keyboard.press('Enter');
}

/** In the quick pick that is open: types words until the row that is wanted has the focus, then chooses it with Enter. */
export async function pickByKeys(page: Page, words: string, title?: RegExp): Promise<void> {
  await quickInput(page).waitFor();
  if (title) await waitUntil(async () => title.test(await quickTitle(page)), `the question is ${title}`);
  await page.keyboard.insertText(words);
  await waitUntil(async () => (await focusedRow(page)).includes(words), `a row with "${words}" has the focus`);
  await page.keyboard.press('Enter');
}

/** In the input box that is open: types words and Enter. */
export async function answerByKeys(page: Page, words: string, title?: RegExp): Promise<void> {
  await quickInput(page).waitFor();
  if (title) await waitUntil(async () => title.test(await quickTitle(page)), `the question is ${title}`);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** All that the quick input says around its field: title, description, prompt. */
export async function quickTitle(page: Page): Promise<string> {
  const placeholder = (await quickInput(page).getAttribute('placeholder')) ?? '';
  return `${await page.locator('.quick-input-widget').textContent()}\n${placeholder}`;
}

async function focusedRow(page: Page): Promise<string> {
  const row = page.locator('.quick-input-widget .monaco-list-row.focused').first();
  return (await row.count()) === 0 ? '' : ((await row.getAttribute('aria-label')) ?? (await row.textContent()) ?? '');
}

const startsWith = (row: string, title: string) => row === title || row.startsWith(`${title},`);

/** Walks the caret to the first of these words with the arrow keys, as far as it has to go. */
export async function caretTo(view: ReadingView, words: string): Promise<void> {
  await walk(view, async () => {
    const { block, before } = await view.caret();
    const at = block.indexOf(words);
    if (at < 0) return 'ArrowDown';
    return step(block, before.length, at);
  });
  assert.equal((await view.selected()).length, 0, 'nothing is selected by walking');
}

/** Selects words with Shift and the arrow keys, from the first of `from` to the last of `to`. */
export async function selectWithKeys(view: ReadingView, from: string, to = from): Promise<void> {
  await caretTo(view, from);
  const wanted = await view.between(from, to);
  await walk(view, async () => {
    const selected = await view.selected();
    if (selected === wanted) return undefined;
    const { block, before } = await view.caret();
    const at = block.indexOf(to);
    if (at < 0) return 'Shift+ArrowDown';
    return `Shift+${step(block, before.length, at + to.length)}`;
  });
}

/** The key that brings the caret nearer to a place in its block: by words while it is far, by characters where it is near. */
function step(block: string, now: number, wanted: number): string | undefined {
  if (now === wanted) return undefined;
  const rightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(block);
  const arrow = wanted > now === !rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (wanted - now > 160) return 'ArrowDown';
  return Math.abs(wanted - now) > 24 ? `Control+${arrow}` : arrow;
}

async function walk(view: ReadingView, next: () => Promise<string | undefined>): Promise<void> {
  let key = await next();
  for (let steps = 0; key !== undefined; steps++) {
    assert.ok(steps < 400, `the caret comes to its place in 400 steps; it is at ${JSON.stringify(await view.caret())}`);
    await view.page.keyboard.press(key);
    key = await next();
  }
}

/**
 * Counts pointer events in the window and in every page in it, from now on: the proof of a job done by keys alone. The function that
 * comes back says how many there were; it has to be called before a page goes away, and again for pages that came since.
 */
export async function pointerWatch(page: Page): Promise<() => Promise<number>> {
  const install = async () => {
    for (const frame of page.frames()) await frame.evaluate(countPointers).catch(() => undefined);
  };
  await install();
  page.on('framenavigated', (frame) => void frame.evaluate(countPointers).catch(() => undefined));
  return async () => {
    await install();
    let count = 0;
    for (const frame of page.frames()) count += await frame.evaluate(pointersSeen).catch(() => 0);
    return count;
  };
}

function countPointers(): void {
  const window = globalThis as unknown as { pointersSeen?: number };
  if (window.pointersSeen !== undefined) return;
  window.pointersSeen = 0;
  const seen = (event: Event) => {
    if (event.isTrusted) window.pointersSeen = (window.pointersSeen ?? 0) + 1;
  };
  for (const name of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'wheel', 'touchstart']) {
    addEventListener(name, seen, { capture: true, passive: true });
  }
}

function pointersSeen(): number {
  return (globalThis as unknown as { pointersSeen?: number }).pointersSeen ?? 0;
}
