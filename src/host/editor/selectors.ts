/* The words of an article's span as they are recorded. Its code points are counted once for each text, and only when something is tagged. */
import type { Selector } from '../../core/annotation/model';
import type { Article, Span } from '../../core/article/article';
import { type CodePointIndex, indexCodePoints } from '../../core/sidecar/codePoints';
import { selectorOf } from '../../core/sidecar/selector';

const indexes = new WeakMap<Article, CodePointIndex>();

/** `span` in UTF-16 units of the canonical text. */
export function selectorIn(article: Article, span: Span): Selector {
  let index = indexes.get(article);
  if (!index) {
    index = indexCodePoints(article.text);
    indexes.set(article, index);
  }
  return selectorOf(article.text, span, index);
}
