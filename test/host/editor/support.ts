/** What the tests of the editor share: fresh folders, articles in them, the reading view opened on one, and waiting for conditions. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation } from '../../../src/core/annotation/model';
import { readSidecar } from '../../../src/core/sidecar/read';
import type { Sidecar } from '../../../src/core/sidecar/sidecar';
import type { Rooms } from '../../../src/extension';
import { Codebooks } from '../../../src/host/editor/codebooks';
import type { ArticleDocument } from '../../../src/host/editor/document';
import { openDocument, type Unsaved } from '../../../src/host/editor/open';
import type { Preference, Questions } from '../../../src/host/editor/questions';
import { sidecarOf, viewType } from '../../../src/host/editor/uris';
import { DiskFiles, type Files } from '../../../src/host/files';
import type { TestContext } from '../harness';

/** Two paragraphs with an emoji and a combining mark, so that the three ways of counting differ. */
export const sampleText = `Depth and Cost

Deep ports gain 🚢 from trade. Those who gain from depth should carry its cost.

The cafe\u0301 by the quay closed. Rents rose by a third in two years.
`;

/** Sentences of it. */
export const first = 'Deep ports gain 🚢 from trade.';
export const second = 'Those who gain from depth should carry its cost.';
export const third = 'Rents rose by a third in two years.';

export async function rooms(): Promise<Rooms> {
  const extension = vscode.extensions.getExtension<Rooms>('argmark.argmark');
  assert.ok(extension, 'the extension is not there');
  await set('argmark.annotator', 'ana');
  return extension.activate();
}

async function set(setting: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  if (settings.get(setting) !== value) await settings.update(setting, value, vscode.ConfigurationTarget.Global);
}

let folders = 0;

/** A new folder in the workspace, with an article in it. */
export async function freshArticle(t: TestContext, name = 'depth.txt', text = sampleText): Promise<vscode.Uri> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(root, 'no folder is open');
  const folder = vscode.Uri.joinPath(root, `editor-${Date.now().toString(36)}-${folders++}`);
  // In a browser VS Code saves by itself, which would make each test a race.
  await set('files.autoSave', 'off');
  await vscode.workspace.fs.createDirectory(folder);
  t.after(() => vscode.workspace.fs.delete(folder, { recursive: true }));
  t.after(closeAll);
  const article = vscode.Uri.joinPath(folder, name);
  await write(article, text);
  return article;
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Opens the article in a reading view and gives its document. */
export async function openReader(uri: vscode.Uri, column = vscode.ViewColumn.Active): Promise<ArticleDocument> {
  const { registry } = await rooms();
  await vscode.commands.executeCommand('vscode.openWith', uri, viewType, { viewColumn: column, preview: false });
  await until('the article is open', () => registry.panel(uri) !== undefined);
  const document = registry.document(uri);
  assert.ok(document);
  return document;
}

/** Tags words as a person would, through the same door as commands and trees. */
export async function tag(uri: vscode.Uri, words: string, name = 'claim'): Promise<string> {
  const { articles } = await rooms();
  const text = (await articles.at(uri))?.article.text ?? '';
  const start = text.indexOf(words);
  assert.ok(start >= 0, `“${words}” is not in the article`);
  const spans = [{ start, end: start + words.length }];
  const ids = await articles.perform(uri, { verb: 'tag', tag: name, spans }, text);
  assert.ok(ids?.[0], 'nothing was tagged');
  return ids[0];
}

export const wordsOf = ({ spans }: Annotation): string => spans.map(({ quote }) => quote).join('|');

export const quotes = (sidecar: Sidecar): string[] => sidecar.set.annotations.map(wordsOf);

/** The sidecar on disk, read by itself. */
export async function onDisk(article: vscode.Uri): Promise<Sidecar | undefined> {
  const text = await read(sidecarOf(article));
  return text === undefined ? undefined : readSidecar(text);
}

/** A sidecar as another program would write it. */
export function sidecarWith(
  ...entries: { readonly id: string; readonly quote: string; readonly note?: string }[]
): string {
  const annotations = entries.map(
    ({ id, quote, note }) =>
      `  - id: ${id}\n    tag: claim\n    spans:\n      - quote: ${JSON.stringify(quote)}\n${note === undefined ? '' : `    note: ${JSON.stringify(note)}\n`}`,
  );
  return `argmark: 1\n\nannotations:\n${annotations.join('\n')}`;
}

export function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .find(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString());
}

/** Waits until something is so; the failure says what it was. */
export async function until(what: string, condition: () => unknown, milliseconds = 10_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not so after ${milliseconds / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Closes every tab without a question: what is dirty is reverted first. */
export async function closeAll(): Promise<void> {
  for (const tab of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
    if (!tab.isDirty) continue;
    const { input } = tab;
    if (input instanceof vscode.TabInputCustom) {
      await vscode.commands.executeCommand('vscode.openWith', input.uri, input.viewType, tab.group.viewColumn);
    } else if (input instanceof vscode.TabInputText) await vscode.window.showTextDocument(input.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The disk, with a hand on the door: what is set here happens in the middle of a write. */
export class HeldFiles extends DiskFiles {
  /** Right before the new content is compared with what is there and put in its place. */
  beforeReplace: (() => unknown) | undefined;
  /** Right after the new content is in place, before the writer knows. */
  afterReplace: (() => unknown) | undefined;
  writes = 0;

  override async replace(uri: vscode.Uri, bytes: Uint8Array, asRead: Uint8Array | undefined): Promise<boolean> {
    await take(this, 'beforeReplace');
    const done = await super.replace(uri, bytes, asRead);
    if (done) this.writes++;
    await take(this, 'afterReplace');
    return done;
  }
}

async function take(files: HeldFiles, moment: 'beforeReplace' | 'afterReplace'): Promise<void> {
  const happen = files[moment];
  files[moment] = undefined;
  await happen?.();
}

/** A document without an editor around it, for what happens at moments that an editor does not show. */
export async function openAlone(
  t: TestContext,
  uri: vscode.Uri,
  files: Files = new DiskFiles(),
  unsaved: Unsaved = {},
): Promise<ArticleDocument> {
  const codebooks = new Codebooks(files);
  const document = await openDocument(uri, unsaved, files, codebooks);
  t.after(() => document.dispose());
  t.after(() => codebooks.dispose());
  return document;
}

export function tagAlone(document: ArticleDocument, words: string, name = 'claim'): string {
  const start = document.annotated.article.text.indexOf(words);
  assert.ok(start >= 0, `“${words}” is not in the article`);
  const outcome = document.perform({ verb: 'tag', tag: name, spans: [{ start, end: start + words.length }] }, 'ana');
  assert.ok('ids' in outcome && outcome.ids[0], JSON.stringify(outcome));
  return outcome.ids[0];
}

/** Answers every question the same way, and keeps what was asked. */
export class Answers implements Questions {
  readonly asked: string[][] = [];
  readonly answer: Preference | undefined;

  constructor(answer?: Preference) {
    this.answer = answer;
  }

  async whichToKeep(_fileName: string, what: readonly string[]): Promise<Preference | undefined> {
    this.asked.push([...what]);
    return this.answer;
  }
}

export const never: vscode.CancellationToken = new vscode.CancellationTokenSource().token;
