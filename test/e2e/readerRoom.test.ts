/** The reading view's page in little room and at every size of letters: nothing is cut, and all that can be done can be reached. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readerPages } from './readerPages';
import { busy, states } from './readerStates';
import { harbour } from './readerTexts';

/** A narrow panel beside others, a small window, and a wide one. */
const sizes = [
  { width: 320, height: 640, zoom: 50 },
  { width: 320, height: 640, zoom: 100 },
  { width: 320, height: 640, zoom: 300 },
  { width: 640, height: 360, zoom: 100 },
  { width: 1100, height: 760, zoom: 300 },
];

describe('the reading view where there is little room', () => {
  const withPage = readerPages({ text: harbour, set: busy });

  for (const { width, height, zoom } of sizes) {
    test(`${width} by ${height} at ${zoom} %: nothing scrolls sideways, sticks out or lies under something else`, () =>
      withPage({ width, height, settings: { zoom } }, async ({ page }) => {
        for (const { name, open, close } of states) {
          await open(page);
          assert.deepEqual(await sideways(page), [], `${name}: scrolls sideways`);
          assert.deepEqual(await cut(page), [], `${name}: cannot be seen whole`);
          await close(page);
        }
      }));
  }

  for (const steps of [['choosing a target'], ['finding', 'tagging all hits']]) {
    test(`320 pixels: the text keeps its room for ${steps.at(-1)}, also where details are open`, () =>
      withPage({ width: 320, height: 640, state: { details: true } }, async ({ page }) => {
        for (const step of steps) await states.find(({ name }) => name === step)?.open(page);
        assert.equal(await page.locator('.details').count(), 1);
        const height = await page.locator('.scroller').evaluate((element) => element.clientHeight);
        assert.ok(height >= 640 / 4, `${height} pixels`);
        await page.keyboard.press('Escape');
        await page.locator('.details').waitFor();
      }));
  }

  test('320 pixels: Tab comes to every control, which is then in view, and back to the text', () =>
    withPage({ width: 320, height: 640, state: { details: true } }, async ({ page }) => {
      const details = states.find(({ name }) => name === 'the details');
      await details?.open(page);
      // It is drawn when all else is, and is a stop of Tab from then on.
      await page.locator('.ruler[tabindex="0"]').waitFor();
      await page.locator('.column').focus();
      const reached = new Set<string>();
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab');
        const { label, seen } = await focused(page);
        if (label === 'column') break;
        assert.ok(seen, `${label} is in view when it has the focus`);
        reached.add(label);
      }
      const all = await page.evaluate(() =>
        // A link in the text is where the caret comes to, and Enter opens it.
        [
          ...document.querySelectorAll<HTMLElement>(
            'button, select, textarea, input, [role=link]:not(.link), summary, .ruler',
          ),
        ]
          .filter(
            (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [tabindex="-1"]'),
          )
          .map((one) => one.id || one.getAttribute('aria-label') || one.textContent || one.className),
      );
      assert.ok(all.length > 12, String(all.length));
      assert.deepEqual(
        all.filter((label) => !reached.has(label)),
        [],
      );
    }));

  test('nothing moves by itself for those who want no motion', () =>
    withPage({ width: 900, reducedMotion: 'reduce' }, async ({ page }) => {
      for (const { name, open, close } of states) {
        await open(page);
        const moving = await page.evaluate(() => document.getAnimations().length);
        const slow = await page.locator('.reader *').evaluateAll((all) =>
          all.flatMap((one) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
            const moves = /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
            // What was drawn anew meanwhile has no style at all.
            return one.isConnected && moves ? one.className : [];
          }),
        );
        assert.deepEqual({ name, moving, slow }, { name, moving: 0, slow: [] });
        await close(page);
      }
    }));
});

/** What could be scrolled to the side: the window, or a part of the page that scrolls. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('.reader, .reader *')]
      .filter((one) => {
        const { overflowX } = getComputedStyle(one);
        const scrolls = one === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
        return scrolls && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
      })
      .map((one) => `${one.className} ${one.scrollWidth} > ${one.clientWidth}`),
  );

/** Controls that are cut by the window or by what they stand in, other than by scrolling up and down. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        '.reader :is(button, select, textarea, input, [role=option], kbd, h1, h2)',
      ),
    ]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((one) => {
        // Rows that are only there to be heard, and counts that leave their place to others.
        if (one.closest('.ruler-rows, .status .counts, .sr-only')) return false;
        const { left, right, width } = one.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
      })
      .map((one) => `${one.className || one.tagName} ${one.textContent?.slice(0, 20)}`),
  );

const focused = (page: Page): Promise<{ label: string; seen: boolean }> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const one = document.activeElement as HTMLElement;
    const rects = [...one.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const seen = rects.some(({ left, top, width, height }) => {
      const x = left + Math.min(width / 2, 12);
      const y = Math.min(top + height / 2, innerHeight - 1);
      const there = document.elementFromPoint(x, y);
      return there !== null && (one.contains(there) || there.contains(one));
    });
    const label = one.className === 'column' ? 'column' : undefined;
    return { label: label ?? (one.id || one.getAttribute('aria-label') || one.textContent || one.className), seen };
  });
