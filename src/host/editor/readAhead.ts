/* The article that a person has as text is understood while nobody waits for it: if it is annotated, it may be opened as an article next. */
import * as vscode from 'vscode';
import type { Articles } from '../articles';

/** Milliseconds after which nobody waits for what was just opened. */
const moment = 200;

/**
 * Of annotated articles alone: to understand long Markdown takes seconds in which no extension of the window answers, and most text that people
 * edit is never read as an article.
 */
export function readAhead(articles: Articles): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const understand = async (uri: vscode.Uri) => {
    const annotated = await articles.at(uri);
    // Parsed when it is first asked for, and from then on known.
    if (annotated?.sidecar.set.annotations.length) annotated.article.blocks;
  };
  const follow = () => {
    clearTimeout(timer);
    const { active } = articles;
    if (active?.via === 'text') timer = setTimeout(() => understand(active.uri), moment);
  };
  follow();
  return vscode.Disposable.from(articles.onDidChangeActive(follow), { dispose: () => clearTimeout(timer) });
}
