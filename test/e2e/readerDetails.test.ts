/** The details of an annotation by keyboard alone: every field in order, saved when it is left, one step of undo each. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Attribute, Codebook } from '../../src/core/annotation/codebook';
import { defaultCodebook } from '../../src/core/annotation/defaultCodebook';
import { applyEdit, inverse } from '../../src/core/annotation/edit';
import type { AnnotationSet, Attributes } from '../../src/core/annotation/model';
import { waitUntil } from './gestures';
import type { ReaderPage } from './readerPage';
import { readerPages } from './readerPages';
import { busy } from './readerStates';
import { harbour } from './readerTexts';
import { clickOn, dragOver, paintedWords } from './readerWords';

const attributes: readonly Attribute[] = [
  { name: 'kind', type: 'choice', values: ['factual', 'policy'], required: true },
  { name: 'topics', type: 'choices', values: ['money', 'ships'] },
  { name: 'strength', type: 'number', minimum: 0, maximum: 10 },
  { name: 'sure', type: 'boolean' },
  { name: 'said-on', type: 'date' },
  { name: 'remark', type: 'text' },
];
const codebook: Codebook = {
  ...defaultCodebook,
  tags: defaultCodebook.tags.map((tag) => (tag.name === 'claim' ? { ...tag, attributes } : tag)),
};

/** Where the claim that the details are opened at has these attributes. */
const withClaimOf = (attributes: Attributes): AnnotationSet => ({
  ...busy,
  annotations: busy.annotations.map((one) => (one.id === 'c0' ? { ...one, attributes } : one)),
});

