/** Everything that can be open in the reading view's page, one after the other, with an article that has something for each. */
import type { Page } from 'playwright-core';
import type { Annotation, AnnotationSet } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { harbour } from './readerTexts';
import { clickOn, dragOver, pointAt } from './readerWords';

const annotation = (id: string, tag: string, quote: string, more: Partial<Annotation> = {}): Annotation => ({
  id,
  tag,
  by: 'ana',
  at: '2026-11-24T11:20:00Z',
  spans: [selectorOf(harbour, { start: harbour.indexOf(quote), end: harbour.indexOf(quote) + quote.length })],
  ...more,
});

/** Overlaps four deep, arguments for and against, right-to-left words, an orphan of a tag that is not known, an unstated premise. */
export const busy: AnnotationSet = {
  annotations: [
    annotation('c0', 'claim', 'But those who gain from depth should carry its cost, and they are easy to name.', {
      note: 'The thesis.',
      attributes: { kind: 'policy', mood: 'firm' },
    }),
    annotation('c1', 'claim', 'those who gain from depth should carry its cost'),
    annotation('c2', 'premise', 'who gain from depth should'),
    annotation('c3', 'assumption', 'gain from depth'),
    annotation('p1', 'premise', 'each extra metre of channel costs more than the four before it'),
    annotation('e1', 'evidence', 'In 2023 the bill for maintenance alone passed ninety million.'),
    annotation('m1', 'major-claim', 'That compromise no longer works.'),
    annotation('p2', 'premise', 'the **city** draws fees'),
    annotation('r1', 'claim', 'وهذه جملة ثانية تقول شيئا آخر'),
    { id: 'o1', tag: 'nonesuch', spans: [{ quote: 'Words that are gone' }] },
    { id: 'u1', tag: 'premise', spans: [], wording: 'Whoever gains should pay.', by: 'ana' },
  ],
  arguments: [
    { id: 'g1', premises: ['p1', 'u1'], supports: 'c0' },
    { id: 'g2', premises: ['p2'], attacks: 'c0' },
  ],
  links: [],
};

export interface PageState {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly close: (page: Page) => Promise<void>;
}

/** The pointer out of the text, and the card that it may have brought up gone: it would lie over the words that are clicked next. */
const pointAway = async (page: Page) => {
  await page.mouse.move(2, 2);
  await page.locator('.hover-card').waitFor({ state: 'detached' });
};
const byEscape = async (page: Page) => {
  await page.keyboard.press('Escape');
};

/** In an order in which each can be opened after the one before was closed. */
export const states: readonly PageState[] = [
  {
    name: 'the bar by a selection',
    open: async (page) => {
      await dragOver(page, 'no longer works');
      await page.locator('.bar.placed').waitFor();
      await pointAway(page);
    },
    close: byEscape,
  },
  {
    name: 'the card',
    open: async (page) => {
      await clickOn(page, 'they are easy');
      await pointAt(page, 'they are easy');
      await page.locator('.hover-card.placed').waitFor();
    },
    close: pointAway,
  },
  {
    name: 'the list of annotations here',
    open: async (page) => {
      await clickOn(page, 'gain from depth');
      await page.keyboard.press('h');
      await pointAway(page);
      await page.locator('.pick-list.placed').waitFor();
    },
    close: byEscape,
  },
  {
    name: 'finding',
    open: async (page) => {
      await page.keyboard.type('/the');
      await page.locator('.prompt .count', { hasText: 'of' }).waitFor();
    },
    close: async () => {},
  },
  {
    name: 'tagging all hits',
    open: async (page) => {
      await page.keyboard.press('Alt+Enter');
      await page.locator('.hits .here').waitFor();
    },
    close: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.hits').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.locator('.prompt').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'choosing a target',
    open: async (page) => {
      await clickOn(page, 'gain from depth');
      await page.keyboard.press('l');
      await pointAway(page);
      await page.locator('.prompt.target [aria-selected=true]').waitFor();
    },
    close: async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.prompt').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'an armed tag',
    open: async (page) => {
      await page.keyboard.press('Shift+C');
      await page.locator('.status .armed').waitFor();
    },
    close: byEscape,
  },
  {
    name: 'the details',
    open: async (page) => {
      await clickOn(page, 'they are easy');
      await page.keyboard.press('Enter');
      await pointAway(page);
      await page.locator('.details textarea').first().waitFor();
    },
    close: byEscape,
  },
  {
    name: 'the overview',
    open: async (page) => {
      await page.locator('.ruler').focus();
      await page.keyboard.press('ArrowDown');
    },
    close: byEscape,
  },
  {
    name: 'the keys',
    open: async (page) => {
      await page.keyboard.press('?');
      await page.locator('.keys').waitFor();
    },
    close: byEscape,
  },
];
