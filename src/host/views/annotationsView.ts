/*
 * The "Annotations" tree in VS Code: draws what `annotationNodes` makes of the active article, follows its changes and the caret, and
 * tells commands what is selected in it. Elements are the nodes' keys, so nothing is kept of a tree once the next one is made. What it takes
 * to make one is loaded when VS Code first asks for rows.
 */
import * as vscode from 'vscode';
import { spanIndexOf } from '../../core/annotation/spanIndex';
import type { AnnotatedArticle, Articles } from '../articles';
import { sameUri } from '../editor/uris';
import { annotationMarkdown } from '../language/annotationMarkdown';
import { selectionIn } from '../selectionIn';
import { draggedKeys, treeMime } from './annotationDrags';
import type { AnnotationTree } from './annotationNodes';
import { tagTooltip } from './codebookView';
import type { DrawnTree } from './drawnTree';
import { badgeOf } from './toLookAt';
import type { TreeNode } from './treeNodes';
import { type Grouping, groupingFrom, type Shape, type Sort, sortFrom } from './treeShape';
import { describedShape } from './treeTitle';

/** Changes that follow one another faster than this (ms), as in typing, are drawn together. */
const restBetweenDraws = 150;
const groupingKey = 'argmark.grouping';
const sortKey = 'argmark.sort';

export class AnnotationsView implements vscode.TreeDataProvider<string>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string | string[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly articles: Articles;
  private readonly memory: vscode.Memento | undefined;
  private readonly view: vscode.TreeView<string>;
  private readonly subscriptions: vscode.Disposable[];
  private uri: vscode.Uri | undefined;
  private wanted: Shape;
  /** Undefined until rows are first asked for. */
  private drawing: DrawnTree | undefined;
  private loading: Promise<DrawnTree> | undefined;
  /** The keys of the rows that were dragged last. */
  dragged: readonly string[] = [];
  /** Rows that the person chose since the caret last moved, by annotation id. */
  private chosenIds: readonly string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastDraw = 0;

  constructor(articles: Articles, memory: vscode.Memento | undefined) {
    this.articles = articles;
    this.memory = memory;
    this.wanted = {
      grouping: groupingFrom(memory?.get(groupingKey)) ?? 'argument',
      sort: sortFrom(memory?.get(sortKey)) ?? 'position',
      typed: '',
    };
    this.view = vscode.window.createTreeView('argmark.annotations', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: {
        dragMimeTypes: [treeMime],
        dropMimeTypes: [treeMime],
        handleDrag: (keys, transfer) => {
          this.dragged = keys;
          if (this.nodesOf(keys).every((node) => node.kind === 'annotation'))
            transfer.set(treeMime, new vscode.DataTransferItem(keys));
        },
        handleDrop: (key, transfer) => this.drop(key, transfer),
      },
    });
    this.subscriptions = [
      this.view,
      this.changed,
      articles.onDidChangeActive(() => this.follow()),
      articles.onDidChange((uri) => {
        if (sameUri(uri, this.uri)) this.drawSoon();
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

  /** What is grouped by, in what order, and the text of the filter. */
  get shape(): Shape {
    return this.wanted;
  }

  /** What the filter lets through, of how many, and what of it cannot be answered; undefined where nobody has looked at the tree yet. */
  get found(): Pick<AnnotationTree, 'shown' | 'total' | 'problem'> | undefined {
    return this.tree();
  }

  /** Shows only annotations that the text asks for (`annotationFilter`); an empty one shows all. */
  setFilter(typed: string): void {
    if (this.wanted.typed !== typed) this.reshape({ typed });
  }

  setGrouping(grouping: Grouping): void {
    void this.memory?.update(groupingKey, grouping);
    this.reshape({ grouping });
    this.showCaret();
  }

  setSort(sort: Sort): void {
    void this.memory?.update(sortKey, sort);
    this.reshape({ sort });
  }

  /** Opens the view where it is folded or hidden, and leaves the focus where it is. */
  async open(): Promise<void> {
    if (!this.view.visible) await vscode.commands.executeCommand('argmark.annotations.focus', { preserveFocus: true });
  }

  /** What annotations dropped here, or on a row, are to become; done as one step. */
  async drop(key: string | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const keys = await draggedKeys(transfer);
    if (keys.length > 0) await (await import('./annotationDrops')).drop(keys, key, this, this.articles);
  }

  /** Selects an annotation's or argument's row; false where the tree does not have it. */
  async show(id: string, options: { readonly focus: boolean }): Promise<boolean> {
    await this.load();
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

  getChildren(key?: string): string[] | Promise<string[]> {
    if (!this.drawing) return this.load().then(() => this.getChildren(key));
    this.tree();
    return this.drawing.childrenOf(key);
  }

  getParent(key: string): string | undefined {
    return this.tree()?.node(key)?.parent;
  }

  getTreeItem(key: string): vscode.TreeItem {
    this.tree();
    return this.drawing?.item(key, this.article) ?? { id: key, label: '' };
  }

  resolveTreeItem(item: vscode.TreeItem, key: string): vscode.TreeItem {
    const node = this.tree()?.node(key);
    const article = this.article;
    if (!node || !article) return item;
    if (node.kind === 'annotation') item.tooltip = annotationMarkdown(article, node.id);
    if (node.kind === 'group' && node.gives?.of === 'tag') item.tooltip = tagTooltip(article.codebook, node.gives.tag);
    return item;
  }

  private load(): Promise<DrawnTree> {
    this.loading ??= import('./drawnTree').then(({ DrawnTree }) => {
      this.drawing = new DrawnTree();
      return this.drawing;
    });
    return this.loading;
  }

  /** The tree as VS Code knows it; made when it is first asked for. */
  private tree(): AnnotationTree | undefined {
    return this.drawing?.of(this.article, this.wanted);
  }

  private reshape(part: Partial<Shape>): void {
    this.wanted = { ...this.wanted, ...part };
    this.tellContext();
    this.draw();
  }

  private follow(): void {
    const uri = this.articles.active?.uri;
    if (sameUri(uri, this.uri)) return;
    this.uri = uri;
    this.drawing?.forget();
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
    this.view.badge = this.article && badgeOf(this.article);
    if (!this.view.visible || !this.drawing) {
      this.drawing?.forget();
      this.changed.fire(undefined);
      this.describe();
      return;
    }
    const { changed, opened } = this.drawing.draw(this.article, this.wanted);
    if (changed === 'all') this.changed.fire(undefined);
    else if (changed.length > 0) this.changed.fire([...changed]);
    for (const key of opened) void this.unfold(key);
    this.describe();
  }

  /** Beside the title: what the tree is grouped by, and what the filter lets through. */
  private describe(): void {
    const tree = this.view.visible ? this.tree() : undefined;
    this.view.description = describedShape(this.wanted, this.article?.codebook, tree);
    this.view.message = tree?.problem ?? '';
  }

  private async unfold(key: string): Promise<void> {
    try {
      await this.view.reveal(key, { select: false, focus: false, expand: true });
    } catch {
      // Drawn anew meanwhile; nothing is lost but that it stays folded.
    }
  }

  private tellContext(): void {
    void vscode.commands.executeCommand('setContext', 'argmark.filtered', this.wanted.typed.trim() !== '');
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
    const state = this.article;
    const selection = state && selectionIn(state.uri, this.articles);
    return selection && { selection, index: spanIndexOf(state.placements) };
  }
}
