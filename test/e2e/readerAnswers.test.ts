/** The reading view's page and its host: answers that are late or are refusals, changes from outside, and what survives a reload. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { waitUntil } from './gestures';
import { readerPages } from './readerPages';
import { harbour, longText, harbourSet as set, harbourWords as words } from './readerTexts';
import { clickOn, dragOver, paintedWords } from './readerWords';

describe('the page and its host', () => {
  const withPage = readerPages({ text: harbour, set });

  test('a gesture is painted before the host has answered, confirmed under its id, or taken back with a word', () =>
    withPage({}, async ({ page, host }) => {
      host.holdGestures = true;
      await dragOver(page, 'In 2023 the bill');
      await page.keyboard.press('e');
      await waitUntil(async () => (await paintedWords(page, 'tag-evidence')).join() === 'In 2023 the bill', 'painted');
      assert.equal(host.set.annotations.length, 6);
      host.release();
      await waitUntil(() => host.set.annotations.length === 7, 'done by the host');
      const proposed = host.received.find((message) => message.type === 'gesture');
      assert.ok(proposed?.type === 'gesture' && proposed.gesture.verb === 'tag');
      assert.ok(host.set.annotations.some(({ id }) => proposed.gesture.verb === 'tag' && id === proposed.gesture.id));
      assert.deepEqual(await paintedWords(page, 'tag-evidence'), ['In 2023 the bill']);

      host.holdGestures = true;
      await dragOver(page, 'easy to name');
      await page.keyboard.press('e');
      await waitUntil(async () => (await paintedWords(page, 'tag-evidence')).length === 2, 'painted as well');
      host.refuse('The file is being merged. Try again in a moment.');
      await waitUntil(async () => (await paintedWords(page, 'tag-evidence')).length === 1, 'taken back');
      await page.locator('.status .message', { hasText: /being merged/ }).waitFor();
      assert.match((await page.locator('.live').textContent()) ?? '', /being merged/);
    }));

  test('a note that the host refuses stays in its field', () =>
    withPage({}, async ({ page, host }) => {
      await clickOn(page, 'should carry its cost');
      await page.keyboard.press('Enter');
      const note = page.getByLabel('Note');
      await waitUntil(() => note.evaluate((field) => field === document.activeElement), 'the note has the focus');
      host.holdGestures = true;
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Hours of work');
      await page.keyboard.press('Control+Enter');
      await waitUntil(() => host.received.some((message) => message.type === 'gesture'), 'sent');
      host.refuse('The file cannot be written.');
      await page.locator('.status .message', { hasText: 'cannot be written' }).waitFor();
      await waitUntil(async () => (await note.inputValue()) === 'Hours of work', 'the words are there');
      await page.reload();
      await waitUntil(
        async () => (await page.getByLabel('Note').inputValue()) === 'Hours of work',
        'and after a reload too',
      );
    }));

  // The line on top is far from the beginning of its paragraph: in a narrower column it stands elsewhere.
  for (const details of [false, true])
    test(`a reload comes back to the same line, caret and panels${details ? ', also beside open details' : ''}`, () =>
      withPage(
        {
          text: longText(300).replaceAll(/\n\n(?=Paragraph \d*[2-9] )/g, ' '),
          set: { annotations: [], arguments: [], links: [] },
          width: 850,
          state: { details },
        },
        async (reader) => {
          const { page } = reader;
          await clickOn(page, 'Paragraph 215');
          const topLine = () =>
            page.evaluate(() => {
              const scroller = document.querySelector('.scroller') as HTMLElement;
              const { left, top } = scroller.getBoundingClientRect();
              const block = document
                .elementsFromPoint(left + 300, top + 40)
                .find((one) => one.classList.contains('block'));
              return { text: block?.textContent?.slice(0, 20), y: Math.round(block?.getBoundingClientRect().top ?? 0) };
            });
          await waitUntil(
            async () => (await page.locator('.section:not(.laid)').count()) === 0,
            'the whole article is laid out',
          );
          const before = await topLine();
          const caretBefore = await page.evaluate(() => document.getSelection()?.focusOffset);
          await waitUntil(
            async () => ((await reader.state()) as { focus?: number } | null)?.focus !== 0,
            'it is remembered',
          );
          await page.reload();
          await page.locator('.column .block').first().waitFor();
          await waitUntil(async () => {
            const now = await topLine();
            return now.text === before.text && Math.abs(now.y - before.y) <= 2;
          }, 'the same line is on top');
          await waitUntil(
            async () => (await page.evaluate(() => document.getSelection()?.focusOffset)) === caretBefore,
            'the caret is back',
          );
        },
      ));

  test('the article edited beside keeps the line in view and the annotations on their words', () =>
    withPage({}, async ({ page, host }) => {
      await clickOn(page, 'should carry its cost');
      host.setText(harbour.replace('For thirty years', 'For more than thirty long years'));
      await waitUntil(
        async () => (await page.locator('.column').textContent())?.includes('more than thirty long years') === true,
        'the new text is there',
      );
      assert.deepEqual(await paintedWords(page, 'tag-claim'), [words.c1]);
      assert.deepEqual(await paintedWords(page, 'on-claim'), [words.c1], 'the caret is still in it');
    }));

  test('read-only says why, and changes nothing', () =>
    withPage(
      {
        readOnly: true,
        notices: [
          {
            severity: 'error',
            message: 'article.txt.annotations.yaml, line 3: conflict markers.',
            at: { line: 3, column: 5 },
          },
        ],
      },
      async ({ page, host }) => {
        assert.match((await page.locator('.notices').textContent()) ?? '', /Error: article.*line 3: conflict markers/);
        await page.locator('.notices').getByRole('link', { name: 'Go to Line' }).click();
        await waitUntil(
          () => host.received.some((one) => one.type === 'openSidecar' && one.line === 3 && one.column === 5),
          'the line is asked for',
        );
        await dragOver(page, 'In 2023 the bill');
        await page.keyboard.press('e');
        await waitUntil(
          async () => /conflict markers/.test((await page.locator('.status .message').textContent()) ?? ''),
          'said why',
        );
        assert.equal(host.received.filter((message) => message.type === 'gesture').length, 0);
        assert.deepEqual(await paintedWords(page, 'tag-evidence'), []);
      },
    ));
});
