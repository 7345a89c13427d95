/** The review bar of the reading view: old words beside new ones, an answer for every key, and the words found for an orphan. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Annotation } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import type { AnnotatedArticle } from '../../src/host/articles';
import { reviewItem } from '../../src/host/review/reviewItem';
import { launchBrowser } from '../run/chromium';
import { checkWithAxe } from './axe';
import { waitUntil } from './gestures';
import { openReaderPage, type ReaderPage, type ReaderPageOptions } from './readerPage';
import { paintedWords } from './readerWords';

const was = `The price of depth

Ports gain from depth, and somebody has to pay for the digging of the channel every single year.

The harbour master keeps a ledger in which all of the small fees are written down by hand.

Nobody in the ministry has ever asked what the dredgers burn.
`;
const now = was
  .replace('somebody has to pay for the digging', 'someone must pay for the deepening')
  .replace('Nobody in the ministry has ever asked what the dredgers burn.', 'What dredgers burn is secret.');

const tagged = (id: string, tag: string, quote: string): Annotation => ({
  id,
  tag,
  spans: [selectorOf(was, { start: was.indexOf(quote), end: was.indexOf(quote) + quote.length })],
});
const set = {
  annotations: [
    tagged('d1', 'claim', 'somebody has to pay for the digging of the channel every single year'),
    tagged('fine', 'premise', 'all of the small fees are written down by hand'),
    tagged('lost', 'premise', 'Nobody in the ministry has ever asked what the dredgers burn.'),
  ],
  arguments: [{ id: 'g1', premises: ['lost'], supports: 'd1' }],
  links: [],
};

describe('the review', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const withReview = async (
    id: string,
    options: Partial<ReaderPageOptions>,
    play: (reader: ReaderPage) => Promise<void>,
  ) => {
    const reader = await openReaderPage(browser, { text: now, set, ...options });
    try {
      show(reader, id);
      await bar(reader).waitFor();
      await play(reader);
      assert.deepEqual(reader.failures, []);
    } finally {
      await reader.context.close();
    }
  };
  const stateOf = ({ host }: ReaderPage) =>
    ({ article: host.article, sidecar: { set: host.set }, placements: host.placements }) as unknown as AnnotatedArticle;
  const show = (reader: ReaderPage, id: string, at = 1) => {
    const item = reviewItem(stateOf(reader), id, { at, of: 2 });
    assert.ok(item);
    reader.host.send({ type: 'review', item });
  };
  const bar = ({ page }: ReaderPage) => page.getByRole('region', { name: /^Review: / });
  const hasFocus = (reader: ReaderPage) =>
    waitUntil(() => bar(reader).evaluate((element) => element === document.activeElement), 'the review has the focus');
  const answers = ({ host }: ReaderPage) =>
    host.received.flatMap((message) => (message.type === 'review' ? [message.answer] : []));

  test('takes the focus, shows what has changed beside the old words, and marks the place in the text', () =>
    withReview('d1', {}, async (reader) => {
      await hasFocus(reader);
      assert.equal(await bar(reader).getAttribute('aria-label'), 'Review: 1 of 2, Claim, please look');
      const removed = await bar(reader).locator('del').allTextContents();
      const added = await bar(reader).locator('ins').allTextContents();
      assert.deepEqual(removed, ['[gone: somebody has to]', '[gone: digging]']);
      assert.deepEqual(added, ['[new: someone must]', '[new: deepening]']);
      await waitUntil(
        async () =>
          (await paintedWords(reader.page, 'target')).join() ===
          'someone must pay for the deepening of the channel every single year',
        'the place is marked',
      );
      const said = await bar(reader).locator('.touched').textContent();
      assert.match(said ?? '', /What one argument supports or attacks changed\..*Nobody in the ministry/);
    }));

  test('what is to be looked at is counted below the text and marked in the margin, and the count leads to the review', () =>
    withReview('d1', {}, async ({ page, host }) => {
      const letter = page.locator('.letter[data-id=d1]');
      await letter.waitFor();
      assert.equal(await letter.getAttribute('title'), 'Claim, please look');
      assert.equal(await letter.evaluate((one) => getComputedStyle(one, '::before').content), '"?" / ""');
      assert.equal(
        await page.locator('.letter[data-id=fine]').evaluate((one) => getComputedStyle(one, '::before').content),
        'none',
      );
      await page.locator('.status').getByRole('button', { name: '1 to look at' }).click();
      await waitUntil(
        () => host.received.some((message) => message.type === 'ask' && message.what === 'reviewDrift'),
        'the review is asked for',
      );
    }));

  test('a accepts the place that is marked, and once only', () =>
    withReview('d1', {}, async (reader) => {
      const { page, host } = reader;
      await hasFocus(reader);
      await page.keyboard.press('a');
      await page.keyboard.press('a');
      await waitUntil(() => host.edits.length > 0, 'it is accepted');
      assert.equal(
        host.set.annotations[0]?.spans[0]?.quote,
        'someone must pay for the deepening of the channel every single year',
      );
      show(reader, 'lost', 2);
      await waitUntil(
        async () => (await bar(reader).getAttribute('aria-label')) === 'Review: 2 of 2, Premise, orphan',
        'the next one is shown',
      );
      await hasFocus(reader);
      assert.equal(host.edits.length, 1);
      assert.deepEqual(await paintedWords(page, 'target'), []);
    }));

  test('k, n, Shift+N and Esc are answers, and letters tag nothing there', () =>
    withReview('lost', {}, async (reader) => {
      await hasFocus(reader);
      for (const key of ['c', 'k', 'n', 'Shift+N', 'Escape']) await reader.page.keyboard.press(key);
      await waitUntil(() => answers(reader).length === 4, 'all are told');
      assert.deepEqual(answers(reader), ['keep', 'next', 'back', 'end']);
      assert.deepEqual(reader.host.edits, []);
      reader.host.send({ type: 'review' });
      await bar(reader).waitFor({ state: 'detached' });
    }));

  test('s opens the search with the rarest of the old words of an orphan, and r gives it the words that are selected', () =>
    withReview('lost', {}, async (reader) => {
      const { page, host } = reader;
      await hasFocus(reader);
      await page.keyboard.press('s');
      const field = page.locator('.prompt.find input');
      await field.waitFor();
      assert.equal(await field.inputValue(), 'dredgers burn');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+End');
      await page.keyboard.press('r');
      await waitUntil(() => host.edits.length > 0, 'it has words again');
      assert.deepEqual(host.words('lost'), ['dredgers burn is secret.']);
      const before = set.annotations[2] as Annotation;
      assert.deepEqual({ ...host.set.annotations[2], spans: [] }, { ...before, spans: [] });
    }));

  test('Esc leads from the text back to the review, which stays while a state comes anew', () =>
    withReview('d1', {}, async (reader) => {
      await hasFocus(reader);
      await reader.page.keyboard.press('s');
      await waitUntil(
        () => reader.page.evaluate(() => document.activeElement?.className === 'column'),
        'the text has the focus',
      );
      reader.host.setText(`${now}\nOne more line.\n`);
      await reader.page.keyboard.press('Escape');
      await hasFocus(reader);
    }));

  test('after the last one its sum is said, and the arguments that changed words are part of', () =>
    withReview('d1', {}, async (reader) => {
      const touched = {
        id: 'd1',
        words: 'someone must pay',
        changes: [
          { kind: 'gone' as const, text: 'somebody has to' },
          { kind: 'new' as const, text: 'someone must' },
          { kind: 'same' as const, text: ' pay' },
        ],
        sentence: 'The premise of 2 arguments changed.',
        arguments: ['“a” supports “b”.'],
      };
      reader.host.send({ type: 'review', end: { sentence: 'Review done: 2 accepted.', touched: [touched] } });
      await reader.page.getByRole('region', { name: 'Review: Review done: 2 accepted.' }).waitFor();
      await hasFocus(reader);
      assert.match((await bar(reader).textContent()) ?? '', /someone must pay.*The premise of 2 arguments changed\./);
      assert.equal(await bar(reader).locator('.then del').count(), 1);
      assert.match((await bar(reader).locator('.then').textContent()) ?? '', /^Then: .*somebody has to.* pay$/);
    }));

  test('a fragment that is lost is named before a place is accepted without it', () =>
    withReview('d1', {}, async (reader) => {
      const item = reviewItem(stateOf(reader), 'd1', { at: 1, of: 1 });
      assert.ok(item);
      reader.host.send({ type: 'review', item: { ...item, lost: ['not there'] } });
      await waitUntil(async () => (await bar(reader).locator('.lost').count()) === 1, 'it is named');
      assert.match((await bar(reader).locator('.lost').textContent()) ?? '', /is left out.*not there/);
    }));

  for (const theme of ['light', 'dark', 'hc', 'hcLight'] as const)
    test(`nothing to object to for axe under ${theme}, and nothing sticks out of a narrow view`, () =>
      withReview('d1', { theme, width: 320 }, async (reader) => {
        const violations = await checkWithAxe(reader);
        assert.deepEqual(
          violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)),
          [],
        );
        const width = await bar(reader).evaluate((element) => [element.scrollWidth, element.clientWidth]);
        assert.equal(width[0], width[1]);
      }));
});
