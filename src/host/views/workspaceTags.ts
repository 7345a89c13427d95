/*
 * How often each tag is used in the workspace: its files of annotations are found by name and read one after the other while somebody looks,
 * each again only when it has changed. Nothing is placed in any text for it, since a count needs no places.
 */
import * as vscode from 'vscode';
import type { Articles } from '../articles';
import { articleOf, isLookedFor, mayBeFolder, notArticles, sidecarFiles, sidecarOf } from '../editor/uris';
import type { Files } from '../files';
import type { TagCounts } from './codebookNodes';

const mostFiles = 20_000;
/** Milliseconds between two tellings while many files are read, and in which changes of files are gathered. */
const restBetween = 300;

export class WorkspaceTags implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  private readonly articles: Articles;
  private readonly files: Files;
  private readonly subscriptions: vscode.Disposable[];
  /** By file of annotations. */
  private readonly byFile = new Map<string, TagCounts>();
  private readonly stale = new Set<string>();
  private isListed = false;
  private isListing = false;
  /** The file that is being read; what was read is dropped where it is another one by then. */
  private current: string | undefined;
  private isWanted = false;
  private isReading = false;
  private isDisposed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private total: TagCounts | undefined;

  constructor(articles: Articles, files: Files) {
    this.articles = articles;
    this.files = files;
    const watcher = vscode.workspace.createFileSystemWatcher(sidecarFiles);
    const again = (uri: vscode.Uri) => this.readAgain(uri);
    // Files that come or go with a folder are not always told of, only the folder is.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    this.subscriptions = [
      this.changed,
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
      folders,
      folders.onDidCreate(({ path }) => {
        if (mayBeFolder(path)) this.listAgain();
      }),
      folders.onDidDelete((uri) => {
        if (mayBeFolder(uri.path)) this.readAgainBelow(uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.byFile.clear();
        this.stale.clear();
        this.current = undefined;
        this.total = undefined;
        this.listAgain();
      }),
      articles.onDidChange((uri) => this.take(uri)),
    ];
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Whether somebody looks: nothing is read before, and reading pauses when nobody does any more. */
  want(isWanted: boolean): void {
    this.isWanted = isWanted;
    void this.read();
  }

  get complete(): boolean {
    return this.isListed && !this.isListing && this.stale.size === 0 && this.current === undefined;
  }

  get counts(): TagCounts {
    if (!this.total) {
      const total = new Map<string, number>();
      for (const counts of this.byFile.values())
        for (const [tag, count] of counts) total.set(tag, (total.get(tag) ?? 0) + count);
      this.total = total;
    }
    return this.total;
  }

  private readAgain(uri: vscode.Uri): void {
    if (!isLookedFor(uri.path)) return;
    this.stale.add(uri.toString());
    void this.read();
  }

  private readAgainBelow(folder: vscode.Uri): void {
    const start = `${folder.toString()}/`;
    for (const key of this.byFile.keys()) if (key.startsWith(start)) this.stale.add(key);
    void this.read();
  }

  private listAgain(): void {
    this.isListed = false;
    void this.read();
  }

  /** What is not saved yet counts too, and what was given up does not any more. */
  private take(article: vscode.Uri): void {
    const state = this.articles.known(article);
    const sidecar = sidecarOf(article);
    if (!state) {
      if (this.byFile.has(sidecar.toString())) this.readAgain(sidecar);
    } else if (vscode.workspace.getWorkspaceFolder(article)) {
      if (this.current === sidecar.toString()) this.current = undefined;
      this.put(sidecar.toString(), countsOf(state.sidecar.set.annotations));
    }
  }

  /** One pass at a time; never rejects. */
  private async read(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    try {
      while (this.isWanted && !this.isDisposed && !this.complete) {
        if (!this.isListed) await this.list();
        for (const key of this.stale) {
          if (!this.isWanted || this.isDisposed) break;
          // Before it is read: what changes meanwhile is read once more.
          this.stale.delete(key);
          this.current = key;
          await this.readFile(key);
          this.current = undefined;
        }
      }
    } finally {
      this.isReading = false;
      this.tellSoon();
    }
  }

  /** Files that are known already are read again only when they change. */
  private async list(): Promise<void> {
    this.isListed = true;
    this.isListing = true;
    try {
      const found = (await vscode.workspace.findFiles(sidecarFiles, notArticles, mostFiles)).map(String);
      // To be listed again: the folders may be others by now.
      if (!this.isListed) return;
      for (const key of found) if (!this.byFile.has(key)) this.stale.add(key);
    } catch {
      // What cannot be looked for is found when it changes.
    } finally {
      this.isListing = false;
    }
  }

  private async readFile(key: string): Promise<void> {
    const uri = vscode.Uri.parse(key, true);
    const article = articleOf(uri);
    const known = this.articles.known(article);
    try {
      const bytes = known ? undefined : await this.files.read(uri);
      if (this.current !== key) return;
      if (!known && !bytes) {
        this.byFile.delete(key);
        this.total = undefined;
        return;
      }
      const annotations = known?.sidecar.set.annotations ?? (await annotationsIn(bytes));
      if (this.current !== key) return;
      this.put(key, countsOf(annotations));
    } catch {
      // What cannot be read now is read when it changes.
    }
  }

  private put(key: string, counts: TagCounts): void {
    this.byFile.set(key, counts);
    this.total = undefined;
    this.tellSoon();
  }

  private tellSoon(): void {
    this.total = undefined;
    if (this.timer !== undefined || this.isDisposed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.changed.fire();
    }, restBetween);
  }
}

/** The reader is loaded with the first file that has to be read. */
async function annotationsIn(bytes: Uint8Array | undefined): Promise<readonly { readonly tag: string }[]> {
  const { readSidecarBytes } = await import('../../core/sidecar/sidecarFile');
  return bytes ? readSidecarBytes(bytes).sidecar.set.annotations : [];
}

const counted = new WeakMap<readonly object[], TagCounts>();

/** Counted once for each list: rows and totals ask for it again and again. */
export function countsOf(annotations: readonly { readonly tag: string }[]): TagCounts {
  let counts = counted.get(annotations);
  if (!counts) {
    const tally = new Map<string, number>();
    for (const { tag } of annotations) tally.set(tag, (tally.get(tag) ?? 0) + 1);
    counted.set(annotations, tally);
    counts = tally;
  }
  return counts;
}
