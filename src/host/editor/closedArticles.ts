/*
 * Articles that no reading view has open, for trees, hovers and commands: read when they are asked for, kept while their files stay as
 * they are, and forgotten in the order in which they were last asked for.
 */
import * as vscode from 'vscode';
import { sameBytes } from '../../core/bytes';
import type { AnnotatedArticle } from '../articles';
import type { Files } from '../files';
import { textOf, textOfDocument } from './articleText';
import type { Codebooks } from './codebooks';
import { hasNeighbours, isArticle, sidecarOf } from './uris';
import { movedAlong } from './whileTyping';

const mostKept = 64;

/** Milliseconds after a change of a file, or of a text that someone types, until it is told. */
const settleTime = 120;

interface Kept {
  readonly uri: vscode.Uri;
  /** Over when what is known is what is on disk, as far as watchers have told. */
  loading: Promise<void>;
  annotated?: AnnotatedArticle | undefined;
  /** Known once something was read. */
  reading?: typeof import('./reading');
  /** The sidecar's file as it was read last. */
  bytes?: Uint8Array | undefined;
  /** What is placed was only moved along with what was typed, and is to be looked for anew. */
  typedInto?: boolean;
  readonly watchers: readonly vscode.Disposable[];
}

export class ClosedArticles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when what `at` gave is not so any more. */
  readonly onDidChange = this.changed.event;

  private readonly kept = new Map<string, Kept>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];
  private revision = 0;

  private readonly files: Files;
  private readonly codebooks: Codebooks;

  constructor(files: Files, codebooks: Codebooks) {
    this.files = files;
    this.codebooks = codebooks;
    this.subscriptions = [
      this.changed,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.later(document.uri, 'text', () => this.rest(document.uri));
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.later(uri, 'disk', () => this.readAgain(uri))),
      codebooks.onDidChange(() => {
        for (const { uri } of [...this.kept.values()]) this.readAgain(uri);
      }),
    ];
  }

  async at(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    if (!isArticle(uri) || !hasNeighbours(uri)) return undefined;
    const key = uri.toString();
    let entry = this.kept.get(key);
    if (entry) this.kept.delete(key);
    else {
      const reread = () => this.later(uri, 'disk', () => this.readAgain(uri));
      const watchers = [sidecarOf(uri), uri].map((file) => this.files.watch(file, reread));
      entry = { uri, loading: Promise.resolve(), watchers };
      entry.loading = this.read(entry);
    }
    this.kept.set(key, entry);
    for (const [oldest] of this.kept) {
      if (this.kept.size <= mostKept) break;
      this.drop(oldest);
    }
    await entry.loading;
    // What could not be read is looked for again the next time.
    if (!entry.annotated && this.kept.get(key) === entry) this.drop(key);
    this.settle(uri);
    return this.known(uri) ?? entry.annotated;
  }

  /**
   * The present state without waiting, on the text that an editor shows at this moment. Cheap, since it is asked at each move of a caret:
   * while someone types, what is placed only moves along.
   */
  known(uri: vscode.Uri): AnnotatedArticle | undefined {
    const entry = this.kept.get(uri.toString());
    if (!entry?.annotated || !entry.reading) return undefined;
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const text = open && textOfDocument(open);
    const { article, placements } = entry.annotated;
    if (text !== undefined && text !== article.text) {
      const moved = movedAlong(placements, article.text, text);
      const revision = ++this.revision;
      entry.annotated = { ...entry.annotated, article: entry.reading.lazyArticle(text), placements: moved, revision };
      entry.typedInto = moved.size > 0;
    }
    return entry.annotated;
  }

  /** It is open now, or has changed: what is kept of it is old. */
  forget(uri: vscode.Uri): void {
    this.drop(uri.toString());
  }

  dispose(): void {
    for (const key of [...this.kept.keys()]) this.drop(key);
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async load(entry: Kept): Promise<AnnotatedArticle | undefined> {
    const { uri } = entry;
    const sidecarUri = sidecarOf(uri);
    try {
      const [text, bytes, { codebook, problems, uri: codebookUri }] = await Promise.all([
        textOf(uri, this.files),
        this.files.read(sidecarUri),
        this.codebooks.of(uri),
      ]);
      if (text === undefined) return undefined;
      entry.reading = await import('./reading');
      const { annotated: before } = entry;
      // A file is often only touched, or told of twice.
      const known = before && { read: before, sameBytes: sameBytes(bytes, entry.bytes) };
      const read = entry.reading.readAnnotated(text, bytes, known);
      entry.bytes = bytes;
      const revision = ++this.revision;
      return {
        ...{ uri, sidecarUri, ...read, codebook, codebookProblems: problems },
        ...{ revision, dirty: false, ...(codebookUri && { codebookUri }) },
      };
    } catch {
      return undefined;
    }
  }

  private async read(entry: Kept): Promise<void> {
    entry.annotated = await this.load(entry);
    entry.typedInto = false;
  }

  /** Words are looked for in the text as it is now. */
  private settle(uri: vscode.Uri): void {
    const annotated = this.known(uri);
    const entry = this.kept.get(uri.toString());
    if (!annotated || !entry?.reading || !entry.typedInto) return;
    entry.annotated = { ...entry.reading.placedAnew(annotated), revision: ++this.revision };
    entry.typedInto = false;
  }

  private rest(uri: vscode.Uri): void {
    this.settle(uri);
    this.changed.fire(uri);
  }

  /** Until it is read again, what was known stays known. */
  private readAgain(uri: vscode.Uri): void {
    const entry = this.kept.get(uri.toString());
    if (!entry) return;
    entry.loading = entry.loading.then(() => this.read(entry));
    entry.loading.then(() => {
      if (this.kept.get(uri.toString()) === entry) this.changed.fire(uri);
    });
  }

  /** Does it once for all of this kind that happens to the article within a moment; text is waited for until nobody types. */
  private later(uri: vscode.Uri, what: 'text' | 'disk', action: () => void): void {
    const key = `${what} ${uri.toString()}`;
    const waiting = this.timers.get(key);
    if (!this.kept.has(uri.toString()) || (waiting !== undefined && what === 'disk')) return;
    clearTimeout(waiting);
    const timer = setTimeout(() => {
      this.timers.delete(key);
      action();
    }, settleTime);
    this.timers.set(key, timer);
  }

  private drop(key: string): void {
    const entry = this.kept.get(key);
    if (!entry) return;
    this.kept.delete(key);
    for (const watcher of entry.watchers) watcher.dispose();
  }
}
