/* An article as VS Code holds it: there at once, so that its page is built while its text and its annotations are being read. */
import * as vscode from 'vscode';
import type { ArticleDocument } from './document';

/** Milliseconds after which an article is read though no page of it was asked for. */
const patience = 200;

export class OpeningArticle implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  /** Rejects, with a sentence for the person, where the article cannot be read. */
  readonly opened: Promise<ArticleDocument>;
  private given = (): void => {};

  /** `open` reads the article; what takes long in it has to wait until the page is on its way. */
  constructor(uri: vscode.Uri, open: (pageGiven: Promise<void>, self: OpeningArticle) => Promise<ArticleDocument>) {
    this.uri = uri;
    const pageGiven = new Promise<void>((resolve) => {
      setTimeout(resolve, patience);
      this.given = resolve;
    });
    this.opened = open(pageGiven, this);
    // Whoever waits for it is told.
    this.opened.catch(() => {});
  }

  /** To be called when VS Code has been given the page. What it is told leaves this process while that is idle, and not before. */
  pageGiven(): void {
    // Messages arrive in order: an answer to a later one says that the page is there.
    vscode.commands.executeCommand('setContext', 'argmark.hasOpened', true).then(this.given, this.given);
  }

  dispose(): void {
    this.opened.then(
      (document) => document.dispose(),
      () => {},
    );
  }
}
