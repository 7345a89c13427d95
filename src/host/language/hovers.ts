/* The hover over tagged words in a text editor: every annotation that stands at that place, smallest first. */
import * as vscode from 'vscode';
import { annotationsAt } from '../../core/annotation/describe';
import { indexOf } from '../../core/annotation/model';
import type { Span } from '../../core/article/article';
import type { AnnotatedArticle, Articles } from '../articles';
import { showsTextOf } from '../editor/articleText';
import { offsetOf, rangeOf } from '../editor/positions';
import { hasNeighbours, isArticle } from '../editor/uris';
import { annotationMarkdown } from './annotationMarkdown';

export class AnnotationHovers implements vscode.HoverProvider {
  private readonly articles: Articles;

  constructor(articles: Articles) {
    this.articles = articles;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const state = this.articles.known(document.uri) ?? (await this.read(document.uri));
    // While the article lags behind the document, a place in one is not a place in the other.
    if (!state || token.isCancellationRequested || !showsTextOf(document, state.article)) return undefined;
    const context = { entries: indexOf(state.sidecar.set), placements: state.placements };
    const offset = offsetOf(state.article, position) - (isBehindSelection(document, position) ? 1 : 0);
    const annotations = annotationsAt(offset, context);
    const first = annotations[0];
    if (!first) return undefined;
    const contents = annotations.flatMap(
      ({ id }, i) => annotationMarkdown(state, id, i > 0 ? 'rule' : 'nothing') ?? [],
    );
    const span = spanAt(first.id, offset, state);
    return new vscode.Hover(contents, span && rangeOf(state.article, span));
  }

  private async read(uri: vscode.Uri): Promise<AnnotatedArticle | undefined> {
    return isArticle(uri) && hasNeighbours(uri) ? this.articles.at(uri) : undefined;
  }
}

/** Whether a place is the caret at the end of selected words, as when an annotation was gone to: those are meant, not what follows. */
function isBehindSelection(document: vscode.TextDocument, position: vscode.Position): boolean {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || editor.selection.isEmpty) return false;
  return editor.selection.active.isEqual(position) && editor.selection.end.isEqual(position);
}

function spanAt(id: string, offset: number, state: AnnotatedArticle): Span | undefined {
  return state.placements.get(id)?.spans.find((span) => span.start <= offset && offset < span.end);
}
