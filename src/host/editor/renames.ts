/*
 * An article renamed or moved in the explorer takes its sidecar along, in the same step and before the article opens under its new name.
 * A folder takes what is in it along by itself.
 */
import * as vscode from 'vscode';
import type { Files } from '../files';
import { isArticle, nameOf, sidecarOf } from './uris';

export function followRenames(files: Files): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => event.waitUntil(sidecarMoves(event.files, files)));
}

async function sidecarMoves(moved: vscode.FileWillRenameEvent['files'], files: Files): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const alongAnyway = new Set(moved.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of moved) {
    const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
    if (!isArticle(oldUri) || alongAnyway.has(from.toString()) || !(await files.exists(from))) continue;
    if (await files.exists(to)) {
      vscode.window.showWarningMessage(
        `${nameOf(to)} is there already, so the annotations of ${nameOf(oldUri)} stay in ${nameOf(from)}. Rename one of them by hand.`,
      );
      continue;
    }
    edit.renameFile(from, to, { overwrite: false });
  }
  return edit;
}
