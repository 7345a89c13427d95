/**
 * The whole job, from opening an article to the saved argument, in four ways: by mouse, by keys alone, by the palette alone, in the tree
 * alone; on an article with all that makes counting characters hard, and on a saved web page where one lies beside the checkout.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chooseFromMenu, isDirty, pick, quickInput, tab, waitUntil } from './gestures';
import { type Found, readIndependently } from './independentReader';
import { answerByKeys, askBy, caretTo, pickByKeys, pointerWatch, runByKeys, selectWithKeys } from './keyboard';
import { openAsArticle, save } from './opening';
import { ReadingView } from './readingView';
import { piecesOf } from './sentences';
import { argumentRow, articleRow, row, rowMenu, showSideBar, tree, unfold } from './sideBar';
import { hardArticle, hardWords } from './texts';
import { journey, openWorkbench, seedArticle, workspaceWith } from './workbench';

const hard = 'quays.txt';
const annotator = { 'argmark.annotator': 'ana' };

/** The argument from `premise` to `target`; there must be exactly one. */
function argument(found: Found, premise: string, relation: 'supports' | 'attacks', target: string) {
  const from = found.of(premise).id;
  const onto = found.of(target).id;
  const all = found.arguments.filter((one) => one.premises.includes(from) && one[relation] === onto);
  assert.equal(all.length, 1, `${premise} ${relation} ${target}: ${JSON.stringify(found.arguments)}`);
}

journey('by mouse: menus, bar, drag, click on the target, hover, save', async () => {
  const folder = await workspaceWith({ [hard]: hardArticle });
  const { page, close } = await openWorkbench({ folder, settings: annotator });
  const view = await openAsArticle(page, hard);
  await view.selectWithMouse(hardWords.claim);
  await view.barButton('Claim').click();
  await view.showsTagged('claim', hardWords.claim);
  await view.selectWithMouse(hardWords.premise);
  await view.menu(hardWords.premise, 'Tag Selection as Premise');
  await view.showsTagged('premise', hardWords.premise);
  await view.selectWithMouse(hardWords.arabic, hardWords.hebrew);
  await view.barButton('Evidence').click();
  await view.menu(hardWords.premise, 'Support…');
  await view.targetField().waitFor();
  await view.clickOn(hardWords.claim);
  await view.targetField().waitFor({ state: 'detached' });
  await view.pointAt(hardWords.claim);
  await view.card().getByText('supported by').waitFor();
  assert.ok(await isDirty(page, hard), 'the tab has its dot');
  await page.getByRole('menuitem', { name: 'Application Menu' }).click();
  await page.getByRole('menuitem', { name: 'File', exact: true }).hover();
  await chooseFromMenu(page, /^Save(?! (All|As|Workspace))/);
  await waitUntil(async () => !(await isDirty(page, hard)), 'the dot is gone');

  const found = await readIndependently(join(folder, hard));
  argument(found, hardWords.premise, 'supports', hardWords.claim);
  const across = found.annotations.find(({ tag }) => tag === 'evidence');
  const quoted = across?.spans.map(({ quote }) => quote).join('\n') ?? '';
  assert.ok(quoted.startsWith(hardWords.arabic) && quoted.endsWith(hardWords.hebrew), 'spans cross paragraphs');
  assert.deepEqual(
    found.annotations.map(({ by }) => by),
    ['ana', 'ana', 'ana'],
  );
  assert.equal(await readFile(join(folder, hard), 'utf8'), hardArticle, 'the article is as it was');
  await close();
});

