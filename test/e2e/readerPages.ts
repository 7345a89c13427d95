/** The browser of a file of tests that need the reading view's page alone, and the way to a page in it. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../run/chromium';
import { openReaderPage, type ReaderPage, type ReaderPageOptions } from './readerPage';

/** Shows an article, plays on its page, and asserts that nothing went wrong in it. */
export type WithPage = (
  options: Partial<ReaderPageOptions>,
  play: (reader: ReaderPage) => Promise<void>,
) => Promise<void>;

/** To be called in a `describe`, whose tests then share one browser. `usual` are the options that a test does not give. */
export function readerPages(usual: ReaderPageOptions): WithPage {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  return async (options, play) => {
    const reader = await openReaderPage(browser, { ...usual, ...options });
    try {
      await inTime(play(reader));
      assert.deepEqual(reader.failures, []);
    } finally {
      await reader.context.close();
    }
  };
}

/** Rejects where a page stands still: most of what a page is asked waits for it without an end. */
async function inTime(played: Promise<void>): Promise<void> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`The page was not done after ${limit / 1000} s.`)), limit);
  });
  await Promise.race([played, late]).finally(() => clearTimeout(clock));
}
const limit = 120_000;

/** Until the host has answered all, and the page has nothing more for it. */
export async function settled({ page, host }: ReaderPage): Promise<void> {
  for (let heard = -1; heard !== host.received.length + host.pressed.length; ) {
    heard = host.received.length + host.pressed.length;
    // Messages that are on their way come with the next tasks of the page, and what waits for them is sent with one of those.
    await page.evaluate(async () => {
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve));
    });
  }
  assert.deepEqual(host.refusedKeys, [], 'VS Code took every undo');
}
