import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { treeMime } from '../../../src/host/views/annotationDrags';
import { freshArticle, openReader, quotes, rooms, sampleText, tag, until, write } from '../editor/support';
import { type TestContext, test } from '../harness';
import { childrenOf, rowOf, rowsOf } from './support';

const claim = 'Those who gain from depth should carry its cost.';
const premise = 'Deep ports gain 🚢 from trade.';
const evidence = 'Rents rose by a third in two years.';

/** A claim, a premise that supports it, and evidence on its own, in an open reading view. */
async function debate(t: TestContext) {
  const { views, articles } = await rooms();
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  views.annotations.setFilter('');
  views.annotations.setGrouping('argument');
  const supported = await tag(uri, claim);
  const supporting = await tag(uri, premise, 'premise');
  const alone = await tag(uri, evidence, 'evidence');
  await articles.perform(uri, { verb: 'argue', premises: [supporting], relation: 'supports', target: supported });
  await until('the tree has all', () => views.annotations.article?.uri.toString() === uri.toString());
  await until('the tree is drawn', () => rowsOf(views.annotations).length === 5);
  return { uri, document, tree: views.annotations, articles, supported, supporting, alone };
}

test('the tree shows arguments with their premises, and what is in none', async (t) => {
  const { tree } = await debate(t);
  assert.deepEqual(rowsOf(tree), [
    `${claim} | claim`,
    '  supports | ',
    `    ${premise} | premise`,
    'Not in an argument | 1',
    `  ${evidence} | evidence`,
  ]);
});

test('the tree by tag and in reading order', async (t) => {
  const { tree } = await debate(t);
  await vscode.commands.executeCommand('argmark.groupAnnotations', 'tag');
  assert.deepEqual(rowsOf(tree), [
    'Claim | 1',
    `  ${claim} | `,
    'Premise | 1',
    `  ${premise} | → supports ${claim}`,
    'Evidence | 1',
    `  ${evidence} | `,
  ]);
  await vscode.commands.executeCommand('argmark.groupAnnotations', 'order');
  assert.deepEqual(rowsOf(tree), [
    `${premise} | premise · → supports ${claim}`,
    `${claim} | claim`,
    `${evidence} | evidence`,
  ]);
});

test('the filter shows what holds the words and what it leads to, and can be cleared', async (t) => {
  const { tree } = await debate(t);
  tree.setFilter('deep');
  assert.deepEqual(rowsOf(tree), [`${claim} | claim`, '  supports | ', `    ${premise} | premise`]);
  tree.setFilter('no such words');
  assert.deepEqual(rowsOf(tree), []);
  await vscode.commands.executeCommand('argmark.clearFilter');
  assert.equal(rowsOf(tree).length, 5);
});

test('a row without consequences is deleted at once, by its command', async (t) => {
  const { tree, document } = await debate(t);
  await vscode.commands.executeCommand('argmark.deleteAnnotation', rowOf(tree, 'Rents'));
  await until('it is gone', () => quotes(document.sidecar).length === 2);
  await until('its row is gone', () => rowOf(tree, 'Rents') === undefined);
});

test('what a deletion takes along is said first, and goes in one step that undo takes back', async (t) => {
  const { tree, document } = await debate(t);
  const done = vscode.commands.executeCommand('argmark.deleteAnnotation', rowOf(tree, 'Those'));
  await accepted(done);
  assert.deepEqual(quotes(document.sidecar), [premise, evidence]);
  assert.equal(document.sidecar.set.arguments.length, 0);
  await vscode.commands.executeCommand('undo');
  await until('all is back', () => document.sidecar.set.arguments.length === 1);
  assert.equal(quotes(document.sidecar).length, 3);
});

test('several selected rows are deleted in one step', async (t) => {
  const { tree, document } = await debate(t);
  const rows = [rowOf(tree, 'Rents') ?? '', rowOf(tree, 'Deep') ?? ''];
  await accepted(vscode.commands.executeCommand('argmark.deleteRow', rows[0], rows));
  assert.deepEqual(quotes(document.sidecar), [claim]);
  await vscode.commands.executeCommand('undo');
  await until('both are back', () => quotes(document.sidecar).length === 3);
});

test('a deletion that the person turns away from changes nothing', async (t) => {
  const { tree, document } = await debate(t);
  const before = document.sidecar;
  const done = vscode.commands.executeCommand('argmark.deleteAnnotation', rowOf(tree, 'Those'));
  await answered(done, 'workbench.action.closeQuickOpen');
  assert.equal(document.sidecar, before);
});

