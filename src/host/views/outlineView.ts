/*
 * The "Outline" tree: the headings of the active article below its title, with how many annotations stand in each section. VS Code's own
 * Outline knows text editors only, and says nothing of a custom editor.
 */
import * as vscode from 'vscode';
import { shorten } from '../../core/annotation/words';
import type { Span } from '../../core/article/article';
import { type NestedHeading, nestedHeadings } from '../../core/article/headings';
import { lastStartingBy } from '../../core/article/ranges';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';

/** Milliseconds in which changes are gathered, as in typing. */
const restBetweenDraws = 150;

export class OutlineView implements vscode.TreeDataProvider<NestedHeading>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly articles: Articles;
  private readonly view: vscode.TreeView<NestedHeading>;
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(articles: Articles) {
    this.articles = articles;
    this.view = vscode.window.createTreeView('argmark.outline', { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.changed,
      articles.onDidChangeActive(() => this.drawSoon()),
      articles.onDidChange((uri) => {
        if (uri.toString() === articles.active?.uri.toString()) this.drawSoon();
      }),
      articles.onDidChangeSelection(() => this.showCaret()),
      this.view.onDidChangeVisibility(() => this.drawSoon()),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The heading whose row is selected. */
  get selected(): NestedHeading | undefined {
    return this.view.selection[0];
  }

  getChildren(heading?: NestedHeading): NestedHeading[] | Promise<NestedHeading[]> {
    const { state, articles } = this;
    if (state) {
      const headings = nestedHeadings(state.article);
      this.view.message = headings.length > 0 ? '' : l10n.t('This article has no headings.');
      return headings.filter(({ parent }) => parent === heading);
    }
    const uri = articles.active?.uri;
    return uri ? articles.at(uri).then((read) => (read ? this.getChildren(heading) : [])) : [];
  }

  getParent({ parent }: NestedHeading): NestedHeading | undefined {
    return parent;
  }

  getTreeItem(heading: NestedHeading): vscode.TreeItem {
    const { None, Expanded } = vscode.TreeItemCollapsibleState;
    const { state } = this;
    const headings = state ? nestedHeadings(state.article) : [];
    const item = new vscode.TreeItem(
      shorten(heading.words, 80),
      headings.some(({ parent }) => parent === heading) ? Expanded : None,
    );
    // Folds are kept by it, also while the text above is edited.
    const namesakes = headings.slice(0, headings.indexOf(heading)).filter(({ words }) => words === heading.words);
    item.id = `${state?.uri} ${namesakes.length} ${heading.words}`;
    item.tooltip = heading.words;
    if (!state) return item;
    const count = countIn(state, heading.section);
    const counted = l10n.plural(count, '{0} annotation', '{0} annotations');
    if (count > 0) item.description = l10n.number(count);
    item.accessibilityInformation = { label: l10n.commas([heading.words, counted]) };
    const { start } = heading.span;
    item.command = { command: '_argmark.revealPlace', title: '', arguments: [state.uri.toString(), start] };
    return item;
  }

  private get state(): AnnotatedArticle | undefined {
    const uri = this.articles.active?.uri;
    return uri && this.articles.known(uri);
  }

  private drawSoon(): void {
    if (this.timer !== undefined || !this.view.visible) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.changed.fire(undefined);
      this.showCaret();
    }, restBetweenDraws);
  }

  /** Selects the heading whose section the caret is in. */
  private showCaret(): void {
    const { state, articles, view } = this;
    const { selection } = articles;
    if (!view.visible || !state || selection?.uri.toString() !== state.uri.toString()) return;
    const headings = nestedHeadings(state.article);
    const sections = headings.map(({ section }) => section);
    const here = headings[lastStartingBy(sections, selection.caret)];
    // What was drawn anew meanwhile may not have it.
    if (here && this.selected !== here) view.reveal(here, { select: true, focus: false }).then(undefined, () => {});
  }
}

/** How many annotations begin in a section. */
function countIn({ placements }: AnnotatedArticle, { start, end }: Span): number {
  let count = 0;
  for (const { spans } of placements.values()) {
    const [first] = spans;
    if (first && start <= first.start && first.start < end) count++;
  }
  return count;
}
