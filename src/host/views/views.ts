/* The sidebar: the annotations of the active article, and the articles of the workspace. */
import * as vscode from 'vscode';
import type { Articles } from '../articles';
import { AnnotationsView } from './annotationsView';
import { ArticlesView } from './articlesView';

/** The trees, for the commands that act on what is selected in them. */
export interface Views extends vscode.Disposable {
  readonly annotations: AnnotationsView;
  readonly list: ArticlesView;
}

/** `memory` keeps the chosen grouping for the next start. */
export function registerViews(articles: Articles, memory?: vscode.Memento): Views {
  const annotations = new AnnotationsView(articles, memory);
  const list = new ArticlesView(articles);
  return { annotations, list, dispose: () => vscode.Disposable.from(annotations, list).dispose() };
}
