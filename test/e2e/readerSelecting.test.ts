/** Selecting and tagging in the reading view's page: by mouse, by the keyboard alone, over line ends, emoji and right-to-left words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseArticle } from '../../src/core/article/parse';
import { sentenceSpan } from '../../src/core/article/sentences';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { harbour, longText } from './readerTexts';
import { boxesOf, clickOn, dragOver, paintedWords, selectedWords } from './readerWords';

describe('selecting in the reading view', () => {
  const withPage = readerPages({ text: harbour });
  const tagged = (reader: ReaderPage, words: string[]) =>
    waitUntil(
      () =>
        reader.host.set.annotations.some(({ id }) => JSON.stringify(reader.host.words(id)) === JSON.stringify(words)),
      `tagged: ${words.join(' … ')}`,
      3000,
    );

  test('the page has headings, facts and text nodes, and runs nothing of the article', () =>
    withPage({}, async ({ page }) => {
      assert.equal(await page.locator('h1').count(), 1);
      assert.equal(await page.locator('h1').textContent(), 'Ports and Power');
      assert.equal(await page.locator('h2.heading').textContent(), 'What the ministry says');
      assert.match((await page.locator('.kicker').textContent()) ?? '', /the harbour review · 14 march 2024/i);
      assert.equal(await page.locator('.column').getAttribute('role'), 'textbox');
      assert.equal(await page.locator('.column .link').count(), 1, 'only the https link is one');
      assert.equal(await page.evaluate(() => (window as { hacked?: boolean }).hacked), undefined);
      assert.ok((await page.locator('.column').textContent())?.includes('<script>window.hacked'));
    }));

  test('keys, clicks and focus before the article is there do nothing', async () => {
    const early = `addEventListener('DOMContentLoaded', () => {
      const column = document.querySelector('.column');
      dispatchEvent(new Event('focus'));
      document.dispatchEvent(new Event('selectionchange'));
      for (const key of ['ArrowDown', 'End', 'c', 's', 'n', 'Enter', 'l', 'h', '/', 'Escape', '?', 'Escape'])
        column.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      for (const type of ['mousemove', 'mousedown', 'mouseup', 'click', 'contextmenu'])
        column.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 300, clientY: 300 }));
      window.early = document.querySelectorAll('.block').length;
    });`;
    await withPage({ before: early }, async ({ page, host }) => {
      assert.equal(await page.evaluate(() => (window as unknown as { early: number }).early), 0, 'it was early');
      assert.deepEqual(host.set.annotations, []);
    });
  });

  test('mouse over a line end, then a key: exactly these words', () =>
    withPage({ width: 700 }, async (reader) => {
      const { page } = reader;
      await dragOver(page, 'each extra metre', 'the four before it');
      assert.ok((await boxesOf(page, 'each extra metre of channel costs more than the four before it')).length > 1);
      await page.keyboard.press('p');
      await tagged(reader, ['each extra metre of channel costs more than the four before it']);
      assert.deepEqual(await paintedWords(page, 'tag-premise'), [
        'each extra metre of channel costs more than the four before it',
      ]);
      // The caret is in it: another tag's key retags.
      await page.keyboard.press('e');
      await waitUntil(() => reader.host.set.annotations[0]?.tag === 'evidence', 'retagged');
      assert.equal(reader.host.set.annotations.length, 1);
    }));

  test('a key without a selection tags the sentence', () =>
    withPage({}, async (reader) => {
      await clickOn(reader.page, 'compromise no longer');
      await reader.page.keyboard.press('m');
      await tagged(reader, ['That compromise no longer works.']);
    }));

  test('the sentence tagged here is the one that a caret in the text editor finds, also on a sign', () =>
    withPage({}, async (reader) => {
      await clickOn(reader.page, 'fees on every container');
      await reader.page.keyboard.press('m');
      const span = sentenceSpan(parseArticle(harbour), harbour.indexOf('*city'));
      assert.ok(span);
      await tagged(reader, [harbour.slice(span.start, span.end)]);
    }));

  test('keyboard alone: over emoji, line ends and paragraphs', () =>
    withPage({ width: 700 }, async (reader) => {
      const { page } = reader;
      await page.keyboard.press('Control+Home');
      await waitUntil(
        () => page.evaluate(() => document.activeElement?.className === 'column'),
        'the text has the focus',
      );
      for (let i = 0; i < 60 && !(await caretText(reader)).startsWith('For thirty'); i++)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Home');
      // Each press is one character as people see them, the flag of several code points too.
      const emoji = '🚢🏴‍☠️';
      await caretTo(reader, 'For thirty', emoji);
      await page.keyboard.press('Shift+ArrowRight');
      assert.equal(await selectedWords(page), '🚢');
      await page.keyboard.press('Shift+ArrowRight');
      assert.equal(await selectedWords(page), emoji);
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+End');
      const selected = await selectedWords(page);
      assert.ok(selected.startsWith(emoji) && selected.length > emoji.length + 20, selected);
      await page.keyboard.press('c');
      await tagged(reader, [selected.trim()]);
    }));

  test('keyboard alone: right-to-left words', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await clickOn(page, 'هذا');
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+Control+ArrowLeft');
      await page.keyboard.press('Shift+Control+ArrowLeft');
      const selected = (await selectedWords(page)).trim();
      assert.equal(selected, 'هذا نص');
      await page.keyboard.press('c');
      await tagged(reader, ['هذا نص']);
    }));

  test('growing goes from word to sentence to paragraph to section, and back', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await clickOn(page, 'those who gain');
      const seen: string[] = [];
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press('s');
        seen.push(await selectedWords(page));
      }
      assert.match(seen[0] ?? '', /^(those|who|gain)$/);
      assert.equal(seen[1], 'But those who gain from depth should carry its cost, and they are easy to name.');
      assert.ok(seen[2]?.startsWith('The usual answer') && seen[2].endsWith('is moved.'));
      assert.ok(seen[3]?.startsWith('For thirty years') && seen[3].endsWith('is moved.'));
      await page.keyboard.press('Shift+S');
      await page.keyboard.press('Shift+S');
      assert.equal(await selectedWords(page), seen[1]);
    }));

  test('overlapping, crossing, over paragraphs, in fragments', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await dragOver(page, 'That compromise no longer works');
      await page.keyboard.press('c');
      await tagged(reader, ['That compromise no longer works']);
      await dragOver(page, 'no longer works. Ships have');
      await page.keyboard.press('p');
      await tagged(reader, ['no longer works. Ships have']);
      await dragOver(page, 'passed ninety million.', 'The usual answer');
      await page.keyboard.press('e');
      await tagged(reader, ['passed ninety million.\n\nThe usual answer']);
      await dragOver(page, 'The lines save');
      await page.keyboard.press('f');
      await tagged(reader, ['passed ninety million.\n\nThe usual answer', 'The lines save']);
      assert.deepEqual((await paintedWords(page, 'tag-evidence')).sort(), [
        'The lines save',
        'The usual answer',
        'passed ninety million.',
      ]);
      await dragOver(page, 'the ground that is moved');
      await page.keyboard.press('r');
      await tagged(reader, ['the ground that is moved']);
      assert.equal(reader.host.set.annotations.length, 3);
    }));

  test('markup inside the words stays in the quote, and is not shown', () =>
    withPage({}, async (reader) => {
      await dragOver(reader.page, 'the city draws fees');
      await reader.page.keyboard.press('p');
      await tagged(reader, ['the **city** draws fees']);
    }));

  test('typing, pasting and cutting change nothing', () =>
    withPage({}, async ({ page, host }) => {
      const text = async () => (await page.locator('.column .block').allTextContents()).join('\n');
      const whole = await text();
      await clickOn(page, 'the treasury pay');
      await page.keyboard.type('xyzwqXYZ 123');
      for (const key of ['Backspace', 'Control+v', 'Control+x', 'Control+b']) await page.keyboard.press(key);
      await page.keyboard.insertText('пример');
      assert.equal(await text(), whole);
      assert.equal(host.received.filter((message) => message.type === 'gesture').length, 0);
    }));

  test('Ctrl+Home and Ctrl+End show also what stands beyond the text, as far as the caret stays in view', () =>
    withPage({}, async ({ page }) => {
      const fromEdge = () =>
        page.locator('.scroller').evaluate(({ scrollTop, scrollHeight, clientHeight }) => ({
          top: scrollTop,
          bottom: scrollHeight - clientHeight - scrollTop,
        }));
      await page.setViewportSize({ width: 700, height: 420 });
      await page.locator('.column').focus();
      await page.keyboard.press('Control+End');
      await waitUntil(async () => (await fromEdge()).bottom < 1, 'the end of the page is shown');
      await page.keyboard.press('Control+Home');
      await waitUntil(async () => (await fromEdge()).top === 0, 'the top of the page is shown');
      const fold = page.locator('.fold').first();
      await fold.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      assert.equal(
        await page.evaluate(() => document.activeElement?.className),
        'column',
        'Esc leads back to the text',
      );
      await page.keyboard.press('Control+End');
      await waitUntil(async () => (await fromEdge()).bottom < 1, 'the end of the page is shown');
    }));

  test('the caret walks through a long article, and Ctrl+End finds its end at once', () =>
    withPage({ text: longText(200) }, async (reader) => {
      const { page } = reader;
      await page.keyboard.press('Control+End');
      await waitUntil(
        async () => (await caretText(reader)).startsWith('Paragraph 200'),
        'the caret is in the last paragraph',
      );
      const middle = (await boxesOf(page, 'Paragraph 200'))[0];
      assert.ok(middle && middle.y > 0 && middle.y < 900, 'and in view');
      await page.keyboard.press('Control+Home');
      const visited = new Set<string>();
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press('ArrowDown');
        visited.add((await caretText(reader)).slice(0, 14));
      }
      // About seven lines a paragraph; a caret that sticks at a section that is not laid out visits four at most.
      assert.ok(visited.size > 12, `${visited.size} paragraphs in 120 lines`);
    }));

  test('a selection is told when it rests, with what is on top of the view', () =>
    withPage({}, async ({ page, host }) => {
      await dragOver(page, 'those who gain');
      await waitUntil(() => {
        const last = host.received.filter((message) => message.type === 'selection').at(-1);
        const span = last?.spans[0];
        return span !== undefined && host.article.text.slice(span.start, span.end) === 'those who gain';
      }, 'the selection was told');
    }));

  const caretText = ({ page }: ReaderPage) =>
    page.evaluate(() => {
      const node = document.getSelection()?.focusNode;
      return (node instanceof Element ? node : node?.parentElement)?.closest('.block')?.textContent ?? '';
    });
  /** Walks right with the keyboard until the caret is before some words of its block. */
  const caretTo = async (reader: ReaderPage, block: string, words: string) => {
    for (let i = 0; i < 400; i++) {
      const there = await reader.page.evaluate((words) => {
        const selection = document.getSelection();
        return selection?.focusNode?.textContent?.slice(selection.focusOffset).startsWith(words);
      }, words);
      if (there) return;
      await reader.page.keyboard.press('ArrowRight');
    }
    assert.fail(`the caret came to ${words} in ${block}`);
  };
});
