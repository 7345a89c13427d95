/* Whether what a text editor shows is the text that annotations are placed in: else a place in one would be another place in the other. */
import type * as vscode from 'vscode';
import type { Article } from '../../core/article/article';

const texts = new WeakMap<vscode.TextDocument, { readonly version: number; readonly text: string }>();

/** True when lines and columns of the document are those of the canonical text. */
export function showsSameText(document: vscode.TextDocument, article: Article): boolean {
  let kept = texts.get(document);
  if (kept?.version !== document.version) {
    kept = { version: document.version, text: document.getText().replace(/\r\n?/g, '\n') };
    texts.set(document, kept);
  }
  return kept.text === article.text;
}
