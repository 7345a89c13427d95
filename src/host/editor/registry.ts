/* The documents that are open and the panels that show them; several panels may show one. */
import * as vscode from 'vscode';
import { signalled } from '../signalled';
import type { ArticleDocument } from './document';
import type { ReaderPanel } from './readerPanel';
import { sameUri } from './uris';

/** Milliseconds after which an article that does not open in a reading view is given up. */
const patience = 20_000;

export class Registry implements vscode.Disposable {
  private readonly documents = new Map<string, ArticleDocument>();
  private readonly openings = new Map<string, Promise<void>>();
  private readonly panels = new Set<ReaderPanel>();
  private readonly opened = new vscode.EventEmitter<ArticleDocument>();
  readonly onDidOpen = this.opened.event;
  private readonly shown = new vscode.EventEmitter<ReaderPanel>();
  /** Fires when a panel begins to show an article. */
  readonly onDidShow = this.shown.event;
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidClose = this.closed.event;

  /** Fires when an article could not be opened. */
  private readonly failed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidFail = this.failed.event;

  tellFailure(uri: vscode.Uri): void {
    this.failed.fire(uri);
  }

  /** Over when a panel shows the article, when it could not be opened, or when it has taken too long. */
  shownOrFailed(uri: vscode.Uri): Promise<void> {
    return signalled((signal) => {
      const tell = (which: vscode.Uri) => sameUri(which, uri) && signal();
      return vscode.Disposable.from(
        this.onDidShow(({ document }) => tell(document.uri)),
        this.onDidFail(tell),
      );
    }, patience);
  }

  /** Remembers that an article is being read, so that nobody reads it a second time meanwhile. */
  addOpening(uri: vscode.Uri, opened: Promise<ArticleDocument>): void {
    const key = uri.toString();
    const settled = opened.then(
      () => {},
      () => {},
    );
    this.openings.set(key, settled);
    void settled.then(() => {
      if (this.openings.get(key) === settled) this.openings.delete(key);
    });
  }

  /** Over when the article, if it is just being opened, is open or could not be. */
  async settled(uri: vscode.Uri): Promise<void> {
    await this.openings.get(uri.toString());
  }

  addDocument(document: ArticleDocument): void {
    const key = document.uri.toString();
    this.documents.set(key, document);
    document.onDidDispose(() => {
      if (this.documents.get(key) !== document) return;
      this.documents.delete(key);
      this.closed.fire(document.uri);
    });
    this.opened.fire(document);
  }

  addPanel(reader: ReaderPanel): void {
    this.panels.add(reader);
    reader.panel.onDidDispose(() => {
      this.panels.delete(reader);
      reader.dispose();
    });
    this.shown.fire(reader);
  }

  document(uri: vscode.Uri): ArticleDocument | undefined {
    return this.documents.get(uri.toString());
  }

  get all(): readonly ArticleDocument[] {
    return [...this.documents.values()];
  }

  /** The panel of an article that a person would look at: the active one, else a visible one, else any. */
  panel(uri: vscode.Uri): ReaderPanel | undefined {
    const key = uri.toString();
    const ours = [...this.panels].filter((reader) => reader.document.uri.toString() === key);
    return ours.find(({ panel }) => panel.active) ?? ours.find(({ panel }) => panel.visible) ?? ours[0];
  }

  /** Another panel on the screen that shows the same article. */
  beside(reader: ReaderPanel): ReaderPanel | undefined {
    return [...this.panels].find(
      (other) => other !== reader && other.document === reader.document && other.panel.visible,
    );
  }

  dispose(): void {
    for (const one of [this.opened, this.shown, this.closed, this.failed]) one.dispose();
  }
}
