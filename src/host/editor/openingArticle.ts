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

  /** To be called when VS Code has been given the page. */
  pageGiven(): void {
    void messagesArrived().then(this.given);
  }

  dispose(): void {
    this.opened.then(
      (document) => document.dispose(),
      () => {},
    );
  }
}

/**
 * Over when all that VS Code was told by now has reached its window: it leaves this process while that is idle, and not before. Messages arrive
 * in order, so that an answer to a later one says it.
 */
export async function messagesArrived(): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'argmark.hasOpened', true).then(undefined, () => {});
}
