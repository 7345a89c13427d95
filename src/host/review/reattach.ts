/*
 * An orphan gets words again: those that are selected, or those that a person then looks for in the reading view, where the search opens with
 * the rarest of its old ones. It keeps its id and all that is said of it.
 */
import type { Annotation } from '../../core/annotation/model';
import type { AnnotatedArticle } from '../articles';
import { sameUri } from '../editor/uris';
import { searchFor } from './reviewItem';
import type { ReviewParts } from './reviewSession';

/** `selected` is where the person stood when the command was called. */
export async function reattach(
  { articles, registry, editors }: ReviewParts,
  { uri, article }: AnnotatedArticle,
  annotation: Annotation,
  selected: ReviewParts['articles']['selection'],
): Promise<void> {
  const { id } = annotation;
  const spans = selected && sameUri(selected.uri, uri) ? selected.spans : [];
  if (spans.length > 0) {
    if (await articles.perform(uri, { verb: 'respan', id, spans }, article.text))
      await articles.reveal(uri, { id }, { focus: true });
    return;
  }
  if (articles.active?.via !== 'reader' || !sameUri(articles.active.uri, uri)) await editors.showAsArticle(uri);
  const reader = registry.panel(uri);
  reader?.panel.reveal(undefined, false);
  reader?.send({ type: 'anew', id, search: searchFor(annotation, article) });
}
