/*
 * The "Annotations" tree in VS Code: draws what `annotationNodes` makes of the active article, follows its changes and the caret, and
 * tells commands what is selected in it. Elements are the nodes' keys, so nothing is kept of a tree once the next one is made.
 */
import * as vscode from 'vscode';
import { indexOf } from '../../core/annotation/model';
import { spanIndexOf } from '../../core/annotation/spanIndex';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle, Articles } from '../articles';
import { annotationMarkdown } from '../language/annotationMarkdown';
import { AnnotationDrops } from './annotationDrops';
import { type AnnotationTree, annotationTree, type Grouping, groupings } from './annotationNodes';
import { rowOf } from './annotationRows';
import { changedKeys, newParents } from './treeDiff';
import type { TreeNode } from './treeNodes';

/** Changes that follow one another faster than this (ms), as in typing, are drawn together. */
const restBetweenDraws = 150;
const groupingKey = 'argmark.grouping';
const folds = {
  none: vscode.TreeItemCollapsibleState.None,
  closed: vscode.TreeItemCollapsibleState.Collapsed,
  open: vscode.TreeItemCollapsibleState.Expanded,
} as const;

export class AnnotationsView implements vscode.TreeDataProvider<string>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string | string[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly articles: Articles;
  private readonly memory: vscode.Memento | undefined;
  private readonly view: vscode.TreeView<string>;
  private readonly subscriptions: vscode.Disposable[];
  private uri: vscode.Uri | undefined;
  private grouping: Grouping;
  private typed = '';
  /** What VS Code was last given, and the keys whose children it has asked for. */
  private drawn: AnnotationTree | undefined;
  private readonly served = new Set<string>();
  /** Rows that the person chose since the caret last moved, by annotation id. */
  private chosenIds: readonly string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastDraw = 0;

  constructor(articles: Articles, memory: vscode.Memento | undefined) {
    this.articles = articles;
    this.memory = memory;
    const remembered = memory?.get<string>(groupingKey);
    this.grouping = groupings.find((one) => one === remembered) ?? 'argument';
    this.view = vscode.window.createTreeView('argmark.annotations', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: new AnnotationDrops(articles, this),
    });
    this.subscriptions = [
      this.view,
      this.changed,
      articles.onDidChangeActive(() => this.follow()),
      articles.onDidChange((uri) => {
        if (uri.toString() === this.uri?.toString()) this.drawSoon();
      }),
      articles.onDidChangeSelection(() => {
        // Of several on the same words, the one whose row was chosen stays chosen.
        if (this.chosenIds.length === 1 && this.onSelectedWords().includes(this.chosenIds[0] ?? '')) return;
        this.chosenIds = [];
        this.showCaret();
      }),
      this.view.onDidChangeSelection(() => {
        const ids = this.selected.flatMap((node) => (node.kind === 'annotation' ? [node.id] : []));
        this.chosenIds = ids.length === 1 && ids[0] === this.atCaret() ? [] : ids;
      }),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (!visible) return;
        this.draw();
        this.showCaret();
      }),
    ];
    this.tellContext();
    this.follow();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The article whose annotations are shown. */
  get article(): AnnotatedArticle | undefined {
    return this.uri && this.articles.known(this.uri);
  }

  /** The nodes selected in the tree, in its order of selection. */
  get selected(): readonly TreeNode[] {
    return this.nodesOf(this.view.selection);
  }

  /** The annotations whose rows were chosen since the caret last moved, so that they are meant and not what stands there. */
  get chosen(): readonly string[] {
    return this.view.visible ? this.chosenIds : [];
  }

  /** The nodes of these keys, as VS Code hands them to a command of the tree's menus. */
  nodesOf(keys: readonly string[]): readonly TreeNode[] {
    const tree = this.tree();
    return keys.flatMap((key) => tree?.node(key) ?? []);
  }

  get filter(): string {
    return this.typed;
  }

  /** Shows only annotations that hold all these words; an empty text shows all. */
  setFilter(typed: string): void {
    if (this.typed === typed) return;
    this.typed = typed;
    this.tellContext();
    this.draw();
  }

  setGrouping(grouping: Grouping): void {
    this.grouping = grouping;
    void this.memory?.update(groupingKey, grouping);
    this.tellContext();
    this.draw();
    this.showCaret();
  }

  /** Selects an annotation's or argument's row; false where the tree does not have it. */
  async show(id: string, options: { readonly focus: boolean }): Promise<boolean> {
    const key = this.tree()?.keyOf(id);
    if (key === undefined) return false;
    try {
      await this.view.reveal(key, { select: true, focus: options.focus });
      return true;
    } catch {
      // The tree was drawn anew meanwhile, without it.
      return false;
    }
  }

  getChildren(key?: string): string[] {
    const tree = this.tree();
    this.served.add(key ?? '');
    return [...(tree?.children(key) ?? [])];
  }

  getParent(key: string): string | undefined {
    return this.tree()?.node(key)?.parent;
  }

  getTreeItem(key: string): vscode.TreeItem {
    const tree = this.tree();
    const node = tree?.node(key);
    if (!tree || !node) return { id: key, label: '' };
    const row = rowOf(node, tree);
    const item = new vscode.TreeItem(row.label, folds[row.fold]);
    item.id = key;
    item.description = row.description;
    item.contextValue = row.context;
    item.accessibilityInformation = { label: row.spoken };
    if (row.icon) {
      const colour = row.icon.colour === undefined ? undefined : new vscode.ThemeColor(row.icon.colour);
      item.iconPath = new vscode.ThemeIcon(row.icon.name, colour);
    }
    if (node.kind === 'annotation' && this.uri) {
      item.command = { command: '_argmark.revealAnnotation', title: '', arguments: [this.uri.toString(), node.id] };
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, key: string): vscode.TreeItem {
    const node = this.tree()?.node(key);
    const article = this.article;
    if (node?.kind === 'annotation' && article) item.tooltip = annotationMarkdown(article, node.id);
    return item;
  }

  /** The tree as VS Code knows it; made when it is first asked for. */
  private tree(): AnnotationTree | undefined {
    if (!this.drawn) this.drawn = this.made();
    return this.drawn;
  }

  private made(): AnnotationTree | undefined {
    const state = this.article;
    if (!state) return undefined;
    const { article, sidecar, placements, codebook } = state;
    return annotationTree({ article, set: sidecar.set, placements, codebook }, this.grouping, this.typed);
  }

  private follow(): void {
    const uri = this.articles.active?.uri;
    if (uri?.toString() === this.uri?.toString()) return;
    this.uri = uri;
    this.drawn = undefined;
    this.draw();
    if (!uri) return;
    void this.articles.at(uri).then(() => {
      if (uri === this.uri) this.draw();
    });
  }

  private drawSoon(): void {
    if (this.timer !== undefined) return;
    const rest = Math.max(0, this.lastDraw + restBetweenDraws - Date.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.draw();
    }, rest);
  }

  private draw(): void {
    this.lastDraw = Date.now();
    this.tellCounts();
    if (!this.view.visible) {
      this.drawn = undefined;
      this.served.clear();
      this.changed.fire(undefined);
      return;
    }
    const before = this.drawn;
    const after = this.made();
    this.drawn = after;
    const changed = after ? changedKeys(before, after, this.served) : 'all';
    const parents = before && after && before.grouping === after.grouping ? newParents(before, after, this.served) : [];
    if (changed === 'all') {
      this.served.clear();
      this.changed.fire(undefined);
    } else if (changed.length > 0) this.changed.fire([...changed]);
    for (const key of parents) {
      if (this.getTreeItem(key).collapsibleState === folds.open) void this.unfold(key);
    }
    this.view.message = after?.filtered && after.shown > 0 ? `${after.shown} of ${after.total}: ${this.typed}` : '';
  }

  private async unfold(key: string): Promise<void> {
    try {
      await this.view.reveal(key, { select: false, focus: false, expand: true });
    } catch {
      // Drawn anew meanwhile; nothing is lost but that it stays folded.
    }
  }

  private tellCounts(): void {
    const state = this.article;
    this.view.badge = undefined;
    if (!state) return;
    let orphans = 0;
    let drifted = 0;
    for (const id of indexOf(state.sidecar.set).annotations.keys()) {
      const status = state.placements.get(id)?.status;
      if (status === 'orphan') orphans++;
      if (status === 'drifted') drifted++;
    }
    const problems = state.sidecar.problems.length + state.codebookProblems.length;
    if (orphans + drifted + problems === 0) return;
    const parts = [
      ...(orphans > 0 ? [l10n.plural(orphans, '{0} orphan', '{0} orphans')] : []),
      ...(drifted > 0 ? [l10n.plural(drifted, '{0} to look at', '{0} to look at')] : []),
      ...(problems > 0 ? [l10n.plural(problems, '{0} problem', '{0} problems')] : []),
    ];
    this.view.badge = { value: orphans + drifted + problems, tooltip: l10n.commas(parts) };
  }

  private tellContext(): void {
    void vscode.commands.executeCommand('setContext', 'argmark.grouping', this.grouping);
    void vscode.commands.executeCommand('setContext', 'argmark.filtered', this.typed.trim() !== '');
  }

  /** Selects the row of the annotation at the caret, unless it, or several, are selected already. */
  private showCaret(): void {
    const id = this.atCaret();
    if (!this.view.visible || id === undefined || this.view.selection.length > 1) return;
    if (this.selected.some((node) => node.kind === 'annotation' && node.id === id)) return;
    void this.show(id, { focus: false });
  }

  private atCaret(): string | undefined {
    const here = this.here();
    return here && (here.selection.annotation ?? here.index.atCaret(here.selection.caret)[0]);
  }

  private onSelectedWords(): readonly string[] {
    const here = this.here();
    const [span] = here?.selection.spans ?? [];
    return here && span ? here.index.on(span) : [];
  }

  private here() {
    const { selection } = this.articles;
    const state = this.article;
    if (!selection || !state || selection.uri.toString() !== state.uri.toString()) return undefined;
    return { selection, index: spanIndexOf(state.placements) };
  }
}
