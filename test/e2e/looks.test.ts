/**
 * The whole workbench in each kind of theme, with the reading view, both trees and a card, left as pictures for a person to look at; and
 * what a program can see of them: the view follows the theme, and every tag is told by a line of its own as well as by its colour.
 */
import assert from 'node:assert/strict';
import { changeTheme } from './gestures';
import { openAsArticle } from './opening';
import { piecesOf } from './sentences';
import { row, showSideBar } from './sideBar';
import { themes } from './themes';
import { journey, openWorkbench, sampleWorkspace, screenshot } from './workbench';

const name = 'ports-and-power.txt';

journey('in each kind of theme, which the view follows', async () => {
  const folder = await sampleWorkspace();
  const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': 'ana' } });
  const view = await openAsArticle(page, name);
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
  for (const [theme, { listed, body }] of Object.entries(themes)) {
    await changeTheme(page, listed);
    await view.frame.locator(`body.${body}`).waitFor();
    await view.pointAt(claim);
    await view.card().waitFor();
    await screenshot(page, `workbench-${theme}`);

    const painted = await view.painted();
    const tagged = new Set(painted.flatMap((one) => (one.name.startsWith('argmark-tag-') ? one.name : [])));
    assert.equal(tagged.size, 5, 'five tags are painted');
    const lines = await view.column.evaluate(
      (column, names) => {
        const block = column.querySelector('.block') ?? column;
        return names.map((one) => getComputedStyle(block, `::highlight(${one})`).textDecorationStyle);
      },
      [...tagged],
    );
    assert.ok(new Set(lines).size >= 4, `tags are told apart by their lines: ${lines}`);
  }
  await close();
});
