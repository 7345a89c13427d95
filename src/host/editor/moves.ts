/* Files and folders that got other names, and what that makes of what lies in them. */
import type * as vscode from 'vscode';

export type Moves = readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[];

/** Where a file lies after the moves; undefined for one that none of them moves. */
export function movedUri(uri: vscode.Uri, moves: Moves): vscode.Uri | undefined {
  for (const { oldUri, newUri } of moves) {
    if (isWithin(uri, oldUri)) return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return undefined;
}

/** Whether a file is the other one, or lies in it. */
export function isWithin(uri: vscode.Uri, parent: vscode.Uri): boolean {
  const sameRoot = uri.scheme === parent.scheme && uri.authority === parent.authority;
  return sameRoot && (uri.path === parent.path || uri.path.startsWith(`${parent.path}/`));
}
