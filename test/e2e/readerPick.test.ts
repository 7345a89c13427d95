/** Where several annotations overlap: all are seen, the smallest speaks first, and any of them is picked by key. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Annotation } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { busy } from './readerStates';
import { harbour } from './readerTexts';
import { clickOn, paintedWords, pointAt } from './readerWords';

const nested = [
  'But those who gain from depth should carry its cost, and they are easy to name.',
  'those who gain from depth should carry its cost',
  'who gain from depth should',
  'gain from depth',
];
const at = (quote: string) => harbour.indexOf(quote);
const annotation = (id: string, tag: string, quote: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  tag,
  spans: [selectorOf(harbour, { start: at(quote), end: at(quote) + quote.length })],
  ...more,
});
const set = {
  annotations: [
    ...nested.map((quote, i) => annotation(`c${i}`, 'claim', quote, i === 1 ? { note: 'The thesis.' } : {})),
    annotation('x1', 'premise', 'should carry its cost, and'),
    annotation('lone', 'evidence', 'In 2023 the bill'),
  ],
  arguments: [],
  links: [],
};

describe('overlapping annotations', () => {
  const withPage = readerPages({ text: harbour, set });
  const list = ({ page }: ReaderPage) => page.getByRole('listbox', { name: /annotations here/ });
  const chosen = (reader: ReaderPage) => list(reader).locator('[aria-selected=true]').textContent();
  const activeClass = ({ page }: ReaderPage) => page.evaluate(() => document.activeElement?.className);
  const speaks = (reader: ReaderPage, words: string) =>
    waitUntil(async () => (await paintedWords(reader.page, 'on-claim')).join() === words, `“${words}” speaks up`);

  test('are painted at heights of their own, each over just its words', () =>
    withPage({}, async ({ page }) => {
      const painted = await page.evaluate(() =>
        [...CSS.highlights]
          .filter(([name]) => name.startsWith('argmark-tag-'))
          .flatMap(([name, highlight]) => [...highlight].map((range) => `${name} ${range}`))
          .sort(),
      );
      assert.deepEqual(painted, [
        `argmark-tag-claim ${nested[3]}`,
        `argmark-tag-claim_1 ${nested[2]}`,
        `argmark-tag-claim_2 ${nested[1]}`,
        `argmark-tag-claim_3 ${nested[0]}`,
        'argmark-tag-evidence In 2023 the bill',
        'argmark-tag-premise should carry its cost, and',
      ]);
    }));

  test('have letters beside their line in the order of the text, also after one was given another tag', () => {
    const annotations = [annotation('a1', 'claim', 'thirty years'), annotation('a2', 'premise', 'harbour has lived')];
    return withPage({ set: { ...set, annotations } }, async ({ page }) => {
      const letters = async () => (await page.locator('.letters').allTextContents()).join();
      await waitUntil(async () => (await letters()) === 'cp', 'both are there');
      await clickOn(page, 'thirty years');
      await page.keyboard.press('e');
      await waitUntil(async () => /e/.test(await letters()), 'the first has another');
      assert.equal(await letters(), 'ep');
    });
  });

  test('each character of the page is painted with just the tags of the annotations that hold it', () =>
    withPage({ set: busy }, async ({ page, host }) => {
      const painted = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('.column') as Element, NodeFilter.SHOW_TEXT);
        const marks = [...CSS.highlights].filter(([name]) => name.startsWith('argmark-tag-'));
        const found: { word: string; tags: string[] }[] = [];
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          if (node.parentElement?.closest('.own, .fold')) continue;
          for (let i = 0; i < node.length; i++) {
            const tags = marks.flatMap(([name, highlight]) =>
              [...highlight].flatMap((range) =>
                (range as Range).isPointInRange(node as Text, i) && (range as Range).isPointInRange(node as Text, i + 1)
                  ? name.replace(/^argmark-tag-|_\d+$/g, '')
                  : [],
              ),
            );
            found.push({ word: node.data[i] ?? '', tags: tags.sort() });
          }
        }
        return found;
      });
      // The same letters in the same order, asked of every annotation one by one.
      const wanted = host.article.blocks.flatMap((block) =>
        block.runs.flatMap((run) =>
          Array.from({ length: run.end - run.start }, (_, i) => {
            const place = run.start + i;
            const tags = host.set.annotations.flatMap(({ id, tag }) =>
              host.spans(id).some(({ start, end }) => start <= place && place < end) ? tag : [],
            );
            return { word: host.article.text[place] ?? '', tags: tags.sort() };
          }),
        ),
      );
      assert.ok(painted.length > 800);
      assert.deepEqual(painted, wanted);
    }));

  test('the smallest under the pointer speaks first', () =>
    withPage({}, async (reader) => {
      await pointAt(reader.page, 'from depth');
      await speaks(reader, nested[3] ?? '');
      const ids = reader.page.locator('.hover-card article');
      await ids.first().waitFor();
      assert.deepEqual(await ids.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id)), [
        'c3',
        'c2',
        'c1',
        'c0',
      ]);
    }));

  test('a key lists them, the smallest first; arrows, digits, Enter and Esc do what they do in a list', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'from depth');
      await page.keyboard.press('h');
      await list(reader).waitFor();
      assert.equal(await list(reader).getAttribute('aria-label'), '4 annotations here, the smallest first');
      assert.equal(await activeClass(reader), 'pick-list placed');
      assert.match((await chosen(reader)) ?? '', /^1Claimgain from depth$/);
      const active = await list(reader).getAttribute('aria-activedescendant');
      assert.equal(await page.locator(`[id="${active}"]`).getAttribute('aria-selected'), 'true');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.match((await chosen(reader)) ?? '', /those who gain.*The thesis\./);
      await speaks(reader, nested[1] ?? '');
      await page.keyboard.press('End');
      assert.match((await chosen(reader)) ?? '', /^4/);
      await page.keyboard.press('ArrowDown');
      assert.match((await chosen(reader)) ?? '', /^1/, 'round again');

      await page.keyboard.press('Escape');
      await waitUntil(async () => (await list(reader).count()) === 0, 'Esc closes it');
      assert.equal(await activeClass(reader), 'column');
      await speaks(reader, nested[3] ?? '');

      // Without a pause: the list takes the very next key.
      await page.keyboard.type('h2');
      await speaks(reader, nested[2] ?? '');
      assert.equal(await activeClass(reader), 'column');
      await page.keyboard.press('e');
      await waitUntil(
        () => host.set.annotations.find(({ id }) => id === 'c2')?.tag === 'evidence',
        'that one is retagged',
      );
      assert.equal(host.set.annotations.filter(({ tag }) => tag === 'evidence').length, 2, 'and no other');

      await page.keyboard.type('h');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await speaks(reader, nested[0] ?? '');
      await page.keyboard.press('Delete');
      await waitUntil(() => !host.set.annotations.some(({ id }) => id === 'c0'), 'the outermost is deleted');
      assert.equal(host.set.annotations.length, 5);
    }));

  test('a click in the list picks, and one alone needs no list', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'from depth');
      host.send({ type: 'do', action: 'pickHere' });
      await list(reader).getByRole('option').nth(2).click();
      await speaks(reader, nested[1] ?? '');
      await clickOn(page, 'In 2023');
      await page.keyboard.press('h');
      await page.locator('.status .message', { hasText: 'Only one annotation is here: Evidence.' }).waitFor();
      await clickOn(page, 'thirty years');
      await page.keyboard.press('h');
      await page.locator('.status .message', { hasText: 'No annotation here.' }).waitFor();
      assert.equal(await list(reader).count(), 0);
    }));

  test('a screen reader hears the tag and its number once, what changes, and nothing where it is silenced', () =>
    withPage({ bodyClasses: 'vscode-using-screen-reader' }, async (reader) => {
      const { page, host } = reader;
      await page.clock.install();
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        const live = document.querySelector('.live') as HTMLElement;
        new MutationObserver(() => heard.push(live.textContent?.trim() ?? '')).observe(live, { childList: true });
      });
      const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
      const hears = async (words: string) => {
        const all: string[] = [];
        await waitUntil(async () => all.push(...(await heard())) > 0 && all.includes(words), `“${words}” is heard`);
        assert.equal(all.filter((one) => one === words).length, 1, 'once');
      };
      await clickOn(page, 'easy to name');
      await hears('Claim 2 of 6');
      await page.keyboard.press('Shift+N');
      await hears('Evidence 1 of 6');
      await page.keyboard.press('n');
      await page.keyboard.press('n');
      await hears('Claim 3 of 6: The thesis.; in Claim 2 of 6');
      await page.keyboard.press('p');
      await hears('Now Premise.');
      await page.keyboard.press('Delete');
      await hears('Premise removed.');
      assert.equal(host.set.annotations.length, 5);
      host.send({ type: 'status', dirty: true, notices: [], readOnly: false });
      host.send({ type: 'status', dirty: false, notices: [], readOnly: false });
      await hears('Saved.');
      // What the caret stands on now is said once it has rested.
      await page.clock.runFor(1_000);
      await heard();
      const settings = { readingFont: 'serif', lineWidth: 66, zoom: 100, keys: {}, annotator: 'ana' } as const;
      host.send({ type: 'settings', settings: { ...settings, announce: false } });
      await clickOn(page, 'In 2023');
      await page.keyboard.press('c');
      await waitUntil(() => host.set.annotations.find(({ id }) => id === 'lone')?.tag === 'claim', 'retagged');
      await page.clock.runFor(300);
      assert.deepEqual(await heard(), []);
      await page.keyboard.press('v');
      await waitUntil(
        () => host.received.some((message) => message.type === 'ask' && message.what === 'toggleAnnouncements'),
        'the host is asked to speak again',
      );
    }));
});
