/** An article that was rewritten outside is reviewed by keyboard alone: each answer once, then all of it taken back. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, changed } from '../driftedArticle';
import { isDirty, waitUntil } from './gestures';
import { sidecarOf } from './independentReader';
import { pointerWatch, runByKeys, selectWithKeys } from './keyboard';
import { openAsArticle, save } from './opening';
import { row, showSideBar } from './sideBar';
import { journey, openWorkbench, workspaceWith } from './workbench';

const name = 'depth.txt';
const { other, twice, anew, gone } = changed;

/** A sidecar as a tool would write it, with offsets in code points. */
function sidecar(): string {
  const entries = [other, twice, anew, gone].map(({ was }, i) => {
    const start = before.indexOf(was);
    const around = [before.slice(Math.max(0, start - 32), start), before.slice(start + was.length).slice(0, 32)];
    const [prefix, suffix] = around.map((text) => JSON.stringify(text));
    return `  - id: tag${i}\n    tag: ${i === 0 ? 'claim' : 'premise'}\n    spans:\n      - quote: ${JSON.stringify(was)}\n        prefix: ${prefix}\n        suffix: ${suffix}\n        start: ${start}\n        end: ${start + was.length}\n`;
  });
  const argument = '  - id: why1\n    premises:\n      - tag1\n    supports: tag0\n';
  return `argmark: 1\n\nannotations:\n${entries.join('\n')}\narguments:\n${argument}`;
}

journey(
  'a review by keyboard: accept, another place, words selected anew, an orphan kept; then undo, answer by answer',
  async () => {
    const folder = await workspaceWith({ [name]: before, [sidecarOf(name)]: sidecar() });
    const file = join(folder, name);
    const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
    const view = await openAsArticle(page, name, other.was);
    await view.showsTagged('claim', other.was);
    const pointers = await pointerWatch(page);
    await writeFile(file, after);
    await view.showsTagged('claim', other.is);

    const bar = view.frame.locator('.review');
    const shows = (words: RegExp) =>
      waitUntil(
        async () =>
          words.test((await bar.getAttribute('aria-label')) ?? '') &&
          (await bar.evaluate((element) => element === document.activeElement)),
        `the review shows ${words} and has the focus`,
        30_000,
      );
    await runByKeys(page, 'Argmark: Review Drift');
    await shows(/1 of 4, Claim/);
    assert.deepEqual(await bar.locator('del').allTextContents(), ['[gone: somebody has to]', '[gone: digging]']);
    assert.match((await bar.textContent()) ?? '', /What one argument supports or attacks changed/);
    await page.keyboard.press('Enter');

    await shows(/2 of 4, Premise/);
    await page.keyboard.press('o');
    await page.keyboard.press('a');
    await view.showsTagged('premise', twice.is);

    await shows(/3 of 4, Premise/);
    await page.keyboard.press('s');
    await waitUntil(
      () => view.column.evaluate((column) => column === document.activeElement),
      'the text has the focus',
    );
    await selectWithKeys(view, anew.is);
    await page.keyboard.press('r');
    await view.showsTagged('premise', anew.is);

    await shows(/4 of 4, Premise, orphan/);
    await page.keyboard.press('k');
    await shows(/Review done: 1 accepted, 1 put on another place, 1 selected anew, 1 kept as it is\./);
    await save(page, name);
    const written = await readFile(join(folder, sidecarOf(name)), 'utf8');
    assert.deepEqual(
      [...written.matchAll(/quote: (".*")/g)].map(([, quote]) => JSON.parse(quote ?? '')),
      [other.is, twice.is, anew.is, gone.was],
    );

    for (const label of [/3 of 4/, /2 of 4/, /1 of 4/]) {
      await page.keyboard.press('ControlOrMeta+z');
      await shows(label);
    }
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    await save(page, name);
    assert.equal(await readFile(join(folder, sidecarOf(name)), 'utf8'), sidecar(), 'to the byte as it was');
    assert.ok(!(await isDirty(page, name)));
    assert.equal(await pointers(), 0);
    await close();
  },
);

journey(
  'an orphan is dragged from the tree onto a sentence of the text, with Shift held, and undo makes it one again',
  async () => {
    const folder = await workspaceWith({ [name]: after, [sidecarOf(name)]: sidecar() });
    const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
    const view = await openAsArticle(page, name, other.is);
    await showSideBar(page);
    const orphan = row(page, gone.was).first();
    await orphan.waitFor();
    const words = 'What they burn is a secret of state.';
    const [to] = await view.boxes(words);
    const from = await orphan.boundingBox();
    assert.ok(to && from);
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + from.height / 2 + 4, { steps: 4 });
    await page.keyboard.down('Shift');
    await waitUntil(async () => {
      // The page gets the drag with the move after the one that told VS Code of the key.
      for (const x of [to.x + 40, to.x + 50]) await page.mouse.move(x, to.y + to.height / 2, { steps: 3 });
      return (await view.painted()).some((one) => one.name === 'argmark-target' && one.words === words);
    }, 'the sentence below the pointer is marked');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await view.showsTagged('premise', words);
    await page.keyboard.press('ControlOrMeta+z');
    await waitUntil(
      async () => (await orphan.getAttribute('aria-label'))?.includes('orphan') === true,
      'it is an orphan',
    );
    await close();
  },
);
