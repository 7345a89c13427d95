/* What the page knows, in the shape that `core/annotation/describe` reads: one wording for hover cards, details, tree and terminal. */

import { type DescribeContext, type Description, describe } from '../../../core/annotation/describe';
import type { Annotation } from '../../../core/annotation/model';
import type { Article } from '../../../core/article/article';
import type { PlacedAnnotation } from '../../../messages/content';
import { quoteIn } from './quoteIn';
import { endsOf } from './relations';
import type { Model } from './store';

export function described(model: Model, id: string): Description | undefined {
  return describe(id, contextOf(model));
}

/** Of thousands of annotations few are described: each is made when it is asked for. */
export function contextOf({ annotations, arguments: args, links, article, codebook }: Model): DescribeContext {
  const get = (id: string): Annotation | undefined => {
    const annotation = annotations.get(id);
    return annotation && recorded(annotation, article);
  };
  const has = (id: string) => annotations.has(id);
  const entries = { annotations: { get, has }, arguments: args, links, ...endsOf(args) };
  return { entries, placements: annotations, codebook };
}

/** Its words are looked up when somebody reads them. */
function recorded(annotation: PlacedAnnotation, article: Article): Annotation {
  const { status, spans: _, score: __, why: ___, quote: ____, ...fields } = annotation;
  const selector = {
    get quote() {
      return quoteIn(article, annotation);
    },
  };
  return { ...fields, spans: status === 'unstated' ? [] : [selector] };
}
