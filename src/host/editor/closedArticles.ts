/*
 * Articles that no reading view has open, for trees, hovers and commands: read when they are asked for, kept while their files stay as
 * they are, and forgotten in the order in which they were last asked for.
 */
import * as vscode from 'vscode';
import { canonicalText } from '../../core/article/decode';
import { parseArticle } from '../../core/article/parse';
import type { AnnotatedArticle } from '../articles';
import type { Files } from '../files';
import { textOf } from './articleText';
import type { Codebooks } from './codebooks';
import { placementsOf } from './placements';
import { blankSidecar, readSidecarFile } from './sidecarFile';
import { hasNeighbours, isArticle, sidecarOf } from './uris';

const mostKept = 64;

/** Milliseconds after a change of a file, or of a text that someone types, until it is told. */
const settleTime = 120;

interface Kept {
  readonly uri: vscode.Uri;
  readonly loading: Promise<AnnotatedArticle | undefined>;
  annotated?: AnnotatedArticle | undefined;
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
        if (contentChanges.length > 0) this.changedSoon(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.changedSoon(document.uri)),
      codebooks.onDidChange(() => {
        for (const { uri } of [...this.kept.values()]) this.tell(uri);
      }),
    ];
  }

  async at(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    if (!isArticle(uri) || !hasNeighbours(uri)) return undefined;
    const key = uri.toString();
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      await known.loading;
      return this.known(uri) ?? known.loading;
    }
    const loading = this.load(uri);
    const entry: Kept = { uri, loading, watchers: [sidecarOf(uri), uri].map((file) => this.watch(uri, file)) };
    this.kept.set(key, entry);
    for (const [oldest] of this.kept) {
      if (this.kept.size <= mostKept) break;
      this.drop(oldest);
    }
    entry.annotated = await loading;
    // What could not be read is looked for again the next time.
    if (!entry.annotated && this.kept.get(key) === entry) this.drop(key);
    return entry.annotated;
  }

  /** The present state without waiting; brought up to the text that an editor shows at this moment. */
  known(uri: vscode.Uri): AnnotatedArticle | undefined {
    const entry = this.kept.get(uri.toString());
    if (!entry?.annotated) return undefined;
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    const text = open && canonicalText(open.getText());
    if (text !== undefined && text !== entry.annotated.article.text) {
      const article = parseArticle(text);
      const placements = placementsOf(entry.annotated.sidecar.set, article, entry.annotated.placements);
      entry.annotated = { ...entry.annotated, article, placements, revision: ++this.revision };
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

  private async load(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    const sidecarUri = sidecarOf(uri);
    try {
      const [text, bytes, { codebook, problems }] = await Promise.all([
        textOf(uri, this.files),
        this.files.read(sidecarUri),
        this.codebooks.of(uri),
      ]);
      if (text === undefined) return undefined;
      const article = parseArticle(text);
      const sidecar = (bytes && readSidecarFile(bytes, article).sidecar) ?? blankSidecar(article);
      const placements = placementsOf(sidecar.set, article);
      const revision = ++this.revision;
      return {
        ...{ uri, sidecarUri, article, sidecar, placements, codebook, codebookProblems: problems },
        ...{ revision, dirty: false },
      };
    } catch {
      return undefined;
    }
  }

  private watch(article: vscode.Uri, file: vscode.Uri): vscode.Disposable {
    return this.files.watch(file, () => {
      // The text of an open editor is the truth, and tells of itself.
      this.changedSoon(article);
    });
  }

  private changedSoon(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.kept.has(key) || this.timers.has(key)) return;
    const timer = setTimeout(() => {
      this.timers.delete(key);
      if (this.kept.has(key)) this.tell(uri);
    }, settleTime);
    this.timers.set(key, timer);
  }

  private tell(uri: vscode.Uri): void {
    this.forget(uri);
    this.changed.fire(uri);
  }

  private drop(key: string): void {
    const entry = this.kept.get(key);
    if (!entry) return;
    this.kept.delete(key);
    for (const watcher of entry.watchers) watcher.dispose();
  }
}
