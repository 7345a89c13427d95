/** What a person does without a pointer: the palette by typing, the caret by the arrow keys, and the proof that no pointer was used. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { quickInput, waitUntil } from './gestures';
import type { ReadingView } from './readingView';

/** Runs a command by its full title from the palette, by keys alone: waits until it is listed, and walks down to it. */
export async function runByKeys(page: Page, title: string, timeout = 30_000): Promise<void> {
  await waitUntil(
    async () => {
      await page.keyboard.press('F1');
      await quickInput(page).waitFor({ timeout: 3_000 });
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(`>${title}`);
      const listed = await waitUntil(
        async () => {
          if (startsWith(await focusedRow(page), title)) return true;
          const rows = page.locator('.quick-input-widget').getByRole('option', { name: title });
          if ((await rows.count()) > 0) await page.keyboard.press('ArrowDown');
          return false;
        },
        'it has the focus',
        2_000,
      ).then(
        () => true,
        () => false,
      );
      if (!listed) await page.keyboard.press('Escape');
      return listed;
    },
    `the command "${title}" has the focus in the palette`,
    timeout,
  );
  await page.keyboard.press('Enter');
}

/** In the quick pick that is open: types words until the row that shows them (or something else) has the focus, then chooses it. */
export async function pickByKeys(page: Page, words: string, shown = words): Promise<void> {
  await asked(page);
  await page.keyboard.insertText(words);
  await waitUntil(async () => (await focusedRow(page)).includes(shown), `a row with "${shown}" has the focus`, 40_000);
  await page.keyboard.press('Enter');
}

/** In the input box that is open: types words and Enter. */
export async function answerByKeys(page: Page, words: string, title?: RegExp): Promise<void> {
  await asked(page, title);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/**
 * Does what brings up a question, and again where it went away at once: VS Code gives the keyboard back to the page of an editor a moment after
 * the palette or a list is done with, and a question that has come meanwhile closes.
 */
export async function askBy(page: Page, how: () => Promise<void>, title?: RegExp): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await how();
    const isThere = await asked(page, title, 8_000).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  await asked(page, title, 8_000);
}

/** Waits until a question has the keyboard: not the palette that it was called from, and the one that is expected. */
async function asked(page: Page, title?: RegExp, timeout = 40_000): Promise<void> {
  const input = quickInput(page);
  await waitUntil(
    async () => {
      const ready = await input.evaluate(
        (field) => field === document.activeElement && !(field as HTMLInputElement).value.startsWith('>'),
        undefined,
        { timeout: 2_000 },
      );
      return ready && (!title || title.test(await quickTitle(page)));
    },
    `a question ${title ?? ''} has the keyboard`,
    timeout,
  );
}

/** All that the quick input says around its field: title, description, prompt. */
export async function quickTitle(page: Page): Promise<string> {
  const placeholder = (await quickInput(page).getAttribute('placeholder')) ?? '';
  return `${await page.locator('.quick-input-widget').textContent()}\n${placeholder}`;
}

async function focusedRow(page: Page): Promise<string> {
  const row = page.locator('.quick-input-widget .monaco-list-row.focused').first();
  // The list is drawn anew while one types: a row that is gone by now is none.
  return (await row.getAttribute('aria-label', { timeout: 1_000 }).catch(() => undefined)) ?? '';
}

const startsWith = (row: string, title: string) => row === title || row.startsWith(`${title},`);

/** Walks the caret to the first of these words with the arrow keys, as far as it has to go. */
export async function caretTo(view: ReadingView, words: string): Promise<void> {
  await walk(view, async () => {
    const { block, before } = await view.caret();
    const at = block.indexOf(words);
    return at < 0 ? lineTowards(await view.text(), block, words) : stepTo(block, before.length, at);
  });
  assert.equal((await view.selected()).length, 0, 'nothing is selected by walking');
}

/** Selects words with Shift and the arrow keys, from the first of `from` to the last of `to`. */
export async function selectWithKeys(view: ReadingView, from: string, to = from): Promise<void> {
  await caretTo(view, from);
  const wanted = await view.between(from, to);
  await walk(view, async () => {
    if ((await view.selected()) === wanted) return undefined;
    const { block, before } = await view.caret();
    const at = block.indexOf(to);
    const step = at < 0 ? lineTowards(await view.text(), block, to) : stepTo(block, before.length, at + to.length);
    return step && { ...step, key: `Shift+${step.key}` };
  });
}

interface Step {
  readonly key: string;
  readonly times: number;
}

/** A line up or down, where the words stand in another block. */
function lineTowards(text: string, block: string, words: string): Step {
  return { key: text.indexOf(words) < text.indexOf(block) ? 'ArrowUp' : 'ArrowDown', times: 1 };
}

/** What brings the caret nearer to a place in its block: a line while it is far, as many characters as there are where it is near. */
function stepTo(block: string, now: number, wanted: number): Step | undefined {
  if (now === wanted) return undefined;
  if (Math.abs(wanted - now) > 110) return { key: wanted > now ? 'ArrowDown' : 'ArrowUp', times: 1 };
  const rightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(block);
  const between = block.slice(Math.min(now, wanted), Math.max(now, wanted));
  const times = Array.from(new Intl.Segmenter().segment(between)).length;
  return { key: wanted > now === !rightToLeft ? 'ArrowRight' : 'ArrowLeft', times };
}

async function walk(view: ReadingView, next: () => Promise<Step | undefined>): Promise<void> {
  let step = await next();
  for (let steps = 0; step !== undefined; steps++) {
    assert.ok(steps < 80, `the caret comes to its place; it is at ${JSON.stringify(await view.caret())}`);
    for (let time = 0; time < step.times; time++) await view.page.keyboard.press(step.key);
    step = await next();
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
