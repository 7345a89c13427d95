/* The sidebar: the annotations of the active article, the articles of the workspace, and the tags of the codebook. */
import * as vscode from 'vscode';
import type { Articles } from '../articles';
import type { Files } from '../files';
import { AnnotationsView } from './annotationsView';
import { ArticlesView } from './articlesView';
import { type CodebookSource, CodebookView } from './codebookView';

/** The trees, for the commands that act on what is selected in them. */
export interface Views extends vscode.Disposable {
  readonly annotations: AnnotationsView;
  readonly list: ArticlesView;
  readonly codebook: CodebookView;
}

/** `memory` keeps the chosen grouping for the next start. */
export function registerViews(
  articles: Articles,
  codebooks: CodebookSource,
  files: Files,
  memory?: vscode.Memento,
): Views {
  const annotations = new AnnotationsView(articles, memory);
  const list = new ArticlesView(articles);
  const codebook = new CodebookView(articles, annotations, codebooks, files);
  const all = vscode.Disposable.from(annotations, list, codebook);
  return { annotations, list, codebook, dispose: () => all.dispose() };
}
