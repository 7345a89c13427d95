/* What an annotation is called by. The host sends old words only; those that stand in the text are taken from there when they are needed. */
import type { Article } from '../../../core/article/article';
import { shownQuote } from '../../../core/article/shownWords';
import type { PlacedAnnotation } from '../../../messages/content';

/** In one line, as a reader sees the words; those recorded where they do not stand as they were. */
export function quoteIn(article: Article, { quote, spans }: Pick<PlacedAnnotation, 'quote' | 'spans'>): string {
  return quote ?? shownQuote(article, spans);
}
