/*
 * The "Annotations" tree as VS Code has it at the moment: the last one that was drawn, which of its lists have been asked for, and its rows
 * as tree items. Loaded when somebody first looks at the tree.
 */
import * as vscode from 'vscode';
import type { AnnotatedArticle } from '../articles';
import { type AnnotationTree, annotationTree } from './annotationNodes';
import { rowOf } from './annotationRows';
import { changedKeys, newParents } from './treeDiff';
import type { Shape } from './treeShape';

const folds = {
  none: vscode.TreeItemCollapsibleState.None,
  closed: vscode.TreeItemCollapsibleState.Collapsed,
  open: vscode.TreeItemCollapsibleState.Expanded,
} as const;

export class DrawnTree {
  private drawn: AnnotationTree | undefined;
  /** The keys whose children VS Code has been given, the empty one for the top. */
  private readonly served = new Set<string>();

  /** The tree of this state, made where there is none yet. */
  of(state: AnnotatedArticle | undefined, shape: Shape): AnnotationTree | undefined {
    this.drawn ??= state && made(state, shape);
    return this.drawn;
  }

  /** What VS Code has to ask for again, and which rows have got their first children. */
  draw(
    state: AnnotatedArticle | undefined,
    shape: Shape,
  ): { readonly changed: 'all' | readonly string[]; readonly opened: readonly string[] } {
    const before = this.drawn;
    const after = state && made(state, shape, before);
    this.drawn = after;
    const changed = after ? changedKeys(before, after, this.served) : 'all';
    const isSame = before && after && before.grouping === after.grouping;
    const parents = isSame ? newParents(before, after, this.served) : [];
    if (changed === 'all') this.served.clear();
    const opened = parents.filter((key) => this.item(key, state)?.collapsibleState === folds.open);
    return { changed, opened };
  }

  /** Nothing is kept while nobody looks. */
  forget(): void {
    this.drawn = undefined;
    this.served.clear();
  }

  childrenOf(key: string | undefined): string[] {
    this.served.add(key ?? '');
    return [...(this.drawn?.children(key) ?? [])];
  }

  item(key: string, state: AnnotatedArticle | undefined): vscode.TreeItem | undefined {
    const tree = this.drawn;
    const node = tree?.node(key);
    if (!tree || !node) return undefined;
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
    if (node.kind === 'annotation' && state) {
      item.command = { command: '_argmark.revealAnnotation', title: '', arguments: [state.uri.toString(), node.id] };
    }
    return item;
  }
}

function made(state: AnnotatedArticle, { grouping, typed, sort }: Shape, before?: AnnotationTree): AnnotationTree {
  const { article, sidecar, placements, codebook } = state;
  return annotationTree({ article, set: sidecar.set, placements, codebook }, grouping, typed, sort, before);
}
