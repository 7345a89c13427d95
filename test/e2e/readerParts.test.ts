/** A state that comes in two parts, or before the page's script: what a page that was there before remembers of the second, and that nothing is lost. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { AnnotationSet } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { waitUntil } from './gestures';
import { readerPages } from './readerPages';

const text = Array.from({ length: 600 }, (_, i) => `Ship ${i} came in with the tide.`).join('\n\n');
const placeOf = (i: number) => {
  const words = `Ship ${i} came in`;
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const note = 'Saved while the page was away.';
const set: AnnotationSet = {
  annotations: Array.from({ length: 600 }, (_, i) => ({
    id: `n${i}`,
    tag: 'claim',
    spans: [selectorOf(text, placeOf(i))],
    ...(i === 550 && { note }),
  })),
  arguments: [],
  links: [],
};

describe('a page that was there before and gets its state in two parts', () => {
  const withPage = readerPages({ text, set, inParts: true });
  const { start } = placeOf(550);
  const remembered = { top: start, below: 100, folds: [], details: true, anchor: start + 2, focus: start + 2 };

  test('knows with the second one what the caret is on and what is saved', () =>
    withPage(
      { width: 1100, state: { ...remembered, drafts: [{ id: 'n550', field: 'note', value: note, over: [''] }] } },
      async ({ page, host, state }) => {
        const told = () => host.received.findLast((one) => one.type === 'selection');
        await waitUntil(() => told()?.caret === start + 2, 'where the caret is was told');
        assert.equal(told()?.annotation, undefined);
        assert.match(JSON.stringify(await state()), /"drafts":\[\{"id":"n550"/);
        host.sendRest();
        await waitUntil(() => told()?.annotation === 'n550', 'what it is on is told');
        assert.equal(await page.getByLabel('Note').inputValue(), note);
        assert.match(JSON.stringify(await state()), /"drafts":\[\]/);
      },
    ));
});

describe('a page whose script comes after its state', () => {
  const withPage = readerPages({ text, set, ahead: true });

  test('shows it all the same, and asks once', () =>
    withPage({}, async ({ page, host }) => {
      assert.match((await page.locator('.column').textContent()) ?? '', /Ship 599 came in/);
      assert.equal(host.received.filter(({ type }) => type === 'ready').length, 1, 'that of the test');
    }));

  test('shows it also where it comes after a message that the page fails on, and tells of that', () => {
    const failing = `Object.defineProperty(new MessageEvent('message'), 'data', { get() { throw new Error('broken'); } })`;
    const before = `addEventListener('message', () => early.unshift(${failing}), { once: true });`;
    return withPage({ before }, async ({ host, failures }) => {
      await waitUntil(() => failures.length > 1, 'both the host and the console are told');
      assert.match(JSON.stringify(host.received.filter(({ type }) => type === 'failure')), /broken/);
      assert.ok(failures.splice(0).every((failure) => failure.includes('broken')));
    });
  });
});

describe('a page of an article that another view shows', () => {
  const { start } = placeOf(300);
  const withPage = readerPages({ text, set, begin: { top: start, caret: start + 5 } });
  const isOnTop = (page: Page, words: string) =>
    page.evaluate((words) => {
      const top = document.querySelector('.scroller')?.getBoundingClientRect().top ?? 0;
      const block = [...document.querySelectorAll('.block')].find(({ textContent }) => textContent?.startsWith(words));
      return Math.abs((block?.getBoundingClientRect().top ?? 0) - top) < 20;
    }, words);

  test('begins where that one is', () =>
    withPage({}, async ({ page, host }) => {
      await waitUntil(() => isOnTop(page, 'Ship 300 came'), 'the same line is on top');
      await page.keyboard.press('Shift+ArrowRight');
      const spans = () => host.received.findLast((one) => one.type === 'selection')?.spans;
      await waitUntil(() => spans()?.[0]?.start === start + 5, 'the caret is there too');
    }));

  test('begins where it was itself, if it was there before', () => {
    const mine = placeOf(100).start;
    const state = { top: mine, below: 0, folds: [], details: false, anchor: mine, focus: mine, drafts: [] };
    return withPage({ state }, async ({ page }) => {
      await waitUntil(() => isOnTop(page, 'Ship 100 came'), 'its line is on top');
    });
  });
});
