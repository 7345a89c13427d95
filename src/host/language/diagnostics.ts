/*
 * What is wrong with sidecars and codebooks, in VS Code's Problems view and under the lines themselves: of every article that is open
 * or was asked for, and of a sidecar or a codebook that is opened as text. It goes when it is fixed, or when the file is gone.
 */
import * as vscode from 'vscode';
import { codebookName } from '../../core/annotation/codebook';
import { articleNameFor } from '../../core/sidecar/names';
import type { Articles } from '../articles';
import type { CodebookFinder } from '../editor/codebooks';
import { nameOf, sameUri, sidecarFiles, sidecarOf } from '../editor/uris';
import { diagnosticOf } from './diagnosticOf';

/** Milliseconds in which changes of an article are gathered: each of them means to look through all of its entries. */
const restBetweenLooks = 400;

export class Diagnostics implements vscode.Disposable {
  private readonly articles: Articles;
  private readonly collection = vscode.languages.createDiagnosticCollection('argmark');
  private readonly subscriptions: vscode.Disposable[];
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly codebooks: CodebookFinder;
  /** Those whose problems are shown, by their address. */
  private readonly shown = new Map<string, vscode.Uri>();

  constructor(articles: Articles, codebooks: CodebookFinder) {
    this.articles = articles;
    this.codebooks = codebooks;
    const sidecars = vscode.workspace.createFileSystemWatcher(sidecarFiles, true);
    this.subscriptions = [
      this.collection,
      sidecars,
      sidecars.onDidChange((uri) => this.changedOnDisk(uri)),
      sidecars.onDidDelete((uri) => this.changedOnDisk(uri)),
      codebooks.onDidChange(() => {
        for (const uri of this.shown.values()) void this.lookAtCodebook(uri);
      }),
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

  /** A sidecar or a codebook opened as text has its problems shown although no article is open. */
  private readFor({ uri }: Pick<vscode.TextDocument, 'uri'>): void {
    if (uri.scheme === 'git') return;
    const article = articleNameFor(uri.path);
    if (article !== undefined) this.lookSoon(uri.with({ path: article }));
    else if (nameOf(uri) === codebookName) void this.lookAtCodebook(uri);
  }

  /** An article that was not asked for in a long time is not followed any more, while its problems still stand there. */
  private changedOnDisk(sidecar: vscode.Uri): void {
    if (this.collection.has(sidecar)) this.readFor({ uri: sidecar });
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
    if (state?.codebookUri) await this.lookAtCodebook(state.codebookUri);
  }

  /** Shows what is wrong with a codebook for as long as it is one that the articles beside it go by. */
  private async lookAtCodebook(uri: vscode.Uri): Promise<void> {
    const { uri: used, problems } = await this.codebooks.of(vscode.Uri.joinPath(uri, '..', 'article.txt'));
    if (sameUri(used, uri)) {
      this.shown.set(uri.toString(), uri);
      this.collection.set(uri, problems.map(diagnosticOf));
    } else if (this.shown.delete(uri.toString())) this.collection.delete(uri);
  }
}
