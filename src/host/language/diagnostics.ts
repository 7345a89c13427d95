/*
 * What is wrong with sidecars and codebooks, in VS Code's Problems view and under the lines themselves: of every article that is open
 * or was asked for, and of a sidecar that is opened as text.
 */
import * as vscode from 'vscode';
import type { Problem } from '../../core/problem';
import { articleNameFor } from '../../core/sidecar/names';
import { positionOf } from '../../core/sidecar/positions';
import type { AnnotatedArticle, Articles } from '../articles';

export class Diagnostics implements vscode.Disposable {
  private readonly articles: Articles;
  private readonly collection = vscode.languages.createDiagnosticCollection('argmark');
  private readonly subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.articles = articles;
    this.subscriptions = [
      this.collection,
      articles.onDidChange((uri) => this.show(uri)),
      articles.onDidChangeActive((active) => active && this.readAndShow(active.uri)),
      vscode.workspace.onDidOpenTextDocument((document) => this.readFor(document)),
    ];
    for (const document of vscode.workspace.textDocuments) this.readFor(document);
    if (articles.active) this.readAndShow(articles.active.uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** A sidecar opened as text has its problems shown although its article is not open. */
  private readFor({ uri }: vscode.TextDocument): void {
    const article = articleNameFor(uri.path);
    if (article === undefined || uri.scheme === 'git') return;
    this.readAndShow(uri.with({ path: article }));
  }

  private readAndShow(uri: vscode.Uri): void {
    void this.articles.at(uri).then(() => this.show(uri));
  }

  private show(uri: vscode.Uri): void {
    const state = this.articles.known(uri);
    if (!state) return;
    this.collection.set(state.sidecarUri, [...state.sidecar.problems.map(diagnosticOf), ...orphansOf(state)]);
    if (state.codebookUri) this.collection.set(state.codebookUri, state.codebookProblems.map(diagnosticOf));
  }
}

/** The tree lists them all; so many come up when an article was replaced by another text. */
const mostOrphans = 100;

/** Orphans are no fault of the file, so they are only told, at the words that are not found. */
function orphansOf({ sidecar, placements, uri }: AnnotatedArticle): vscode.Diagnostic[] {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const orphans = sidecar.set.annotations.filter(({ id }) => placements.get(id)?.status === 'orphan');
  return orphans.slice(0, mostOrphans).flatMap(({ id }) => {
    const place = positionOf(sidecar, id, ['spans', 0, 'quote']) ?? positionOf(sidecar, id);
    if (!place) return [];
    const start = new vscode.Position(place.line - 1, place.column - 1);
    const message = `These words are not in ${name} any more, or not surely so: the annotation ${id} is an orphan.`;
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(start, start),
      message,
      vscode.DiagnosticSeverity.Information,
    );
    diagnostic.source = 'Argmark';
    diagnostic.code = 'orphan';
    return [diagnostic];
  });
}

export function diagnosticOf(problem: Problem): vscode.Diagnostic {
  const line = Math.max(0, problem.line - 1);
  const column = Math.max(0, problem.column - 1);
  // A range without length is drawn by VS Code under the word at that place.
  const range = new vscode.Range(line, column, line, column);
  const severity = problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(range, problem.message, severity);
  diagnostic.source = 'Argmark';
  diagnostic.code = problem.code;
  return diagnostic;
}
