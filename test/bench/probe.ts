/**
 * What stands in every page of the window while it is measured: it notes when a text's end is there and painted, and when a key's
 * effect is. Both sides of a comparison are measured by the same function; times are milliseconds of one clock for all pages.
 */
import type { BrowserContext, Frame, Page } from 'playwright-core';

/** Words that only the last paragraph of the measured text has. */
export const endMark = 'Here the measured text comes to its end.';

/** Installs the probe into every page of a window that is opened from now on. */
export async function installProbe(context: BrowserContext): Promise<void> {
  await context.addInitScript(probe, endMark);
}

/** When the command of the palette was chosen that the window ran last. */
export async function lastEnter(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Probed).probed.enter);
}

/** Waits until a page of the window shows the text's end; when that was, and which page it is. */
export async function shownAt(
  page: Page,
  isIt: (frame: Frame) => Promise<boolean>,
): Promise<{ at: number; frame: Frame }> {
  for (let tries = 0; tries < 600; tries++) {
    for (const frame of page.frames()) {
      const at = await frame
        .evaluate(() => (globalThis as unknown as Partial<Probed>).probed?.shown ?? 0)
        .catch(() => 0);
      if (at > 0 && (await isIt(frame).catch(() => false))) return { at, frame };
    }
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error('The text has not come to its end in any page of the window.');
}

/** Presses a key and says how long it took from its event until what it changes in the page was painted. */
export async function keyToPaint(
  page: Page,
  frame: Frame,
  key: string,
  watched: 'highlights' | 'lines',
): Promise<number> {
  await frame.evaluate((what) => (globalThis as unknown as Probed).probed.watch(what), watched);
  await page.keyboard.press(key);
  return frame.evaluate(() => (globalThis as unknown as Probed).probed.painted);
}

interface Probed {
  readonly probed: {
    enter: number;
    /** When the text's end was painted, or 0. */
    shown: number;
    painted: Promise<number>;
    watch(what: 'highlights' | 'lines'): void;
  };
}

/** Runs in the pages. */
function probe(end: string): void {
  const now = () => performance.timeOrigin + performance.now();
  const twoFrames = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then));
  let done: (milliseconds: number) => void = () => undefined;
  let pressed = 0;
  // Milliseconds. Not each frame: a webview's page is written anew, and forgets what was to come then.
  const lookedEach = 4;
  const state: Probed['probed'] = {
    enter: 0,
    shown: 0,
    painted: Promise.resolve(0),
    watch: (what) => {
      listen();
      state.painted = new Promise((resolve) => {
        done = resolve;
      });
      pressed = 0;
      const before = signOf(what);
      const look = () => {
        if (pressed > 0 && signOf(what) !== before) requestAnimationFrame(() => done(now() - pressed));
        else requestAnimationFrame(look);
      };
      look();
    },
  };
  const signOf = (what: 'highlights' | 'lines') =>
    what === 'lines'
      ? (document.querySelector('.view-lines')?.textContent ?? '')
      : Array.from(CSS.highlights, ([name, { size }]) => `${name} ${size}`).join();
  const heard = (event: KeyboardEvent) => {
    const at = performance.timeOrigin + event.timeStamp;
    if (event.key === 'Enter') state.enter = at;
    pressed = at;
  };
  const listen = () => addEventListener('keydown', heard, { capture: true });
  Object.assign(globalThis, { probed: state });
  listen();
  if (self === top) return;
  const looking = setInterval(() => {
    const column = document.querySelector('.column');
    const paragraphs = (column ?? document.querySelector('.markdown-body'))?.getElementsByTagName('p') ?? [];
    const last = paragraphs[paragraphs.length - 1];
    const painted = !column || Array.from(CSS.highlights).some(([, { size }]) => size > 0);
    if (!last?.textContent?.includes(end) || !painted) return;
    clearInterval(looking);
    twoFrames(() => {
      state.shown = now();
    });
  }, lookedEach);
}
