/* What the page knows, in the shape that `core/annotation/describe` reads: one wording for hover cards, details, tree and terminal. */

import { type DescribeContext, type Description, describe } from '../../../core/annotation/describe';
import type { Annotation, AnnotationSet } from '../../../core/annotation/model';
import type { Placement } from '../../../core/annotation/placement';
import type { Article } from '../../../core/article/article';
import type { PlacedAnnotation } from '../../../messages/content';
import { quoteIn } from './quoteIn';
import type { Model } from './store';

const contexts = new WeakMap<Model, DescribeContext>();

export function described(model: Model, id: string): Description | undefined {
  return describe(id, contextOf(model));
}

/** Worked out once per model, and only when something is to be described. */
export function contextOf(model: Model): DescribeContext {
  const known = contexts.get(model);
  if (known) return known;
  const placements = new Map<string, Placement>();
  const annotations: Annotation[] = [];
  for (const annotation of model.annotations.values()) {
    placements.set(annotation.id, annotation);
    annotations.push(recorded(annotation, model.article));
  }
  const set: AnnotationSet = {
    annotations,
    arguments: [...model.arguments.values()],
    links: [...model.links.values()],
  };
  const context = { set, placements, codebook: model.codebook };
  contexts.set(model, context);
  return context;
}

/** Its words are looked up when somebody reads them: there may be thousands of annotations, and few are described. */
function recorded(annotation: PlacedAnnotation, article: Article): Annotation {
  const { status, spans: _, score: __, why: ___, quote: ____, ...fields } = annotation;
  const selector = {
    get quote() {
      return quoteIn(article, annotation);
    },
  };
  return { ...fields, spans: status === 'unstated' ? [] : [selector] };
}
