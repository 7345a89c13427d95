/** Around the text of the reading view's page: card, arguments, details, lists, folds, the bar and the keys. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultCodebook } from '../../src/core/annotation/defaultCodebook';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { harbour, harbourSet as set, harbourWords as words } from './readerTexts';
import { clickOn, dragOver, paintedWords, pointAt } from './readerWords';

describe('around the text of the reading view', () => {
  const withPage = readerPages({ text: harbour, set });
  const card = ({ page }: ReaderPage) => page.locator('.hover-card');
  const argument = ({ host }: ReaderPage, premise: string) =>
    host.set.arguments.find(({ premises }) => premises.includes(premise));
  const activeClass = ({ page }: ReaderPage) => page.evaluate(() => document.activeElement?.className);

  test('the card on overlapping words lists all, smallest first, stays under the pointer, leads on, and closes by Esc', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await page.clock.install();
      await pointAt(page, 'who gain from depth');
      await card(reader).waitFor();
      const ids = await card(reader)
        .locator('article')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id));
      assert.deepEqual(ids, ['a1', 'c1']);
      const text = (await card(reader).textContent()) ?? '';
      for (const part of ['Assumption', 'Claim', 'policy', 'The thesis.', 'ana', 'supported by', words.p1])
        assert.ok(text.includes(part), part);
      assert.deepEqual(await paintedWords(page, 'on-assumption'), [words.a1]);
      const box = await card(reader).boundingBox();
      assert.ok(box);
      await page.mouse.move(box.x + 40, box.y + 20);
      await page.clock.runFor(600);
      assert.equal(await card(reader).count(), 1, 'it stays while the pointer is in it');
      await card(reader).getByRole('link', { name: words.p1 }).click();
      await waitUntil(
        async () => (await paintedWords(page, 'on-premise')).join() === words.p1,
        'the premise speaks up',
      );
      assert.equal(await activeClass(reader), 'column');

      await page.mouse.move(5, 5);
      await waitUntil(async () => (await card(reader).count()) === 0, 'the card is gone');
      reader.host.send({ type: 'do', action: 'hover' });
      await card(reader).waitFor();
      await waitUntil(
        async () => (await activeClass(reader))?.startsWith('hover-card') === true,
        'the card has the focus',
      );
      await page.keyboard.press('Escape');
      await waitUntil(async () => (await card(reader).count()) === 0, 'Esc closes it');
      assert.equal(await activeClass(reader), 'column');
    }));

  test('words are called as they are read, in the card, the details and before the host has answered', () =>
    withPage({}, async ({ page, host }) => {
      host.holdGestures = true;
      await dragOver(page, 'the city draws fees');
      await page.keyboard.press('c');
      await page.keyboard.press('Enter');
      const quote = page.locator('.details .quote');
      await waitUntil(async () => (await quote.textContent()) === 'the city draws fees', 'in the details');
      host.release();
      await waitUntil(
        () => host.set.annotations.some(({ id }) => host.words(id).join() === 'the **city** draws fees'),
        'the sidecar has the source',
      );
      await pointAt(page, 'draws fees');
      await page.locator('.hover-card .quote', { hasText: 'the city draws fees' }).waitFor();
    }));

  test('what supports the annotation at the caret speaks up with it, with a sign in the margin', () =>
    withPage({}, async ({ page }) => {
      await clickOn(page, 'should carry its cost');
      await waitUntil(async () => (await paintedWords(page, 'supports')).join() === words.p1, 'its premise speaks up');
      await page.locator('.letter[data-sign="+"]').waitFor();
      assert.equal(await page.locator('.bracket.supports.on').count(), 1);
    }));

  test('an argument by typed words, by click, and onto an argument', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'container that a larger');
      await page.keyboard.press('k');
      await page.locator('.prompt.target input').waitFor();
      await page.keyboard.type('gain carry cost');
      await waitUntil(async () => (await paintedWords(page, 'target')).join() === words.c1, 'the target is marked');
      await page.keyboard.press('Enter');
      await waitUntil(() => argument(reader, 'p2')?.attacks === 'c1', 'p2 attacks c1');
      assert.equal(await activeClass(reader), 'column');

      await clickOn(page, 'those who gain');
      await page.keyboard.press('l');
      await page.locator('.prompt.target input').waitFor();
      await clickOn(page, 'channel costs more');
      await waitUntil(() => argument(reader, 'a1')?.supports === 'p1', 'a1 supports p1');

      await clickOn(page, 'container that a larger');
      await page.keyboard.press('l');
      await page.locator('.prompt.target input').waitFor();
      await page.keyboard.type('join depth four before');
      await page.keyboard.press('Enter');
      await waitUntil(() => host.set.arguments.some(({ premises }) => premises.join() === 'p1,p2'), 'p2 has joined');

      await page.keyboard.press('l');
      await page.locator('.prompt.target input').waitFor();
      await page.keyboard.press('Escape');
      await waitUntil(async () => (await page.locator('.prompt').count()) === 0, 'Esc leaves target mode');
      assert.equal(await activeClass(reader), 'column');
    }));

  test('deleting takes the argument along, in one gesture, and says so', () =>
    withPage({}, async ({ page, host }) => {
      await clickOn(page, 'should carry its cost');
      await page.keyboard.press('Delete');
      await waitUntil(
        () => !host.set.annotations.some(({ id }) => id === 'c1') && host.set.arguments.length === 0,
        'both are gone',
      );
      assert.deepEqual(await paintedWords(page, 'tag-claim'), []);
      await waitUntil(
        async () => ((await page.locator('.status .message').textContent()) ?? '') !== '',
        'said in words',
      );
    }));

  test('a note is typed, undone with Ctrl+Z in its field, and saved when the field is left', () =>
    withPage({}, async ({ page, host }) => {
      await clickOn(page, 'should carry its cost');
      await page.keyboard.press('Enter');
      const note = page.getByLabel('Note');
      await note.waitFor();
      await waitUntil(() => note.evaluate((field) => field === document.activeElement), 'the note has the focus');
      await page.evaluate(() =>
        document.addEventListener('keydown', (event) => Object.assign(window, { reached: event.key })),
      );
      await page.keyboard.press('End');
      await page.keyboard.type(' cc');
      await page.keyboard.press('Control+z');
      const reached = () => page.evaluate(() => (window as { reached?: string }).reached);
      assert.notEqual(await reached(), 'z', 'VS Code does not get it');
      // It would select the words once more, and what is typed next would be typed over.
      await page.keyboard.press('Control+a');
      assert.notEqual(await reached(), 'a', 'nor this');
      await page.keyboard.press('End');
      await page.keyboard.type(' More.');
      await page.keyboard.press('Escape');
      await waitUntil(
        () => host.set.annotations.find(({ id }) => id === 'c1')?.note?.endsWith('More.') === true,
        'the note is saved',
      );
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'column');
      await page.getByLabel('Kind (required)').or(page.getByLabel('Kind')).first().selectOption('causal');
      await waitUntil(
        () => host.set.annotations.find(({ id }) => id === 'c1')?.attributes?.kind === 'causal',
        'the attribute is saved',
      );
      await page.getByLabel('Tag', { exact: true }).selectOption('major-claim');
      await waitUntil(() => host.set.annotations.find(({ id }) => id === 'c1')?.tag === 'major-claim', 'retagged');
      await page.getByRole('button', { name: /out of the argument/ }).click();
      await waitUntil(() => host.set.arguments.length === 0, 'the premise is out, and the argument with it');
    }));

  test('orphans and unstated premises are listed after the text, and lead to their details', () =>
    withPage({}, async ({ page }) => {
      assert.match(
        (await page.locator('.unplaced').textContent()) ?? '',
        /These words are gone.*Whoever gains should pay\./,
      );
      await page.getByRole('button', { name: /Whoever gains should pay/ }).click();
      await waitUntil(
        async () => (await page.getByLabel('Wording').inputValue()) === 'Whoever gains should pay.',
        'its details',
      );
      assert.match((await page.locator('.status').textContent()) ?? '', /2 claims.*3 premises.*1 argument.*1 orphan/);
    }));

  test('folds open by click, by Ctrl+F, and when something in them is revealed; their text can be tagged', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      const fold = page.getByRole('button', { name: /^Page furniture/ });
      assert.equal(await fold.getAttribute('aria-expanded'), 'false');
      const start = harbour.indexOf('Harbour Review');
      host.send({ type: 'reveal', span: { start, end: start + 14 }, focus: true });
      await waitUntil(async () => (await fold.getAttribute('aria-expanded')) === 'true', 'revealing opens it');
      await dragOver(page, 'The Harbour Review');
      await page.keyboard.press('c');
      await waitUntil(
        () => host.set.annotations.some(({ id }) => host.words(id).join() === 'The Harbour Review'),
        'tagged',
      );
      await fold.click();
      assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    }));

  test('the bar by the selection tags by click and by keyboard, and keeps the selection', () =>
    withPage({}, async ({ page, host }) => {
      await dragOver(page, 'In 2023 the bill');
      await page.getByRole('toolbar').getByRole('button', { name: 'Evidence' }).click();
      await waitUntil(
        () =>
          host.set.annotations.some(
            ({ id, tag }) => tag === 'evidence' && host.words(id).join() === 'In 2023 the bill',
          ),
        'tagged by click',
      );
      await dragOver(page, 'easy to name');
      await page.getByRole('toolbar').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await waitUntil(
        () =>
          host.set.annotations.some(({ id, tag }) => tag === 'major-claim' && host.words(id).join() === 'easy to name'),
        'tagged by keyboard',
      );
    }));

  test('keys by the setting, and the list of them', () =>
    withPage({ settings: { keys: { x: 'tag:evidence', c: '', 'Shift+D': 'details' } } }, async ({ page, host }) => {
      await clickOn(page, 'easy to name');
      await page.keyboard.press('c');
      await page.keyboard.press('x');
      await waitUntil(() => host.set.annotations.some(({ tag }) => tag === 'evidence'), 'x tags');
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Keys of the reading view' });
      await keys.waitFor();
      assert.match((await keys.textContent()) ?? '', /x\s*Evidence/);
      await page.keyboard.press('Escape');
      await waitUntil(async () => (await keys.count()) === 0, 'closed');
    }));

  test('labels of any length stay inside of the bar and of the list of keys', () => {
    const labels = ['word '.repeat(80), 'x'.repeat(200)];
    const tags = defaultCodebook.tags.map((tag, i) => ({ ...tag, label: labels[i] ?? tag.label }));
    return withPage({ width: 700, codebook: { tags, article: [] } }, async ({ page }) => {
      await dragOver(page, 'In 2023 the bill');
      await page.locator('.bar.placed').waitFor();
      const bar = (await page.locator('.bar').boundingBox()) ?? assert.fail();
      for (const key of await page.locator('.bar kbd').all()) {
        const { x, width } = (await key.boundingBox()) ?? assert.fail();
        assert.ok(x >= bar.x && x + width <= bar.x + bar.width, (await key.textContent()) ?? '');
      }
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys of the reading view' }).waitFor();
      assert.ok(await page.locator('.keys').evaluate((keys) => keys.scrollWidth <= keys.clientWidth));
    });
  });

  test('the list of keys has no heading for tags where the codebook gives them none', () =>
    withPage(
      { codebook: { tags: defaultCodebook.tags.map(({ key: _, ...tag }) => tag), article: [] } },
      async ({ page }) => {
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: 'Keys of the reading view' }).waitFor();
        assert.deepEqual(await page.locator('.keys h2').allTextContents(), ['Annotations and arguments', 'Moving']);
      },
    ));
});
