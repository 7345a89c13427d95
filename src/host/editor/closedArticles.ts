/*
 * Articles that no reading view has open, for trees, hovers and commands: read when they are asked for, kept while their files stay as
 * they are, and forgotten in the order in which they were last asked for.
 */
import * as vscode from 'vscode';
import type { AnnotatedArticle } from '../articles';
import type { Files } from '../files';
import { changeOf, hasUnsavedText } from './articleText';
import { ClosedArticle, type Keeper, type KnownArticle } from './closedArticle';
import type { Codebooks } from './codebooks';
import type { LivePlaces } from './livePlaces';
import { Reloads } from './reloads';
import { hasNeighbours, isArticle } from './uris';

const mostKept = 64;

export class ClosedArticles implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when what `at` gave is not so any more. */
  readonly onDidChange = this.changed.event;

  /** Whether a reading view has an article open, which then follows and saves it by itself. */
  isOpen: (uri: vscode.Uri) => boolean = () => false;

  private readonly kept = new Map<string, ClosedArticle>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly reloads = new Reloads((uri) => this.kept.get(uri.toString())?.textChanged(undefined));
  /** Where annotations stand in texts that have got other names, until these are read. */
  private readonly carried = new Map<string, LivePlaces>();
  private readonly keeper: Keeper;

  constructor(files: Files, codebooks: Codebooks) {
    let revision = 0;
    this.keeper = {
      files,
      codebooks,
      changed: (uri) => this.changed.fire(uri),
      nextRevision: () => ++revision,
      isOpen: (uri) => this.isOpen(uri),
      isDoubtful: (uri) => this.reloads.isDoubtful(uri),
    };
    this.subscriptions = [
      this.changed,
      // Text that an extension edits is shown in no editor that would ask for the article.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (!this.isOpen(uri)) void this.at(uri);
      }),
      this.reloads,
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.kept.get(uri.toString())?.textSaved()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.kept.get(uri.toString())?.readSoon()),
      codebooks.onDidChange(() => {
        for (const article of [...this.kept.values()]) article.readAgain();
      }),
    ];
  }

  async at(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    if (!isArticle(uri) || !hasNeighbours(uri)) return undefined;
    const key = uri.toString();
    let article = this.kept.get(key);
    if (article) this.kept.delete(key);
    else {
      article = new ClosedArticle(uri, this.keeper, this.carried.get(key));
      this.carried.delete(key);
    }
    this.kept.set(key, article);
    for (const [oldest, { uri: kept }] of this.kept) {
      if (this.kept.size <= mostKept) break;
      if (!hasUnsavedText(kept)) this.drop(oldest);
    }
    await article.loading;
    // What could not be read is looked for again the next time.
    if (!article.annotated && this.kept.get(key) === article) this.drop(key);
    return this.known(uri) ?? article.annotated;
  }

  /** The present state without waiting, on the text that an editor shows at this moment. */
  known(uri: vscode.Uri): AnnotatedArticle | undefined {
    return this.kept.get(uri.toString())?.known;
  }

  /** All that is known of an article, for whoever follows it next; nothing is kept of it here. */
  handOver(uri: vscode.Uri): KnownArticle {
    const key = uri.toString();
    const known = this.kept.get(key)?.all ?? { live: this.carried.get(key) };
    this.forget(uri);
    return known;
  }

  /** An edited text has got another name: what is known of it is handed over there. */
  carry(from: vscode.Uri, to: vscode.Uri, live = this.kept.get(from.toString())?.live): void {
    if (live?.text !== undefined) this.carried.set(to.toString(), live);
  }

  /** The same from whoever followed it before. */
  takeOver(uri: vscode.Uri, live: LivePlaces): void {
    if (!hasUnsavedText(uri)) return;
    void this.at(uri);
    const article = this.kept.get(uri.toString());
    if (article) article.live = live;
  }

  /** It is open now, or has changed: what is kept of it is old. */
  forget(uri: vscode.Uri): void {
    this.drop(uri.toString());
  }

  dispose(): void {
    for (const key of [...this.kept.keys()]) this.drop(key);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(event: vscode.TextDocumentChangeEvent): void {
    const article = this.kept.get(event.document.uri.toString());
    if (!article) return;
    this.reloads.see(event);
    if (event.contentChanges.length > 0) article.textChanged(changeOf(event));
  }

  private drop(key: string): void {
    this.kept.get(key)?.dispose();
    this.kept.delete(key);
  }
}
