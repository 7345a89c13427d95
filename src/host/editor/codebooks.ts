/*
 * Which codebook goes with an article: the nearest `argmark.codebook.yaml` in its folder or above, up to the workspace folder's root
 * (up to the file system's where it lies in none); without one the built-in one. Read once per folder, and again after any of them changed.
 */
import * as vscode from 'vscode';
import { type Codebook, codebookName } from '../../core/annotation/codebook';
import { builtInCodebook } from '../../core/annotation/defaultCodebook';
import * as l10n from '../../core/l10n';
import type { Problem } from '../../core/problem';
import type { Files } from '../files';
import { messageOf } from '../messageOf';
import { hasNeighbours, mayBeFolder } from './uris';

export interface CodebookInUse {
  readonly codebook: Codebook;
  readonly problems: readonly Problem[];
  /** The file it stands in; none for the built-in one. */
  readonly uri?: vscode.Uri;
}

const builtIn = (): CodebookInUse => ({ codebook: builtInCodebook(), problems: [] });

/** Milliseconds without a new folder after which codebooks are looked for again. */
const restOfFolders = 200;

/** Folders looked through above an article that lies in no workspace folder. */
const mostFolders = 20;

/** For who only asks which codebook goes with an article. */
export type CodebookFinder = Pick<Codebooks, 'of' | 'onDidChange'>;

export class Codebooks implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires after a codebook may have changed, come or gone: what `of` gives may be another one now. */
  readonly onDidChange = this.changed.event;

  private byFolder = new Map<string, Promise<CodebookInUse>>();
  /** By text, so that a codebook that was only touched stays the same object. */
  private read = new Map<string, { readonly text: string; readonly inUse: CodebookInUse }>();
  private outside: vscode.Disposable[] = [];
  private readonly watchers: readonly vscode.FileSystemWatcher[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly files: Files;

  constructor(files: Files) {
    this.files = files;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${codebookName}`);
    const forget = () => this.forget();
    watcher.onDidChange(forget);
    watcher.onDidCreate(forget);
    watcher.onDidDelete(forget);
    // Files that come in a new folder are not always told of, only the folder is.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, true);
    folders.onDidCreate(({ path }) => {
      if (mayBeFolder(path)) this.forgetSoon();
    });
    this.watchers = [watcher, folders];
  }

  /** Never rejects, and never gives what was so before a change that has been told since, in whatever order reads end. */
  async of(article: vscode.Uri): Promise<CodebookInUse> {
    if (!hasNeighbours(article)) return builtIn();
    const folder = vscode.Uri.joinPath(article, '..');
    const key = folder.toString();
    for (;;) {
      const { byFolder } = this;
      const found = byFolder.get(key) ?? this.nearest(article, folder);
      byFolder.set(key, found);
      const inUse = await found;
      if (this.byFolder === byFolder) return inUse;
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.dispose();
    this.changed.dispose();
    for (const one of this.outside) one.dispose();
  }

  /** Many folders come at once with a checkout. */
  private forgetSoon(): void {
    if (this.byFolder.size === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.forget(), restOfFolders);
  }

  private forget(): void {
    this.byFolder = new Map();
    for (const one of this.outside) one.dispose();
    this.outside = [];
    this.changed.fire();
  }

  private async nearest(article: vscode.Uri, from: vscode.Uri): Promise<CodebookInUse> {
    const root = vscode.workspace.getWorkspaceFolder(article)?.uri;
    let folder = from;
    for (let i = 0; i < mostFolders || root; i++) {
      const uri = vscode.Uri.joinPath(folder, codebookName);
      if (!root) this.outside.push(this.files.watch(uri, () => this.forget()));
      try {
        const bytes = await this.files.read(uri);
        // Awaited here, so that one that cannot be parsed is told like one that cannot be read.
        if (bytes) return await this.parsed(uri, bytes);
      } catch (error) {
        // Some file systems say it in another way where there is none.
        const isOne = this.read.has(uri.toString()) || (await this.files.exists(uri).catch(() => false));
        if (isOne) return this.unreadable(uri, error);
      }
      const above = vscode.Uri.joinPath(folder, '..');
      if (folder.path === root?.path || above.path === folder.path) break;
      folder = above;
    }
    return builtIn();
  }

  /** Another codebook, from above, would not be the one that is meant. */
  private unreadable(uri: vscode.Uri, error: unknown, { line, column } = { line: 1, column: 1 }): CodebookInUse {
    const known = this.read.get(uri.toString())?.inUse.codebook;
    const message = known
      ? l10n.t('The codebook cannot be read ({0}). Until it can, what was read of it last is used.', messageOf(error))
      : l10n.t('The codebook cannot be read ({0}). Until it can, the built-in one is used.', messageOf(error));
    const problem: Problem = { code: 'unreadable', severity: 'error', message, line, column };
    return { codebook: known ?? builtInCodebook(), problems: [problem], uri };
  }

  private async parsed(uri: vscode.Uri, bytes: Uint8Array): Promise<CodebookInUse> {
    const key = uri.toString();
    const { firstBadByte, strictText } = await import('../../core/strictText');
    const text = strictText(bytes)?.replace(/^\ufeff/, '');
    if (text === undefined) {
      const reason = new Error(l10n.t('it is not valid UTF-8; save it as UTF-8'));
      return this.unreadable(uri, reason, firstBadByte(bytes));
    }
    const known = this.read.get(key);
    if (known?.text === text) return known.inUse;
    const { readCodebook } = await import('../../core/annotation/codebookFile');
    const inUse = { ...readCodebook(text), uri };
    this.read.set(key, { text, inUse });
    return inUse;
  }
}
