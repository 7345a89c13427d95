/*
 * What is wrong with sidecars and codebooks, in VS Code's Problems view and under the lines themselves: of every article that is open
 * or was asked for, and of a sidecar that is opened as text. It goes when it is mended, or when the article or its sidecar is gone.
 */
import * as vscode from 'vscode';
import { articleNameFor } from '../../core/sidecar/names';
import type { AnnotatedArticle, Articles } from '../articles';
import { sidecarFiles, sidecarOf } from '../editor/uris';
import { diagnosticOf } from './diagnosticOf';

/** Milliseconds in which changes of an article are gathered: each of them means to look through all of its entries. */
const restBetweenLooks = 400;

export class Diagnostics implements vscode.Disposable {
  private readonly articles: Articles;
  private readonly collection = vscode.languages.createDiagnosticCollection('argmark');
  private readonly subscriptions: vscode.Disposable[];
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** By article: the codebook whose problems are shown on its account. */
  private readonly codebooks = new Map<string, vscode.Uri>();

  constructor(articles: Articles) {
    this.articles = articles;
    const sidecars = vscode.workspace.createFileSystemWatcher(sidecarFiles, true);
    this.subscriptions = [
      this.collection,
      sidecars,
      sidecars.onDidChange((uri) => this.changedOnDisk(uri)),
      sidecars.onDidDelete((uri) => this.changedOnDisk(uri)),
      articles.onDidChange((uri) => this.lookSoon(uri)),
      articles.onDidChangeActive((active) => active && this.lookSoon(active.uri)),
      vscode.workspace.onDidOpenTextDocument((document) => this.readFor(document)),
    ];
    for (const document of vscode.workspace.textDocuments) this.readFor(document);
    if (articles.active) this.lookSoon(articles.active.uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** A sidecar opened as text has its problems shown although its article is not open. */
  private readFor({ uri }: vscode.TextDocument): void {
    const article = articleNameFor(uri.path);
    if (article === undefined || uri.scheme === 'git') return;
    this.lookSoon(uri.with({ path: article }));
  }

  /** An article that was not asked for in a long time is not followed any more, while its problems still stand there. */
  private changedOnDisk(sidecar: vscode.Uri): void {
    if (this.collection.has(sidecar)) this.readFor({ uri: sidecar } as vscode.TextDocument);
  }

  private lookSoon(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.timers.has(key)) return;
    const timer = setTimeout(() => {
      this.timers.delete(key);
      void this.look(uri);
    }, restBetweenLooks);
    this.timers.set(key, timer);
  }

  private async look(uri: vscode.Uri): Promise<void> {
    const state = this.articles.known(uri) ?? (await this.articles.at(uri).catch(() => undefined));
    const { entryDiagnostics } = await import('./entryDiagnostics');
    if (state)
      this.collection.set(state.sidecarUri, [...state.sidecar.problems.map(diagnosticOf), ...entryDiagnostics(state)]);
    else this.collection.delete(sidecarOf(uri));
    this.showCodebook(uri, state);
  }

  private showCodebook(uri: vscode.Uri, state: AnnotatedArticle | undefined): void {
    const key = uri.toString();
    const before = this.codebooks.get(key);
    const codebook = state?.codebookUri;
    if (codebook) {
      this.codebooks.set(key, codebook);
      this.collection.set(codebook, state.codebookProblems.map(diagnosticOf));
    } else this.codebooks.delete(key);
    if (!before || before.toString() === codebook?.toString()) return;
    const used = [...this.codebooks.values()].some((one) => one.toString() === before.toString());
    if (!used) this.collection.delete(before);
  }
}