test('a premise is taken out of its argument from its row', async (t) => {
  const { tree, document } = await debate(t);
  await vscode.commands.executeCommand('argmark.removePremise', rowOf(tree, 'Deep'));
  await until('the argument is gone with its last premise', () => document.sidecar.set.arguments.length === 0);
  assert.equal(quotes(document.sidecar).length, 3);
});

test('a click on a row shows its words in the reader', async (t) => {
  const { uri, tree, supporting } = await debate(t);
  const { registry } = await rooms();
  const key = rowOf(tree, 'Deep') ?? '';
  const { command } = tree.getTreeItem(key);
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await until('the reader stands on it', () => registry.panel(uri)?.selection?.annotation === supporting);
});

test('a click on a row shows its words in the text editor where that is what shows the article', async (t) => {
  const { uri, tree } = await debate(t);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const editor = await vscode.window.showTextDocument(uri);
  await until('the tree follows', () => tree.article?.uri.toString() === uri.toString() && rowOf(tree, 'Those'));
  const { command } = tree.getTreeItem(rowOf(tree, 'Those') ?? '');
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await until('the words are selected', () => editor.document.getText(editor.selection) === claim);
});

test('the row of the annotation at the caret is selected', async (t) => {
  const { uri, tree, supported, supporting } = await debate(t);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const editor = await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand('argmark.annotations.focus');
  const at = (words: string) => editor.document.positionAt(sampleText.indexOf(words) + 3);
  const selectedIds = () => tree.selected.flatMap((node) => (node.kind === 'annotation' ? [node.id] : []));
  editor.selection = new vscode.Selection(at(claim), at(claim));
  await until('the claim is selected', () => selectedIds()[0] === supported);
  editor.selection = new vscode.Selection(at(premise), at(premise));
  await until('the premise is selected', () => selectedIds()[0] === supporting);
});

test('a row that is clicked stays selected in a text editor, also inside longer words', async (t) => {
  const { views, articles } = await rooms();
  const uri = await freshArticle(t);
  const outer = await tag(uri, claim);
  const inner = await tag(uri, 'carry its cost.', 'evidence');
  const twin = await tag(uri, 'carry its cost.', 'premise');
  await vscode.commands.executeCommand('workbench.action.files.save');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.window.showTextDocument(uri);
  const tree = views.annotations;
  tree.setGrouping('order');
  await vscode.commands.executeCommand('argmark.annotations.focus');
  for (const id of [inner, twin, outer]) {
    await until('the row is there', () => tree.show(id, { focus: true }));
    await vscode.commands.executeCommand('_argmark.revealAnnotation', uri.toString(), id);
    const words = id === outer ? claim : 'carry its cost.';
    await until('its words are selected', () => {
      const [span] = articles.selection?.spans ?? [];
      return span && sampleText.slice(span.start, span.end) === words;
    });
    assert.deepEqual(
      tree.selected.map((node) => 'id' in node && node.id),
      [id],
    );
  }
});

test('orphans stand on top with their old words, and count in the tree', async (t) => {
  const { uri, document, tree } = await debate(t);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await write(uri, sampleText.replace(evidence, 'Nobody knows the rents.'));
  await until('the words are gone', () => document.annotated.article.text.includes('Nobody'));
  await until('the orphan is on top', () => rowsOf(tree)[0] === 'Orphans | 1');
  assert.equal(rowsOf(tree)[1], `  ${evidence} | evidence · orphan`);
});

test('an unstated premise is shown as such, in its argument', async (t) => {
  const { uri, document, tree, articles } = await debate(t);
  const argument = document.sidecar.set.arguments[0]?.id ?? '';
  await articles.perform(uri, { verb: 'addUnstated', wording: 'Who gains should pay.', tag: 'premise', argument });
  await until('it is there', () => rowsOf(tree).includes('    Who gains should pay. | premise · unstated'));
});

test('a row dropped onto an annotation supports it, once the person has said so', async (t) => {
  const { tree, document, alone, supporting } = await debate(t);
  await accepted(tree.drop(rowOf(tree, 'Deep'), dragging(rowOf(tree, 'Rents'))));
  const made = document.sidecar.set.arguments.find((one) => one.premises.includes(alone));
  assert.equal(made?.supports, supporting);
});

