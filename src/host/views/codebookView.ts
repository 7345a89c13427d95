/*
 * The "Codebook" tree in VS Code: the tags that the article in front is marked with, or where there is none those of the workspace, how
 * often each is used, and its guideline as a tooltip. Tags are put in another order by dragging.
 */
import * as vscode from 'vscode';
import { type Codebook, tagOf } from '../../core/annotation/codebook';
import { guidelineParts, partLabel } from '../../core/annotation/guideline';
import * as l10n from '../../core/l10n';
import type { Articles } from '../articles';
import type { CodebookFinder, CodebookInUse } from '../editor/codebooks';
import { sameUri } from '../editor/uris';
import type { Files } from '../files';
import { plainMarkdownLine } from '../language/plainMarkdown';
import { draggedKeys, treeMime } from './annotationDrags';
import type { DropTree } from './annotationDrops';
import { type CodebookTree, codebookTree, tagRow } from './codebookNodes';
import { countsOf, WorkspaceTags } from './workspaceTags';

const mime = 'application/vnd.code.tree.argmark.codebook';

/** Milliseconds in which changes are gathered, as in typing. */
const restBetweenDraws = 150;

/** Puts a tag in the place of another one, or at the end where none is named. */
type Move = (tag: string, place: string | undefined) => unknown;

