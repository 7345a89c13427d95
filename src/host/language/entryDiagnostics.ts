/*
 * What is to be said of single entries of a sidecar that can be read: words that are not found any more, tags and attributes that the
 * codebook lacks, doubtful arguments. None of it is a fault of the file; each is told at the field that it is about.
 */
import * as vscode from 'vscode';
import { articleMismatches, codebookMismatches } from '../../core/annotation/codebookCheck';
import { graphProblems } from '../../core/argument/graph';
import { articlePosition, type Position, positionOf } from '../../core/sidecar/positions';
import type { AnnotatedArticle } from '../articles';
import { nameOf } from '../editor/uris';

/** Of each kind; so many come up when an article was replaced by another text, or a codebook by another one. */
const mostOfKind = 100;

/** An entry and what is said of it, before its place is looked up. */
interface Remark {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  readonly severity: 'warning' | 'information';
  readonly field?: readonly (string | number)[];
}

const severities = {
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

/** Empty for a sidecar that can only be read: its entries may not be those of the file. */
export function entryDiagnostics(state: AnnotatedArticle): vscode.Diagnostic[] {
  const { sidecar, codebook } = state;
  if (sidecar.readOnly) return [];
  const kinds: readonly (readonly Remark[])[] = [
    orphansOf(state),
    graphProblems(sidecar.set),
    codebookMismatches(sidecar.set, codebook),
  ];
  return [
    ...articleMismatches(sidecar.set, codebook).map((remark) =>
      diagnosticAt(articlePosition(sidecar, remark.field ?? []), remark),
    ),
    ...kinds.flatMap((remarks) => remarks.slice(0, mostOfKind).flatMap((remark) => placed(remark, state) ?? [])),
  ];
}

function orphansOf({ sidecar, placements, uri }: AnnotatedArticle): Remark[] {
  const orphans = sidecar.set.annotations.filter(({ id }) => placements.get(id)?.status === 'orphan');
  return orphans.map(({ id }) => ({
    id,
    code: 'orphan',
    severity: 'information',
    field: ['spans', 0, 'quote'],
    message: `These words are not in ${nameOf(uri)} any more, or not surely so: the annotation ${id} is an orphan.`,
  }));
}

function placed(remark: Remark, { sidecar }: AnnotatedArticle) {
  const { id, field } = remark;
  const place = (field && positionOf(sidecar, id, field)) ?? positionOf(sidecar, id);
  return place && diagnosticAt(place, remark);
}

function diagnosticAt(place: Position, { code, message, severity }: Omit<Remark, 'id'>): vscode.Diagnostic {
  const start = new vscode.Position(place.line - 1, place.column - 1);
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start), message, severities[severity]);
  diagnostic.source = 'Argmark';
  diagnostic.code = code;
  return diagnostic;
}
