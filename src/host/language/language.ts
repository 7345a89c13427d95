/* What Argmark adds to text editors: hovers over tagged words, the words themselves decorated, and problems of the files beside. */
import * as vscode from 'vscode';
import type { Articles } from '../articles';
import type { Codebooks } from '../editor/codebooks';
import { articleFiles, sidecarFiles } from '../editor/uris';
import { Decorations } from './decorations';
import { Diagnostics } from './diagnostics';
import { AnnotationHovers } from './hovers';

export function registerLanguage(articles: Articles, codebooks: Codebooks): vscode.Disposable {
  const selector: vscode.DocumentSelector = [
    { language: 'plaintext' },
    { language: 'markdown' },
    { pattern: articleFiles },
  ];
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(selector, new AnnotationHovers(articles)),
    vscode.languages.registerDocumentSymbolProvider(
      [{ language: 'plaintext' }],
      {
        provideDocumentSymbols: async (document, token) =>
          (await import('./documentSymbols')).symbolsOf(articles, document, token),
      },
      {
        label: 'Argmark',
      },
    ),
    vscode.languages.registerCodeActionsProvider(
      { pattern: sidecarFiles },
      {
        provideCodeActions: async (document, _range, { diagnostics }) =>
          (await import('./sidecarFixes')).sidecarFixes(document, diagnostics),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    new Decorations(articles),
    new Diagnostics(articles, codebooks),
  );
}
