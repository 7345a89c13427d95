/*
 * What a command acts on, wherever it was called from: rows of the tree, the annotation at the caret of reader or text editor, or one
 * that the person is asked for, so that every verb works from the palette alone.
 */
import * as vscode from 'vscode';
import { type Annotation, type Argument, indexOf } from '../../core/annotation/model';
import { spanIndexOf } from '../../core/annotation/spanIndex';
import * as l10n from '../../core/l10n';
import { isSidecarName } from '../../core/sidecar/names';
import type { AnnotatedArticle, Articles } from '../articles';
import { isArticle } from '../editor/uris';
import { selectionIn } from '../selectionIn';
import type { TreeNode } from '../views/treeNodes';
import type { Views } from '../views/views';
import { pickAnnotations, pickArgument } from './picks';

/** What VS Code hands to a command: a row's key and all selected ones, a webview's context, a keybinding's arguments, or nothing. */
export type Args = readonly unknown[];

export interface Subjects {
  readonly state: AnnotatedArticle;
  /** At least one. */
  readonly ids: readonly string[];
}

export class SubjectFinder {
  private readonly articles: Articles;
  private readonly views: Views;

  constructor(articles: Articles, views: Views) {
    this.articles = articles;
    this.views = views;
  }

  /** The active article's state; undefined where there is none that can be read. */
  async article(): Promise<AnnotatedArticle | undefined> {
    const uri = this.articles.active?.uri;
    const state = uri ? await this.articles.at(uri) : this.views.annotations.article;
    if (!state) this.askForArticle();
    return state;
  }

  /** Says that an article has to be open first, and offers to open one. */
  askForArticle(): void {
    const sentence = l10n.t('Open an article first: “Argmark: Open as Article”.');
    void offer(sentence, { [l10n.t('Open as Article')]: 'argmark.openAsArticle' });
  }

  /** The nodes of the tree that a command was called on; undefined when it was called elsewhere. */
  nodes(args: Args): readonly TreeNode[] | undefined {
    const [first, all] = args;
    const tree = this.views.annotations;
    if (typeof first === 'string') return tree.nodesOf(Array.isArray(all) && all.includes(first) ? all : [first]);
    if (isRecord(first) && first.from === 'tree') return tree.selected;
    return undefined;
  }

  /** Whether a command was called where the caret of a reading view stands on an annotation. */
  isInReader(args: Args): boolean {
    const [first] = args;
    const elsewhere = this.nodes(args) !== undefined || (isRecord(first) && first.id !== undefined);
    if (elsewhere || this.articles.active?.via !== 'reader' || this.views.annotations.chosen.length > 0) return false;
    return this.articles.selection?.annotation !== undefined;
  }

  /** The annotations that a verb is about; asks where several or none stand at the caret. `title` is the command's. */
  async annotations(args: Args, title: string): Promise<Subjects | undefined> {
    const nodes = this.nodes(args);
    const state = nodes ? this.views.annotations.article : await this.article();
    if (!state) return undefined;
    const ids = nodes
      ? unique(nodes.flatMap((node) => (node.kind === 'annotation' ? [node.id] : [])))
      : (namedIn(args, state) ?? (await this.atHand(state, title)));
    return ids && ids.length > 0 ? { state, ids } : undefined;
  }

  /** The same for verbs on one annotation: of several rows the first. */
  async annotation(
    args: Args,
    title: string,
  ): Promise<{ readonly state: AnnotatedArticle; readonly annotation: Annotation } | undefined> {
    const subjects = await this.annotations(args, title);
    const annotation = subjects && indexOf(subjects.state.sidecar.set).annotations.get(subjects.ids[0] ?? '');
    return annotation && { state: subjects.state, annotation };
  }

  /** The argument of a row, else one that the person chooses, those around the caret on top. */
  async argument(
    args: Args,
    title: string,
  ): Promise<{ readonly state: AnnotatedArticle; readonly argument: Argument } | undefined> {
    const node = this.nodes(args)?.find(({ kind }) => kind === 'argument');
    const state = node ? this.views.annotations.article : await this.article();
    if (!state) return undefined;
    const index = indexOf(state.sidecar.set);
    const row = node?.kind === 'argument' ? index.arguments.get(node.id) : undefined;
    const argument = row ?? (await pickArgument(state, this.here(state), title));
    return argument && { state, argument };
  }

  /** The ids at the caret, or of rows that were clicked since the caret last moved; empty where there are none. */
  here(state: AnnotatedArticle): readonly string[] {
    const chosen = this.views.annotations.chosen;
    if (chosen.length > 0) return chosen;
    const selection = selectionIn(state.uri, this.articles);
    if (!selection) return [];
    if (selection.annotation !== undefined) return [selection.annotation];
    return spanIndexOf(state.placements).atCaret(selection.caret);
  }

  private async atHand(state: AnnotatedArticle, title: string): Promise<readonly string[] | undefined> {
    const here = this.here(state);
    if (here.length === 1 || this.views.annotations.chosen.length > 0) return here;
    return pickAnnotations(state, {
      title,
      placeholder: here.length > 1 ? l10n.t('Several annotations stand here. Which one?') : l10n.t('Which annotation?'),
      ...(here.length > 1 && { only: here }),
    });
  }

  /** The sidecar that is open as text in the active editor. */
  sidecar(): vscode.Uri | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && isSidecarName(uri.path) ? uri : undefined;
  }

  /** The article that a command of the explorer, a tab or the list of articles was called on, else the one in the active editor. */
  uri(args: Args): vscode.Uri | undefined {
    const [first] = args;
    if (first instanceof vscode.Uri) return first;
    if (typeof first === 'string') return this.views.list.uriOf(first);
    const active = this.articles.active?.uri ?? vscode.window.activeTextEditor?.document.uri;
    return active && isArticle(active) ? active : undefined;
  }
}

/** An annotation named by whoever runs the command: the reading view's context menu, a link, a test. */
export function namedIn(args: Args, state: AnnotatedArticle): readonly string[] | undefined {
  const [first] = args;
  const named = isRecord(first) ? (first.argmarkAnnotation ?? first.id) : undefined;
  return typeof named === 'string' && indexOf(state.sidecar.set).annotations.has(named) ? [named] : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A notification with buttons; each runs a command. */
export async function offer(sentence: string, commands: Readonly<Record<string, string>>): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(sentence, ...Object.keys(commands));
  const command = chosen === undefined ? undefined : commands[chosen];
  if (command !== undefined) await vscode.commands.executeCommand(command);
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
