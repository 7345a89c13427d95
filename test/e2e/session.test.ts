/**
 * A whole coding session by keyboard alone on a saved web page: thirty annotations, sentences and words within them, and six arguments. Each
 * key that tags or argues is counted; how the caret comes to a place is reading, and is not.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { quickInput, tab, waitUntil } from './gestures';
import { readIndependently } from './independentReader';
import { caretTo, pickByKeys, pointerWatch, runByKeys } from './keyboard';
import { save } from './opening';
import { ReadingView } from './readingView';
import { piecesOf } from './sentences';
import { journey, openWorkbench, seedArticle, workspaceWith } from './workbench';

const annotations = 30;
const wordsWithin = 10;
const mostForAClaim = 3;
const mostForAnArgument = 4;

/** A keyboard that counts. */
function counted(page: Page) {
  let count = 0;
  return {
    press: async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      count += keys.length;
    },
    /** How many keys were pressed since the last time this was asked. */
    taken: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}

const oneLine = (words: string) => words.replaceAll(/\s+/g, ' ');

/** What a person who looks at the list would press: arrows to what is near, letters that what stands before it lacks. */
function shortestWayTo(words: string, options: readonly string[]): string[] {
  const at = options.findIndex((option) => oneLine(option).includes(words.slice(0, 25)));
  assert.ok(at >= 0, `“${words}” is offered: ${options.join(' | ')}`);
  if (at <= 2) return Array.from({ length: at }, () => 'ArrowDown');
  const before = options.slice(0, at).map((option) => option.toLowerCase());
  const letters = words.slice(0, 25).toLowerCase();
  for (let i = 0; i + 2 <= letters.length; i++) {
    const pair = letters.slice(i, i + 2);
    if (/^[a-z]{2}$/.test(pair) && !before.some((option) => option.includes(pair))) return [...pair];
  }
  return Array.from({ length: at }, () => 'ArrowDown');
}

journey(
  'by keyboard alone: thirty annotations and six arguments, at most three keys for a claim and four for an argument',
  async () => {
    const seed = await seedArticle();
    if (!seed) return;
    const name = 'page.txt';
    const folder = await workspaceWith({ [name]: seed });
    const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
    const pointers = await pointerWatch(page);
    await page.keyboard.press('Control+p');
    await quickInput(page).waitFor();
    await pickByKeys(page, name);
    await tab(page, name).waitFor();
    await runByKeys(page, 'Argmark: Open as Article');
    const view = await new ReadingView(page).ready();
    await waitUntil(() => view.focused(), 'keys go to the article');
    const [first] = await piecesOf(view, 10);
    assert.ok(first, 'it has sentences');
    await caretTo(view, first);

    const keys = counted(page);
    const made: { readonly tag: string; readonly words: string }[] = [];
    const costs: number[] = [];
    const tag = async (key: string, name: string) => {
      const words = await view.selected();
      keys.taken();
      await keys.press(key);
      costs.push(keys.taken());
      await view.showsTagged(name, words);
      made.push({ tag: name, words });
    };
    const sentences: string[] = [];
    const begin = Date.now();
    while (made.length < annotations) {
      await keys.press('s');
      const within = sentences.length > 0 && sentences.length <= wordsWithin;
      if (within) await tag('e', 'evidence');
      await waitUntil(async () => {
        const before = await view.selected();
        if (/[.!?…”"’)\]]$/.test(before) || before.split(' ').length > 3) return true;
        await keys.press('s');
        return false;
      }, 'a sentence is selected');
      sentences.push(oneLine(await view.selected()));
      await tag(...((sentences.length % 3 === 1 ? ['c', 'claim'] : ['p', 'premise']) as [string, string]));
      // To the end of the sentence, and on to the next.
      await keys.press('ArrowRight', 'ArrowRight');
    }
    console.log(
      `  | ${made.length} annotations in ${Math.round((Date.now() - begin) / 1000)} s, ${costs.join('+')} keys after selecting`,
    );
    assert.ok(Math.max(...costs) <= mostForAClaim, `a claim took ${Math.max(...costs)} keys`);

    const argued: number[] = [];
    for (let i = 0; i < 6; i++) {
      const [conclusion, premise] = sentences.slice(i * 3, i * 3 + 2);
      assert.ok(conclusion && premise);
      await caretTo(view, premise.slice(-20));
      keys.taken();
      await keys.press(i === 5 ? 'k' : 'l');
      await view.targetField().waitFor();
      const options = await view.frame.locator('.prompt.target [role=option]').allTextContents();
      await keys.press(...shortestWayTo(conclusion, options));
      const chosen = view.frame.locator('.prompt.target [aria-selected=true]');
      await waitUntil(
        async () => oneLine((await chosen.textContent()) ?? '').includes(conclusion.slice(0, 25)),
        `the target is “${conclusion}”`,
      );
      await keys.press('Enter');
      argued.push(keys.taken());
      await view.targetField().waitFor({ state: 'detached' });
    }
    console.log(`  | 6 arguments, ${argued.join('+')} keys`);
    assert.ok(Math.max(...argued) <= mostForAnArgument, `an argument took ${Math.max(...argued)} keys`);
    await save(page, name);
    assert.equal(await pointers(), 0, 'no pointer event anywhere');

    const found = await readIndependently(join(folder, name));
    assert.equal(found.annotations.length, made.length);
    assert.deepEqual(
      found.annotations.map(({ tag, spans }) => `${tag}: ${oneLine(spans[0]?.quote ?? '')}`).sort(),
      made.map(({ tag, words }) => `${tag}: ${oneLine(words)}`).sort(),
    );
    assert.equal(found.arguments.filter(({ supports }) => supports !== undefined).length, 5);
    assert.equal(found.arguments.length, 6);
    await close();
  },
  { timeout: 300_000 },
);
