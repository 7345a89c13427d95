/** The overview ruler of the reading view's page: what it paints, where a click leads, and the list that a keyboard and a screen reader have. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Annotation } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { longText } from './readerTexts';
import { clickOn, paintedWords, selectedWords } from './readerWords';

const text = longText(300);
const annotation = (id: string, tag: string, quote: string): Annotation => {
  const start = text.indexOf(quote);
  return {
    id,
    tag,
    by: 'ana',
    spans: start < 0 ? [{ quote }] : [selectorOf(text, { start, end: start + quote.length })],
  };
};
const set = {
  annotations: [
    annotation('c1', 'claim', 'matter 3 is settled'),
    annotation('p1', 'premise', 'matter 150 is settled'),
    annotation('e1', 'evidence', 'matter 290 is settled'),
    annotation('o1', 'claim', 'These words are gone'),
  ],
  arguments: [],
  links: [],
};

describe('the overview ruler', () => {
  const withPage = readerPages({ text, set });
  const ruler = ({ page }: ReaderPage) => page.locator('.ruler');
  const shows = (reader: ReaderPage, marks: number) =>
    waitUntil(async () => (await ruler(reader).getAttribute('data-marks')) === String(marks), `${marks} marks`);
  /** Nothing moves any more: the whole article is laid out, and drawn as it stands. */
  const settled = async (reader: ReaderPage) => {
    await waitUntil(
      async () => (await reader.page.locator('.section:not(.laid)').count()) === 0,
      'the whole article is laid out',
    );
    let before = '';
    await waitUntil(async () => {
      const now = JSON.stringify(await painted(reader, 3));
      const same = now === before;
      before = now;
      return same;
    }, 'the marks stand still');
  };
  /** The rows that are painted in a lane, by their middle, as fractions of the height; with their colours. */
  const painted = ({ page }: ReaderPage, x: number) =>
    page.locator('.ruler canvas').evaluate((canvas, x) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const rows: { at: number; colour: string }[] = [];
      let begun: number | undefined;
      for (let y = 0; y <= height; y++) {
        const i = (y * width + x) * 4;
        const on = y < height && (pixels[i + 3] ?? 0) > 0;
        if (on) begun ??= y;
        else if (begun !== undefined) {
          const j = (begun * width + x) * 4;
          rows.push({ at: (begun + y) / 2 / height, colour: [...pixels.slice(j, j + 3)].join() });
          begun = undefined;
        }
      }
      return rows;
    }, x);
  const words = (reader: ReaderPage) => reader.page.locator('.ruler [aria-selected=true]').textContent();

  test('paints annotations in their colours where they stand, orphans where they are listed, and what is found', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await shows(reader, 4);
      await settled(reader);
      const rows = await painted(reader, 3);
      assert.equal(rows.length, 4);
      assert.equal(new Set(rows.map(({ colour }) => colour)).size, 4, 'claim, premise, evidence, orphan');
      const at = rows.map((row) => row.at);
      assert.ok(
        (at[0] ?? 1) < 0.06 && Math.abs((at[1] ?? 0) - 0.5) < 0.06 && (at[2] ?? 0) > 0.92 && (at[3] ?? 0) > 0.97,
        at.join(),
      );
      assert.equal((await painted(reader, 8)).length, 1, 'the orphan goes over the whole width');
      await page.keyboard.press('/');
      await page.locator('.prompt.find input').waitFor();
      await page.keyboard.type('matter 20');
      await shows(reader, 4 + 11);
      assert.ok((await painted(reader, 8)).length > 1);
      await page.keyboard.press('Escape');
      await shows(reader, 4);
      assert.equal(await page.locator('.ruler *').evaluateAll((all) => all.length < 15), true, 'few elements');
    }));

  test('a click goes to what is there, or scrolls to that part of the page', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await shows(reader, 4);
      await settled(reader);
      const box = await ruler(reader).boundingBox();
      assert.ok(box);
      const middle = (await painted(reader, 3))[1]?.at ?? 0;
      await page.mouse.move(box.x + 5, box.y + middle * box.height);
      await waitUntil(
        async () => (await ruler(reader).getAttribute('title')) === 'Premise: matter 150 is settled',
        'said',
      );
      await page.mouse.click(box.x + 5, box.y + middle * box.height);
      await waitUntil(
        async () => (await paintedWords(page, 'on-premise')).join() === 'matter 150 is settled',
        'it is current',
      );
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'column');
      await page.mouse.click(box.x + 5, box.y + box.height * 0.75);
      await waitUntil(async () => {
        const [top = 0, whole = 1] = await page
          .locator('.scroller')
          .evaluate((one) => [one.scrollTop + one.clientHeight / 2, one.scrollHeight]);
        return Math.abs(top / whole - 0.75) < 0.05;
      }, 'scrolled to three quarters');
    }));

  test('is a list: named by what there is, walked by arrows from the caret on, Enter goes there, Esc back', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await shows(reader, 4);
      assert.equal(await ruler(reader).getAttribute('aria-label'), 'Overview: 3 annotations, 1 orphan');
      await clickOn(page, 'Paragraph 1 says');
      await page.keyboard.press('Tab');
      assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? '', /These words are gone/);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'ruler', 'after the text');
      assert.equal(await words(reader), 'Claim: matter 3 is settled');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await words(reader), 'Evidence: matter 290 is settled');
      assert.equal(await page.locator('.ruler [aria-selected=true]').getAttribute('aria-posinset'), '3');
      assert.equal(await page.locator('.ruler [aria-selected=true]').getAttribute('aria-setsize'), '4');
      assert.equal(await page.locator('.ruler [aria-selected=true]').isVisible(), true);
      await page.keyboard.press('Enter');
      await waitUntil(async () => (await paintedWords(page, 'on-evidence')).length === 1, 'gone there');
      await ruler(reader).focus();
      await page.keyboard.press('End');
      assert.equal(await words(reader), 'Orphan, Claim: These words are gone');
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'column');
      assert.equal(await selectedWords(page), '');
    }));

  test('follows tagging without moving anything, and is no stop where nothing is marked', () =>
    withPage({ set: { annotations: [], arguments: [], links: [] } }, async (reader) => {
      const { page } = reader;
      await shows(reader, 0);
      const width = (await page.locator('.column').boundingBox())?.width;
      assert.equal(await ruler(reader).getAttribute('tabindex'), '-1');
      await clickOn(page, 'Paragraph 1 says');
      await page.keyboard.press('c');
      await shows(reader, 1);
      assert.equal((await painted(reader, 3)).length, 1);
      assert.equal((await page.locator('.column').boundingBox())?.width, width);
    }));
});