journey('by keys alone: no pointer from opening to the saved argument', async () => {
  const folder = await workspaceWith({ [hard]: hardArticle });
  const { page, close } = await openWorkbench({ folder, settings: { 'argmark.annotator': '' } });
  const pointers = await pointerWatch(page);
  await page.keyboard.press('Control+p');
  await quickInput(page).waitFor();
  await pickByKeys(page, hard);
  await tab(page, hard).waitFor();
  await runByKeys(page, 'Argmark: Open as Article');
  const view = await new ReadingView(page).ready(hardWords.claim);
  await waitUntil(() => view.focused(), 'keys go to the article');

  await selectWithKeys(view, hardWords.claim);
  await page.keyboard.press('c');
  // Asked once, before the first annotation of all.
  await answerByKeys(page, 'Jörg Ödön', /Who makes these annotations/);
  await view.showsTagged('claim', hardWords.claim);
  await waitUntil(() => view.focused(), 'keys go to the article again');
  for (const [words, key, name] of [
    [hardWords.premise, 'p', 'premise'],
    [hardWords.evidence, 'e', 'evidence'],
    [hardWords.nested, 'a', 'assumption'],
    [hardWords.crossing, 'c', 'claim'],
    [hardWords.arabic, 'c', 'claim'],
    [hardWords.hebrew, 'm', 'major-claim'],
  ] as const) {
    await selectWithKeys(view, words);
    await page.keyboard.press(key);
    await view.showsTagged(name, words);
  }
  await caretTo(view, hardWords.premise.slice(8));
  await page.keyboard.press('l');
  await view.targetField().waitFor();
  await page.keyboard.insertText('quarter working quay');
  await page.keyboard.press('Enter');
  await view.targetField().waitFor({ state: 'detached' });
  await caretTo(view, hardWords.arabic.slice(10));
  await page.keyboard.press('k');
  await view.targetField().waitFor();
  await page.keyboard.insertText('העומק');
  await page.keyboard.press('Enter');
  await view.targetField().waitFor({ state: 'detached' });
  await caretTo(view, hardWords.evidence.slice(30));
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  await view.card().waitFor();
  await page.keyboard.press('Escape');
  await view.card().waitFor({ state: 'detached' });
  await save(page, hard);
  assert.equal(await pointers(), 0, 'no pointer event anywhere');

  const found = await readIndependently(join(folder, hard));
  argument(found, hardWords.premise, 'supports', hardWords.claim);
  argument(found, hardWords.arabic, 'attacks', hardWords.hebrew);
  const places = found.annotations.map(({ spans }) => spans[0]?.start ?? Number.POSITIVE_INFINITY);
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
    'in document order',
  );
  assert.equal(found.of(hardWords.evidence).tag, 'evidence');
  assert.equal(found.of(hardWords.nested).tag, 'assumption');
  assert.equal(found.of(hardWords.crossing).by, 'Jörg Ödön');
  await close();
});

journey('by the palette alone, from a text editor', async () => {
  const folder = await workspaceWith({ [hard]: hardArticle });
  const { page, close } = await openWorkbench({ folder, settings: annotator });
  const lines = hardArticle.split('\r\n');
  const goTo = async (line: number) => {
    await runByKeys(page, 'Go to Line/Column...');
    await pickByKeys(page, String(line), `Go to line ${line},`);
    await page.getByRole('button', { name: `Ln ${line}, Col 1` }).waitFor();
  };
  await page.keyboard.press('Control+p');
  await pickByKeys(page, hard);
  await tab(page, hard).waitFor();
  await goTo(3);
  await runByKeys(page, 'Argmark: Tag Selection as Claim');
  await waitUntil(() => isDirty(page, hard), 'the article has something unsaved');
  await goTo(5);
  await runByKeys(page, 'Argmark: Tag Selection as Premise');
  await goTo(11);
  await runByKeys(page, 'Expand Line Selection');
  await runByKeys(page, 'Argmark: Tag Selection…');
  await pickByKeys(page, 'Evidence');
  await new ReadingView(page).showsTagged('evidence', lines[10] ?? '');
  await runByKeys(page, 'Argmark: Add Argument…');
  await addArgument(page, 'survey', 'Support', 'working harbour');
  await runByKeys(page, 'File: Save All Files');
  await waitUntil(async () => (await page.locator('.tab.dirty').count()) === 0, 'all is saved');

  const found = await readIndependently(join(folder, hard));
  assert.deepEqual(
    found.annotations.map(({ tag }) => tag),
    ['claim', 'premise', 'evidence'],
  );
  assert.equal(found.arguments.length, 1);
  assert.equal(found.arguments[0]?.supports, found.annotations[0]?.id);
  assert.deepEqual(found.arguments[0]?.premises, [found.annotations[1]?.id]);
  await close();
});

async function addArgument(page: Page, premise: string, relation: string, target: string): Promise<void> {
  await pickByKeys(page, premise);
  await pickByKeys(page, relation);
  await pickByKeys(page, target);
}

