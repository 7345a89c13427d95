/* The article that a person has as text is understood while nobody waits for it: it may be opened as an article next. */
import * as vscode from 'vscode';
import type { Articles } from '../articles';

/** Milliseconds after which nobody waits for what was just opened. */
const moment = 200;

export function readAhead(articles: Articles): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscription = articles.onDidChangeActive((active) => {
    clearTimeout(timer);
    if (active?.via === 'text') timer = setTimeout(() => understand(active.uri), moment);
  });
  const understand = async (uri: vscode.Uri) => {
    const annotated = await articles.at(uri);
    // Parsed when it is first asked for, and from then on known.
    annotated?.article.blocks;
  };
  return vscode.Disposable.from(subscription, { dispose: () => clearTimeout(timer) });
}
