/* The headings of an article in VS Code's Outline, breadcrumbs and "Go to Symbol", while it is open as text. Markdown files have VS Code's own. */
import * as vscode from 'vscode';
import { type Heading, headingsOf } from '../../core/article/headings';
import type { Articles } from '../articles';
import { showsTextOf } from '../editor/articleText';
import { rangeOf } from '../editor/positions';
import { isArticle } from '../editor/uris';

export async function symbolsOf(
  articles: Articles,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentSymbol[]> {
  if (!isArticle(document.uri)) return [];
  const state = articles.known(document.uri) ?? (await articles.at(document.uri));
  if (!state || token.isCancellationRequested || !showsTextOf(document, state.article)) return [];
  const { article } = state;
  const roots: vscode.DocumentSymbol[] = [];
  const open: { readonly heading: Heading; readonly symbol: vscode.DocumentSymbol }[] = [];
  for (const heading of headingsOf(article)) {
    const symbol = new vscode.DocumentSymbol(
      heading.words,
      '',
      vscode.SymbolKind.String,
      rangeOf(article, heading.section),
      rangeOf(article, heading.span),
    );
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ heading, symbol });
  }
  return roots;
}
