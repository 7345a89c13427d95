/*
 * All annotations of a tag in the workspace, in VS Code's own view of references: by article, with the words of each, and kept there among
 * earlier ones until somebody asks for others. Loaded when the first list is asked for.
 */
import * as vscode from 'vscode';
import { type Codebook, tagOf } from '../../core/annotation/codebook';
import type { Annotation } from '../../core/annotation/model';
import { inTextOrder } from '../../core/annotation/order';
import { statusNote } from '../../core/annotation/placement';
import { quoteOf } from '../../core/annotation/quote';
import { oneLine, shorten } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import { readSidecarBytes } from '../../core/sidecar/sidecarFile';
import type { AnnotatedArticle, Articles } from '../articles';
import { positionOf } from '../editor/positions';
import { articleOf, nameOf, notArticles, sidecarFiles, sidecarOf, viewType } from '../editor/uris';
import type { Files } from '../files';
import { annotationMarkdown } from '../language/annotationMarkdown';
import { shownSet } from '../shownSet';
import { folderOf } from './articleNodes';
import { shownStatus, statusIcon } from './shownStatus';
import { tagIcon } from './tagIcon';

/** What of the built-in extension's API is used here (its `references-view.d.ts`). */
interface ReferencesView {
  setInput(input: Input): void;
}
interface Input {
  readonly contextValue: string;
  readonly title: string;
  /** There has to be a word, or the list is not shown. */
  readonly location: vscode.Location;
  resolve(): vscode.ProviderResult<Model>;
  with(location: vscode.Location): Input;
}
interface Model {
  readonly provider: vscode.TreeDataProvider<Row>;
  readonly message: string | undefined;
}

/** An article with its annotations of the tag, in the order of the text; or one of these. */
interface Group {
  readonly state: AnnotatedArticle;
  readonly annotations: readonly Annotation[];
}
interface Leaf {
  readonly group: Group;
  readonly annotation: Annotation;
}
type Row = Group | Leaf;

/** In code points. */
const wordsLength = 200;

/** What is looked for, and with what. */
interface Search {
  readonly tag: string;
  /** The tag's label. */
  readonly title: string;
  readonly articles: Articles;
  readonly files: Files;
}

/** Shows the list of a tag; says so where nothing in the workspace has it, and nothing where the person did not want to wait. */
export async function showTagList(tag: string, codebook: Codebook, articles: Articles, files: Files): Promise<void> {
  const view = await referencesView();
  if (!view) {
    void vscode.window.showWarningMessage(
      l10n.t('The list is shown in VS Code’s view of references, whose extension “Reference Search View” is disabled.'),
    );
    return;
  }
  const search: Search = { tag, title: tagOf(codebook, tag).label, articles, files };
  const groups = await found(search);
  const at = groups && wordIn(groups);
  if (at) view.setInput(inputOf(search, at, groups));
  else if (groups)
    void vscode.window.showInformationMessage(l10n.t('Nothing in the workspace is tagged “{0}”.', search.title));
}

/** `known` are found already; a refresh looks again. */
function inputOf(search: Search, location: vscode.Location, known?: readonly Group[]): Input {
  let first = known;
  return {
    contextValue: 'argmark.tag',
    title: search.title,
    location,
    resolve: async () => {
      const groups = first ?? (await found(search));
      first = undefined;
      return groups && modelOf(groups);
    },
    with: (moved) => inputOf(search, moved),
  };
}

/** The groups, while a person is told that they are looked for, and can stop it: then undefined. */
async function found(search: Search): Promise<readonly Group[] | undefined> {
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Looking for “{0}” in the workspace', search.title),
    cancellable: true,
  };
  return vscode.window.withProgress(progress, (_, token) => groupsWith(search, token));
}

