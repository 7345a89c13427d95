/** The reading view as a person sees and uses it: where words stand on the screen, what is selected, what is painted on them. */
import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { chooseFromMenu, readerFrame, waitUntil } from './gestures';

/** A rectangle of the window, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A highlight as it is painted: its name and the words under it. */
export interface Painted {
  readonly name: string;
  readonly words: string;
}

/** One reading view in a window. */
export class ReadingView {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly column: Locator;

  /** `which` counts the views on the screen, from the left. */
  constructor(page: Page, which = 0) {
    this.page = page;
    this.frame = readerFrame(page, which);
    this.column = this.frame.locator('.column');
  }

  /** Waits until the article can be read: its text is there, and words of it where some are given. */
  async ready(words?: string): Promise<this> {
    await this.column.locator('.block').first().waitFor({ timeout: 90_000 });
    if (words !== undefined)
      await waitUntil(async () => (await this.text()).includes(words), `the view shows ${words}`);
    return this;
  }

  /** The text of all blocks, folded ones too, a line end between them. */
  async text(): Promise<string> {
    return this.column.evaluate(textOf);
  }

  /** The rectangles of words, one for each line they stand on, after the wheel has brought them into the view. */
  async boxes(words: string): Promise<Box[]> {
    const scroller = await this.frame.locator('.scroller').boundingBox();
    assert.ok(scroller, 'the view is on the screen');
    await waitUntil(async () => {
      const [first] = await this.#rects(words);
      assert.ok(first, `the view shows ${words}`);
      if (first.y > scroller.y + 40 && first.y + first.height * 3 < scroller.y + scroller.height - 30) return true;
      await this.page.mouse.move(scroller.x + scroller.width / 2, scroller.y + scroller.height - 12);
      await this.page.mouse.wheel(0, first.y - scroller.y - scroller.height / 3);
      // The wheel scrolls when the next frame is made, and more slowly where scrolling is smooth.
      await this.column.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      return false;
    }, `the wheel brings ${words} into the view`);
    return this.#rects(words);
  }

  async #rects(words: string): Promise<Box[]> {
    const [rects, outer] = await Promise.all([this.column.evaluate(rectsOf, words), this.column.boundingBox()]);
    assert.ok(rects, `the view shows ${words}`);
    assert.ok(outer);
    return rects.map(({ x, y, width, height }) => ({ x: x + outer.x, y: y + outer.y, width, height }));
  }

  /** Selects with the mouse from the first of `from` to the last of `to`. */
  async selectWithMouse(from: string, to = from): Promise<void> {
    const begin = (await this.boxes(from))[0] as Box;
    const end = (await this.boxes(to)).at(-1) as Box;
    const [x, y] = edge(begin, isRightToLeft(from) ? 'right' : 'left');
    const [toX, toY] = edge(end, isRightToLeft(to) ? 'left' : 'right');
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 3 });
    await this.page.mouse.move(toX, toY, { steps: 3 });
    await this.page.mouse.up();
    await waitUntil(
      async () => (await this.selected()) === (await this.between(from, to)),
      `"${from}" … "${to}" is selected`,
    );
  }

  /** Puts the caret into words by a click on their middle. */
  async clickOn(words: string): Promise<void> {
    const { x, y, width, height } = (await this.boxes(words))[0] as Box;
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Rests the pointer on the middle of words. */
  async pointAt(words: string): Promise<void> {
    const { x, y, width, height } = (await this.boxes(words))[0] as Box;
    await this.page.mouse.move(x + width / 2 - 6, y + height / 2, { steps: 2 });
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  }

  /** The text from the first of `from` to the last of `to`, as `text` has it. */
  async between(from: string, to: string): Promise<string> {
    const text = await this.text();
    const start = text.indexOf(from);
    return text.slice(start, text.indexOf(to, start) + to.length);
  }

  /** The selected words, a line end between blocks. */
  async selected(): Promise<string> {
    return this.column.evaluate(selectedIn);
  }

  /** What stands before the caret in its block, and its block's text: enough to know where it is. */
  async caret(): Promise<{ readonly block: string; readonly before: string }> {
    return this.column.evaluate(caretIn);
  }

  /** All that is painted near the view. */
  async painted(): Promise<Painted[]> {
    return this.column.evaluate(paintedIn);
  }

  /** Waits until exactly these words are painted with a tag's highlight (both as they are and when they speak up). */
  async showsTagged(tag: string, words: string): Promise<void> {
    const normal = words.replaceAll(/\s+/g, ' ');
    await waitUntil(async () => {
      const painted = await this.painted();
      return painted.some((one) => one.name === `argmark-tag-${tag}` && one.words.replaceAll(/\s+/g, ' ') === normal);
    }, `"${words}" is painted as ${tag}`);
  }

  /** The card that says what stands under the pointer or the caret. */
  card(): Locator {
    return this.frame.locator('.hover-card');
  }

  /** Where the words of a target are typed. */
  targetField(): Locator {
    return this.frame.locator('.prompt.target input');
  }

  /** A button of the bar by the selection. */
  barButton(label: string): Locator {
    return this.frame.getByRole('toolbar').getByRole('button', { name: new RegExp(`^${label}`) });
  }

  /** Chooses from the context menu of words. */
  async menu(words: string, item: string): Promise<void> {
    const { x, y, width, height } = (await this.boxes(words))[0] as Box;
    await this.page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
    await chooseFromMenu(this.page, item);
  }

  /** Whether keys go to the text. */
  async focused(): Promise<boolean> {
    return this.column.evaluate(
      (column) => column.ownerDocument.hasFocus() && column.ownerDocument.activeElement === column,
    );
  }
}

