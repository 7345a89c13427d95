/*
 * An article renamed or moved in the explorer takes its sidecar along, in the same step and before it opens under its new name; a folder
 * takes what is in it along by itself. VS Code closes a reading view on a rename, drops what is unsaved in it and opens the text instead
 * (it does so for every editor that is not the default one), so unsaved annotations are carried over here, and the view is opened again.
 */
import * as vscode from 'vscode';
import * as l10n from '../../core/l10n';
import { isSidecarName } from '../../core/sidecar/names';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import type { Backup } from './backupFile';
import type { ClosedArticles } from './closedArticles';
import { isWithin, type Moves, movedUri } from './moves';
import type { Registry } from './registry';
import type { Relinker } from './relink';
import { isArticle, mayBeFolder, nameOf, sameUri, sidecarOf, viewType } from './uris';

/** What an open article is to be opened with under its new name. */
interface Carried {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
  readonly moves: Moves;
  /** What was not saved, if anything. */
  readonly backup?: Backup;
  readonly columns: readonly vscode.ViewColumn[];
  /** The columns that showed its text as well. */
  readonly textColumns: readonly vscode.ViewColumn[];
}

/** A rename that did not happen after all is forgotten after this many milliseconds. */
const patience = 60_000;

export class Renames implements vscode.Disposable {
  private readonly files: Files;
  private readonly registry: Registry;
  private relinker: Promise<Relinker> | undefined;
  private readonly carried = new Map<string, Carried>();
  private readonly subscriptions: vscode.Disposable[];

  private readonly closed: ClosedArticles;

  constructor(files: Files, registry: Registry, closed: ClosedArticles) {
    this.files = files;
    this.registry = registry;
    this.closed = closed;
    this.subscriptions = [
      vscode.workspace.onWillRenameFiles((event) => {
        this.carry(event.files);
        event.waitUntil(sidecarMoves(event.files, files));
      }),
      vscode.workspace.onDidRenameFiles(({ files: moves }) => {
        void this.relink(moves);
        this.openAgain(moves).catch((error) => {
          vscode.window.showWarningMessage(
            l10n.t('A renamed article could not be opened again: {0}', messageOf(error)),
          );
        });
      }),
    ];
  }

  /** What was not saved of an article that has just got this name; handed out once. */
  async take(uri: vscode.Uri): Promise<Backup | undefined> {
    const carried = this.carried.get(uri.toString());
    if (!carried?.backup || (await this.files.exists(carried.from))) return undefined;
    const { backup, ...rest } = carried;
    this.carried.set(uri.toString(), rest);
    const { backupAfter } = await import('./relink');
    return backupAfter(backup, carried.from, carried.to, carried.moves);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private carry(moves: Moves): void {
    for (const { uri, isDirty } of vscode.workspace.textDocuments) {
      const to = isDirty ? movedUri(uri, moves) : undefined;
      if (to) this.closed.carry(uri, to, this.registry.document(uri)?.state.live);
    }
    for (const document of this.registry.all) {
      const to = movedUri(document.uri, moves);
      if (!to) continue;
      const key = to.toString();
      this.carried.set(key, {
        from: document.uri,
        to,
        moves,
        ...(document.annotated.dirty && { backup: document.unsaved }),
        columns: columnsOf(({ input }) => input instanceof vscode.TabInputCustom && sameUri(input.uri, document.uri)),
        textColumns: columnsOf(({ input }) => input instanceof vscode.TabInputText && sameUri(input.uri, document.uri)),
      });
      setTimeout(() => this.carried.delete(key), patience);
    }
  }

  /** Links follow sidecars, and folders that may hold some. */
  private async relink(moved: Moves): Promise<void> {
    const folders = await Promise.all(moved.map(({ newUri }) => isFolder(newUri)));
    const moves = moved.filter(({ newUri }, i) => folders[i] || isSidecarName(newUri.path));
    if (moves.length === 0) return;
    this.relinker ??= import('./relink').then(({ Relinker }) => new Relinker(this.files, this.registry));
    await (await this.relinker).follow(moves);
  }

  private async openAgain(moves: Moves): Promise<void> {
    for (const { to, columns, textColumns } of [...this.carried.values()]) {
      if (!moves.some(({ newUri }) => isWithin(to, newUri))) continue;
      for (const viewColumn of columns) {
        await vscode.commands.executeCommand('vscode.openWith', to, viewType, {
          viewColumn,
          preserveFocus: true,
          preview: false,
        });
      }
      this.carried.delete(to.toString());
      const asText = vscode.window.tabGroups.all
        .filter(({ viewColumn }) => columns.includes(viewColumn) && !textColumns.includes(viewColumn))
        .flatMap(({ tabs }) => tabs)
        .filter(({ input, isDirty }) => input instanceof vscode.TabInputText && sameUri(input.uri, to) && !isDirty);
      await vscode.window.tabGroups.close(asText, true);
    }
  }
}

function columnsOf(wanted: (tab: vscode.Tab) => boolean): vscode.ViewColumn[] {
  return vscode.window.tabGroups.all.filter(({ tabs }) => tabs.some(wanted)).map(({ viewColumn }) => viewColumn);
}

async function sidecarMoves(moved: Moves, files: Files): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const alongAnyway = new Set(moved.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of moved) {
    const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
    if (!isArticle(oldUri) || alongAnyway.has(from.toString())) continue;
    const leave = (why: string) => {
      const names = [nameOf(oldUri), nameOf(from)] as const;
      vscode.window.showWarningMessage(
        l10n.t('{0}, so the annotations of {1} stay in {2}. Rename one of them by hand.', why, ...names),
      );
    };
    try {
      if (!(await files.exists(from))) continue;
      if (await files.exists(to)) leave(l10n.t('{0} is there already', nameOf(to)));
      else edit.renameFile(from, to, { overwrite: false });
    } catch (error) {
      leave(l10n.t('The files cannot be looked at ({0})', messageOf(error)));
    }
  }
  return edit;
}

const isFolder = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => mayBeFolder(uri.path),
  );