journey('in the tree alone: open, argue by menu and by drag, reword, retag, delete, save', async () => {
  const folder = await workspaceWith({ [hard]: hardArticle });
  const { page, close } = await openWorkbench({ folder, settings: annotator });
  const view = await openAsArticle(page, hard);
  await view.selectWithMouse(hardWords.claim);
  await page.keyboard.press('c');
  await view.selectWithMouse(hardWords.premise);
  await page.keyboard.press('p');
  await view.selectWithMouse(hardWords.hebrew);
  await page.keyboard.press('e');
  await view.selectWithMouse(hardWords.nested);
  await page.keyboard.press('a');
  await save(page, hard);
  await page.keyboard.press('Control+w');
  await tab(page, hard).waitFor({ state: 'detached' });

  await showSideBar(page);
  await articleRow(page, hard).click();
  await view.ready(hardWords.claim);
  await rowMenu(row(page, hardWords.premise), 'Support…');
  await pick(page, new RegExp(hardWords.claim.slice(-20)));
  await unfold(page, hardWords.claim);
  await argumentRow(page, 'closures').first().waitFor();
  await row(page, hardWords.hebrew).first().dragTo(row(page, hardWords.claim).first());
  await pick(page, /Attack/);
  await row(page, hardWords.claim).first().click();
  await askBy(page, () => page.keyboard.press('F2'), /Paraphrase/);
  await answerByKeys(page, 'One quay is too small for both.', /Paraphrase/);
  await rowMenu(row(page, hardWords.hebrew), 'Retag…');
  await pick(page, /^Claim/);
  await rowMenu(argumentRow(page, 'closures'), 'Add Unstated Premise…');
  await answerByKeys(page, 'Closures come from the noise.');
  await row(page, 'Closures come from the noise.').waitFor();
  // By the arrow keys, which move the focus and leave the selection: what has the focus is meant.
  await row(page, hardWords.claim).first().click();
  const focused = tree(page, 'Annotations').locator('.monaco-list-row.focused');
  for (let steps = 0; !(await focused.getAttribute('aria-label'))?.startsWith('Assumption'); steps++) {
    assert.ok(steps < 20, 'the arrow keys come to the row');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('F2');
  await answerByKeys(page, 'They cannot share.', /Paraphrase/);
  await row(page, 'They cannot share.').waitFor();
  await page.keyboard.press('Delete');
  await row(page, `Assumption, ${hardWords.nested}`).waitFor({ state: 'detached' });
  await save(page, hard);

  const found = await readIndependently(join(folder, hard));
  argument(found, hardWords.premise, 'supports', hardWords.claim);
  argument(found, hardWords.hebrew, 'attacks', hardWords.claim);
  assert.equal(found.of(hardWords.claim).wording, 'One quay is too small for both.');
  assert.equal(found.of(hardWords.hebrew).tag, 'claim');
  assert.equal(found.annotations.length, 4);
  const unstated = found.annotations.find(({ spans }) => spans.length === 0);
  assert.ok(found.arguments.some(({ premises }) => premises.length === 2 && premises.includes(unstated?.id ?? '')));
  await close();
});

journey('by mouse, keys, palette and tree on a saved web page, where one lies beside the checkout', async () => {
  const bytes = await seedArticle();
  if (!bytes) return;
  const name = 'saved page.txt';
  const folder = await workspaceWith({ [name]: bytes });
  const { page, close } = await openWorkbench({ folder, settings: annotator });
  const view = await openAsArticle(page, name);
  const [claim, premise, , objection] = await piecesOf(view, 8);
  assert.ok(claim && premise && objection, 'the body has sentences');
  await view.selectWithMouse(claim);
  await page.keyboard.press('c');
  await view.showsTagged('claim', claim);
  await selectWithKeys(view, premise);
  await page.keyboard.press('p');
  await view.showsTagged('premise', premise);
  await page.keyboard.press('l');
  await view.targetField().waitFor();
  await view.clickOn(claim);
  await caretTo(view, objection.slice(5));
  await runByKeys(page, 'Argmark: Tag Selection as Claim');
  await view.showsTagged('claim', objection);
  await askBy(page, () => runByKeys(page, 'Argmark: Attack…'));
  await pickByKeys(page, claim.slice(0, 30));
  await showSideBar(page);
  await row(page, claim.slice(0, 30)).first().click();
  await askBy(page, () => page.keyboard.press('F2'), /Paraphrase/);
  await answerByKeys(page, 'In other words.', /Paraphrase/);
  await row(page, 'In other words.').waitFor();
  await save(page, name);

  const found = await readIndependently(join(folder, name));
  argument(found, premise, 'supports', claim);
  argument(found, objection, 'attacks', claim);
  assert.equal(found.of(claim).wording, 'In other words.');
  assert.deepEqual(await readFile(join(folder, name)), Buffer.from(bytes), 'the article is as it was');
  await close();
});
