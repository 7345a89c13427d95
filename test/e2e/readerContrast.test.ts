/** Whether tags can be seen and told apart: contrast of marks and words in the stock themes, and what the colour-blind see of them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Codebook, tagColours } from '../../src/core/annotation/codebook';
import { defaultCodebook } from '../../src/core/annotation/defaultCodebook';
import type { Annotation } from '../../src/core/annotation/model';
import { selectorOf } from '../../src/core/sidecar/selector';
import { mostLanes } from '../../src/webview/reader/marks/underlineLanes';
import { launchBrowser } from '../run/chromium';
import { type Colour, colourOf, contrast, distance, laidOver, sights } from './colours';
import { waitUntil } from './gestures';
import { openReaderPage, type ReaderPage } from './readerPage';
import type { ThemeName } from './readerThemes';

/** A tag of each colour, each four deep in a line of its own. */
const everyColour: Codebook = {
  tags: tagColours.map((colour) => ({ name: colour, label: colour, colour, line: 'solid', attributes: [] })),
  article: [],
};
const text = `Colours\n\n${tagColours.map((colour) => `One two three ${colour} five six seven.`).join('\n\n')}\n`;
const set = {
  annotations: tagColours.flatMap((colour): Annotation[] => {
    const line = text.indexOf(`One two three ${colour}`);
    const length = `One two three ${colour} five six seven.`.length;
    return Array.from({ length: mostLanes }, (_, i) => ({
      id: `${colour}${i}`,
      tag: colour,
      spans: [selectorOf(text, { start: line + i * 4, end: line + length - i * 5 })],
    }));
  }),
  arguments: [],
  links: [],
};

interface Painted {
  readonly tint: Colour;
  readonly line: Colour;
}

for (const theme of ['light', 'dark', 'hc', 'hcLight'] as const satisfies ThemeName[]) {
  describe(`tags under ${theme}`, () => {
    let browser: Browser;
    let reader: ReaderPage;
    before(async () => {
      browser = await launchBrowser();
      reader = await openReaderPage(browser, { text, set, codebook: everyColour, theme });
      await waitUntil(() => reader.page.evaluate(() => CSS.highlights.has('argmark-tag-lime_3')), 'all is painted');
    });
    after(() => browser.close());

    const styleOf = async (selector: string, property: 'color' | 'backgroundColor', pseudo?: string) =>
      colourOf(
        await reader.page
          .locator(selector)
          .first()
          .evaluate((element, [property, pseudo]) => getComputedStyle(element, pseudo)[property], [
            property,
            pseudo,
          ] as const),
      );
    /** What a highlight paints, as the page has worked it out from the theme. */
    const painted = async (name: string): Promise<Painted> => {
      const [tint = '', line = ''] = await reader.page
        .locator('.column .block')
        .first()
        .evaluate((block, name) => {
          const style = getComputedStyle(block, `::highlight(argmark-${name})`);
          return [style.backgroundColor, style.textDecorationColor];
        }, name);
      return { tint: colourOf(tint), line: colourOf(line) };
    };

    test('marks have 3:1 to what is around them, and the words on them 4.5:1, four deep and speaking up', async () => {
      const page = await styleOf('body', 'backgroundColor');
      const words = await styleOf('.column .paragraph', 'color');
      for (const colour of tagColours) {
        const { tint, line } = await painted(`tag-${colour}`);
        assert.ok(tint.alpha > 0 && tint.alpha < 0.5 && line.alpha > 0.5, `${colour} is painted`);
        const ground = laidOver(page, tint);
        for (const behind of [page, ground]) {
          const mark = contrast(laidOver(ground, line), behind);
          assert.ok(mark >= 3, `the line of ${colour}: ${mark.toFixed(2)}`);
        }
        const depths = await Promise.all([1, 2, 3].map((lane) => painted(`tag-${colour}_${lane}`)));
        const on = await painted(`on-${colour}`);
        const deep = laidOver(ground, ...depths.map((one) => one.tint), on.tint);
        const read = contrast(words, deep);
        assert.ok(read >= 4.5, `words on ${colour}: ${read.toFixed(2)}`);
        const related = await painted('supports');
        const both = contrast(
          words,
          laidOver(ground, ...depths.slice(0, 1).map((one) => one.tint), on.tint, related.tint),
        );
        assert.ok(both >= 4.5, `words on ${colour} that support as well: ${both.toFixed(2)}`);
      }
    });

    test('words that are marked as a target, or looked for, have 4.5:1', async () => {
      const page = await styleOf('body', 'backgroundColor');
      const block = reader.page.locator('.column .block').first();
      for (const name of ['target', 'found', 'selected', 'flash']) {
        const [words = '', ground = ''] = await block.evaluate((block, name) => {
          const style = getComputedStyle(block, `::highlight(argmark-${name})`);
          return [style.color, style.backgroundColor];
        }, name);
        const read = contrast(colourOf(words), laidOver(page, colourOf(ground)));
        assert.ok(read >= 4.5, `${name}: ${read.toFixed(2)}`);
      }
    });

    test('letters in the margin and names of tags have 4.5:1', async () => {
      const page = await styleOf('body', 'backgroundColor');
      const cards = await reader.page.locator('body').evaluate((body) => {
        const probe = body.appendChild(document.createElement('div'));
        probe.className = 'bar';
        const { backgroundColor } = getComputedStyle(probe);
        probe.remove();
        return backgroundColor;
      });
      for (const colour of tagColours) {
        const letter = await styleOf(`.letter.colour-${colour}`, 'color');
        assert.ok(contrast(letter, page) >= 4.5, `${colour}: ${contrast(letter, page).toFixed(2)}`);
        assert.ok(contrast(letter, colourOf(cards)) >= 3, `${colour} as a dot on a card`);
        const on = laidOver(page, { ...letter, alpha: 0.14 });
        assert.ok(contrast(letter, on) >= 4.5, `${colour} speaking up: ${contrast(letter, on).toFixed(2)}`);
      }
    });

    test('two tags of the built-in codebook differ in their lines, or else in their colours for every kind of sight', async () => {
      const { tags } = defaultCodebook;
      for (const [i, one] of tags.entries()) {
        for (const other of tags.slice(0, i).filter(({ line }) => line === one.line)) {
          const [a, b] = await Promise.all(
            [one, other].map(({ colour }) => styleOf(`.letter.colour-${colour}`, 'color')),
          );
          for (const sight of Object.keys(sights) as (keyof typeof sights)[]) {
            const apart = distance(a as Colour, b as Colour, sight);
            assert.ok(apart > 20, `${one.name} and ${other.name}, ${sight}: ${apart.toFixed(1)}`);
          }
        }
      }
    });
  });
}
