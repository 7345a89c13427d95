/* The sidebar: the annotations and the headings of the active article, the articles of the workspace, and the tags of the codebook. */
import * as vscode from 'vscode';
import type { Articles } from '../articles';
import type { CodebookFinder } from '../editor/codebooks';
import type { Files } from '../files';
import { AnnotationsView } from './annotationsView';
import { ArticlesView } from './articlesView';
import { CodebookView } from './codebookView';
import { OutlineView } from './outlineView';

/** The trees, for the commands that act on what is selected in them. */
export interface Views extends vscode.Disposable {
  readonly annotations: AnnotationsView;
  readonly outline: OutlineView;
  readonly list: ArticlesView;
  readonly codebook: CodebookView;
}

/** `memory` keeps the chosen grouping for the next start. */
export function registerViews(
  articles: Articles,
  codebooks: CodebookFinder,
  files: Files,
  memory?: vscode.Memento,
): Views {
  const annotations = new AnnotationsView(articles, memory);
  const outline = new OutlineView(articles);
  const list = new ArticlesView(articles, files);
  const codebook = new CodebookView(articles, annotations, codebooks, files);
  const all = vscode.Disposable.from(annotations, outline, list, codebook);
  return { annotations, outline, list, codebook, dispose: () => all.dispose() };
}
