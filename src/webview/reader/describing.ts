/* What the page knows, in the shape that `core/annotation/describe` reads: one wording for hover cards, details, tree and terminal. */

import { type DescribeContext, type Description, describe } from '../../core/annotation/describe';
import type { Annotation, AnnotationSet } from '../../core/annotation/model';
import type { Placement } from '../../core/annotation/placement';
import type { PlacedAnnotation } from '../../messages/content';
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
    annotations.push(recorded(annotation));
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

function recorded({ status, spans: _, score: __, why: ___, quote, ...fields }: PlacedAnnotation): Annotation {
  return { ...fields, spans: status === 'unstated' ? [] : [{ quote }] };
}
