import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codebookName } from '../../../src/core/annotation/codebook';
import { sidecarOf } from '../../../src/host/editor/uris';
import {
  closeAll,
  freshArticle,
  openReader,
  quotes,
  read,
  rooms,
  sampleText,
  tabOf,
  tag,
  until,
  wordsOf,
  write,
} from '../editor/support';
import { type TestContext, test } from '../harness';

const claim = 'Those who gain from depth should carry its cost.';
const premise = 'Deep ports gain 🚢 from trade.';

/** The article in a text editor, and a way to select words in it. */
async function asText(t: TestContext) {
  const { articles, registry } = await rooms();
  const uri = await freshArticle(t);
  const editor = await vscode.window.showTextDocument(uri);
  const select = async (words: string) => {
    const start = sampleText.indexOf(words);
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown);
    shown.selection = new vscode.Selection(
      shown.document.positionAt(start),
      shown.document.positionAt(start + words.length),
    );
    await until('the selection is known', () => {
      const span = articles.selection?.spans[0];
      return span?.start === start && span.end === start + words.length;
    });
  };
  const put = async (words: string) => {
    const at = editor.document.positionAt(sampleText.indexOf(words) + 2);
    await vscode.window.showTextDocument(uri, {
      viewColumn: vscode.ViewColumn.One,
      selection: new vscode.Range(at, at),
    });
    await until('the caret is known', () => articles.selection?.caret === sampleText.indexOf(words) + 2);
  };
  const set = () => registry.document(uri)?.sidecar.set;
  return { uri, editor, select, put, set, articles };
}

for (const [command, name] of [
  ['tagSelectionAsClaim', 'claim'],
  ['tagSelectionAsPremise', 'premise'],
  ['tagSelectionAsEvidence', 'evidence'],
  ['tagSelectionAsMajorClaim', 'major-claim'],
  ['tagSelectionAsAssumption', 'assumption'],
] as const) {
  test(`${command} tags the selection of a text editor`, async (t) => {
    const { select, set } = await asText(t);
    await select(premise);
    await vscode.commands.executeCommand(`argmark.${command}`);
    const [annotation] = set()?.annotations ?? [];
    assert.ok(annotation);
    assert.equal(wordsOf(annotation), premise);
    assert.equal(annotation.tag, name);
  });
}

test('without a selection the sentence at the caret is tagged', async (t) => {
  const { put, set } = await asText(t);
  await put(claim);
  await vscode.commands.executeCommand('argmark.tagSelectionAsClaim');
  assert.deepEqual(set()?.annotations.map(wordsOf), [claim]);
});

test('Change Span to Selection and Add Selection as Fragment keep the id', async (t) => {
  const { uri, select, set } = await asText(t);
  const id = await tag(uri, premise);
  await select(claim);
  await vscode.commands.executeCommand('argmark.changeSpan', { id });
  assert.deepEqual(set()?.annotations.map(wordsOf), [claim]);
  await select('Rents rose');
  await vscode.commands.executeCommand('argmark.addFragment', { id });
  assert.deepEqual(set()?.annotations.map(wordsOf), [`${claim}|Rents rose`]);
  assert.equal(set()?.annotations[0]?.id, id);
});

test('Update Positions records where the words have moved to, only when it is asked for', async (t) => {
  const { uri, editor, set, articles } = await asText(t);
  const id = await tag(uri, premise);
  const recorded = () => set()?.annotations[0]?.spans[0];
  const start = recorded()?.start ?? Number.NaN;
  const shown = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
  const added = '🚢 A new first paragraph.\n\n';
  await shown.edit((builder) => builder.insert(new vscode.Position(0, 0), added));
  await until('it has moved', () => articles.known(uri)?.placements.get(id)?.status === 'moved');
  assert.equal(recorded()?.start, start, 'nothing is recorded by itself');
  await vscode.commands.executeCommand('argmark.updatePositions');
  assert.equal(recorded()?.start, start + [...added].length, 'in code points');
  assert.equal(articles.known(uri)?.placements.get(id)?.status, 'exact');
});

