/* Between the offsets of an article's text and those that are recorded with words. Code points are counted once for each text, and only when they are needed. */
import type { Selector } from '../../core/annotation/model';
import type { Article, Span } from '../../core/article/article';
import { type CodePointIndex, indexCodePoints } from '../../core/sidecar/codePoints';
import { selectorOf } from '../../core/sidecar/selector';

const indexes = new WeakMap<Article, CodePointIndex>();

export function unitsIn(article: Article): CodePointIndex {
  const known = indexes.get(article);
  if (known) return known;
  const index = indexCodePoints(article.text);
  indexes.set(article, index);
  return index;
}

/** The words of a span (UTF-16 units of the canonical text) as they are recorded. */
export const selectorIn = (article: Article, span: Span): Selector => selectorOf(article.text, span, unitsIn(article));
