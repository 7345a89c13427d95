/**
 * What a real pointer at rest on tagged words brings up, in the reading view and in the text editor: the same annotations in the same
 * words, on an article with CRLF, emoji and combining marks.
 */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openFromExplorer, waitUntil } from './gestures';
import { openAsArticle, save } from './opening';
import type { ReadingView } from './readingView';
import { editorHover, hoveredText, pointAtText } from './textEditor';
import { hardArticle, hardWords } from './texts';
import { journey, openWorkbench, type Workbench, workspaceWith } from './workbench';

const name = 'quays.txt';
const { claim, crossing, nested, premise, arabic } = hardWords;

/** An article with four annotations, three of which overlap, and an argument. */
async function tagged(): Promise<{ window: Workbench; view: ReadingView }> {
  const folder = await workspaceWith({ [name]: hardArticle });
  const window = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const { page } = window;
  const view = await openAsArticle(page, name);
  for (const [words, key, tag] of [
    [claim, 'c', 'claim'],
    [crossing, 'm', 'major-claim'],
    [nested, 'a', 'assumption'],
    [premise, 'p', 'premise'],
    [arabic, 'e', 'evidence'],
  ] as const) {
    await view.selectWithMouse(words);
    await page.keyboard.press(key);
    await view.showsTagged(tag, words);
  }
  await view.clickOn(premise);
  await page.keyboard.press('l');
  await view.targetField().waitFor();
  await page.keyboard.insertText('quarter working');
  await page.keyboard.press('Enter');
  await save(page, name);
  return { window, view };
}

/** The labels of the tags that a card or hover lists, in its order. */
async function labelsIn(element: Locator, labels: readonly string[]): Promise<string[]> {
  const text = (await element.textContent()) ?? '';
  return labels.filter((label) => text.includes(label)).sort((a, b) => text.indexOf(a) - text.indexOf(b));
}

async function emphasised(view: ReadingView): Promise<string[]> {
  return (await view.painted()).filter((one) => one.name.startsWith('argmark-on-')).map(({ words }) => words);
}

journey('in the reading view', async () => {
  const { window, view } = await tagged();
  const { page } = window;
  const card = view.card();

  for (const words of [premise, arabic]) {
    await view.pointAt(words);
    await card.waitFor();
    await waitUntil(async () => (await emphasised(view)).join() === words, 'the words that speak up are the quote');
    assert.equal(await card.getByRole('article').count(), 1);
    await leave(view);
  }

  await view.pointAt(nested.slice(2));
  await card.waitFor();
  assert.deepEqual(await labelsIn(card, ['Assumption', 'Claim']), ['Assumption', 'Claim'], 'the smallest first');
  await card.getByText('supported by').waitFor();

  // It stays while the pointer is in it, also when that takes a while.
  const box = await card.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 30, box.y + 10, { steps: 12 });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  await frames(view, 60);
  assert.equal(await card.count(), 1, 'the card stays while the pointer is in it');
  // A link in it leads to the premise.
  await card.getByText(/survey/).click();
  await waitUntil(async () => (await emphasised(view)).includes(premise), 'the premise speaks up');

  // By key it comes at the caret, and goes by Esc, which gives the keyboard back to the text.
  await leave(view);
  await view.clickOn('share one quay');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await card.waitFor();
  assert.equal(await card.getByRole('article').count(), 2, 'both annotations there');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await waitUntil(() => view.focused(), 'keys go to the text again');
  await view.pointAt(premise);
  await card.waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await window.close();
});

journey('in the text editor', async () => {
  const { window } = await tagged();
  const { page } = window;
  await page.keyboard.press('Control+w');
  await openFromExplorer(page, name);
  const hover = editorHover(page);

  for (const words of [premise, claim.slice(0, 20), arabic]) {
    const quote = words.startsWith(claim.slice(0, 5)) ? claim : words;
    await pointAtText(page, words);
    await hover.waitFor();
    await waitUntil(async () => (await hoveredText(page)) === quote, `the range shown is ${quote}`);
    await page.keyboard.press('Escape');
    await hover.waitFor({ state: 'hidden' });
    await pointAtText(page, 'Whether the council');
  }
  await pointAtText(page, nested.slice(2));
  await hover.waitFor();
  await waitUntil(async () => (await labelsIn(hover, ['Assumption', 'Claim'])).length === 2, 'overlaps list all');
  assert.deepEqual(await labelsIn(hover, ['Assumption', 'Claim']), ['Assumption', 'Claim'], 'the smallest first');
  await hover.getByText('supported by').waitFor();
  await pointerInto(page, hover);
  assert.ok(await hover.isVisible(), 'the hover stays while the pointer is in it');
  await page.keyboard.press('Escape');
  await hover.waitFor({ state: 'hidden' });
  await window.close();
});

/** Takes the pointer to where nothing is tagged and waits until the card is gone. */
async function leave(view: ReadingView): Promise<void> {
  await view.pointAt('Whether the council');
  await view.card().waitFor({ state: 'detached' });
}

async function frames(view: ReadingView, count: number): Promise<void> {
  await view.column.evaluate(async (_, frames) => {
    for (let frame = 0; frame < frames; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
}

async function pointerInto(page: Page, hover: Locator): Promise<void> {
  const box = await hover.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 6, { steps: 8 });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
}
