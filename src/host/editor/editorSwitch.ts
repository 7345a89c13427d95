/* An article changes its editor: from the reading view to the plain text and back, at the same line. */
import * as vscode from 'vscode';
import type { Article, Block } from '../../core/article/article';
import { textColumn } from './active';
import type { OpenArticles } from './openArticles';
import { offsetOf, positionOf } from './positions';
import type { Registry } from './registry';
import { sameUri, viewType } from './uris';

export class EditorSwitch {
  private readonly articles: OpenArticles;
  private readonly registry: Registry;

  constructor(articles: OpenArticles, registry: Registry) {
    this.articles = articles;
    this.registry = registry;
  }

  /** Shows an article as text: with the line on top that is on top in its reading view, and the caret where it is there. */
  async showAsText(uri: vscode.Uri): Promise<void> {
    const annotated = await this.articles.at(uri);
    const reader = this.registry.panel(uri);
    const at = reader?.selection;
    const viewColumn = reader?.panel.viewColumn ?? textColumn(uri) ?? vscode.ViewColumn.Active;
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document, { viewColumn, preview: false });
    if (!annotated || !at) return;
    const caret = positionOf(annotated.article, at.caret);
    editor.selection = new vscode.Selection(caret, caret);
    const top = positionOf(annotated.article, at.top);
    editor.revealRange(new vscode.Range(top, top), vscode.TextEditorRevealType.AtTop);
  }

  /**
   * Shows an article in the reading view: where the caret of its text editor is, or what is on top there if that is out of sight. What is folded
   * stays so: a text that was just opened has its caret at the top, where the menus of a saved page are.
   */
  async showAsArticle(uri: vscode.Uri): Promise<void> {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => sameUri(document.uri, uri));
    const caret = editor?.selection.active;
    const inSight = editor?.visibleRanges.some((range) => caret && range.contains(caret));
    const place = inSight ? caret : editor?.visibleRanges[0]?.start;
    const viewColumn = editor?.viewColumn ?? vscode.ViewColumn.Active;
    const shown = this.registry.panel(uri) ? undefined : this.registry.shownOrFailed(uri);
    const isGlanced = glancedAt(uri, viewColumn) !== undefined;
    await vscode.commands.executeCommand('vscode.openWith', uri, viewType, { viewColumn, preview: false });
    if (isGlanced) await closeGlanced(uri, viewColumn);
    await shown;
    const annotated = place && (await this.articles.at(uri));
    if (!annotated) return;
    const offset = readAt(annotated.article, offsetOf(annotated.article, place));
    this.registry.panel(uri)?.send({ type: 'reveal', span: { start: offset, end: offset }, focus: true });
  }
}

/** An offset, or, where the reading view folds what is there, that of the text which goes on behind it. */
function readAt({ blocks }: Article, offset: number): number {
  const at = blocks.findIndex(({ end }) => offset < end);
  if (blocks[at]?.kind !== 'furniture') return offset;
  const isRead = ({ kind }: Block) => kind !== 'furniture';
  return (blocks.slice(at).find(isRead) ?? blocks.findLast(isRead))?.start ?? offset;
}

/** The tab of its text that VS Code would put the next file into anyway: two tabs of one article are for those who want both. */
function glancedAt(uri: vscode.Uri, column: vscode.ViewColumn): vscode.Tab | undefined {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const group = all.find(({ viewColumn }) => viewColumn === column) ?? activeTabGroup;
  return group.tabs.find(
    ({ input, isPreview }) => isPreview && input instanceof vscode.TabInputText && sameUri(input.uri, uri),
  );
}

/** Some versions of VS Code put the reading view into that tab by themselves, and tell of it a moment later. */
async function closeGlanced(uri: vscode.Uri, column: vscode.ViewColumn): Promise<void> {
  const left = glancedAt(uri, column);
  if (!left) return;
  try {
    await vscode.window.tabGroups.close(left, true);
  } catch (error) {
    if (glancedAt(uri, column) === left) throw error;
  }
}
