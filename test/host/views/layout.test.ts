/** How the tree of annotations is laid out, filtered, and changed by dropping rows, several at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codebookName } from '../../../src/core/annotation/codebook';
import { treeMime } from '../../../src/host/views/annotationDrags';
import { freshArticle, openReader, quotes, rooms, tag, until, write } from '../editor/support';
import { type TestContext, test } from '../harness';
import { rowOf, rowsOf } from './support';

const claim = 'Those who gain from depth should carry its cost.';
const premise = 'Deep ports gain 🚢 from trade.';
const evidence = 'Rents rose by a third in two years.';

const codebook = `argmark-codebook: 1
tags:
  claim:
    attributes: &kind
      kind: { type: choice, values: [causal, normative], label: Kind }
  premise:
    attributes:
      kind: { type: choice, values: [causal, normative], label: Kind }
  evidence: {}
`.replace(' &kind', '');

/** A claim, a premise and evidence in an open reading view, with a codebook whose claims and premises have a kind. */
async function coded(t: TestContext) {
  const { views, articles } = await rooms();
  const uri = await freshArticle(t);
  await write(vscode.Uri.joinPath(uri, '..', codebookName), codebook);
  await vscode.commands.executeCommand('argmark.annotations.focus');
  const document = await openReader(uri);
  await until('its codebook is in use', () => document.annotated.codebookUri !== undefined);
  const tree = views.annotations;
  const reset = () => {
    tree.setFilter('');
    tree.setGrouping('argument');
    tree.setSort('position');
  };
  reset();
  t.after(reset);
  const ids = [await tag(uri, claim), await tag(uri, premise, 'premise'), await tag(uri, evidence, 'evidence')];
  await until('the tree has all', () => rowsOf(tree).length === 3);
  const tags = () => ids.map((id) => document.sidecar.set.annotations.find((one) => one.id === id)?.tag);
  const kinds = () => ids.map((id) => document.sidecar.set.annotations.find((one) => one.id === id)?.attributes?.kind);
  return { uri, document, tree, views, articles, ids, tags, kinds };
}

/** What VS Code hands over when these rows are dropped. */
function dragging(...keys: readonly (string | undefined)[]): vscode.DataTransfer {
  const transfer = new vscode.DataTransfer();
  transfer.set(treeMime, new vscode.DataTransferItem(keys));
  return transfer;
}

/** With the focus in the tree, where a drop leaves it. */
async function undo(): Promise<void> {
  await vscode.commands.executeCommand('argmark.annotations.focus');
  await vscode.commands.executeCommand('undo');
}

/**
 * A command that asks by list. Each key is pressed when the one before has had time to be answered; where it still came too soon, and another
 * row was taken, the question is asked again, with more patience.
 */