for (const [command, tagged] of [
  ['tagSelection', []],
  ['changeSpan', [claim]],
] as const) {
  test(`${command}: words that were selected before the text changed are not taken for others`, async (t) => {
    const { uri, editor, select, set } = await asText(t);
    for (const words of tagged) await tag(uri, words);
    await select(premise);
    let isDone = false;
    const done = Promise.resolve(vscode.commands.executeCommand(`argmark.${command}`));
    done.finally(() => {
      isDone = true;
    });
    // While the list is open the text becomes another one.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'Another first line.\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(editor.document.getText().startsWith('Another'));
    assert.equal(isDone, false, 'the list is open');
    await until(`${command} is done`, async () => {
      if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    await done;
    assert.deepEqual(set()?.annotations.map(wordsOf) ?? [], tagged);
  });
}

test('Delete Annotation acts on the one at the caret', async (t) => {
  const { uri, put, set } = await asText(t);
  await tag(uri, premise);
  await tag(uri, claim);
  await put(claim);
  await vscode.commands.executeCommand('argmark.deleteAnnotation');
  assert.deepEqual(set()?.annotations.map(wordsOf), [premise]);
});

test('Next and Previous Annotation walk through a text editor', async (t) => {
  const { uri, put, articles } = await asText(t);
  await tag(uri, premise);
  await tag(uri, claim);
  await put('Depth and Cost');
  const selected = () => {
    const span = articles.selection?.spans[0];
    return span && sampleText.slice(span.start, span.end);
  };
  await vscode.commands.executeCommand('argmark.nextAnnotation');
  await until('the first', () => selected() === premise);
  await vscode.commands.executeCommand('argmark.nextAnnotation');
  await until('the second', () => selected() === claim);
  await vscode.commands.executeCommand('argmark.previousAnnotation');
  await until('the first again', () => selected() === premise);
});

test('Open as Article opens all files that the explorer hands over', async (t) => {
  const [one, two] = [await freshArticle(t, 'one.txt'), await freshArticle(t, 'two.md')];
  await vscode.commands.executeCommand('argmark.openAsArticle', two, [one, two]);
  assert.ok(tabOf(one) && tabOf(two));
});

test('the text that was only glanced at gives its tab to the article, and the one that was opened to stay keeps it', async (t) => {
  const uri = await freshArticle(t);
  await rooms();
  const textTabs = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()).length;
  for (const preview of [true, false]) {
    await vscode.window.showTextDocument(uri, { preview });
    await until('its tab is there', () => textTabs() === 1);
    await vscode.commands.executeCommand('argmark.openAsArticle', uri);
    assert.ok(tabOf(uri));
    await until('one of both', () => textTabs() === (preview ? 0 : 1));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }
});

test('a text whose caret is where the reading view folds it opens at what is read behind', async (t) => {
  const { registry } = await rooms();
  const body = ['# Ports', 'Depth costs money.', 'Somebody pays.'].join('\n\n');
  const uri = await freshArticle(t, 'ports.md', `---\ntitle: Ports\noutlet: Harbour\n---\n\n${body}\n`);
  for (const [words, begins] of [
    ['---', '# Ports'],
    ['outlet', '# Ports'],
    ['body', 'Somebody'],
  ] as const) {
    const { document } = await vscode.window.showTextDocument(uri);
    const at = document.positionAt(document.getText().indexOf(words));
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
    await vscode.commands.executeCommand('argmark.openAsArticle');
    const from = document.getText().indexOf(begins);
    const line = from + (document.getText().slice(from).split('\n')[0] ?? '').length;
    await until(`the caret is in “${begins}”`, () => {
      const caret = registry.panel(uri)?.selection?.caret ?? -1;
      return from <= caret && caret <= line;
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }
});

test('Open as Article and Open as Plain Text lead there and back', async (t) => {
  const { registry } = await rooms();
  const { uri } = await asText(t);
  const shows = (kind: typeof vscode.TabInputCustom | typeof vscode.TabInputText) => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof kind && input.uri.toString() === uri.toString();
  };
  await vscode.commands.executeCommand('argmark.openAsArticle');
  await until('the reading view', () => shows(vscode.TabInputCustom) && registry.panel(uri));
  await vscode.commands.executeCommand('argmark.openAsText');
  await until('the text', () => shows(vscode.TabInputText));
});

test('Open Annotations File opens the sidecar', async (t) => {
  const { uri } = await asText(t);
  await tag(uri, premise);
  await until('there is something to save', () => tabOf(uri)?.isDirty);
  await vscode.commands.executeCommand('workbench.action.files.saveAll');
  await until('it is saved', () => tabOf(uri)?.isDirty === false);
  await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand('argmark.openSidecar');
  await until('it is open', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('.annotations.yaml'));
});

test('Resolve by Id acts on the sidecar in front, not on the article beside it', async (t) => {
  const conflict = 'argmark: 1\n<<<<<<< a\nlinks: []\n=======\narguments: []\n>>>>>>> b\n';
  const [front, beside] = [await freshArticle(t), await freshArticle(t)];
  for (const uri of [front, beside]) await write(sidecarOf(uri), conflict);
  await openReader(beside, vscode.ViewColumn.Two);
  await vscode.window.showTextDocument(sidecarOf(front), { viewColumn: vscode.ViewColumn.One });
  const { articles } = await rooms();
  assert.equal(articles.active?.uri.toString(), beside.toString());
  await vscode.commands.executeCommand('argmark.resolveById');
  assert.doesNotMatch((await read(sidecarOf(front))) ?? '', /<<<<<<</);
  assert.equal(await read(sidecarOf(beside)), conflict);
});

test('verbs of the tree refuse nothing silently: one on an article that was closed does its work', async (t) => {
  const { uri } = await asText(t);
  const document = await openReader(uri);
  const id = await tag(uri, premise);
  assert.equal(quotes(document.sidecar).length, 1);
  await vscode.commands.executeCommand('workbench.action.files.save');
  await closeAll();
  const { articles, registry } = await rooms();
  await vscode.window.showTextDocument(uri);
  await articles.perform(uri, { verb: 'retag', ids: [id], tag: 'evidence' });
  assert.equal(registry.document(uri)?.sidecar.set.annotations[0]?.tag, 'evidence');
});

test(
  'every command of the palette can be run where there is no article: it says so, and throws nothing',
  async (t) => {
    await closeAll();
    const root = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail();
    // One of the commands makes it.
    t.after(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(root, codebookName)));
    t.after(closeAll);
    const extension = vscode.extensions.getExtension('argmark.argmark');
    const declared: { command: string }[] = extension?.packageJSON.contributes.commands ?? [];
    for (const { command } of declared) {
      const done = vscode.commands.executeCommand(command);
      let isDone = false;
      Promise.resolve(done).finally(() => {
        isDone = true;
      });
      await until(`${command} is done`, async () => {
        if (!isDone) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      });
      await done;
    }
  },
  { timeout: 60_000 },
);

test('letters grow from the size that they have, also where the setting is no number', async (t) => {
  const settings = () => vscode.workspace.getConfiguration('argmark');
  const set = (value: unknown) => settings().update('zoom', value, vscode.ConfigurationTarget.Global);
  t.after(() => set(undefined));
  await set('large');
  await vscode.commands.executeCommand('argmark.zoomIn');
  assert.equal(settings().get('zoom'), 110);
  await set(300);
  await vscode.commands.executeCommand('argmark.zoomIn');
  assert.equal(settings().get('zoom'), 300);
});