test('a premise dropped onto another argument can be moved there', async (t) => {
  const { uri, tree, document, articles, supported, supporting, alone } = await debate(t);
  const [joined] =
    (await articles.perform(uri, { verb: 'argue', premises: [alone], relation: 'attacks', target: supported })) ?? [];
  await until('the attack has a row', () => rowOf(tree, 'attacks'));
  await accepted(tree.drop(rowOf(tree, 'attacks'), dragging(rowOf(tree, 'Deep'))));
  assert.deepEqual(
    document.sidecar.set.arguments.map(({ id, premises }) => ({ id, premises })),
    [{ id: joined, premises: [alone, supporting] }],
  );
});

test('a tooltip says what a hover says', async (t) => {
  const { tree } = await debate(t);
  const key = rowOf(tree, 'Those') ?? '';
  const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(key), key);
  assert.ok(tooltip instanceof vscode.MarkdownString);
  assert.match(tooltip.value, /\*\*Claim\*\*/);
  assert.match(tooltip.value, /supported by/);
});

test(
  '10,000 annotations: found, revealed, grouped and filtered without a pause',
  async (t) => {
    const { views } = await rooms();
    const sentences = Array.from({ length: 10_000 }, (_, i) => `Sentence number ${i} says something of its own.`);
    const text = sentences.map((one, i) => (i % 5 === 4 ? `${one}\n\n` : `${one} `)).join('');
    const uri = await freshArticle(t, 'long.txt', text);
    const entries = sentences.map((quote, i) => {
      const start = text.indexOf(quote);
      const tagged = i % 2 === 0 ? 'claim' : 'premise';
      return `  - id: n${i}\n    tag: ${tagged}\n    spans:\n      - quote: "${quote}"\n        start: ${start}\n        end: ${start + quote.length}\n`;
    });
    const supports = sentences.flatMap((_, i) =>
      i % 2 === 1 ? [`  - id: g${i}\n    premises:\n      - n${i}\n    supports: n${i - 1}\n`] : [],
    );
    await write(
      uri.with({ path: `${uri.path}.annotations.yaml` }),
      `argmark: 1\n\nannotations:\n${entries.join('\n')}\narguments:\n${supports.join('\n')}`,
    );
    const { articles } = await rooms();
    assert.equal((await articles.at(uri))?.sidecar.set.annotations.length, 10_000);
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('argmark.annotations.focus');
    await until('the tree is there', () => views.annotations.article?.uri.toString() === uri.toString());
    const times: Record<string, number> = {};
    const timed = async (name: string, act: () => unknown) => {
      const begin = Date.now();
      assert.ok(await act(), name);
      times[name] = Date.now() - begin;
    };
    t.after(() => views.annotations.setFilter(''));
    await timed('reveal one', () => views.annotations.show('n7777', { focus: false }));
    await timed('reveal another', () => views.annotations.show('n1', { focus: false }));
    await timed('filter', () => {
      views.annotations.setFilter('number 77');
      return childrenOf(views.annotations).length > 0;
    });
    await timed('clear', () => {
      views.annotations.setFilter('');
      return childrenOf(views.annotations).length > 0;
    });
    t.after(() => views.annotations.setGrouping('argument'));
    for (const grouping of ['heading', 'order', 'tag', 'person', 'status', 'attribute:kind'] as const) {
      await timed(grouping, () => {
        views.annotations.setGrouping(grouping);
        return childrenOf(views.annotations).length > 0;
      });
    }
    console.log('tree of 10,000, ms:', times);
    for (const [name, time] of Object.entries(times)) assert.ok(time < 3000, `${name}: ${time} ms`);
  },
  { timeout: 90_000 },
);

/** What VS Code hands over when these rows are dropped. */
function dragging(...keys: readonly (string | undefined)[]): vscode.DataTransfer {
  const transfer = new vscode.DataTransfer();
  transfer.set(treeMime, new vscode.DataTransferItem(keys));
  return transfer;
}

/** Presses Enter in the quick pick until what it belongs to is done. */
function accepted(done: Thenable<unknown>): Promise<void> {
  return answered(done, 'workbench.action.acceptSelectedQuickOpenItem');
}

async function answered(done: Thenable<unknown>, command: string): Promise<void> {
  let isDone = false;
  done.then(() => {
    isDone = true;
  });
  await until('the question is answered', async () => {
    if (!isDone) await vscode.commands.executeCommand(command);
    return isDone;
  });
  await done;
}
