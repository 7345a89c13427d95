/** Words that are typed before the field that they are meant for is there: in the text each of their letters would be a verb. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { waitUntil } from './gestures';
import { readerPages } from './readerPages';
import { harbour } from './readerTexts';
import { clickOn, dragOver } from './readerWords';

describe('typing ahead in the reading view', () => {
  const withPage = readerPages({ text: harbour });

  for (const key of ['g', 't', 'Shift+G', 'Shift+T', 'u']) {
    test(`after ${key}, what is typed for the input of VS Code does nothing in the text, until it was answered`, () =>
      withPage({}, async ({ page, host }) => {
        host.holdGestures = true;
        await clickOn(page, 'thirty years');
        await page.keyboard.press(key);
        await page.keyboard.type('escape');
        await page.keyboard.press('Enter');
        await waitUntil(() => host.received.some(({ type }) => type === 'ask'), 'the input was asked for');
        host.release();
        await page.keyboard.press('Control+ArrowRight');
        await page.keyboard.press('p');
        await waitUntil(() => host.received.some(({ type }) => type === 'gesture'), 'keys are verbs again');
        const gestures = host.received.flatMap((one) => (one.type === 'gesture' ? one.gesture : []));
        assert.deepEqual(
          gestures.map((gesture) => (gesture.verb === 'tag' ? gesture.tag : gesture.verb)),
          ['premise'],
        );
        assert.equal(await page.locator('.details-place:not([hidden])').count(), 0, 'and no details are open');
      }));
  }

  test('Esc gives the letters back to the text, where the host does not answer', () =>
    withPage({}, async ({ page, host }) => {
      host.holdGestures = true;
      await clickOn(page, 'thirty years');
      await page.keyboard.type('gc');
      await page.keyboard.press('Escape');
      await page.keyboard.type('e');
      await waitUntil(() => host.received.some(({ type }) => type === 'gesture'), 'it is tagged');
      const tags = host.received.flatMap((one) =>
        one.type === 'gesture' && one.gesture.verb === 'tag' ? one.gesture.tag : [],
      );
      assert.deepEqual(tags, ['evidence']);
    }));

  test('after the key that VS Code has for the search, words go into it', () =>
    withPage({}, async ({ page, host }) => {
      await dragOver(page, 'thirty years');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('place');
      host.send({ type: 'do', action: 'find' });
      const field = page.locator('.prompt.find input');
      await field.waitFor();
      await page.keyboard.type('s');
      assert.equal(await field.inputValue(), 'places');
      assert.deepEqual(
        host.received.filter(({ type }) => type === 'gesture' || type === 'ask'),
        [],
      );
    }));

  test('after Enter, words go into the note', () =>
    withPage({}, async ({ page, host }) => {
      await dragOver(page, 'thirty years');
      await page.keyboard.press('c');
      await waitUntil(() => host.set.annotations.length === 1, 'tagged');
      // In one task of the page: no frame comes in between.
      const typed = await page.evaluate(() => {
        const press = (key: string) =>
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        press('Enter');
        press('p');
        return document.activeElement?.id ?? '';
      });
      assert.match(typed, /-note$/);
      assert.equal(host.set.annotations[0]?.tag, 'claim');
    }));

  test('after Enter over words that are tagged already, words go into the note of that annotation', () =>
    withPage({}, async ({ page, host }) => {
      for (const _ of 'twice') {
        await dragOver(page, 'thirty years');
        await page.keyboard.press('Enter');
        await page.keyboard.type('pre');
        await page.keyboard.press('Escape');
      }
      await waitUntil(() => host.set.annotations[0]?.note === 'pre'.repeat('twice'.length), 'it is saved');
      assert.equal(host.set.annotations.length, 1);
      assert.deepEqual(host.refusals, []);
    }));

  test('words for a note whose annotation has just gone do nothing in the text', () =>
    withPage({}, async ({ page, host }) => {
      await dragOver(page, 'thirty years');
      await page.keyboard.press('Enter');
      await page.keyboard.type('pre');
      await waitUntil(() => host.set.annotations.length === 1, 'it is tagged');
      host.setAnnotations({ annotations: [], arguments: [], links: [] });
      await waitUntil(() => page.locator('.details').evaluate((one) => one === document.activeElement), 'it is gone');
      await page.keyboard.type('pre');
      await page.keyboard.press('Escape');
      assert.ok(await page.locator('.column').evaluate((column) => column === document.activeElement));
      const verbs = host.received.flatMap((one) => (one.type === 'gesture' ? one.gesture.verb : []));
      assert.deepEqual(verbs, ['tag', 'write'], 'the second one is refused');
      assert.equal(host.refusals.length, 1);
    }));
});
