/** The reading view's page in other languages than English: nothing of it left in English, German words in it, and Arabic from right to left. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { defaultCodebook } from '../../src/core/annotation/defaultCodebook';
import type { AnnotationSet } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { readerPages } from './readerPages';
import { harbour } from './readerTexts';
import { clickOn, pointAt } from './readerWords';

const thesis = 'But those who gain from depth should carry its cost';
const reason = 'Neither pays for the ground that is moved';
const selectors = (words: string) => {
  const start = harbour.indexOf(words);
  return [selectorOf(harbour, { start, end: start + words.length })];
};
const set: AnnotationSet = {
  annotations: [
    { id: 'c1', tag: 'claim', spans: selectors(thesis), note: 'The thesis.', by: 'ana' },
    { id: 'p1', tag: 'premise', spans: selectors(reason), attributes: { nonesuch: true } },
    { id: 'u1', tag: 'premise', spans: [], wording: 'Whoever gains should pay.' },
    { id: 'o1', tag: 'nonesuch', spans: [{ quote: 'Gone words' }] },
  ],
  arguments: [
    { id: 'g1', premises: ['u1', 'p1'], supports: 'c1' },
    { id: 'g2', premises: ['p1'], attacks: 'g1' },
  ],
  links: [],
};

const bundleOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8'));

/** Every sentence as it is in English, between brackets: what has none on the page was never said through `l10n`. */
const bracketed = (): Record<string, string> => {
  const english: Record<string, string | { readonly message: string }> = JSON.parse(
    readFileSync('l10n/bundle.l10n.json', 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, `⟦${typeof text === 'string' ? text : text.message}⟧`]),
  );
};

/** What stands on the page and is not Argmark's to say: words of the article and of the annotations, values of the codebook. */
const data = [
  harbour,
  ...['The thesis.', 'Whoever gains should pay.', 'Gone words', 'nonesuch', 'Nonesuch', 'true', 'ana', 'article.txt'],
  ...[...defaultCodebook.article, ...defaultCodebook.tags.flatMap((tag) => tag.attributes)].flatMap(
    ({ values = [] }) => values,
  ),
  'March 14, 2024',
].join('\n');
const isData = (text: string) => text.split(/\n| · |: | \+ |…/).every((part) => data.includes(part.trim()));

/** Texts and spoken attributes of all that is shown, but for the names of keys. */
async function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.localName === 'script') continue;
        for (const name of ['title', 'aria-label', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '');
      } else if (!['script', 'kbd'].includes(node.parentElement?.localName ?? '')) found.push(node.textContent ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => /\p{L}{2,}/u.test(text));
  });
}

describe('the reading view in other languages', () => {
  const withPage = readerPages({ text: harbour, set });

  /** Brings up, one after the other, all that the page can show. */
  const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    details: async (page) => {
      await clickOn(page, 'should carry its cost');
      await page.locator('.details textarea').first().waitFor();
    },
    card: async (page) => {
      await pointAt(page, 'should carry its cost');
      await page.locator('.hover-card.placed').waitFor();
    },
    bar: async (page) => {
      await clickOn(page, 'thirty years');
      await page.keyboard.press('s');
      await page.locator('.bar').waitFor();
    },
    'a refusal': async (page) => {
      await page.keyboard.press('Escape');
      await clickOn(page, 'thirty years');
      await page.keyboard.press('Delete');
      await page.locator('.status .message', { hasText: /./ }).waitFor();
    },
    target: async (page) => {
      await clickOn(page, 'ground that is moved');
      await page.keyboard.press('l');
      await page.locator('.prompt.target .item').first().waitFor();
    },
    hits: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.type('compromise');
      await page.keyboard.press('Alt+Enter');
      await page.locator('.hits .item').first().waitFor();
    },
    keys: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.hits').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.locator('.prompt.find').waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.locator('.keys').waitFor();
    },
  };

  test('says nothing that cannot be translated', () =>
    withPage({ words: { language: 'qps-ploc', bundle: bracketed() }, state: { details: true } }, async ({ page }) => {
      for (const [name, show] of Object.entries(views)) {
        await show(page);
        const words = await wordsOn(page);
        assert.ok(
          words.some((text) => text.includes('⟦')),
          `${name} speaks that language`,
        );
        assert.deepEqual(
          words.filter((text) => !/[⟦⟧]/.test(text) && !isData(text)),
          [],
          name,
        );
      }
    }));

  test('speaks German, with the page’s language said', () =>
    withPage({ words: { language: 'de', bundle: bundleOf('de') }, state: { details: true } }, async ({ page }) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
      await clickOn(page, 'should carry its cost');
      await page.getByLabel('Notiz').waitFor();
      await page.locator('.details', { hasText: 'gestützt von' }).waitFor();
      assert.match((await page.locator('.status .counts').textContent()) ?? '', /1 Behauptung/);
      await page.locator('.length', { hasText: /^\d+ Wörter · \d Minuten?$/ }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Tasten der Leseansicht' }).waitFor();
    }));

  test('stands from right to left in Arabic, and the article’s own text as its letters ask', () =>
    withPage({ words: { language: 'ar', bundle: bundleOf('ar') }, state: { details: true } }, async ({ page }) => {
      assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
      await clickOn(page, 'should carry its cost');
      await page.getByLabel('ملاحظة').waitFor();
      const box = async (selector: string) => (await page.locator(selector).first().boundingBox()) ?? assert.fail();
      const [text, details, ruler] = [await box('.scroller'), await box('.details-place'), await box('.overview')];
      assert.ok(details.x + details.width <= ruler.x + 1 && ruler.x + ruler.width <= text.x + 1, 'mirrored');
      const directions = await page.evaluate(() =>
        [...document.querySelectorAll('.column .block.paragraph')].map((one) => getComputedStyle(one).direction),
      );
      assert.deepEqual([...new Set(directions)].sort(), ['ltr', 'rtl']);
      // Letters in the margin stand beside the text where its lines end, as they do in a page from left to right.
      const [letter, block] = [await box('.letter'), await box('.column .block.paragraph')];
      assert.ok(letter.x + letter.width <= block.x, 'the margin is mirrored');
      await page.keyboard.press('?');
      const sideOfLetters = await page
        .locator('.keys kbd')
        .first()
        .evaluate((key) => getComputedStyle(key).direction);
      assert.equal(sideOfLetters, 'ltr', 'a bracket stays the one on the key');
      await page.keyboard.press('Escape');
      const labels = page.locator('.details .field > label');
      const aligned = await labels.evaluateAll((all) => all.map((one) => getComputedStyle(one).textAlign));
      assert.deepEqual([...new Set(aligned)], ['right'], 'labels of either direction stand on one side');
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing lies outside');
    }));

  test('facts of either direction have the dot between them on the side where the one before them stands', () =>
    withPage(
      {
        words: { language: 'ar', bundle: bundleOf('ar') },
        text: readFileSync('media/samples/ports-and-power.txt', 'utf8'),
      },
      async ({ page }) => {
        const dots = (selector: string) =>
          page
            .locator(selector)
            .first()
            .evaluate((one) =>
              ['::before', '::after'].map((side) => getComputedStyle(one, side).content.includes('·')),
            );
        assert.deepEqual(await dots('.byline'), [false, false]);
        assert.deepEqual(await dots('.byline + .date'), [false, true], 'English in an Arabic page');
        assert.deepEqual(await dots('.date + .length'), [true, false], 'the page’s own words');
      },
    ));
});
