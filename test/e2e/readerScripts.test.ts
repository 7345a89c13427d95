/** Words of every script: tagged in the page, written as a sidecar, read again and shown again, they are the same words. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { applyToSidecar } from '../../src/core/sidecar/patch';
import { newSidecar, readSidecar, sidecarText } from '../../src/core/sidecar/read';
import { launchBrowser } from '../run/chromium';
import { waitUntil } from './gestures';
import { openReaderPage } from './readerPage';
import { boxesOf, dragOver, paintedWords, selectedWords } from './readerWords';

const text = `港口与权力

深水航道的账该由谁来付，一直没有人说清楚。受益者应当承担费用，这一点并不难懂；运河公司却不这么看。国家出钱疏浚，城市收取费用，航运公司抱怨不已。

港の費用は誰が払うのか。利益を得る者が負担すべきである。

هذا نص عربي قصير فيه أرقام 2023 وكلمات كثيرة. وهذه جملة ثانية تقول شيئا آخر.

Mixed 🚢🏴‍☠️ and 👩‍👩‍👧 stand before שלום and after 深圳, with a cafe\u0301 and a nai\u0308ve claim in between.

ใครควรจ่ายค่าขุดลอกร่องน้ำของท่าเรือ
`;
const tagged: readonly (readonly [string, string])[] = [
  ['c', '受益者应当承担费用'],
  ['p', '利益を得る者'],
  ['e', 'وكلمات كثيرة'],
  ['m', '🚢🏴‍☠️ and 👩‍👩‍👧'],
  ['a', 'cafe\u0301 and a nai\u0308ve'],
];

describe('words of every script', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  test('are the same words after tagging, saving and opening again; offsets count code points', async () => {
    const first = await openReaderPage(browser, { text, width: 800 });
    for (const [key, words] of tagged) {
      await dragOver(first.page, words);
      await waitUntil(async () => (await selectedWords(first.page)) === words, `“${words}” is selected`);
      await first.page.keyboard.press(key);
      await waitUntil(() => first.host.set.annotations.some(({ id }) => first.host.words(id).join() === words), words);
    }
    assert.deepEqual(first.failures, []);
    let sidecar = newSidecar({});
    for (const edit of first.host.edits) sidecar = applyToSidecar(sidecar, edit).sidecar;
    const saved = sidecarText(sidecar);
    await first.context.close();

    const points = [...text];
    const { set, problems } = readSidecar(saved);
    assert.deepEqual(problems, []);
    assert.equal(set.annotations.length, tagged.length);
    for (const { spans } of set.annotations) {
      const [{ quote, start, end } = { quote: '', start: 0, end: 0 }] = spans;
      assert.equal(points.slice(start, end).join(''), quote, 'offsets are code points');
    }

    const second = await openReaderPage(browser, { text, set, width: 800 });
    for (const [i, name] of ['claim', 'premise', 'evidence', 'major-claim', 'assumption'].entries())
      assert.deepEqual(await paintedWords(second.page, `tag-${name}`), [tagged[i]?.[1]]);
    assert.deepEqual(second.failures, []);
    await second.context.close();
  });

  test('each block runs in its own direction, and lines break as the language has it', async () => {
    const { page, context } = await openReaderPage(browser, { text, width: 320 });
    const blocks = await page.locator('.column .block').evaluateAll((all) =>
      all.map((one) => {
        const { direction, lineBreak } = getComputedStyle(one);
        return { words: one.textContent?.slice(0, 4), lang: (one as HTMLElement).lang, direction, lineBreak };
      }),
    );
    assert.deepEqual(
      blocks.map(({ lang, direction }) => `${lang} ${direction}`),
      ['zh ltr', 'zh ltr', 'ja ltr', 'ar rtl', ' ltr', 'th ltr'],
    );
    assert.ok(blocks.every(({ lineBreak }) => lineBreak === 'strict'));
    // Chinese has no spaces: its lines break between characters, and no line begins with a mark that closes.
    const lines = await boxesOf(page, '深水航道的账该由谁来付，一直没有人说清楚。受益者应当承担费用，这一点并不难懂');
    assert.ok(lines.length >= 3 && lines.every(({ width }) => width <= 320), String(lines.length));
    const begins = await page
      .locator('.column .block')
      .nth(1)
      .evaluate((block) => {
        const words = block.firstChild as Text;
        const range = document.createRange();
        const found: string[] = [];
        let last = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < words.length; i++) {
          range.setStart(words, i);
          range.setEnd(words, i + 1);
          const { top } = range.getBoundingClientRect();
          if (top > last + 8) found.push(words.data[i] ?? '');
          last = top;
        }
        return found;
      });
    assert.ok(begins.length >= 4);
    assert.ok(!begins.some((one) => '，。；、：）”'.includes(one)), begins.join(' '));
    await context.close();
  });
});
