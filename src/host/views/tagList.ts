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

export class TagLists {
  private readonly articles: Articles;
  private readonly files: Files;

  constructor(articles: Articles, files: Files) {
    this.articles = articles;
    this.files = files;
  }

  /** Shows the list of a tag; says so where nothing in the workspace has it. */
  async show(name: string, codebook: Codebook): Promise<void> {
    const view = await referencesView();
    if (!view) {
      void vscode.window.showWarningMessage(
        l10n.t(
          'The list is shown in VS Code’s view of references, whose extension “Reference Search View” is disabled.',
        ),
      );
      return;
    }
    const title = tagOf(codebook, name).label;
    const groups = await this.find(name, title);
    const at = groups && wordIn(groups);
    if (at) view.setInput(this.inputOf(name, title, at, groups));
    else if (groups)
      void vscode.window.showInformationMessage(l10n.t('Nothing in the workspace is tagged “{0}”.', title));
  }

  /** `known` are found already; a refresh looks again. */
  private inputOf(name: string, title: string, location: vscode.Location, known?: readonly Group[]): Input {
    let found = known;
    return {
      contextValue: 'argmark.tag',
      title,
      location,
      resolve: async () => {
        const groups = found ?? (await this.find(name, title));
        found = undefined;
        return groups && modelOf(groups);
      },
      with: (moved) => this.inputOf(name, title, moved),
    };
  }

  /** By path. Undefined where the person did not want to wait. */
  private async find(name: string, title: string): Promise<readonly Group[] | undefined> {
    const progress = {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Looking for “{0}” in the workspace', title),
      cancellable: true,
    };
    return vscode.window.withProgress(progress, async (_, token) => {
      const files = await vscode.workspace.findFiles(sidecarFiles, notArticles, undefined, token);
      const articles = files.map(articleOf);
      // What is not saved yet may have no file.
      const found = new Map([...articles, ...openArticles()].map((uri) => [uri.toString(), uri]));
      const groups: Group[] = [];
      for (const article of [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        if (token.isCancellationRequested) return undefined;
        const group = await this.groupIn(article, name).catch(() => undefined);
        if (group) groups.push(group);
      }
      return groups;
    });
  }

  /** Only of articles that have the tag the text is read as well. */
  private async groupIn(article: vscode.Uri, name: string): Promise<Group | undefined> {
    if (!this.articles.known(article)) {
      const bytes = await this.files.read(sidecarOf(article));
      if (!bytes || !readSidecarBytes(bytes).sidecar.set.annotations.some(({ tag }) => tag === name)) return undefined;
    }
    const state = await this.articles.at(article);
    if (!state) return undefined;
    const annotations = inTextOrder({ set: shownSet(state), placements: state.placements });
    const tagged = annotations.filter(({ tag }) => tag === name);
    return tagged.length > 0 ? { state, annotations: tagged } : undefined;
  }
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
