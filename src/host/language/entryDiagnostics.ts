/* What `core/sidecar/remarks` says of single entries, as VS Code's diagnostics; loaded with the first article that has any. */
import type * as vscode from 'vscode';
import { remarksOn } from '../../core/sidecar/remarks';
import type { AnnotatedArticle } from '../articles';
import { nameOf } from '../editor/uris';
import { diagnosticOf } from './diagnosticOf';

/** Of each kind; so many come up when an article was replaced by another text, or a codebook by another one. */
const mostOfKind = 100;

export function entryDiagnostics({ sidecar, placements, codebook, uri }: AnnotatedArticle): vscode.Diagnostic[] {
  return remarksOn(sidecar, placements, codebook, nameOf(uri), mostOfKind).map(diagnosticOf);
}
