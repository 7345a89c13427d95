/** When the card comes up by pointer, and when it does not: it is for who rests on words, and not for who clicks or types. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { busy } from './readerStates';
import { harbour } from './readerTexts';
import { boxesOf, clickOn, pointAt, type WordBox } from './readerWords';

const words = 'In 2023 the bill for maintenance alone passed ninety million.';
/** Longer than the pointer has to rest for a card, in milliseconds. */
const rest = 500;

describe('the card by pointer', () => {
  const withPage = readerPages({ text: harbour, set: busy });
  const card = ({ page }: ReaderPage) => page.locator('.hover-card.placed');
  const middleOf = async ({ page }: ReaderPage): Promise<readonly [number, number]> => {
    const { x, y, width, height } = (await boxesOf(page, words))[0] as WordBox;
    return [x + width / 2, y + height / 2];
  };

  test('does not come after a click, nor where keys move what is under the pointer, but once it moves on', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await page.clock.install();
      await clickOn(page, words);
      const [x, y] = await middleOf(reader);
      // As the browser tells of it by itself when something below the pointer has changed.
      await page.mouse.move(x, y);
      await page.keyboard.press('/');
      await page.locator('.prompt.find').waitFor();
      await page.mouse.move(x, y);
      await page.clock.runFor(rest);
      assert.equal(await card(reader).count(), 0);
      await page.mouse.move(x + 4, y, { steps: 2 });
      await card(reader).waitFor();
    }));

  test('comes again over the same words after it was closed by key', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await clickOn(page, 'thirty years');
      await pointAt(page, words);
      await card(reader).waitFor();
      await page.keyboard.press('Escape');
      await waitUntil(async () => (await card(reader).count()) === 0, 'it is closed');
      const [x, y] = await middleOf(reader);
      await page.mouse.move(x + 6, y, { steps: 2 });
      await card(reader).waitFor();
    }));
});