/** Whether words run from right to left. */
const isRightToLeft = (words: string) => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words);

function edge(box: Box, side: 'left' | 'right'): [number, number] {
  return [side === 'left' ? box.x + 0.5 : box.x + box.width - 0.5, box.y + box.height / 2];
}

// What follows runs in the view's page and is sent there as text: each function stands alone.

function textOf(column: Element): string {
  return Array.from(column.querySelectorAll('.block'), (block) => {
    const content = block.querySelector('.fold-text') ?? block;
    return content.textContent ?? '';
  }).join('\n');
}

function rectsOf(
  column: Element,
  words: string,
): { x: number; y: number; width: number; height: number }[] | undefined {
  const outer = column.getBoundingClientRect();
  for (const block of column.querySelectorAll('.block')) {
    const content = block.querySelector('.fold-text') ?? block;
    const at = (content.textContent ?? '').indexOf(words);
    if (at < 0) continue;
    const range = column.ownerDocument.createRange();
    const walker = column.ownerDocument.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    let before = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = (node as Text).length;
      if (!begun && before + length > at) {
        range.setStart(node, at - before);
        begun = true;
      }
      if (before + length >= at + words.length) {
        range.setEnd(node, at + words.length - before);
        break;
      }
      before += length;
    }
    const rects = Array.from(range.getClientRects()).filter(({ width }) => width > 1);
    return rects.map(({ x, y, width, height }) => ({ x: x - outer.x, y: y - outer.y, width, height }));
  }
  return undefined;
}

function selectedIn(column: Element): string {
  const selection = column.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  return Array.from(column.querySelectorAll('.block'))
    .filter((block) => range.intersectsNode(block))
    .map((block) => {
      const content = block.querySelector('.fold-text') ?? block;
      const part = column.ownerDocument.createRange();
      part.selectNodeContents(content);
      if (content.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
      if (content.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
      return part.toString();
    })
    .join('\n');
}

function caretIn(column: Element): { block: string; before: string } {
  const selection = column.ownerDocument.getSelection();
  const node = selection?.focusNode;
  const block = (node instanceof Element ? node : node?.parentElement)?.closest('.block');
  if (!selection || !node || !block) return { block: '', before: '' };
  const range = column.ownerDocument.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, selection.focusOffset);
  return { block: block.textContent ?? '', before: range.toString() };
}

function paintedIn(): { name: string; words: string }[] {
  return Array.from(CSS.highlights).flatMap(([name, highlight]) =>
    // The lane of an underline is no part of what it says.
    Array.from(highlight, (range) => ({ name: name.replace(/_\d+$/, ''), words: range.toString() })),
  );
}
