/*
 * The "Articles" tree: the articles of the workspace, found by name without opening one of them; what is said about an annotated one is
 * read when its row comes up, one at a time, so that a large corpus costs nothing until it is looked at.
 */
import * as vscode from 'vscode';
import { tallies } from '../../core/annotation/lines';
import * as l10n from '../../core/l10n';
import { articleNameFor } from '../../core/sidecar/names';
import type { AnnotatedArticle, Articles } from '../articles';
import { articleFiles, articleOf, mayBeFolder, notArticles, sidecarFiles } from '../editor/uris';
import { withoutArticle } from '../editor/withoutArticle';
import type { Files } from '../files';
import { type ArticleTree, articleTree, folderOf, type ListedArticle } from './articleNodes';
import { toLookAt } from './toLookAt';

/** More are not listed: a folder with so many text files is hardly one of articles. */
const mostArticles = 20_000;
/** Milliseconds in which changes of files are gathered, as after a checkout. */
const restBetweenSearches = 300;

/** How many annotations, orphans and problems there are, and how many of each tag. */
interface Said {
  readonly counts: readonly string[];
  readonly tallies: string;
}

export class ArticlesView implements vscode.TreeDataProvider<string>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly articles: Articles;
  private readonly files: Files;
  private readonly view: vscode.TreeView<string>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly searching = new vscode.CancellationTokenSource();
  private found: Promise<ArticleTree> | undefined;
  private tree: ArticleTree | undefined;
  /** Sidecars whose articles are not there: their uris and their paths. */
  private lost: ReadonlyMap<string, string> = new Map();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Articles whose rows have come up and whose annotations are not read yet. */
  private readonly waiting = new Set<string>();
  private reading = false;
  /** What the rows of annotated articles say, also of those that the host does not keep in memory any more. */
  private readonly said = new Map<string, Said>();

  constructor(articles: Articles, files: Files) {
    this.articles = articles;
    this.files = files;
    this.view = vscode.window.createTreeView('argmark.articles', { treeDataProvider: this, showCollapseAll: true });
    const watchers = [articleFiles, sidecarFiles].map((pattern) => vscode.workspace.createFileSystemWatcher(pattern));
    // Files that come in a new folder are not always told of, only the folder is.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, true);
    this.subscriptions = [
      this.view,
      this.changed,
      this.searching,
      ...watchers,
      folders,
      folders.onDidCreate(({ path }) => {
        if (mayBeFolder(path)) this.searchSoon();
      }),
      ...watchers.flatMap((watcher) => [
        watcher.onDidCreate(() => this.searchSoon()),
        watcher.onDidDelete(() => this.searchSoon()),
      ]),
      ...watchers.slice(1).map((watcher) => watcher.onDidChange((uri) => this.changedOnDisk(uri))),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.searchSoon()),
      articles.onDidChange((uri) => this.redraw(uri.toString())),
    ];
  }

  dispose(): void {
    this.searching.cancel();
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The article of a row. */
  uriOf(key: string): vscode.Uri | undefined {
    return this.tree?.articles.has(key) ? vscode.Uri.parse(key, true) : undefined;
  }

  async getChildren(key?: string): Promise<string[]> {
    this.found ??= this.search();
    const tree = await this.found;
    return [...(key === undefined ? this.lost.keys() : []), ...tree.children(key)];
  }

  getParent(key: string): string | undefined {
    return this.tree?.parentOf(key);
  }

  getTreeItem(key: string): vscode.TreeItem {
    const folder = this.tree?.folders.get(key);
    if (folder) {
      const item = new vscode.TreeItem(folder.path || '.', vscode.TreeItemCollapsibleState.Collapsed);
      item.id = key;
      item.iconPath = vscode.ThemeIcon.Folder;
      item.contextValue = 'folder';
      item.description =
        folder.annotated > 0 ? l10n.t('{0} of {1} annotated', folder.annotated, folder.articles.length) : '';
      return item;
    }
    const lost = this.lost.get(key);
    if (lost !== undefined) return lostItem(key, lost);
    const article = this.tree?.articles.get(key);
    return article ? this.articleItem(article) : { id: key, label: '' };
  }

  private articleItem({ key, path, annotated }: ListedArticle): vscode.TreeItem {
    const uri = vscode.Uri.parse(key, true);
    const folder = folderOf(path);
    const item = new vscode.TreeItem(path.slice(folder ? folder.length + 1 : 0));
    const said = annotated ? this.saidOf(key) : undefined;
    const counts = said?.counts ?? [];
    const inFolders = (this.tree?.folders.size ?? 0) > 0;
    item.id = key;
    item.resourceUri = uri;
    item.iconPath = new vscode.ThemeIcon(annotated ? 'book' : 'file');
    item.description = [...counts, inFolders ? '' : folder].filter(Boolean).join(' · ');
    item.tooltip = [path, ...(said ? [said.tallies] : [])].join('\n');
    item.contextValue = annotated ? 'article annotated' : 'article';
    item.command = { command: 'argmark.openAsArticle', title: '', arguments: [uri] };
    item.accessibilityInformation = {
      label: l10n.commas([path, ...(annotated ? counts : [l10n.t('not annotated')])]),
    };
    return item;
  }

  private saidOf(key: string): Said | undefined {
    const state = this.articles.known(vscode.Uri.parse(key, true));
    if (state) this.said.set(key, { counts: countsOf(state), tallies: tallyText(state) });
    const said = this.said.get(key);
    if (!said) this.readSoon(key);
    return said;
  }

  private async search(): Promise<ArticleTree> {
    const { token } = this.searching;
    const [uris, sidecars] = await Promise.all([
      vscode.workspace.findFiles(articleFiles, notArticles, mostArticles, token),
      vscode.workspace.findFiles(sidecarFiles, notArticles, mostArticles, token),
    ]);
    const annotated = new Set(sidecars.map((uri) => articleOf(uri).toString()));
    const lost = await withoutArticle(sidecars, new Set(uris.map(String)), this.files);
    const severalRoots = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
    const listed = uris.map(
      (uri): ListedArticle => ({
        key: uri.toString(),
        path: vscode.workspace.asRelativePath(uri, severalRoots),
        annotated: annotated.has(uri.toString()),
      }),
    );
    this.lost = new Map(lost.map((uri) => [uri.toString(), vscode.workspace.asRelativePath(uri, severalRoots)]));
    this.tree = articleTree(listed);
    // Not to be said before one has looked.
    void vscode.commands.executeCommand('setContext', 'argmark.noArticles', listed.length + lost.length === 0);
    return this.tree;
  }

  private searchSoon(): void {
    if (this.timer !== undefined) return;
    this.said.clear();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // What was never shown is searched for when it is.
      if (!this.found) return;
      this.found = undefined;
      this.changed.fire(undefined);
    }, restBetweenSearches);
  }

  private changedOnDisk(sidecar: vscode.Uri): void {
    const article = articleNameFor(sidecar.path);
    if (article === undefined) return;
    const key = sidecar.with({ path: article }).toString();
    this.said.delete(key);
    this.redraw(key);
  }

  private redraw(key: string): void {
    if (this.tree?.articles.has(key)) this.changed.fire(key);
  }

  private readSoon(key: string): void {
    this.waiting.add(key);
    if (!this.reading) void this.readWaiting();
  }

  private async readWaiting(): Promise<void> {
    this.reading = true;
    // Sets are walked in order of insertion, with what is added meanwhile.
    for (const key of this.waiting) {
      this.waiting.delete(key);
      if (this.searching.token.isCancellationRequested) break;
      const state = await this.articles.at(vscode.Uri.parse(key, true)).catch(() => undefined);
      // A row drawn with nothing new would only ask again.
      if (state && this.articles.known(state.uri)) this.redraw(key);
    }
    this.reading = false;
  }
}

function lostItem(key: string, path: string): vscode.TreeItem {
  const folder = folderOf(path);
  const uri = vscode.Uri.parse(key, true);
  const why = l10n.t('its article is missing');
  const item = new vscode.TreeItem(path.slice(folder ? folder.length + 1 : 0));
  item.id = key;
  item.resourceUri = uri;
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.description = [why, folder].filter(Boolean).join(' · ');
  item.tooltip = l10n.t(
    '{0}: its article is missing. Choose it to attach the annotations to the article that they belong to.',
    path,
  );
  item.contextValue = 'lostSidecar';
  item.command = { command: 'argmark.attachAnnotations', title: '', arguments: [uri] };
  item.accessibilityInformation = { label: l10n.commas([path, why]) };
  return item;
}

/** "12 annotations", "2 orphans", "3 to look at", "1 problem". */
const countsOf = (state: AnnotatedArticle): string[] => [
  l10n.plural(state.sidecar.set.annotations.length, '{0} annotation', '{0} annotations'),
  ...toLookAt(state).parts,
];

const tallyText = ({ sidecar, codebook }: AnnotatedArticle): string => l10n.commas(tallies(sidecar.set, codebook));
