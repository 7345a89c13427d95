/**
 * The whole workbench in each kind of theme, with the reading view, both trees and a card, left as pictures for a person to look at; and
 * what a program can see of them: the view follows the theme, and every tag is told by a line of its own as well as by its colour.
 */
import assert from 'node:assert/strict';
import { waitUntil } from './gestures';
import { openAsArticle } from './opening';
import { piecesOf } from './sentences';
import { row, showSideBar } from './sideBar';
import { themes } from './themes';
import { journey, openWorkbench, sampleWorkspace, screenshot } from './workbench';

const name = 'ports-and-power.txt';
const bodyClasses = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  highContrastDark: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast-light',
} as const;

for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
  journey(`in the theme ${theme}`, async () => {
    const folder = await sampleWorkspace();
    const { page, close } = await openWorkbench({ folder, theme, settings: { 'argmark.annotator': 'ana' } });
    const view = await openAsArticle(page, name);
    await view.frame.locator(`body.${bodyClasses[theme]}`).waitFor();
    const pieces = await piecesOf(view, 6);
    const keys = ['c', 'p', 'e', 'm', 'a'];
    for (const [at, words] of pieces.slice(0, keys.length).entries()) {
      await view.selectWithMouse(words);
      await page.keyboard.press(keys[at] ?? 'c');
    }
    const [claim, premise] = pieces;
    assert.ok(claim && premise, `${name} has sentences`);
    await view.clickOn(premise);
    await page.keyboard.press('l');
    await view.targetField().waitFor();
    await page.keyboard.insertText(claim.slice(0, 20));
    await page.keyboard.press('Enter');
    await showSideBar(page);
    await row(page, claim.slice(0, 20)).first().waitFor();
    await view.pointAt(claim);
    await view.card().waitFor();
    await screenshot(page, `workbench-${theme}`);

    const tagged = new Set(
      (await view.painted()).filter((one) => one.name.startsWith('argmark-tag-')).map((one) => one.name),
    );
    await waitUntil(() => tagged.size === 5, 'five tags are painted');
    const lines = await view.column.evaluate(
      (column, names) => {
        const block = column.querySelector('.block') ?? column;
        return names.map((one) => getComputedStyle(block, `::highlight(${one})`).textDecorationStyle);
      },
      [...tagged],
    );
    assert.ok(new Set(lines).size >= 4, `tags are told apart by their lines: ${lines}`);
    await close();
  });
}
