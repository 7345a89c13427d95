/* What `core/sidecar/remarks` says of single entries, as VS Code's diagnostics; loaded with the first article that has any. */
import type * as vscode from 'vscode';
import { remarksOn } from '../../core/sidecar/remarks';
import type { Sidecar } from '../../core/sidecar/sidecar';
import type { AnnotatedArticle } from '../articles';
import { nameOf } from '../editor/uris';
import { diagnosticOf } from './diagnosticOf';

/** Of each kind; so many come up when an article was replaced by another text, or a codebook by another one. */
const mostOfKind = 100;

/** What was said last of a sidecar: an article that only changes its editor stays as it is, and may have thousands of entries. */
const said = new WeakMap<
  Sidecar,
  Pick<AnnotatedArticle, 'placements' | 'codebook'> & { readonly all: vscode.Diagnostic[] }
>();

export function entryDiagnostics({ sidecar, placements, codebook, uri }: AnnotatedArticle): vscode.Diagnostic[] {
  const last = said.get(sidecar);
  if (last?.placements === placements && last.codebook === codebook) return last.all;
  const all = remarksOn(sidecar, placements, codebook, nameOf(uri), mostOfKind).map(diagnosticOf);
  said.set(sidecar, { placements, codebook, all });
  return all;
}
