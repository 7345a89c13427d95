/*
 * A set whose annotations are called by their words as a reader sees them, without Markdown's signs: what trees, lists and hovers name
 * annotations from. The words recorded stay where there is nothing to take away, and where the text has others by now.
 */
import type { Article, Span } from '../article/article';
import { shownQuote } from '../article/shownWords';
import type { Annotation, AnnotationSet } from './model';
import type { Placements } from './placement';

export interface Shown {
  readonly set: AnnotationSet;
  readonly placements: Placements;
  readonly article: Article;
}

/** What may be a sign of Markdown, or the beginning of another block. Most quotes have none of it, and cost nothing. */
const signs = /[*_`~[\]\\<>&#|]|\n[ \t]*[-+=\d]/;

const nowhere: readonly Span[] = [];

const kept = new WeakMap<AnnotationSet, { readonly placements: Placements; readonly shown: AnnotationSet }>();

/** The same set where nothing in it is shown otherwise. Words are looked up when somebody reads them. */
export function asShown({ set, placements, article }: Shown): AnnotationSet {
  if (article.format !== 'markdown') return set;
  const known = kept.get(set);
  if (known?.placements === placements) return known.shown;
  let differs = false;
  const annotations = set.annotations.map((annotation) => {
    if (!annotation.spans.some(({ quote }) => signs.test(quote))) return annotation;
    differs = true;
    return withShownWords(annotation, placements.get(annotation.id)?.spans ?? nowhere, article);
  });
  const shown = differs ? { ...set, annotations } : set;
  kept.set(set, { placements, shown });
  return shown;
}

/** One that is as it was keeps its words: an edit of one annotation makes nothing anew of the others. */
const made = new WeakMap<
  Annotation,
  { readonly places: readonly Span[]; readonly article: Article; readonly shown: Annotation }
>();

function withShownWords(annotation: Annotation, places: readonly Span[], article: Article): Annotation {
  const known = made.get(annotation);
  if (known?.places === places && known.article === article) return known.shown;
  const spans = annotation.spans.map((span) => {
    let words: string | undefined;
    return {
      ...span,
      get quote() {
        words ??= wordsOf(span.quote, places, article);
        return words;
      },
    };
  });
  const shown = { ...annotation, spans };
  made.set(annotation, { places, article, shown });
  return shown;
}

function wordsOf(quote: string, places: readonly Span[], article: Article): string {
  const place = places.find(({ start, end }) => article.text.slice(start, end) === quote);
  return (place && shownQuote(article, [place])) || quote;
}
