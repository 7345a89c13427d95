/** What the tests of living text share: an article with annotations in a text editor, and edits as a person makes them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AnnotatedArticle } from '../../../src/host/articles';
import { sidecarOf } from '../../../src/host/editor/uris';
import type { TestContext } from '../harness';
import { freshArticle, openReader, rooms, sidecarWith, until, write } from './support';

export const text = `Depth and Cost

Deep ports gain 🚢 from trade. Those who gain from depth should carry its cost.

The channel was dredged twice. Rents rose by a third in two years, and nobody asked why.

Ships have doubled in draught. Critics say that the treasury should not pay again.
`;
export const ports = 'Deep ports gain 🚢 from trade.';
export const cost = 'Those who gain from depth should carry its cost.';
export const rents = 'Rents rose by a third in two years';
export const ships = 'Ships have doubled in draught.';
export const sidecar = sidecarWith(
  { id: 'ports2', quote: ports },
  { id: 'cost22', quote: cost },
  { id: 'rents2', quote: rents, note: 'Look this up.' },
  { id: 'ships2', quote: ships },
);

/** How an article is followed: in a reading view beside the text, or by nothing but the text editor. */
export const ways = ['with a reading view', 'without one'] as const;
export type Way = (typeof ways)[number];

export interface Scene {
  readonly uri: vscode.Uri;
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** The words of an annotation at this moment, without waiting; fragments joined by a bar, empty for an orphan. */
  words(id: string): string;
  status(id: string): string | undefined;
}

export async function scene(t: TestContext, way: Way, content = text, name = 'living.txt'): Promise<Scene> {
  const uri = await freshArticle(t, name, content);
  await write(sidecarOf(uri), sidecar);
  const { articles } = await rooms();
  if (way === 'with a reading view') await openReader(uri, vscode.ViewColumn.Two);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: false });
  await articles.at(uri);
  const now = (): AnnotatedArticle => {
    const state = articles.known(uri);
    assert.ok(state, 'the article is known');
    return state;
  };
  const words = (id: string) => {
    const { placements, article } = now();
    return (placements.get(id)?.spans ?? []).map(({ start, end }) => article.text.slice(start, end)).join('|');
  };
  return { uri, editor, document: editor.document, words, status: (id) => now().placements.get(id)?.status };
}

/** Where words stand in a text editor, by its own lines and columns. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  for (let line = 0; line < document.lineCount; line++) {
    const column = document.lineAt(line).text.indexOf(words);
    if (column >= 0) return new vscode.Range(line, column, line, column + words.length);
  }
  return assert.fail(`“${words}” is not in the text`);
}

export async function replace(editor: vscode.TextEditor, words: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, words);
  assert.ok(await editor.edit((edit) => edit.replace(range, by)));
}

export async function type(editor: vscode.TextEditor, at: vscode.Position, what: string): Promise<void> {
  await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
  editor.selection = new vscode.Selection(at, at);
  for (const letter of what) await told(editor, 'type', { text: letter });
}

export async function command(editor: vscode.TextEditor, ...names: readonly string[]): Promise<void> {
  await vscode.window.showTextDocument(editor.document, { viewColumn: vscode.ViewColumn.One });
  for (const name of names) await told(editor, name);
}

/** Runs a command that changes the text; over when the host has been told, which in a browser comes after the command's end. */
export async function told({ document }: vscode.TextEditor, name: string, ...args: readonly unknown[]): Promise<void> {
  const { version } = document;
  const isTold = () => document.version > version;
  await until(`${name} has changed the text`, async () => {
    // A reading view that comes up takes the focus, and the command goes nowhere.
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand(name, ...args);
    await until('the change is told', isTold, 2_000).catch(() => {});
    return isTold();
  });
}