/** By path. Undefined once it is cancelled, since what was found by then is not all. */
export async function groupsWith(
  search: Search,
  token: vscode.CancellationToken,
): Promise<readonly Group[] | undefined> {
  const files = await vscode.workspace.findFiles(sidecarFiles, notArticles, undefined, token);
  // What is not saved yet may have no file.
  const articles = new Map([...files.map(articleOf), ...openArticles()].map((uri) => [uri.toString(), uri]));
  const groups: Group[] = [];
  for (const article of [...articles.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (token.isCancellationRequested) break;
    // An article that cannot be read is no reason to show none of the others.
    const group = await groupIn(article, search).catch(() => undefined);
    if (group) groups.push(group);
  }
  return token.isCancellationRequested ? undefined : groups;
}

/** Only of articles that have the tag the text is read as well. */
async function groupIn(uri: vscode.Uri, { tag, articles, files }: Search): Promise<Group | undefined> {
  const hasTag = (one: { readonly tag: string }) => one.tag === tag;
  if (!articles.known(uri)) {
    const bytes = await files.read(sidecarOf(uri));
    if (!bytes || !readSidecarBytes(bytes).sidecar.set.annotations.some(hasTag)) return undefined;
  }
  const state = await articles.at(uri);
  if (!state) return undefined;
  const annotations = inTextOrder({ set: shownSet(state), placements: state.placements }).filter(hasTag);
  return annotations.length > 0 ? { state, annotations } : undefined;
}

/** Those in a reading view, in the folders of the workspace. */
function openArticles(): vscode.Uri[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputCustom && input.viewType === viewType ? [input.uri] : []))
    .filter((uri) => vscode.workspace.getWorkspaceFolder(uri));
}

async function referencesView(): Promise<ReferencesView | undefined> {
  const extension = vscode.extensions.getExtension<ReferencesView>('vscode.references-view');
  return extension?.activate();
}

function modelOf(groups: readonly Group[]): Model {
  const count = groups.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const leaves = new Map(
    groups.map((group) => [group, group.annotations.map((annotation) => ({ group, annotation }))]),
  );
  return {
    message: l10n.commas([
      l10n.plural(count, '{0} annotation', '{0} annotations'),
      l10n.plural(groups.length, '{0} article', '{0} articles'),
    ]),
    provider: {
      getChildren: (row) => (row ? ('state' in row ? (leaves.get(row) ?? []) : []) : [...groups]),
      getParent: (row) => ('state' in row ? undefined : row.group),
      getTreeItem: (row) => ('state' in row ? groupItem(row) : leafItem(row)),
      resolveTreeItem: (item, row) => {
        if (!('state' in row)) item.tooltip = annotationMarkdown(row.group.state, row.annotation.id);
        return item;
      },
    },
  };
}

function groupItem({ state: { uri }, annotations }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.File;
  item.label = nameOf(uri);
  const folder = folderOf(vscode.workspace.asRelativePath(uri));
  item.description = [l10n.number(annotations.length), folder].filter(Boolean).join(' · ');
  item.accessibilityInformation = {
    label: l10n.commas([nameOf(uri), l10n.plural(annotations.length, '{0} annotation', '{0} annotations')]),
  };
  return item;
}

function leafItem({ group: { state }, annotation }: Leaf): vscode.TreeItem {
  const { placements, codebook, uri } = state;
  const { id, tag, wording, spans } = annotation;
  const item = new vscode.TreeItem(shorten(quoteOf(annotation), wordsLength));
  const placement = placements.get(id);
  const paraphrase = wording && spans.length > 0 ? `= ${shorten(oneLine(wording), 80)}` : '';
  item.description = [statusNote(placement?.status), paraphrase].filter(Boolean).join(' · ');
  const shown = tagOf(codebook, tag);
  const icon = statusIcon(shownStatus(placement)) ?? tagIcon(shown.line, shown.colour);
  item.iconPath = new vscode.ThemeIcon(icon.name, new vscode.ThemeColor(icon.colour));
  item.command = { command: '_argmark.revealAnnotation', title: '', arguments: [uri.toString(), id] };
  return item;
}

/** A place in one of the articles that has a word, which VS Code wants a list to begin from. */
function wordIn(groups: readonly Group[]): vscode.Location | undefined {
  for (const { state, annotations } of groups) {
    const { article, placements, uri } = state;
    const placed = annotations.flatMap(({ id }) => placements.get(id)?.spans ?? [])[0]?.start;
    const start = placed ?? article.text.search(/\S/);
    if (start >= 0) return new vscode.Location(uri, positionOf(article, start));
  }
  return undefined;
}
