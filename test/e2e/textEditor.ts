/** VS Code's text editor as a person sees it: where words stand in it, and what its hover shows. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { waitUntil } from './gestures';

/** The hover of the text editor. */
export function editorHover(page: Page): Locator {
  return page
    .locator('.monaco-editor .monaco-hover:not(.hidden), .monaco-resizable-hover .monaco-hover:not(.hidden)')
    .first();
}

/** Rests the pointer on the middle of words in the text editor. */
export async function pointAtText(page: Page, words: string): Promise<void> {
  let box: { x: number; y: number } | undefined;
  await waitUntil(async () => {
    box = await page.evaluate(middleOf, words);
    return box !== undefined;
  }, `the text editor shows ${words}`);
  assert.ok(box);
  await page.mouse.move(box.x - 8, box.y, { steps: 2 });
  await page.mouse.move(box.x, box.y, { steps: 4 });
}

/** The words under the range that the hover shows as its own, a line end where it wraps taken away. */
export async function hoveredText(page: Page): Promise<string> {
  return page.evaluate(hoveredIn);
}

// What follows runs in the page.

function middleOf(words: string): { x: number; y: number } | undefined {
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    const text = (line.textContent ?? '').replaceAll('\u00a0', ' ');
    const at = text.indexOf(words);
    if (at < 0) continue;
    const middle = at + Math.floor(words.length / 2);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node as Text;
      if (before + length > middle) {
        const range = document.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      before += length;
    }
  }
  return undefined;
}

function hoveredIn(): string {
  const marks = Array.from(document.querySelectorAll('.monaco-editor .view-overlays .hoverHighlight'), (mark) =>
    mark.getBoundingClientRect(),
  );
  let found = '';
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { segment, index } of new Intl.Segmenter().segment((node as Text).data)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        if (marks.some((mark) => mark.left <= x && x <= mark.right && mark.top <= y && y <= mark.bottom))
          found += segment;
      }
    }
  }
  return found.replaceAll('\u00a0', ' ');
}
