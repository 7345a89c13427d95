/** Ways through the reading view's page: along arguments, back and forward, and what is left to the host; larger letters; paper. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Annotation } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { longText } from './readerTexts';
import { clickOn, paintedWords } from './readerWords';

const text = longText(200);
const annotation = (id: string, tag: string, quote: string): Annotation => {
  const start = text.indexOf(quote);
  return { id, tag, by: 'ana', spans: [selectorOf(text, { start, end: start + quote.length })] };
};
const set = {
  annotations: [
    annotation('c1', 'claim', 'matter 3 is settled'),
    annotation('p1', 'premise', 'matter 100 is settled'),
    annotation('p2', 'premise', 'matter 190 is settled'),
  ],
  arguments: [
    { id: 'g1', premises: ['p1'], supports: 'c1' },
    { id: 'g2', premises: ['p2'], attacks: 'c1' },
  ],
  links: [],
};

describe('ways through an article', () => {
  const withPage = readerPages({ text, set });
  const asked = ({ host }: ReaderPage, what: string) =>
    waitUntil(
      () => host.received.some((one) => one.type === 'ask' && one.what === what),
      `the host is asked: ${what}`,
      4000,
    );
  const at = ({ page }: ReaderPage, tag: string, words: string) =>
    waitUntil(async () => (await paintedWords(page, `on-${tag}`)).join() === words, `at ${words}`, 4000);

  test('from a premise to its conclusion, from there by a list of the host, and back and forward', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'Paragraph 1 says');
      await clickOn(page, 'matter 100 is settled');
      await at(reader, 'premise', 'matter 100 is settled');
      await page.keyboard.press('>');
      await at(reader, 'claim', 'matter 3 is settled');
      await page.keyboard.press('<');
      await asked(reader, 'goToPremise');
      host.send({ type: 'do', action: 'goBack' });
      await at(reader, 'premise', 'matter 100 is settled');
      host.send({ type: 'do', action: 'goForward' });
      await at(reader, 'claim', 'matter 3 is settled');
      host.send({ type: 'do', action: 'goForward' });
      await asked(reader, 'navigateForward');
      await page.keyboard.press('>');
      await waitUntil(
        async () => /supports and attacks nothing/.test((await page.locator('.status .message').textContent()) ?? ''),
        'said that it is the end',
      );
      await page.keyboard.press('y');
      await asked(reader, 'copyQuote');
      await page.keyboard.press('Shift+G');
      await asked(reader, 'goToHeading');
    }));

  test('letters are as large as the setting says, and all of the page follows', () =>
    withPage({ settings: { zoom: 200 } }, async ({ page }) => {
      const size = await page.locator('.paper').evaluate((paper) => getComputedStyle(paper).fontSize);
      assert.equal(size, '34px');
      assert.ok((await page.locator('.scroller').evaluate((one) => one.scrollWidth - one.clientWidth)) <= 0);
    }));
});
