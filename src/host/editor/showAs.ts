/* From the reading view to the plain text and back, at the same line. */
import * as vscode from 'vscode';
import { textColumn } from './active';
import type { OpenArticles } from './openArticles';
import { offsetOf, positionOf } from './positions';
import type { Registry } from './registry';
import { sameUri, viewType } from './uris';

/** Shows an article as text, with the line on top that is on top in its reading view, and the caret where it is there. */
export async function showAsText(uri: vscode.Uri, articles: OpenArticles, registry: Registry): Promise<void> {
  const annotated = await articles.at(uri);
  const reader = registry.panel(uri);
  const viewColumn = reader?.panel.viewColumn ?? textColumn(uri) ?? vscode.ViewColumn.Active;
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preview: false });
  const at = reader?.selection;
  if (!annotated || !at) return;
  const caret = positionOf(annotated.article, at.caret);
  editor.selection = new vscode.Selection(caret, caret);
  const top = positionOf(annotated.article, at.top);
  editor.revealRange(new vscode.Range(top, top), vscode.TextEditorRevealType.AtTop);
}

/** Shows an article in the reading view, at the line of its text editor where there is one. */
export async function showAsArticle(uri: vscode.Uri, articles: OpenArticles, registry: Registry): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => sameUri(document.uri, uri));
  const caret = editor?.selection.active;
  const viewColumn = editor?.viewColumn ?? vscode.ViewColumn.Active;
  await vscode.commands.executeCommand('vscode.openWith', uri, viewType, { viewColumn, preview: false });
  const annotated = caret && (await articles.at(uri));
  if (!annotated) return;
  const offset = offsetOf(annotated.article, caret);
  registry.panel(uri)?.send({ type: 'reveal', span: { start: offset, end: offset }, focus: true });
}
