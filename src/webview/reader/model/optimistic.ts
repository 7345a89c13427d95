/*
 * What a gesture will look like once the host has done it, painted at once: the host may be far away. Only a picture: the host decides,
 * and its answer replaces this. Pure functions from entries and gestures to entries.
 */

import type { Gesture } from '../../../core/annotation/gesture';
import { type Argument, type Attributes, conclusionOf, type Link } from '../../../core/annotation/model';
import { tidySpans } from '../../../core/annotation/spans';
import type { Article } from '../../../core/article/article';
import type { PlacedAnnotation } from '../../../messages/content';
import { patched } from './patchedMap';

export interface Entries {
  readonly annotations: ReadonlyMap<string, PlacedAnnotation>;
  readonly arguments: ReadonlyMap<string, Argument>;
  readonly links: ReadonlyMap<string, Link>;
  /** Of the article itself. */
  readonly attributes: Attributes;
}

/** The entries with a gesture done to them; the same maps where nothing changes, or can be painted before the host has answered. */
export function painted(entries: Entries, gesture: Gesture, context: { article: Article; annotator: string }): Entries {
  const annotations = new Map<string, PlacedAnnotation | undefined>();
  const args = new Map<string, Argument | undefined>();
  const links = new Map<string, Link | undefined>();
  let { attributes } = entries;
  const change = (ids: readonly string[], how: (annotation: PlacedAnnotation) => PlacedAnnotation) => {
    for (const id of ids) {
      const annotation = entries.annotations.get(id);
      if (annotation) annotations.set(id, how(annotation));
    }
  };
  const { article } = context;
  const { text } = article;
  const standing = (spans: PlacedAnnotation['spans']) => ({
    status: 'exact' as const,
    spans,
    score: 1,
  });
  switch (gesture.verb) {
    case 'tag': {
      const spans = tidySpans(gesture.spans, text);
      if (gesture.id === undefined || spans.length === 0) break;
      annotations.set(gesture.id, { id: gesture.id, tag: gesture.tag, ...standing(spans), by: context.annotator });
      break;
    }
    case 'tagEach':
      gesture.spans.forEach((span, i) => {
        const id = gesture.ids?.[i];
        const spans = tidySpans([span], text);
        if (id === undefined || spans.length === 0) return;
        annotations.set(id, { id, tag: gesture.tag, ...standing(spans), by: context.annotator });
      });
      break;
    case 'retag':
      change(gesture.ids, (annotation) => ({ ...annotation, tag: gesture.tag }));
      break;
    case 'respan':
    case 'accept':
      change([gesture.id], (annotation) => ({ ...annotation, ...standing(tidySpans(gesture.spans, text)) }));
      break;
    case 'addFragment':
      change([gesture.id], (annotation) => ({
        ...annotation,
        ...standing(tidySpans([...annotation.spans, ...gesture.spans], text)),
      }));
      break;
    case 'remove': {
      const gone = withDependents(entries, gesture.ids);
      for (const id of gone) {
        annotations.set(id, undefined);
        args.set(id, undefined);
        links.set(id, undefined);
      }
      for (const { id, from, rephrases } of entries.links.values()) {
        if (gone.has(from) || gone.has(rephrases)) links.set(id, undefined);
      }
      for (const [id, argument] of entries.arguments) {
        const premises = argument.premises.filter((premise) => !gone.has(premise));
        if (!gone.has(id) && premises.length < argument.premises.length) args.set(id, { ...argument, premises });
      }
      break;
    }
    case 'write': {
      const { field, ids, value } = gesture;
      if (field !== 'scheme') change(ids, (annotation) => withField(annotation, field, value.trim()));
      for (const id of field === 'scheme' || field === 'note' ? ids : []) {
        const argument = entries.arguments.get(id);
        if (argument) args.set(id, withField(argument, field, value.trim()));
        const link = field === 'note' ? entries.links.get(id) : undefined;
        if (link) links.set(id, withField(link, field, value.trim()));
      }
      break;
    }
    case 'setAttribute':
      change(gesture.ids, (annotation) => {
        const attributes = withField({ ...annotation.attributes }, gesture.name, gesture.value ?? '');
        return withField(annotation, 'attributes', Object.keys(attributes).length > 0 ? attributes : '');
      });
      break;
    case 'setArticleAttribute':
      attributes = withField({ ...attributes }, gesture.name, gesture.value ?? '');
      break;
    case 'argue': {
      const { premises, relation, target, id } = gesture;
      const onto = entries.arguments.get(target);
      if (onto && relation === 'supports') {
        args.set(onto.id, { ...onto, premises: [...new Set([...onto.premises, ...premises])] });
      } else if (id !== undefined) {
        args.set(id, { id, premises: [...premises], [relation]: target, by: context.annotator });
      }
      break;
    }
    case 'dropPremise': {
      const argument = entries.arguments.get(gesture.argument);
      if (!argument) break;
      const premises = argument.premises.filter((premise) => premise !== gesture.premise);
      if (premises.length > 0) args.set(argument.id, { ...argument, premises });
      else for (const id of withDependents(entries, [argument.id])) args.set(id, undefined);
      break;
    }
    case 'addUnstated':
      break;
  }
  return {
    annotations: patched(entries.annotations, annotations),
    arguments: patched(entries.arguments, args),
    links: patched(entries.links, links),
    attributes,
  };
}

/** The ids together with the arguments that cannot stand without them (sidecar.md, rule 8). */
function withDependents(entries: Entries, ids: readonly string[]): Set<string> {
  const gone = new Set(ids);
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const argument of entries.arguments.values()) {
      const target = conclusionOf(argument)?.target;
      const lostPremises = argument.premises.length > 0 && argument.premises.every((premise) => gone.has(premise));
      if (lostPremises || (target !== undefined && gone.has(target))) gone.add(argument.id);
    }
  }
  return gone;
}

/** An empty value takes the field away. */
function withField<T extends object>(entry: T, field: string, value: unknown): T {
  const copy = { ...entry } as Record<string, unknown>;
  if (value === '' || (Array.isArray(value) && value.length === 0)) delete copy[field];
  else copy[field] = value;
  return copy as T;
}