function asking(command: string, ...args: readonly unknown[]) {
  let done: Thenable<unknown> | undefined;
  let moved = false;
  let patience = 0;
  let rest = 0;
  const press = async (row: number): Promise<void> => {
    if (!done) {
      moved = false;
      patience += 3;
      rest = patience;
      done = vscode.commands.executeCommand(command, ...args);
      done.then(() => {
        done = undefined;
      });
    } else if (rest > 0) {
      rest--;
    } else if (!moved && row > 0) {
      rest = patience;
      for (let i = 0; i < row; i++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      moved = true;
    } else {
      moved = false;
      rest = patience;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
  };
  return {
    /** Takes a row, counted from the one that is active, until something is so. */
    choose: (row: number, what: string, isSo: () => boolean) =>
      until(what, async () => {
        if (!isSo()) await press(row);
        return isSo();
      }),
    isOpen: () => done !== undefined,
    closed: () => until('the question is closed', () => done === undefined),
  };
}

test('the tree is grouped by what is chosen from a list, the present choice under the cursor', async (t) => {
  const { tree, uri, articles, ids } = await coded(t);
  await articles.perform(uri, { verb: 'setAttribute', ids: ids.slice(0, 1), name: 'kind', value: 'causal' });
  tree.setGrouping('status');
  // Status is the last but the attributes.
  const question = asking('argmark.groupAnnotations');
  await question.choose(1, 'the attribute is chosen', () => tree.shape.grouping === 'attribute:kind');
  await question.closed();
  assert.deepEqual(rowsOf(tree), [
    'causal | 1',
    `  ${claim} | claim`,
    'No Kind | 2',
    `  ${premise} | premise`,
    `  ${evidence} | evidence`,
  ]);
});

test('the tree is sorted by tag and by time', async (t) => {
  const { tree } = await coded(t);
  await vscode.commands.executeCommand('argmark.groupAnnotations', 'order');
  await vscode.commands.executeCommand('argmark.sortAnnotations', 'tag');
  assert.deepEqual(rowsOf(tree), [`${claim} | claim`, `${premise} | premise`, `${evidence} | evidence`]);
  await vscode.commands.executeCommand('argmark.sortAnnotations', 'position');
  assert.match(rowsOf(tree)[0] ?? '', /^Deep ports/);
  await vscode.commands.executeCommand('argmark.sortAnnotations', 'newest');
  assert.match(rowsOf(tree)[0] ?? '', / · \d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
});

test('a filter is put together from lists alone, kept by Enter, and Escape brings back what was shown', async (t) => {
  const { tree } = await coded(t);
  const box = asking('argmark.filterAnnotations');
  const chosen = (row: number, typed: string) =>
    box.choose(row, `“${typed}” is asked for`, () => tree.shape.typed === typed);
  // The first row takes the filter as it is; below it are the fields, the tag's first, and then its values.
  await chosen(1, 'tag:');
  await chosen(1, 'tag:claim ');
  await box.choose(0, 'Enter keeps it', () => !box.isOpen());
  assert.deepEqual(rowsOf(tree), [`${claim} | claim`]);
  await chosen(1, 'tag:claim tag:');
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await box.closed();
  assert.equal(tree.shape.typed, 'tag:claim');
  await vscode.commands.executeCommand('argmark.clearFilter');
  assert.equal(rowsOf(tree).length, 3);
});

test('rows dropped onto the group of a tag are retagged in one step', async (t) => {
  const { tree, tags } = await coded(t);
  tree.setGrouping('tag');
  await tree.drop(
    rowOf(tree, 'evidence') ?? rowOf(tree, 'Evidence'),
    dragging(rowOf(tree, 'Those'), rowOf(tree, 'Deep')),
  );
  assert.deepEqual(tags(), ['evidence', 'evidence', 'evidence']);
  await undo();
  await until('both are back', () => tags().join() === 'claim,premise,evidence');
});

test('rows dropped onto the group of a value get it in one step, and those whose tag lacks it are left', async (t) => {
  const { tree, kinds, uri, articles, ids } = await coded(t);
  await articles.perform(uri, { verb: 'setAttribute', ids: ids.slice(0, 1), name: 'kind', value: 'causal' });
  tree.setGrouping('attribute:kind');
  await until('the group is there', () => rowOf(tree, 'causal'));
  await tree.drop(rowOf(tree, 'causal'), dragging(rowOf(tree, 'Deep'), rowOf(tree, 'Rents')));
  assert.deepEqual(kinds(), ['causal', 'causal', undefined]);
  await until('its row has moved', () => rowsOf(tree)[0] === 'causal | 2');
  await tree.drop(rowOf(tree, 'No Kind'), dragging(rowOf(tree, 'Those'), rowOf(tree, 'Deep')));
  assert.deepEqual(kinds(), [undefined, undefined, undefined]);
  await undo();
  await until('both are back', () => kinds().join() === 'causal,causal,');
});

test('rows dropped onto a tag of the codebook are retagged, and onto none of them nothing is done', async (t) => {
  const { tree, views, document, tags } = await coded(t);
  await views.codebook.drop('evidence', dragging(rowOf(tree, 'Those'), rowOf(tree, 'Deep')));
  assert.deepEqual(tags(), ['evidence', 'evidence', 'evidence']);
  const before = document.sidecar;
  await views.codebook.drop(undefined, dragging(rowOf(tree, 'Those')));
  assert.equal(document.sidecar, before);
});

test('a drop that cannot mean anything changes nothing', async (t) => {
  const { tree, document } = await coded(t);
  const before = document.sidecar;
  tree.setGrouping('person');
  await tree.drop(tree.getParent(rowOf(tree, 'Those') ?? ''), dragging(rowOf(tree, 'Deep')));
  await tree.drop(undefined, dragging(rowOf(tree, 'Deep')));
  tree.setGrouping('status');
  await tree.drop(rowOf(tree, 'Placed'), dragging(rowOf(tree, 'Deep')));
  assert.equal(document.sidecar, before);
});

test('an attribute of several selected rows is set in one step, on those whose tags have it', async (t) => {
  const { tree, kinds } = await coded(t);
  tree.setGrouping('order');
  const rows = [rowOf(tree, 'Rents') ?? '', rowOf(tree, 'Those') ?? '', rowOf(tree, 'Deep') ?? ''];
  const question = asking('argmark.setAttribute', rows[0], rows);
  await question.choose(0, 'the first value is chosen', () => kinds()[0] !== undefined);
  await question.closed();
  assert.deepEqual(kinds(), ['causal', 'causal', undefined]);
  await undo();
  await until('both are back', () => kinds().every((kind) => kind === undefined));
});

test('Enter in a box for the notes of several rows, which differ, leaves them all', async (t) => {
  const { tree, uri, ids, articles, document } = await coded(t);
  const notes = () => document.sidecar.set.annotations.map(({ note }) => note);
  for (const [i, value] of ['One.', 'Two.'].entries())
    await articles.perform(uri, { verb: 'write', ids: ids.slice(i, i + 1), field: 'note', value });
  const before = notes();
  tree.setGrouping('order');
  const rows = [rowOf(tree, 'Those') ?? '', rowOf(tree, 'Deep') ?? ''];
  let isDone = false;
  void vscode.commands.executeCommand('argmark.editNote', rows[0], rows).then(() => {
    isDone = true;
  });
  await until('the box is there and takes Enter', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  assert.deepEqual(notes(), before);
});

test('from a row in front of a text editor, its details are shown in the reading view', async (t) => {
  const { tree, uri, ids } = await coded(t);
  const { registry } = await rooms();
  await vscode.commands.executeCommand('workbench.action.files.save');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.window.showTextDocument(uri);
  await until('the tree follows', () => rowOf(tree, 'Deep'));
  await vscode.commands.executeCommand('argmark.detailsRow', rowOf(tree, 'Deep'));
  await until('the reader stands on it', () => registry.panel(uri)?.selection?.annotation === ids[1]);
});

test('a row’s words are gone to, with the focus in the article', async (t) => {
  const { tree, uri, ids, document } = await coded(t);
  const { registry } = await rooms();
  await vscode.commands.executeCommand('argmark.revealRow', rowOf(tree, 'Rents'));
  await until('the reader stands on it', () => registry.panel(uri)?.selection?.annotation === ids[2]);
  assert.equal(quotes(document.sidecar).length, 3);
});
