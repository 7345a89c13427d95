/** What keys act on in the reading view, what of it outlives the page, and what is said of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AnnotationSet } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { harbour } from './readerTexts';
import { clickOn, dragOver } from './readerWords';

const words = 'But those who gain from depth should carry its cost';
const start = harbour.indexOf(words);
const set: AnnotationSet = {
  annotations: [
    { id: 'c1', tag: 'claim', spans: [selectorOf(harbour, { start, end: start + words.length })], by: 'ana' },
    { id: 'o1', tag: 'claim', spans: [{ quote: 'Gone words' }], by: 'ana' },
    { id: 'u1', tag: 'premise', spans: [], wording: 'Whoever gains should pay.', by: 'ana' },
  ],
  arguments: [],
  links: [],
};

describe('what keys act on in the reading view', () => {
  const withPage = readerPages({ text: harbour, set });
  const wordsOf = ({ host }: ReaderPage, tag: string) =>
    host.set.annotations.filter((one) => one.tag === tag).map(({ id }) => host.words(id).join(' … '));
  const remembers = (reader: ReaderPage, words: string) =>
    waitUntil(async () => {
      const { last } = (await reader.state()) as { last: string };
      return reader.host.words(last).join() === words;
    }, `the page remembers “${words}”`);
  const message = ({ page }: ReaderPage) => page.locator('.status .message').textContent();
  const says = (reader: ReaderPage, wanted: RegExp) =>
    waitUntil(async () => wanted.test((await message(reader)) ?? ''), `it says ${wanted}`, 4000);

  for (const id of ['o1', 'u1']) {
    test(`${id}, which has no words here, only until the caret goes elsewhere`, () =>
      withPage({}, async (reader) => {
        const { page, host } = reader;
        const entry = page.locator(`.unplaced-list [data-id=${id}]`);
        await clickOn(page, 'thirty years');
        await entry.click();
        await page.locator('.details h2').waitFor();
        // The same place as before: nothing moves.
        await clickOn(page, 'thirty years');
        await page.keyboard.press('e');
        await waitUntil(() => host.set.annotations.length === 4, 'the sentence is tagged');
        await entry.click();
        await page.locator(`.details [id=${id}-note]`).waitFor();
        await page.locator('.column').focus();
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Delete');
        await says(reader, /Put the caret on the annotation that is to be deleted/);
        const ids = host.set.annotations.map((one) => one.id);
        assert.ok(['c1', 'o1', 'u1'].every((one) => ids.includes(one)));
        assert.deepEqual([wordsOf(reader, 'claim').length, wordsOf(reader, 'premise').length], [2, 1], 'as they were');
      }));
  }

  test('no words that a fold hides: the caret leaves a fold that is closed around it', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      const fold = page.locator('.fold').first();
      await fold.click();
      await clickOn(page, 'The Harbour Review');
      await fold.click();
      await page.keyboard.press('e');
      await waitUntil(() => wordsOf(reader, 'evidence').length === 1, 'something is tagged');
      const [tagged = ''] = wordsOf(reader, 'evidence');
      const shown = page.locator('.block:not(.furniture)', { hasText: tagged });
      assert.ok((await shown.count()) > 0, `“${tagged}” can be seen`);
    }));

  test('an armed tag, the last tag, the last annotation and the last search are there again after the page was away', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await page.keyboard.type('/treasury');
      await page.keyboard.press('Escape');
      await dragOver(page, 'the state digs');
      await page.keyboard.press('e');
      await page.keyboard.press('Shift+P');
      await page.locator('.status .armed').waitFor();
      await waitUntil(() => wordsOf(reader, 'evidence').join() === 'the state digs', 'tagged');
      await remembers(reader, 'the state digs');
      await page.reload();
      await page.locator('.status .armed').waitFor();
      await says(reader, /Each new selection is tagged premise, until Esc/);
      await dragOver(page, 'the city collects');
      await waitUntil(() => wordsOf(reader, 'premise').includes('the city collects'), 'the armed tag is given');
      await page.keyboard.press('Escape');
      await page.locator('.status .armed').waitFor({ state: 'detached' });
      await page.reload();
      await clickOn(page, 'no longer works');
      assert.equal(await page.locator('.status .armed').count(), 0);
      await page.keyboard.press('.');
      const repeated = 'That compromise no longer works.';
      await waitUntil(() => wordsOf(reader, 'premise').includes(repeated), 'the last tag is given again');
      await remembers(reader, repeated);
      await page.keyboard.press('/');
      assert.equal(await page.locator('.prompt.find input').inputValue(), 'treasury');
      await page.keyboard.press('Escape');
      await page.reload();
      await dragOver(page, 'Neither pays');
      await page.keyboard.press('f');
      await waitUntil(
        () => wordsOf(reader, 'premise').includes(`${repeated} … Neither pays`),
        'the words are one more fragment of what was tagged last',
      );
    }));

  test('the target of what somebody has deleted is asked for no more, and the text has the keyboard', () =>
    withPage({}, async ({ page, host }) => {
      await clickOn(page, 'should carry its cost');
      await page.keyboard.press('l');
      await page.locator('.prompt.target').waitFor();
      host.receive({ type: 'gesture', number: 1000, revision: 1, gesture: { verb: 'remove', ids: ['c1'] } });
      await page.locator('.prompt.target').waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'column');
    }));

  test('what was said of a key is gone with the next one, and with undo', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await clickOn(page, 'thirty years');
      for (const key of ['s', 'Control+z']) {
        await page.keyboard.press('Shift+N');
        await says(reader, /No annotation precedes/);
        await page.keyboard.press(key);
        await says(reader, /^$/);
      }
    }));

  for (const width of [850, 700, 320]) {
    test(`${width} pixels: what is said can be read whole, and nothing moves for it`, () =>
      withPage({ width, height: 700 }, async (reader) => {
        const { page, host } = reader;
        const heights = () =>
          page.evaluate(() =>
            ['.scroller', '.status'].map((part) => document.querySelector(part)?.getBoundingClientRect().height),
          );
        const tagOnce = async (words: string, key: string) => {
          await dragOver(page, words);
          await page.keyboard.press(key);
        };
        for (const [words, key] of [
          ['years', 'p'],
          ['compromise', 'e'],
          ['digs', 'm'],
          ['collects', 'a'],
        ] as const)
          await tagOnce(words, key);
        await waitUntil(() => host.set.annotations.length === 7, 'all kinds are counted');
        const before = await heights();
        await clickOn(page, 'thirty years');
        await page.keyboard.press('Control+Home');
        await page.keyboard.press('l');
        await says(reader, /Put the caret on the annotation that supports something, then press the key again/);
        const seen = await page.locator('.status .message').evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const words = range.getBoundingClientRect();
          const box = element.getBoundingClientRect();
          const over = document.elementFromPoint(words.right - 2, words.bottom - 4);
          return {
            fits:
              words.right <= box.right + 1 && words.left >= box.left - 1 && words.right <= innerWidth && words.top >= 0,
            isOnTop: over === element,
          };
        });
        assert.deepEqual(seen, { fits: true, isOnTop: true });
        assert.deepEqual(await heights(), before);
      }));
  }
});
