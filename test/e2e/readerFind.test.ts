/** Finding words in the reading view's page, and tagging all that is found as one step. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { selectorOf } from '../../src/core/sidecar/selector';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { harbour, longText } from './readerTexts';
import { clickOn, dragOver, paintedWords, selectedWords } from './readerWords';

describe('finding in the reading view', () => {
  const withPage = readerPages({ text: harbour });
  const count = ({ page }: ReaderPage) => page.locator('.prompt.find .count').textContent();
  const counts = (reader: ReaderPage, wanted: string) =>
    waitUntil(async () => (await count(reader)) === wanted, `the prompt counts ${wanted}`, 4000);
  const here = async ({ page }: ReaderPage) => (await paintedWords(page, 'found-here')).join();
  const find = async (reader: ReaderPage, words: string) => {
    // Without a pause: no letter of what is looked for may go to the text as a key.
    await reader.page.keyboard.type(`/${words}`);
  };

  test('all hits are painted and counted, next and previous go round, Esc leaves the words selected', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await find(reader, 'state');
      // As many places have its first letters: the count alone does not say that the whole word was looked for.
      await waitUntil(async () => (await paintedWords(page, 'found')).join() === 'state,state', 'both are painted');
      await counts(reader, '1 of 2');
      await page.keyboard.press('Enter');
      await counts(reader, '2 of 2');
      await page.keyboard.press('F3');
      await counts(reader, '1 of 2');
      await page.keyboard.press('Shift+Enter');
      await counts(reader, '2 of 2');
      await page.keyboard.press('Escape');
      await waitUntil(async () => (await page.locator('.prompt').count()) === 0, 'closed');
      assert.equal(await selectedWords(page), 'state');
      await waitUntil(async () => (await paintedWords(page, 'found')).length === 0, 'no hit is painted any more');
    }));

  test('Enter right behind the last letter is about all of the words', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await clickOn(page, 'For thirty years');
      await page.keyboard.press('/');
      // In one task of the page: no frame comes in between.
      await page.locator('.prompt.find input').evaluate((field: HTMLInputElement) => {
        field.value = 'state';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      });
      await counts(reader, '2 of 2');
    }));

  test('who has gone elsewhere in the text goes on from there, and another text moves nobody', () =>
    withPage({ text: longText(60) }, async (reader) => {
      const { page, host } = reader;
      await find(reader, 'Paragraph');
      await counts(reader, '1 of 60');
      await clickOn(page, 'Paragraph 30');
      await page.keyboard.press('F3');
      await counts(reader, '31 of 60');
      await page.keyboard.press('F3');
      await counts(reader, '32 of 60');
      await clickOn(page, 'Paragraph 12');
      await page.keyboard.press('Shift+F3');
      await counts(reader, '11 of 60');
      await clickOn(page, 'Paragraph 50');
      const where = async () => (await page.locator('.paragraph', { hasText: 'Paragraph 50' }).boundingBox())?.y ?? 0;
      const before = await where();
      host.setText(longText(60).replace('Paragraph 5 ', 'Paragraph V '));
      await waitUntil(async () => (await page.locator('.column').textContent())?.includes('graph V') === true, 'shown');
      await counts(reader, '11 of 60');
      assert.ok(Math.abs((await where()) - before) <= 2, `from ${before} to ${await where()}`);
    }));

  test('an argument that is made meanwhile leaves the search as it is, and the key for the search ends the choice', () => {
    const start = harbour.indexOf('cost, and they');
    const set = {
      annotations: [{ id: 'a1', tag: 'claim', spans: [selectorOf(harbour, { start, end: start + 14 })] }],
      arguments: [],
      links: [],
    };
    return withPage({ set }, async (reader) => {
      const { page, host } = reader;
      const focused = () => page.evaluate(() => document.activeElement?.className || document.activeElement?.role);
      await find(reader, 'the');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      const counted = await count(reader);
      await clickOn(page, 'cost, and they');
      await page.keyboard.press('l');
      await page.locator('.prompt.target').waitFor();
      assert.equal(await page.locator('.prompt.find').isVisible(), false);
      // A click that misses, and words that are typed then.
      await clickOn(page, 'thirty years');
      await page.keyboard.type('pec');
      assert.equal(await page.locator('.prompt.target input').inputValue(), 'pec');
      await page.keyboard.press('Escape');
      await page.locator('.prompt.target').waitFor({ state: 'detached' });
      assert.equal(await focused(), 'column');
      assert.equal(await count(reader), counted);
      await page.keyboard.press('k');
      await page.locator('.prompt.target').waitFor();
      host.send({ type: 'do', action: 'find' });
      await page.locator('.prompt.target').waitFor({ state: 'detached' });
      await page.keyboard.type('port');
      assert.equal(await page.locator('.prompt.find input').inputValue(), 'port');
      assert.deepEqual(
        host.received.filter(({ type }) => type === 'gesture'),
        [],
      );
    });
  });

  test('case, whole words, and the selection as what is looked for', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await find(reader, 'port');
      await counts(reader, '2 of 2');
      await page.keyboard.press('Alt+w');
      await counts(reader, 'not found');
      await page.keyboard.press('Alt+w');
      await page.keyboard.press('Alt+c');
      await counts(reader, 'not found');
      await page.keyboard.press('Escape');
      await dragOver(page, 'maintenance');
      await page.keyboard.press('/');
      await page.locator('.prompt.find input').waitFor();
      assert.equal(await page.locator('.prompt.find input').inputValue(), 'maintenance');
      await counts(reader, '1 of 1');
    }));

  test('all hits are tagged as one step, after a look at each, and some are left out', () => {
    const start = harbour.indexOf('cost, and they');
    const set = {
      annotations: [{ id: 'k1', tag: 'claim', by: 'ana', spans: [selectorOf(harbour, { start, end: start + 4 })] }],
      arguments: [],
      links: [],
    };
    return withPage({ set }, async (reader) => {
      const { page, host } = reader;
      await find(reader, 'cost');
      await page.keyboard.press('Alt+w');
      await counts(reader, '1 of 1');
      await page.keyboard.press('Alt+w');
      await counts(reader, '1 of 2');
      await page.keyboard.press('Alt+Enter');
      const rows = page.locator('.hits [role=option]');
      await rows.first().waitFor();
      assert.equal(await rows.count(), 2);
      assert.match((await rows.nth(1).textContent()) ?? '', /should carry its cost, and they.*claim already/);
      assert.deepEqual(
        await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-selected'))),
        ['true', 'false'],
        'what has the tag already is left out',
      );
      assert.match((await page.locator('.hits .first').textContent()) ?? '', /Tag 1 Hit/);
      await page.locator('.hits select').selectOption('premise');
      await waitUntil(
        async () => /2 Hits/.test((await page.locator('.hits .first').textContent()) ?? ''),
        'both of the other tag',
      );
      await page.locator('.hits [role=listbox]').focus();
      await page.keyboard.press('Space');
      await waitUntil(
        async () => /1 Hit$/.test((await page.locator('.hits .first').textContent()) ?? ''),
        'one left out',
      );
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await waitUntil(
        async () => (await here(reader)) === 'cost' && (await count(reader)) === '2 of 2',
        'shown in the text',
      );
      await page.keyboard.press('Enter');
      await waitUntil(() => host.set.annotations.length === 3, 'tagged');
      assert.deepEqual(host.set.annotations.map(({ id, tag }) => `${tag}: ${host.words(id)}`).sort(), [
        'claim: cost',
        'premise: cost',
        'premise: cost',
      ]);
      assert.equal(host.received.filter(({ type }) => type === 'gesture').length, 1, 'one gesture, so one undo');
      await waitUntil(async () => (await page.locator('.prompt').count()) === 0, 'closed');
      assert.match((await page.locator('.status .message').textContent()) ?? '', /2 places tagged premise/);
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'column');
    });
  });

  test('by a command too, while the search is open, keys go to the list of hits and Enter tags them', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      const before = host.set.annotations.length;
      await find(reader, 'cost');
      await counts(reader, '1 of 2');
      host.send({ type: 'do', action: 'tagAllHits' });
      await page.locator('.hits [role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      await waitUntil(() => host.set.annotations.length === before + 2, 'tagged');
    }));

  test('in a long article hits are painted near the view only, all are counted, and all can be tagged', () =>
    withPage({ text: longText(600) }, async (reader) => {
      const { page, host } = reader;
      await find(reader, 'matter');
      // As many places have its first letters.
      await waitUntil(async () => (await here(reader)) === 'matter', 'all of the word is looked for');
      await counts(reader, '1 of 600');
      const painted = await paintedWords(page, 'found');
      assert.ok(painted.length > 5 && painted.length < 200, String(painted.length));
      for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+Enter');
      await counts(reader, '598 of 600');
      await waitUntil(async () => (await paintedWords(page, 'found')).length > 3, 'painted at the other end as well');
      await page.keyboard.press('Alt+Enter');
      await page.locator('.hits [role=option]').first().waitFor();
      await page.locator('.hits [role=option].here').waitFor();
      await page.keyboard.press('Enter');
      await waitUntil(() => host.set.annotations.length === 600, 'all are tagged');
      await waitUntil(async () => (await paintedWords(page, 'tag-claim')).length > 3, 'and painted');
    }));

  test('what cannot be changed can be searched, not tagged', () =>
    withPage({ readOnly: true }, async (reader) => {
      await find(reader, 'state');
      await counts(reader, '1 of 2');
      assert.ok(await reader.page.getByRole('button', { name: 'Tag All Hits…' }).isDisabled());
      reader.host.send({ type: 'do', action: 'tagAllHits' });
      await waitUntil(
        async () => /Nothing can be changed/.test((await reader.page.locator('.status .message').textContent()) ?? ''),
        'refused',
      );
    }));
});
