/** An armed tag in the reading view's page: each new selection gets it, by mouse and by keyboard, until Esc. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { harbour } from './readerTexts';
import { clickOn, dragOver, selectedWords } from './readerWords';

describe('an armed tag', () => {
  const withPage = readerPages({ text: harbour });
  const armed = ({ page }: ReaderPage) => page.locator('.status .armed');
  const tagged = ({ host }: ReaderPage) => host.set.annotations.map(({ id, tag }) => `${tag}: ${host.words(id)}`);
  const comesToBe = (reader: ReaderPage, wanted: string[]) =>
    waitUntil(() => tagged(reader).sort().join('\n') === [...wanted].sort().join('\n'), wanted.join(', '), 4000);

  test('many selections by mouse and by key, one key before them and Esc after', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await clickOn(page, 'For thirty');
      await page.keyboard.press('Shift+P');
      await armed(reader).waitFor();
      assert.match((await armed(reader).textContent()) ?? '', /Premise.*armed.*Esc/);
      assert.match((await page.locator('.live').textContent()) ?? '', /Each new selection is tagged premise/);
      await dragOver(page, 'the state digs');
      await dragOver(page, 'the city collects');
      await comesToBe(reader, ['premise: the state digs', 'premise: the city collects']);
      assert.equal(await page.locator('.bar').count(), 0, 'no bar comes up that would ask for a tag');

      // A click alone places the caret, also on what is tagged.
      await clickOn(page, 'the state digs');
      await clickOn(page, 'no longer works');
      await page.keyboard.press('Home');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('Control+ArrowRight');
      const words = (await selectedWords(page)).trim();
      assert.equal(tagged(reader).length, 2, 'not while Shift is held');
      await page.keyboard.up('Shift');
      await comesToBe(reader, ['premise: the state digs', 'premise: the city collects', `premise: ${words}`]);

      await page.keyboard.press('Escape');
      await waitUntil(async () => (await armed(reader).count()) === 0, 'disarmed');
      await dragOver(page, 'the lines complain');
      await page.locator('.bar').waitFor();
      assert.equal(tagged(reader).length, 3);
    }));

  test('of a triple click the paragraph, not the word of its second click', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await page.keyboard.press('Shift+C');
      await armed(reader).waitFor();
      await clickOn(page, 'sailing', { clickCount: 2 });
      await comesToBe(reader, ['claim: sailing']);
      await clickOn(page, 'What the ministry says', { clickCount: 3 });
      await comesToBe(reader, ['claim: sailing', 'claim: What the ministry says']);
    }));

  test('a selection that is grown step by step waits for Enter', () =>
    withPage({}, async (reader) => {
      const { page } = reader;
      await clickOn(page, 'compromise no longer');
      await page.keyboard.press('Shift+E');
      for (const _ of 'ss') await page.keyboard.press('s');
      assert.equal(await selectedWords(page), 'That compromise no longer works.');
      assert.deepEqual(tagged(reader), []);
      await page.keyboard.press('Enter');
      await comesToBe(reader, ['evidence: That compromise no longer works.']);
      assert.equal(await page.locator('.details-place').isHidden(), true);
    }));

  test('from the list of the host; the same key or a click disarms; a read-only article refuses', async () => {
    await withPage({}, async (reader) => {
      const { page, host } = reader;
      await page.keyboard.press('Shift+T');
      await waitUntil(
        () => host.received.some((one) => one.type === 'ask' && one.what === 'armTag'),
        'the host is asked',
      );
      host.send({ type: 'do', action: 'armTag', tag: 'assumption' });
      await armed(reader).waitFor();
      await page.keyboard.press('Shift+T');
      await waitUntil(async () => (await armed(reader).count()) === 0, 'disarmed by key');
      await page.keyboard.press('Shift+M');
      await armed(reader).click();
      await waitUntil(async () => (await armed(reader).count()) === 0, 'disarmed by click');
      host.send({ type: 'do', action: 'armTag', tag: 'nothing' });
      await waitUntil(
        async () => (await page.locator('.status .message').textContent())?.includes('no tag “nothing”') === true,
        'an unknown tag is refused',
      );
    });
    await withPage({ readOnly: true }, async (reader) => {
      await reader.page.keyboard.press('Shift+C');
      await waitUntil(
        async () =>
          /cannot be|Nothing can be/.test((await reader.page.locator('.status .message').textContent()) ?? ''),
        'refused',
      );
      assert.equal(await armed(reader).count(), 0);
    });
  });
});
