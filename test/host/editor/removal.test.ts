import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Annotator } from '../../../src/host/editor/annotator';
import { type PanelListener, ReaderPanel } from '../../../src/host/editor/readerPanel';
import type { ToReader } from '../../../src/messages';
import { test } from '../harness';
import { freshArticle, openAlone, openReader, rooms, tag, tagAlone, until } from './support';

const claim = 'Those who gain from depth should carry its cost.';
const premise = 'Deep ports gain 🚢 from trade.';

test('the reading view asks before a removal takes more along, and takes no for an answer', async (t) => {
  await rooms();
  const document = await openAlone(t, await freshArticle(t));
  const heard: ToReader[] = [];
  const said = new vscode.EventEmitter<unknown>();
  const panel = {
    webview: { onDidReceiveMessage: said.event, postMessage: async (message: ToReader) => heard.push(message) > 0 },
    onDidChangeViewState: () => ({ dispose() {} }),
  } as unknown as vscode.WebviewPanel;
  const asked: (readonly string[])[] = [];
  const answers = [false, true];
  const listener: PanelListener = {
    selectionChanged() {},
    viewStateChanged() {},
    beside: () => undefined,
    async confirmsRemoval(annotated, ids) {
      assert.equal(annotated, document.annotated, 'asked before anything has gone');
      asked.push(ids);
      return answers.shift() ?? false;
    },
    performed() {},
    failed: (message) => assert.fail(message),
  };
  const reader = new ReaderPanel(panel, document, new Annotator(), listener);
  t.after(() => reader.dispose());
  said.fire({ type: 'ready' });
  const [target, reason] = [tagAlone(document, claim), tagAlone(document, premise, 'premise')];
  document.perform({ verb: 'argue', premises: [reason], relation: 'supports', target }, 'ana');
  const remove = (number: number) => {
    const { revision } = document.annotated;
    said.fire({ type: 'gesture', number, revision, gesture: { verb: 'remove', ids: [target] } });
  };
  remove(1);
  await until('it is refused', () => heard.some((message) => message.type === 'refused' && message.gesture === 1));
  assert.equal(document.sidecar.set.annotations.length, 2);
  remove(2);
  await until('it is done', () => heard.some((message) => message.type === 'changes' && message.gesture === 2));
  assert.deepEqual(
    document.sidecar.set.annotations.map(({ id }) => id),
    [reason],
  );
  assert.deepEqual(document.sidecar.set.arguments, []);
  assert.deepEqual(asked, [[target], [target]]);
  assert.ok(!heard.some(({ type }) => type === 'say'), 'what was said before is not said again');
});

test('what a removal took along is not said again after a command has asked', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  const document = await openReader(uri);
  const [target, reason] = [await tag(uri, claim), await tag(uri, premise, 'premise')];
  await articles.perform(uri, { verb: 'argue', premises: [reason], relation: 'supports', target });
  const told: string[] = [];
  const listening = document.onDidSay((sentence) => told.push(sentence));
  t.after(() => listening.dispose());
  assert.ok(await articles.perform(uri, { verb: 'remove', ids: [target] }));
  assert.deepEqual(document.sidecar.set.arguments, []);
  assert.deepEqual(told, []);
});

test('a refusal of a command in a text editor is said in the reading view beside it', async (t) => {
  const { articles } = await rooms();
  const uri = await freshArticle(t);
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  const document = await openReader(uri, vscode.ViewColumn.Two);
  await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  await until('the text is active', () => articles.active?.via === 'text');
  const told: string[] = [];
  const listening = document.onDidSay((sentence) => told.push(sentence));
  t.after(() => listening.dispose());
  assert.equal(await articles.perform(uri, { verb: 'retag', ids: ['nobody'], tag: 'claim' }), undefined);
  assert.match(told.join(), /no entry “nobody” any more/);
});
