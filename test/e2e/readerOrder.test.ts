/** What is done happens in that order, though the host answers late and undo is VS Code's: each test does the same with a host that waits. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { waitUntil } from './gestures';
import type { ReaderHost } from './readerHost';
import { readerPages, settled } from './readerPages';
import { cameOf } from './readerSession';
import { harbour, harbourSet } from './readerTexts';
import { clickOn, dragOver, paintedWords } from './readerWords';

const none = { annotations: [], arguments: [], links: [] };
const compromise =
  'For thirty years the harbour has lived on a compromise: the state digs, the city collects, and the lines complain.';
const answer = 'The usual answer is to let the treasury pay once more.';

/** What stands in the article: tags, and the words that they are on. */
const tagged = (host: ReaderHost) => host.set.annotations.map(({ id, tag }) => `${tag}: ${host.words(id).join(' … ')}`);

describe('the order of what is done', () => {
  const withPage = readerPages({ text: harbour, set: none });

  test('undo that is pressed before the host has answered waits for the answer, and reaches VS Code then', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      host.holdGestures = true;
      await dragOver(page, 'In 2023 the bill');
      await page.keyboard.press('e');
      await waitUntil(async () => (await paintedWords(page, 'tag-evidence')).length === 1, 'painted');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+s');
      assert.deepEqual(host.pressed, []);
      host.release();
      await settled(reader);
      assert.deepEqual(host.pressed, ['z', 's']);
      assert.deepEqual(tagged(host), []);
      await page.keyboard.press('Control+y');
      await settled(reader);
      assert.deepEqual(tagged(host), ['evidence: In 2023 the bill']);
    }));

  test('eight quick undos are eight, and the letter after them comes after them', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'The usual answer');
      for (let i = 0; i < 8; i++) await page.keyboard.press(i % 2 === 0 ? 'c' : 'p');
      await settled(reader);
      assert.equal(host.edits.length, 8);
      host.holdGestures = true;
      for (let i = 0; i < 8; i++) await page.keyboard.press('Control+z');
      await page.keyboard.press('e');
      assert.deepEqual(host.pressed, ['z']);
      host.release();
      await settled(reader);
      assert.equal(host.pressed.join(''), 'zzzzzzzz');
      assert.deepEqual(tagged(host), [`evidence: ${answer}`]);
    }));

  test('where there is nothing to undo, what comes after it is done all the same', () =>
    withPage({}, async (reader) => {
      await clickOn(reader.page, 'The usual answer');
      for (const key of ['Control+z', 'Control+z', 'c']) await reader.page.keyboard.press(key);
      await settled(reader);
      assert.deepEqual(tagged(reader.host), [`claim: ${answer}`]);
    }));

  test('an undo takes back what was done before it, and not what was done after it, by key or by pointer', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      host.holdGestures = true;
      await clickOn(page, 'For thirty years');
      await page.keyboard.press('c');
      await page.keyboard.press('Control+z');
      await dragOver(page, 'to let the treasury pay');
      await page.locator('.bar').getByRole('button', { name: 'Premise' }).click();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+y');
      await clickOn(page, 'In 2023 the bill');
      await page.keyboard.press('e');
      host.release();
      await settled(reader);
      assert.equal(host.pressed.join(''), 'zzy');
      assert.deepEqual(tagged(host), [
        'evidence: In 2023 the bill for maintenance alone passed ninety million.',
        'premise: to let the treasury pay',
      ]);
    }));

  // Each is pressed with a host that answers at once and one that does not, and comes to the same.
  for (const keys of [
    'c Control+z p',
    'c Control+z s s Shift+ArrowRight c',
    'c Control+z s s c ArrowDown ArrowDown p',
    'c Control+z Control+y p',
    'c p Control+z ArrowDown ArrowDown ArrowDown e Control+z Control+y Control+z e',
    'c Control+z Control+ArrowRight s c s Escape p Delete Control+z',
    'c Control+z End Shift+Home e',
    'c Control+z p Enter a b . Control+Enter',
    'c Control+z n Delete Control+z n p',
    'c Control+z n l c o n t a i n e r Enter',
    'c Control+z Shift+P Shift+Control+ArrowRight ArrowDown Shift+Control+ArrowRight Escape',
  ]) {
    test(`a host that waits makes no difference to ${keys}`, () =>
      withPage({ set: harbourSet }, async (reader) => {
        const { page, host } = reader;
        const come = [];
        for (const holds of [false, true]) {
          host.setAnnotations(harbourSet);
          await clickOn(page, 'The usual answer');
          host.holdGestures = holds;
          for (const key of keys.split(' ')) {
            if (!holds) await settled(reader);
            await page.keyboard.press(key);
          }
          host.release();
          await settled(reader);
          come.push(cameOf(host));
        }
        assert.deepEqual(come[1], come[0]);
      }));
  }

  test('keys that come faster than the page is drawn go to the prompt that they have brought up', () =>
    withPage({ set: harbourSet }, async ({ page, host }) => {
      await clickOn(page, 'on every container');
      // All in one task, and so in one frame; each goes where the focus is by then.
      await page.evaluate(() => {
        for (const key of ['l', 'ArrowDown', 'Escape', 'k', 'Enter', 'l', 'Enter', '/', 'Escape', '/'])
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      });
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT', 'find has the focus again');
      await waitUntil(() => host.set.arguments.length === 3, 'one argument by k, one by l');
    }));

  test('late answers lead back to nothing: what was made last is what is deleted', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'The usual answer');
      host.holdGestures = true;
      for (const key of ['Control+z', 'e', 's', 's', 'c']) await page.keyboard.press(key);
      host.release();
      await settled(reader);
      assert.equal(host.set.annotations.length, 2);
      await page.keyboard.press('Delete');
      await settled(reader);
      assert.deepEqual(tagged(host), [`evidence: ${answer}`]);
    }));

  test('what waits acts on the words that it was meant for, though the pointer has gone on', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'The usual answer');
      host.holdGestures = true;
      for (const key of ['Control+z', 'c']) await page.keyboard.press(key);
      await clickOn(page, 'For thirty years');
      await page.keyboard.press('p');
      host.release();
      await settled(reader);
      assert.deepEqual(tagged(host), [`premise: ${compromise}`, `claim: ${answer}`]);
    }));

  test('an undo that still waits when the keyboard goes elsewhere undoes nothing there, and is said', () =>
    withPage({}, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'The usual answer');
      host.holdGestures = true;
      for (const key of ['c', 'Control+z', 'Control+s', 'p']) await page.keyboard.press(key);
      await page.evaluate(() => dispatchEvent(new Event('blur')));
      await page.locator('.status .message', { hasText: 'Ctrl+Z, Ctrl+S' }).waitFor();
      host.release();
      await settled(reader);
      assert.deepEqual(host.pressed, []);
      assert.deepEqual(tagged(host), [`premise: ${answer}`]);
    }));
});