describe('the details', () => {
  const withPage = readerPages({ text: harbour, set: busy, codebook });
  const open = async ({ page }: ReaderPage, words = 'they are easy') => {
    await clickOn(page, words);
    await page.keyboard.press('Enter');
    await waitUntil(
      () => page.getByLabel('Note').evaluate((one) => one === document.activeElement),
      'the note has the focus',
    );
  };
  const one = ({ host }: ReaderPage, id = 'c0') => host.set.annotations.find((annotation) => annotation.id === id);
  /** What has the focus, as a person would call it. */
  const focus = ({ page }: ReaderPage) =>
    page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement?.closest('.field')?.querySelector('label:not(.check), legend')?.textContent;
      const check = activeElement?.closest('.check')?.textContent;
      return check ?? label ?? activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });

  test('Tab goes through all that can be said, in the order in which it is shown', () =>
    withPage({ width: 1100 }, async (reader) => {
      const { page } = reader;
      await open(reader);
      await page.locator('.details .close').focus();
      const order: string[] = [];
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        const now = await focus(reader);
        if (now === 'Stance') break;
        order.push(now.slice(0, 40));
      }
      assert.deepEqual(order, [
        'Claim',
        'Tag',
        'Kind (required)',
        'money',
        'ships',
        'Strength',
        'Sure',
        'Said on',
        'Said on',
        'Said on',
        'Said on',
        'Remark',
        'Paraphrase',
        'Note',
        'Speaker',
        ...order.slice(order.indexOf('Speaker') + 1, order.indexOf('Supports …')),
        'Supports …',
        'Attacks …',
        'Delete',
      ]);
      const links = order.slice(order.indexOf('Speaker') + 1, order.indexOf('Supports …'));
      assert.ok(
        links.some((words) => words.startsWith('each extra metre')),
        'what supports it is a link',
      );
      assert.ok(
        links.some((words) => words.startsWith('Take “each extra')),
        'which can be taken out',
      );
      assert.ok(
        links.some((words) => words.startsWith('the city draws fees')),
        'and so is what attacks it',
      );
      assert.match((await page.locator('.details .by').textContent()) ?? '', /ana, 2026-11-24 11:20/);
    }));

  test('each field is saved when it is left, and is one step of undo', () =>
    withPage({ width: 1100 }, async (reader) => {
      const { page, host } = reader;
      await open(reader);
      const saves = async (label: string, typed: string, said: () => unknown, wanted: unknown) => {
        const steps = host.edits.length;
        await page.getByLabel(label, { exact: true }).focus();
        if (typed !== '') await page.keyboard.type(typed);
        assert.equal(host.edits.length, steps, `${label}: nothing is saved while it is typed`);
        await page.keyboard.press('Tab');
        await waitUntil(() => JSON.stringify(said()) === JSON.stringify(wanted), `${label} is saved`);
        assert.equal(host.edits.length, steps + 1, `${label} is one step`);
      };
      await saves('Strength', '7', () => one(reader)?.attributes?.strength, 7);
      await saves('Remark', 'Twice as deep 🚢', () => one(reader)?.attributes?.remark, 'Twice as deep 🚢');
      await saves('Paraphrase', 'Users should pay.', () => one(reader)?.wording, 'Users should pay.');
      await saves('Speaker', 'the author', () => one(reader)?.speaker, 'the author');
      await page.getByLabel('money').check();
      await waitUntil(() => JSON.stringify(one(reader)?.attributes?.topics) === '["money"]', 'a box is ticked');
      await page.getByLabel('Sure').selectOption('true');
      await waitUntil(() => one(reader)?.attributes?.sure === true, 'yes is chosen');
      await page.getByLabel('Said on').fill('2023-05-04');
      await page.keyboard.press('Tab');
      await page.getByLabel('Note').focus();
      await waitUntil(() => one(reader)?.attributes?.['said-on'] === '2023-05-04', 'the day is saved');
      assert.equal(host.edits.length, 7, 'seven fields, seven steps');
      // What VS Code does on undo: the inverse of each step, the last one first.
      let set = host.set;
      for (const edit of [...host.edits].reverse()) {
        set = applyEdit(set, inverse(edit)).set;
      }
      const { attributes: values, wording, speaker } = set.annotations.find(({ id }) => id === 'c0') ?? assert.fail();
      assert.deepEqual(
        { values, wording, speaker },
        { values: { kind: 'policy', mood: 'firm' }, wording: undefined, speaker: undefined },
      );
    }));

  test('half a number and half a day, left behind, are told and change nothing', () =>
    withPage({ width: 1100, set: withClaimOf({ strength: 5, 'said-on': '2020-01-31' }) }, async (reader) => {
      const { page, host } = reader;
      await open(reader);
      const told = (words: string) => page.locator('.status .message', { hasText: words }).waitFor();
      const strength = page.getByLabel('Strength');
      await strength.focus();
      await page.keyboard.press('End');
      await page.keyboard.type('e');
      await page.keyboard.press('Tab');
      await told('“Strength” must be a number');
      assert.equal(await strength.inputValue(), '5');
      const day = page.getByLabel('Said on');
      await day.focus();
      // In January there was a 31st.
      await page.keyboard.type('02');
      assert.equal(await day.inputValue(), '', 'the browser gives no value for it');
      await page.getByLabel('Note').focus();
      await told('“Said on” must be a date');
      assert.equal(await day.inputValue(), '2020-01-31');
      assert.deepEqual(host.edits, []);
    }));

  test('the wheel over a number that has the focus turns the page, not the number', () =>
    withPage({ width: 1100, height: 400, set: withClaimOf({ strength: 5 }) }, async (reader) => {
      const { page, host } = reader;
      await open(reader);
      const strength = page.getByLabel('Strength');
      await strength.focus();
      const { x, y } = (await strength.boundingBox()) ?? assert.fail();
      await page.mouse.move(x + 20, y + 10);
      await page.mouse.wheel(0, 60);
      await waitUntil(async () => ((await strength.boundingBox())?.y ?? y) < y, 'the details have turned');
      assert.equal(await strength.inputValue(), '5');
      await page.getByLabel('Note').focus();
      assert.deepEqual(host.edits, []);
    }));

  test('values that do not fit are shown, with what would, and stay until others are given', () =>
    withPage(
      { width: 1100, set: withClaimOf({ strength: 'high', sure: 'maybe', 'said-on': 'soon' }) },
      async (reader) => {
        const { page, host } = reader;
        await open(reader);
        assert.equal(await page.getByLabel('Strength').inputValue(), 'high');
        assert.equal(await page.getByLabel('Said on').inputValue(), 'soon');
        assert.equal(await page.getByLabel('Sure').inputValue(), 'maybe');
        const remarks = await page.locator('.details .field .dim').allTextContents();
        assert.deepEqual(remarks, [
          '“Strength” must be a number, such as 3 or 0.5.',
          '“Said on” must be a date, written as 2026-11-24.',
        ]);
        await page.getByLabel('Strength').fill('higher');
        await page.keyboard.press('Tab');
        await page.locator('.status .message', { hasText: '“Strength” must be a number' }).waitFor();
        assert.deepEqual(host.edits, []);
        await page.getByLabel('Strength').fill('11');
        await page.keyboard.press('Tab');
        await page.locator('.status .message', { hasText: 'at most 10' }).waitFor();
        await page.getByLabel('Strength').fill('4');
        await page.keyboard.press('Tab');
        await waitUntil(() => one(reader)?.attributes?.strength === 4, 'the number is saved');
        assert.equal(await page.getByLabel('Strength').inputValue(), '4');
      },
    ));

  test('the note grows with what is written, to a part of the window', () =>
    withPage({ width: 1100, height: 700 }, async (reader) => {
      const { page } = reader;
      await open(reader);
      const height = async () => (await page.getByLabel('Note').boundingBox())?.height ?? 0;
      const small = await height();
      for (let i = 0; i < 8; i++) await page.keyboard.press('Enter');
      const large = await height();
      assert.ok(large > small + 80, `${small} to ${large}`);
      for (let i = 0; i < 40; i++) await page.keyboard.press('Enter');
      assert.ok((await height()) <= 700 * 0.4 + 2);
    }));

  test('a note that was not answered when the page is built anew is in its field still, until it could be saved', () =>
    withPage({ width: 1100 }, async (reader) => {
      const { page, host } = reader;
      await open(reader);
      host.holdGestures = true;
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText('Held back.');
      await page.keyboard.press('Tab');
      await waitUntil(
        () => host.received.some((one) => one.type === 'gesture' && one.gesture.verb === 'write'),
        'it was sent',
      );
      await page.reload();
      const note = page.getByLabel('Note');
      await note.waitFor();
      assert.equal(await note.inputValue(), 'Held back.');
      assert.equal(one(reader)?.note, 'The thesis.');
      host.holdGestures = false;
      await note.focus();
      await page.keyboard.press('Tab');
      await waitUntil(() => one(reader)?.note === 'Held back.', 'it is saved');
      await waitUntil(
        async () => JSON.stringify(await reader.state()).includes('"drafts":[]'),
        'it is no draft any more',
      );
    }));

  test('a note has three lines to begin with, and what else is written one', () =>
    withPage({ width: 1100 }, async (reader) => {
      await open(reader);
      const height = async (label: string) =>
        (await reader.page.getByLabel(label, { exact: true }).boundingBox())?.height ?? 0;
      assert.ok((await height('Note')) > (await height('Speaker')) + 30);
    }));

  test('open details follow the caret and leave the keyboard to the text', () =>
    withPage({ width: 1100 }, async (reader) => {
      const { page } = reader;
      await open(reader);
      await page.keyboard.press('Escape');
      let shown = await page.locator('.details .quote').textContent();
      for (let step = 0; step < 2; step++) {
        await page.keyboard.press('n');
        const before = shown;
        await waitUntil(async () => {
          shown = await page.locator('.details .quote').textContent();
          return shown !== before;
        }, 'another one is shown');
        assert.equal(await page.evaluate(() => document.activeElement?.className), 'column');
      }
    }));

  test('“Also here” leads to the others at the caret and back', () =>
    withPage({ width: 1100 }, async (reader) => {
      const { page } = reader;
      await open(reader, 'from depth');
      const others = page.locator('.details .others [role=link]');
      assert.equal(await others.count(), 3);
      await others.last().focus();
      await page.keyboard.press('Enter');
      await waitUntil(
        async () => (await paintedWords(page, 'on-claim')).join().startsWith('But those'),
        'the outermost',
      );
      await waitUntil(async () => (await others.count()) === 3, 'the others are still there');
      await waitUntil(
        () => page.getByLabel('Note').evaluate((one) => one === document.activeElement),
        'its note has the focus',
      );
    }));

  test('fragments can be taken out, and deleting goes back to the text', () =>
    withPage({ width: 1100 }, async (reader) => {
      const { page, host } = reader;
      await clickOn(page, 'In 2023');
      await dragOver(page, 'thirty years');
      await page.keyboard.press('f');
      await waitUntil(() => host.words('e1').length === 2, 'two fragments');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Take this fragment out' }).first().click();
      await waitUntil(() => host.words('e1').length === 1, 'one is out');
      await page.getByRole('button', { name: 'Delete' }).click();
      await waitUntil(() => one(reader, 'e1') === undefined, 'deleted');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'column');
    }));
});
