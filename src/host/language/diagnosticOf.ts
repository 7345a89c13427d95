/* What the core says of a place in a file, as one of VS Code's diagnostics. */
import * as vscode from 'vscode';
import type { Problem } from '../../core/problem';
import type { Remark } from '../../core/sidecar/remarks';

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

export function diagnosticOf({ line, column, message, severity, code }: Problem | Remark): vscode.Diagnostic {
  const place = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
  // A range without length is drawn by VS Code under the word at that place.
  const diagnostic = new vscode.Diagnostic(new vscode.Range(place, place), message, severities[severity]);
  diagnostic.source = 'Argmark';
  diagnostic.code = code;
  return diagnostic;
}
