/*
 * Tells texts that were read again from their files from those that someone edited. VS Code tells both in the same way, and of an edit says
 * only a moment later that the text is not saved any more; where it never says so, the text was read.
 */
import type * as vscode from 'vscode';

/** Milliseconds in which VS Code has surely said it. */
const patience = 60;

export class Reloads implements vscode.Disposable {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly told: (uri: vscode.Uri) => void;

  constructor(told: (uri: vscode.Uri) => void) {
    this.told = told;
  }

  /** To be called with every event of a text, also with those that change nothing of it. */
  see({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    if (document.isDirty || document.isUntitled || reason !== undefined) {
      clearTimeout(this.timers.get(key));
      this.timers.delete(key);
    } else if (contentChanges.length > 0) {
      clearTimeout(this.timers.get(key));
      const timer = setTimeout(() => {
        this.timers.delete(key);
        this.told(document.uri);
      }, patience);
      this.timers.set(key, timer);
    }
  }

  /** Whether it is not known yet what a text came of. */
  isDoubtful(uri: vscode.Uri): boolean {
    return this.timers.has(uri.toString());
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }
}
