/*
 * The "Outline" tree: the headings of the active article below its title, with how many annotations stand in each section. VS Code's own
 * Outline knows text editors only, and says nothing of a custom editor.
 */
import * as vscode from 'vscode';
import { shorten } from '../../core/annotation/words';
import { lastStartingBy } from '../../core/article/ranges';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import { sameUri } from '../editor/uris';
import { selectionIn } from '../selectionIn';
import type { Outline, OutlineRow } from './outlineRows';

/** Milliseconds in which changes are gathered, as in typing. */
const restBetweenDraws = 150;

export class OutlineView implements vscode.TreeDataProvider<OutlineRow>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly articles: Articles;
  private readonly view: vscode.TreeView<OutlineRow>;
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** How rows are made; loaded with the first ones. */
  private making: typeof import('./outlineRows') | undefined;
  /** What is drawn. */
  private outline: Outline | undefined;

  constructor(articles: Articles) {
    this.articles = articles;
    this.view = vscode.window.createTreeView('argmark.outline', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.changed,
      articles.onDidChangeActive(() => this.drawSoon()),
      articles.onDidChange((uri) => {
        if (sameUri(uri, articles.active?.uri)) this.drawSoon();
      }),
      articles.onDidChangeSelection(() => this.showCaret()),
      this.view.onDidChangeVisibility(() => this.drawSoon()),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The section whose row is selected. */
  get selected(): OutlineRow | undefined {
    return this.view.selection[0];
  }

  async getChildren(row?: OutlineRow): Promise<OutlineRow[]> {
    if (row) return [...(this.outline?.below.get(row) ?? [])];
    const uri = this.articles.active?.uri;
    const state = uri && (this.articles.known(uri) ?? (await this.articles.at(uri)));
    this.making ??= await import('./outlineRows');
    if (state) this.look(state);
    else this.outline = undefined;
    const rows = [...(this.outline?.below.get(undefined) ?? [])];
    this.view.message = state && rows.length === 0 ? l10n.t('This article has no headings.') : '';
    return rows;
  }

  getParent({ parent }: OutlineRow): OutlineRow | undefined {
    return parent;
  }

  getTreeItem(row: OutlineRow): vscode.TreeItem {
    const { None, Expanded } = vscode.TreeItemCollapsibleState;
    const { words, count } = row;
    const item = new vscode.TreeItem(shorten(words, 80), this.outline?.below.has(row) ? Expanded : None);
    item.id = row.id;
    item.tooltip = words;
    if (count > 0) {
      item.description = l10n.number(count);
      const counted = l10n.plural(count, '{0} annotation', '{0} annotations');
      item.accessibilityInformation = { label: l10n.commas([words, counted]) };
    }
    item.command = { command: '_argmark.revealSection', title: '', arguments: [row.id] };
    return item;
  }

  /** Where a row leads in the text as it is now, which may have been edited since the row was drawn. */
  placeOf(id: unknown): { readonly uri: vscode.Uri; readonly start: number } | undefined {
    const state = this.outline && this.articles.known(this.outline.state.uri);
    if (!state || !this.making) return undefined;
    const { rows, spans } = this.making.outlineOf(state);
    const span = spans[rows.findIndex((row) => row.id === id)];
    return span && { uri: state.uri, start: span.start };
  }

  /** Makes the outline that of a state; whether there is another one to draw. Rows that say the same are the same. */
  private look(state: AnnotatedArticle): boolean {
    const { outline, making } = this;
    if (!making) return true;
    if (outline?.state === state) return false;
    const now = making.outlineOf(state);
    const isSame = outline !== undefined && making.sameRows(outline.rows, now.rows);
    this.outline = isSame ? { ...outline, state, spans: now.spans } : now;
    return !isSame;
  }

  private drawSoon(): void {
    if (this.timer !== undefined || !this.view.visible) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const uri = this.articles.active?.uri;
      const state = uri && this.articles.known(uri);
      if (!state || this.look(state)) this.changed.fire(undefined);
      this.showCaret();
    }, restBetweenDraws);
  }

  /** Selects the row of the section that the caret is in. */
  private showCaret(): void {
    const { outline, articles, view } = this;
    const selection = outline && selectionIn(outline.state.uri, articles);
    if (!view.visible || !selection) return;
    const here = outline.rows[Math.max(0, lastStartingBy(outline.spans, selection.caret))];
    // What was drawn anew meanwhile may not have it.
    if (here && this.selected !== here) view.reveal(here, { select: true, focus: false }).then(undefined, () => {});
  }
}
