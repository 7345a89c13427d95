/** Where words stand on a page with an article, and what a mouse does with them. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** A rectangle of the window, in CSS pixels. */
export interface WordBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The rectangles of the first place where the words stand, one for each line; brought into the view first, and the same in two frames one
 * after the other: on a busy machine the page may still be moving when a person would not have seen the words yet.
 */
export async function boxesOf(page: Page, words: string): Promise<WordBox[]> {
  let boxes = await boxesNow(page, words);
  for (let before: WordBox[] = []; JSON.stringify(before) !== JSON.stringify(boxes); ) {
    before = boxes;
    boxes = await boxesNow(page, words);
  }
  return boxes;
}

async function boxesNow(page: Page, words: string): Promise<WordBox[]> {
  const boxes = await page.evaluate(async (words) => {
    // What has come into the view is laid out with the next frame, and may move what is below it.
    const laidOut = async () => {
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    };
    await laidOut();
    for (const block of document.querySelectorAll('.column .block')) {
      const content = block.querySelector('.fold-text') ?? block;
      const at = (content.textContent ?? '').indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
      let before = 0;
      let begun = false;
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (!begun && before + node.length > at) {
          range.setStart(node, at - before);
          begun = true;
        }
        if (before + node.length >= at + words.length) {
          range.setEnd(node, at + words.length - before);
          break;
        }
        before += node.length;
      }
      const scroller = document.querySelector('.scroller') as HTMLElement;
      const view = scroller.getBoundingClientRect();
      const first = range.getBoundingClientRect();
      if (first.top < view.top + 20 || first.bottom > view.bottom - 20) {
        scroller.scrollTop += first.top - view.top - view.height / 3;
        await laidOut();
      }
      const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
      return rects.map(({ x, y, width, height }) => ({ x, y, width, height }));
    }
    return [];
  }, words);
  assert.ok(boxes.length > 0, `the page shows “${words}”`);
  return boxes;
}

export async function clickOn(
  page: Page,
  words: string,
  options: { button?: 'left' | 'right'; clickCount?: number } = {},
): Promise<void> {
  const { x, y, width, height } = (await boxesOf(page, words))[0] as WordBox;
  await page.mouse.click(x + width / 2, y + height / 2, options);
}

/** Rests the pointer on the middle of the words' first line. */
export async function pointAt(page: Page, words: string): Promise<void> {
  const { x, y, width, height } = (await boxesOf(page, words))[0] as WordBox;
  await page.mouse.move(x + width / 2 - 8, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
}

/** Drags from the first character of `from` to the last of `to`. */
export async function dragOver(page: Page, from: string, to = from): Promise<void> {
  const rightToLeft = (words: string) => /^[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words);
  const end = (await boxesOf(page, to)).at(-1) as WordBox;
  const begin = (await boxesOf(page, from))[0] as WordBox;
  await page.mouse.move(rightToLeft(from) ? begin.x + begin.width - 1 : begin.x + 1, begin.y + begin.height / 2);
  await page.mouse.down();
  await page.mouse.move((begin.x + end.x) / 2, (begin.y + end.y) / 2 + 4, { steps: 3 });
  await page.mouse.move(rightToLeft(to) ? end.x + 0.5 : end.x + end.width - 0.5, end.y + end.height / 2, { steps: 3 });
  await page.mouse.up();
}

/** The words selected in the page, as the browser has them. */
export const selectedWords = (page: Page): Promise<string> => page.evaluate(() => String(document.getSelection()));

/** The words painted with a highlight, by its name without the product's prefix and without the lane. */
export const paintedWords = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    (name) =>
      [...CSS.highlights]
        .filter(([one]) => one.replace(/_\d+$/, '') === `argmark-${name}`)
        .flatMap(([, highlight]) => [...highlight].map((range) => String(range))),
    name,
  );