export class CodebookView implements vscode.TreeDataProvider<string>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** What a drop does; said by whoever can change the file. */
  move: Move = () => {};

  private readonly articles: Articles;
  private readonly annotations: DropTree;
  private readonly codebooks: CodebookFinder;
  private readonly workspace: WorkspaceTags;
  private readonly view: vscode.TreeView<string>;
  private readonly subscriptions: vscode.Disposable[];
  /** What menus were told: whether the codebook that is shown stands in a file. */
  private hasFile: boolean | undefined;
  private inUse: Promise<Pick<CodebookInUse, 'codebook' | 'uri'>> | undefined;
  private drawn: { readonly tree: CodebookTree; readonly codebook: Codebook } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `annotations` is the tree whose rows can be dropped on tags. */
  constructor(articles: Articles, annotations: DropTree, codebooks: CodebookFinder, files: Files) {
    this.articles = articles;
    this.annotations = annotations;
    this.codebooks = codebooks;
    this.workspace = new WorkspaceTags(articles, files);
    this.view = vscode.window.createTreeView('argmark.codebook', {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: {
        dragMimeTypes: [mime],
        dropMimeTypes: [mime, treeMime],
        // A tag that the codebook lacks has no place in it; such tags stand last.
        handleDrag: ([name], transfer) => {
          if (name !== undefined && this.has(name)) transfer.set(mime, new vscode.DataTransferItem(name));
        },
        handleDrop: (row, transfer) => this.drop(row, transfer),
      },
    });
    const draw = () => this.drawSoon();
    this.subscriptions = [
      this.view,
      this.changed,
      this.workspace,
      this.workspace.onDidChange(draw),
      codebooks.onDidChange(draw),
      articles.onDidChangeActive(draw),
      articles.onDidChange((uri) => {
        if (sameUri(uri, articles.active?.uri)) this.drawSoon();
      }),
      this.view.onDidChangeVisibility(({ visible }) => {
        this.workspace.want(visible);
        if (visible) this.drawSoon();
      }),
    ];
    this.workspace.want(this.view.visible);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The codebook that is shown, and the file that it stands in, none for the built-in one. */
  current(): Promise<Pick<CodebookInUse, 'codebook' | 'uri'>> {
    if (!this.inUse) {
      const found = this.find();
      this.inUse = found;
      found.then(
        ({ uri }) => found === this.inUse && this.tell(uri !== undefined),
        () => {},
      );
    }
    return this.inUse;
  }

  /** A tag takes the place of the one that it is dropped on; annotations dropped on a tag get it. */
  async drop(row: string | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const keys = await draggedKeys(transfer);
    if (keys.length > 0) {
      await (await import('./annotationDrops')).dropOnTag(keys, row, this.annotations, this.articles);
      return;
    }
    const name: unknown = transfer.get(mime)?.value;
    const place = row !== undefined && this.has(row) ? row : undefined;
    if (typeof name === 'string' && name !== place) await this.move(name, place);
  }

  /** Selects a tag's row; false where there is none, or nobody has opened the side bar yet. */
  async show(name: string): Promise<boolean> {
    await this.getChildren();
    if (!this.drawn?.tree.tag(name)) return false;
    try {
      await this.view.reveal(name, { select: true, focus: true });
      return true;
    } catch {
      // Drawn anew meanwhile, without it.
      return false;
    }
  }

  async getChildren(name?: string): Promise<string[]> {
    if (name === undefined || !this.drawn) {
      const { codebook } = await this.current();
      this.drawn = { codebook, tree: codebookTree(codebook, this.here()?.keys() ?? []) };
    }
    return [...this.drawn.tree.children(name)];
  }

  getParent(name: string): string | undefined {
    return this.drawn?.tree.parentOf(name);
  }

  getTreeItem(name: string): vscode.TreeItem {
    const { drawn, workspace } = this;
    const tag = drawn?.tree.tag(name);
    if (!drawn || !tag) return { id: name, label: name };
    const row = tagRow(tag, {
      article: this.here(),
      workspace: workspace.counts,
      complete: workspace.complete,
    });
    const { None, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(row.label, drawn.tree.children(name).length > 0 ? Expanded : None);
    item.id = name;
    item.description = row.description;
    item.iconPath = new vscode.ThemeIcon(row.icon.name, new vscode.ThemeColor(row.icon.colour));
    item.contextValue = row.context;
    item.accessibilityInformation = { label: row.spoken };
    item.command = { command: '_argmark.showAnnotationsOfTag', title: '', arguments: [name] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, name: string): vscode.TreeItem {
    if (this.drawn) item.tooltip = tagTooltip(this.drawn.codebook, name);
    return item;
  }

  private tell(hasFile: boolean): void {
    if (hasFile === this.hasFile) return;
    this.hasFile = hasFile;
    void vscode.commands.executeCommand('setContext', 'argmark.hasCodebook', hasFile);
  }

  /** Whether the codebook that is shown has the tag. */
  private has(name: string): boolean {
    return this.drawn?.codebook.tags.some((tag) => tag.name === name) ?? false;
  }

  /** Of the article in front, as it is known at this moment. */
  private here() {
    const uri = this.articles.active?.uri;
    const state = uri && this.articles.known(uri);
    return state && countsOf(state.sidecar.set.annotations);
  }

  private async find(): Promise<Pick<CodebookInUse, 'codebook' | 'uri'>> {
    const uri = this.articles.active?.uri;
    const state = uri && (await this.articles.at(uri));
    if (state) return { codebook: state.codebook, ...(state.codebookUri && { uri: state.codebookUri }) };
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    // The name of any article in it: no file is read but the codebook.
    return this.codebooks.of(vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.parse('untitled:/'), 'article.txt'));
  }

  private drawSoon(): void {
    this.inUse = undefined;
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // What is in front may have become known since.
      this.inUse = undefined;
      // The palette goes by it too, while nobody looks at the tree.
      this.current().catch(() => {});
      this.changed.fire(undefined);
    }, restBetweenDraws);
  }
}

/** Guideline, examples and counter-examples; what it says of a tag that the codebook lacks. Words are escaped. */
export function tagTooltip(codebook: Codebook, name: string): vscode.MarkdownString {
  const tag = tagOf(codebook, name);
  const parts = guidelineParts(tag);
  const label = `**${plainMarkdownLine(tag.label)}**`;
  const said = parts.map(({ kind, words }) =>
    kind === 'guideline' ? plainMarkdownLine(words) : `*${partLabel(kind)}* ${plainMarkdownLine(words)}`,
  );
  const none = tag.unknown
    ? l10n.t('The codebook has no such tag. What is tagged with it is kept.')
    : l10n.t('No guideline yet.');
  return new vscode.MarkdownString([label, ...(said.length > 0 ? said : [none])].join('\n\n'));
}
