/** The trees as a person sees them: rows with what they say, read from the views that the extension has registered. */
import type * as vscode from 'vscode';
import type { AnnotationsView } from '../../../src/host/views/annotationsView';

/** All rows, indented by depth: label, and description after a bar. Unfolds everything. */
export function rowsOf(view: AnnotationsView): string[] {
  const rows: string[] = [];
  const walk = (key: string | undefined, depth: number): void => {
    for (const child of childrenOf(view, key)) {
      const item = view.getTreeItem(child);
      rows.push(`${'  '.repeat(depth)}${labelOf(item)} | ${item.description}`);
      walk(child, depth + 1);
    }
  };
  walk(undefined, 0);
  return rows;
}

/** None while what draws the tree is being loaded. */
export function childrenOf(view: AnnotationsView, key?: string): readonly string[] {
  const children = view.getChildren(key);
  return Array.isArray(children) ? children : [];
}

/** The first row, from the top down, whose label begins with these words. */
export function rowOf(view: AnnotationsView, words: string, from?: string): string | undefined {
  for (const key of childrenOf(view, from)) {
    if (labelOf(view.getTreeItem(key)).startsWith(words)) return key;
    const below = rowOf(view, words, key);
    if (below !== undefined) return below;
  }
  return undefined;
}

export function labelOf(item: vscode.TreeItem): string {
  return typeof item.label === 'string' ? item.label : (item.label?.label ?? '');
}
