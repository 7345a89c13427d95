/*
 * Quick fixes in a sidecar that is open as text: the second of two entries with one id gets an id of its own, and a file with git's
 * conflict markers is put together by id. The text in the editor is what counts, saved or not; only the lines that change are replaced.
 */
import * as vscode from 'vscode';
import { prime } from '../../core/annotation/ids';
import * as l10n from '../../core/l10n';
import { changeBetween } from '../changeBetween';

/** For the diagnostics at hand; none for what is not Argmark's. */
export async function sidecarFixes(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  const ours = diagnostics.filter(({ source }) => source === 'Argmark');
  const fixes = ours.map(async (diagnostic) => {
    if (diagnostic.code === 'duplicate-id') return newIdFix(document, diagnostic);
    return diagnostic.code === 'conflict-markers' ? resolveFix(document, diagnostic) : undefined;
  });
  return (await Promise.all(fixes)).filter((fix) => fix !== undefined);
}

function resolveFix(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = l10n.t('Resolve by Id');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: 'argmark.resolveById', title, arguments: [document.uri] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

/** Undefined where the text is not what the diagnostic was made from any more, or the id cannot be changed alone. */
async function newIdFix(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction | undefined> {
  const { readSidecar, sidecarText } = await import('../../core/sidecar/read');
  const { renumber } = await import('../../core/sidecar/renumber');
  const text = document.getText();
  const sidecar = readSidecar(text);
  const line = diagnostic.range.start.line + 1;
  const problem = sidecar.problems.find((one) => one.code === 'duplicate-id' && one.line === line);
  if (!problem?.id?.endsWith(prime)) return undefined;
  const applied = renumber(sidecar, problem.id);
  const change = applied && changeBetween(text, sidecarText(applied.sidecar));
  if (!change) return undefined;
  const action = new vscode.CodeAction(l10n.t('Give the Second Entry a New Id'), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
  action.edit.replace(document.uri, range, change.text);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}
