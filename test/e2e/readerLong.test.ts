/** Texts that are hard on a page: lines of ten thousand characters, and one paragraph of 200 KB. Keys and the caret stay quick in them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { selectorOf } from '../../src/core/sidecar/selector';
import { launchBrowser } from '../run/chromium';
import { waitUntil } from './gestures';
import { openReaderPage, type ReaderPage } from './readerPage';
import { clickOn } from './readerWords';

const sentence = (i: number) =>
  `Sentence ${i} of the report says that the channel is deep enough and that matter ${i} is settled for good. `;
const long = (from: number, length: number): string => {
  let text = '';
  for (let i = from; text.length < length; i++) text += sentence(i);
  return text.trim();
};
const texts = {
  'thirty lines of 10,000 characters': Array.from({ length: 30 }, (_, i) => long(i * 1000, 10_000)).join('\n\n'),
  'one paragraph of 200 KB': long(0, 200_000),
};
/** In milliseconds: a person takes no notice of a tenth of a second. On a machine that has more to do, a key that does nothing says how slow it is. */
const soon = 100;

for (const [name, body] of Object.entries(texts)) {
  describe(name, () => {
    const text = `A long report\n\n${body}\n`;
    const annotations = Array.from({ length: 300 }, (_, i) => {
      const at = Math.floor((i * (text.length - 400)) / 300) + 20;
      const start = text.indexOf(' ', at) + 1;
      return {
        id: `a${i}`,
        tag: ['claim', 'premise', 'evidence'][i % 3] ?? '',
        spans: [selectorOf(text, { start, end: text.indexOf(' ', start + 60) })],
      };
    });
    let browser: Browser;
    let reader: ReaderPage;
    const isSoon = async (what: string, times: readonly number[]) => {
      const idle = median(await timesOf(reader.page, 'z', 5));
      assert.ok(median(times) < soon + 4 * idle, `${what}: ${times.join(' ')} ms, a key that does nothing ${idle}`);
    };
    before(async () => {
      browser = await launchBrowser();
      reader = await openReaderPage(browser, { text, set: { annotations, arguments: [], links: [] } });
      await measureKeys(reader.page);
    });
    after(() => browser.close());

    test('the caret goes by character, word and line within a frame or two', async () => {
      const { page } = reader;
      await clickOn(page, 'Sentence 3 of');
      for (const key of [
        'ArrowRight',
        'Control+ArrowRight',
        'ArrowDown',
        'Shift+ArrowDown',
        'ArrowUp',
        'End',
        'PageDown',
      ]) {
        const times = await timesOf(page, key, 9);
        await isSoon(key, times);
      }
    });

    test('tagging, growing and stepping are painted at once', async () => {
      const { page, host } = reader;
      await clickOn(page, 'Sentence 3 of');
      for (const key of ['s', 'n', 'Shift+N', 'e', 'c']) {
        const times = await timesOf(page, key, 5);
        await isSoon(key, times);
      }
      await page.keyboard.press('Control+End');
      await page.keyboard.press('m');
      await waitUntil(
        () => host.set.annotations.some(({ tag }) => tag === 'major-claim'),
        'the last sentence is tagged',
      );
      const [last] = host.words(host.set.annotations.find(({ tag }) => tag === 'major-claim')?.id ?? '');
      assert.ok(last && text.trimEnd().endsWith(last), last);
    });

    test('the pointer finds the annotation under it within a frame', async () => {
      const { page } = reader;
      await page.keyboard.press('Control+Home');
      await clickOn(page, 'Sentence 3 of');
      const times = await page.evaluate(async () => {
        const column = document.querySelector('.column') as HTMLElement;
        const spent: number[] = [];
        for (let i = 0; i < 20; i++) {
          const begin = performance.now();
          column.dispatchEvent(
            new MouseEvent('mousemove', { bubbles: true, clientX: 300 + i * 9, clientY: 300 + i * 11 }),
          );
          await new Promise(requestAnimationFrame);
          await new Promise((resolve) => setTimeout(resolve));
          spent.push(Math.round(performance.now() - begin));
        }
        return spent;
      });
      await isSoon('the pointer', times);
    });
  });
}

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[all.length >> 1] ?? Number.POSITIVE_INFINITY;

/** From a key's event to the frame that shows what it did, as the page measures it. */
async function measureKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        if (/^(?:Shift|Control)$/.test(key)) return;
        requestAnimationFrame(() => setTimeout(() => times.push(Math.round(performance.now() - timeStamp))));
      },
      { capture: true },
    );
  });
}

async function timesOf(page: Page, key: string, count: number): Promise<number[]> {
  const times = () => page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  await page.evaluate(() => (globalThis as unknown as { times: number[] }).times.splice(0));
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(key);
    await waitUntil(async () => (await times()).length > i, `${key} is painted`);
  }
  return times();
}
