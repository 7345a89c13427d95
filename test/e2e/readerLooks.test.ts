/** How the reading view's page holds up: themes, forced colours, narrow panels, checks of accessibility, browsers without EditContext. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AnnotationSet } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { checkWithAxe } from './axe';
import { waitUntil } from './gestures';
import { readerPages } from './readerPages';
import { busy, states } from './readerStates';
import { harbour } from './readerTexts';
import type { ThemeName } from './readerThemes';
import { clickOn, paintedWords, pointAt, selectedWords } from './readerWords';

const thesis = 'But those who gain from depth should carry its cost';
const start = harbour.indexOf(thesis);
const set: AnnotationSet = {
  annotations: [
    {
      id: 'c1',
      tag: 'claim',
      spans: [selectorOf(harbour, { start, end: start + thesis.length })],
      note: 'The thesis.',
    },
    { id: 'u1', tag: 'premise', spans: [], wording: 'Whoever gains should pay.' },
    { id: 'o1', tag: 'nonesuch', spans: [{ quote: 'Gone words' }] },
  ],
  arguments: [{ id: 'g1', premises: ['u1'], supports: 'c1' }],
  links: [],
};

const frontMatterOnly = '---\nsubtitle: Who pays.\nauthor: Mara Lindqvist\n---\n\n# Ports\n\nThe state digs.\n';

describe('how the reading view holds up', () => {
  const withPage = readerPages({ text: harbour, set });

  for (const theme of ['light', 'dark', 'hc', 'hcLight'] as const satisfies ThemeName[]) {
    test(`nothing to object to for axe under ${theme}, whatever is open`, () =>
      withPage(
        {
          theme,
          set: busy,
          notices: [{ severity: 'warning', message: 'article.txt.annotations.yaml, line 3: twice.' }],
        },
        async (reader) => {
          await reader.page.locator('.fold').first().click();
          for (const { name, open, close } of states) {
            await open(reader.page);
            // The policy of the page lets no script in but its own; the test's context may look at the page all the same.
            const violations = await checkWithAxe(reader);
            assert.deepEqual(
              violations.map(
                ({ id, nodes }) =>
                  `${name}: ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
              ),
              [],
            );
            await close(reader.page);
          }
        },
      ));
  }

  test('320 pixels: nothing sticks out, the details come below the text', () =>
    withPage({ width: 320, height: 640 }, async ({ page }) => {
      await clickOn(page, 'should carry its cost');
      await page.keyboard.press('Enter');
      await page.getByLabel('Note').waitFor();
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll('.reader *')]
          .filter((element) => {
            const { left, right, width } = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            return (
              width > 1 &&
              (right > innerWidth + 1 || left < -1) &&
              style.position !== 'absolute' &&
              !element.closest('.status .counts, .keys')
            );
          })
          .map((element) => element.className),
      );
      assert.deepEqual(outside, []);
      const [details, text] = await Promise.all([
        page.locator('.details-place').boundingBox(),
        page.locator('.scroller').boundingBox(),
      ]);
      assert.ok(details && text && details.y >= text.y + text.height - 1 && text.height > 200);
    }));

  test('320 pixels: the card stays within the text, and scrolls where it is taller', () =>
    withPage({ width: 320, height: 640, state: { details: true } }, async ({ page }) => {
      await clickOn(page, 'should carry its cost');
      await page.getByLabel('Note').waitFor();
      await pointAt(page, 'should carry its cost');
      await page.locator('.hover-card.placed').waitFor();
      const [card, text] = await Promise.all([
        page.locator('.hover-card').boundingBox(),
        page.locator('.scroller').boundingBox(),
      ]);
      assert.ok(card && text);
      assert.ok(card.y >= text.y && card.y + card.height <= text.y + text.height + 1, JSON.stringify({ card, text }));
      assert.ok(card.x >= 0 && card.x + card.width <= 320);
    }));

  test('what only the front matter says stands under the title, and the length in its line', () =>
    withPage({ set: { annotations: [], arguments: [], links: [] }, text: frontMatterOnly }, async ({ page }) => {
      await page.locator('.length', { hasText: 'minute' }).waitFor();
      const texts = await page
        .locator('.column :is(.title, .standfirst, .byline, .length, .paragraph)')
        .evaluateAll((all) => all.map((one) => one.textContent));
      assert.deepEqual(texts, ['Ports', 'Who pays.', 'By Mara Lindqvist', '3 words · 1 minute', 'The state digs.']);
      const [byline, length] = await Promise.all([
        page.locator('.byline').boundingBox(),
        page.locator('.length').boundingBox(),
      ]);
      assert.ok(byline && length && length.y < byline.y + byline.height && length.x > byline.x + byline.width - 1);
    }));

  test('forced colours: words and lines in the colours of the system, told apart by their lines, signs and letters', () =>
    withPage({ forcedColors: 'active', set: busy }, async ({ page }) => {
      await clickOn(page, 'they are easy');
      await waitUntil(async () => (await paintedWords(page, 'on-claim')).length === 1, 'it speaks up');
      const block = page.locator('.column .paragraph').first();
      const [words, system] = await block.evaluate((block) => {
        const probe = document.body.appendChild(document.createElement('div'));
        probe.style.color = 'CanvasText';
        const colours = [getComputedStyle(block).color, getComputedStyle(probe).color];
        probe.remove();
        return colours;
      });
      assert.equal(words, system);
      const lines = await block.evaluate((block) =>
        ['tag-claim', 'tag-premise', 'tag-evidence', 'tag-major-claim'].map(
          (name) => getComputedStyle(block, `::highlight(argmark-${name})`).textDecoration,
        ),
      );
      assert.equal(new Set(lines).size, 4, 'by kind');
      for (const line of lines) assert.match(line, /underline/);
      assert.ok((await page.locator('.letter').allTextContents()).join('').includes('m'));
    }));

  test('without EditContext: keys move a drawn caret and select, and tags are made all the same', () =>
    withPage({ before: 'delete window.EditContext' }, async ({ page, host }) => {
      await clickOn(page, 'thirty years');
      await page.keyboard.press('Home');
      await page.locator('.drawn-caret').waitFor({ state: 'visible' });
      const first = await page.locator('.drawn-caret').boundingBox();
      await page.keyboard.press('ArrowDown');
      const second = await page.locator('.drawn-caret').boundingBox();
      assert.ok(first && second && second.y > first.y + 10);
      await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('Shift+Control+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      const selected = (await selectedWords(page)).trim();
      assert.ok(selected.length > 2);
      await page.keyboard.press('p');
      await waitUntil(
        () => host.set.annotations.some(({ id }) => host.words(id).join() === selected),
        `${selected} is tagged`,
      );
    }));

  test('a screen reader finds headings, paragraphs, lists and quotes, and the parts of the page by name', () =>
    withPage({ set: busy, state: { details: true } }, async ({ page, context }) => {
      await clickOn(page, 'they are easy');
      await page.getByLabel('Note').waitFor();
      // It is drawn when all else is, and is a list from then on.
      await page.locator('.ruler[tabindex="0"]').waitFor();
      const session = await context.newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const said = nodes
        .filter(({ ignored }) => !ignored)
        .map(({ role, name, properties = [] }) => {
          const level = properties.find((one) => one.name === 'level')?.value.value;
          return `${role?.value}${level === undefined ? '' : ` ${level}`}: ${name?.value ?? ''}`;
        });
      const has = (what: string) => assert.ok(said.includes(what), `${what} among\n${said.join('\n')}`);
      for (const what of [
        'heading 1: Ports and Power',
        'heading 2: What the ministry says',
        'main: ',
        'textbox: Article article.txt',
      ])
        has(what);
      for (const what of ['region: Details', 'navigation: Overview', 'contentinfo: ']) has(what);
      const count = (role: string) => said.filter((one) => one.startsWith(`${role}`)).length;
      assert.ok(count('paragraph') >= 4, 'paragraphs');
      assert.equal(count('blockquote'), 1);
      assert.ok(count('list:') >= 1 && count('listitem') >= 2, 'a list with its items');
      assert.ok(
        said.some((one) => /^listbox: Overview: \d+ annotations, 1 orphan$/.test(one)),
        'the overview is a list',
      );
    }));

  test('a screen reader is told what the caret has come into', () =>
    withPage({ bodyClasses: 'vscode-using-screen-reader' }, async ({ page }) => {
      await clickOn(page, 'should carry its cost');
      await waitUntil(
        async () => (await page.locator('.live').textContent()) === 'Claim 1 of 1: The thesis.',
        'the annotation is announced',
      );
      await clickOn(page, 'In 2023');
      await waitUntil(
        async () => (await page.locator('.live').textContent()) === 'no annotation',
        'and that it was left',
      );
    }));
});
