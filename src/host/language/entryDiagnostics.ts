/* What `core/sidecar/remarks` says of single entries, as VS Code's diagnostics; loaded with the first article that has any. */
import * as vscode from 'vscode';
import { remarksOn } from '../../core/sidecar/remarks';
import type { AnnotatedArticle } from '../articles';
import { nameOf } from '../editor/uris';

/** Of each kind; so many come up when an article was replaced by another text, or a codebook by another one. */
const mostOfKind = 100;

const severities = {
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

export function entryDiagnostics({ sidecar, placements, codebook, uri }: AnnotatedArticle): vscode.Diagnostic[] {
  return remarksOn(sidecar, placements, codebook, nameOf(uri), mostOfKind).map((remark) => {
    const start = new vscode.Position(remark.line - 1, remark.column - 1);
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(start, start),
      remark.message,
      severities[remark.severity],
    );
    diagnostic.source = 'Argmark';
    diagnostic.code = remark.code;
    return diagnostic;
  });
}
