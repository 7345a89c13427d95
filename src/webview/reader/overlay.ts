/*
 * What a gesture will look like once the host has done it, painted at once: the host may be far away. Only a picture: the host decides,
 * and its answer replaces this. Pure functions from entries and gestures to entries.
 */

import type { Gesture } from '../../core/annotation/gesture';
import { type Argument, conclusionOf } from '../../core/annotation/model';
import { tidySpans } from '../../core/annotation/spans';
import type { PlacedAnnotation } from '../../messages';

export interface Entries {
  readonly annotations: ReadonlyMap<string, PlacedAnnotation>;
  readonly arguments: ReadonlyMap<string, Argument>;
}

/** The entries with a gesture done to them; the same maps where nothing can be painted before the host has answered. */
export function painted(entries: Entries, gesture: Gesture, context: { text: string; annotator: string }): Entries {
  const annotations = new Map(entries.annotations);
  const args = new Map(entries.arguments);
  const change = (ids: readonly string[], how: (annotation: PlacedAnnotation) => PlacedAnnotation) => {
    for (const id of ids) {
      const annotation = annotations.get(id);
      if (annotation) annotations.set(id, how(annotation));
    }
  };
  const standing = (spans: PlacedAnnotation['spans']) => ({
    status: 'exact' as const,
    spans,
    quote: spans.map((span) => context.text.slice(span.start, span.end)).join(' … '),
  });
  switch (gesture.verb) {
    case 'tag': {
      const spans = tidySpans(gesture.spans, context.text);
      if (gesture.id === undefined || spans.length === 0) return entries;
      annotations.set(gesture.id, { id: gesture.id, tag: gesture.tag, ...standing(spans), by: context.annotator });
      break;
    }
    case 'retag':
      change(gesture.ids, (annotation) => ({ ...annotation, tag: gesture.tag }));
      break;
    case 'respan':
      change([gesture.id], (annotation) => ({ ...annotation, ...standing(tidySpans(gesture.spans, context.text)) }));
      break;
    case 'addFragment':
      change([gesture.id], (annotation) => ({
        ...annotation,
        ...standing(tidySpans([...annotation.spans, ...gesture.spans], context.text)),
      }));
      break;
    case 'remove': {
      const gone = withDependents(entries, gesture.ids);
      for (const id of gone) {
        annotations.delete(id);
        args.delete(id);
      }
      for (const [id, argument] of args) {
        const premises = argument.premises.filter((premise) => !gone.has(premise));
        if (premises.length < argument.premises.length) args.set(id, { ...argument, premises });
      }
      break;
    }
    case 'write':
      if (gesture.field !== 'scheme') {
        change(gesture.ids, (annotation) => withField(annotation, gesture.field, gesture.value.trim()));
      }
      for (const id of gesture.ids) {
        const argument = args.get(id);
        if (argument && (gesture.field === 'scheme' || gesture.field === 'note')) {
          args.set(id, withField(argument, gesture.field, gesture.value.trim()));
        }
      }
      break;
    case 'setAttribute':
      change(gesture.ids, (annotation) => {
        const attributes = withField({ ...annotation.attributes }, gesture.name, gesture.value ?? '');
        return withField(annotation, 'attributes', Object.keys(attributes).length > 0 ? attributes : '');
      });
      break;
    case 'argue': {
      const onto = args.get(gesture.target);
      if (onto && gesture.relation === 'supports') {
        args.set(onto.id, { ...onto, premises: [...new Set([...onto.premises, ...gesture.premises])] });
      } else if (gesture.id !== undefined) {
        args.set(gesture.id, {
          id: gesture.id,
          premises: [...gesture.premises],
          [gesture.relation]: gesture.target,
          by: context.annotator,
        });
      } else return entries;
      break;
    }
    case 'dropPremise': {
      const argument = args.get(gesture.argument);
      if (!argument) return entries;
      const premises = argument.premises.filter((premise) => premise !== gesture.premise);
      if (premises.length > 0) args.set(argument.id, { ...argument, premises });
      else for (const id of withDependents(entries, [argument.id])) args.delete(id);
      break;
    }
    case 'addUnstated':
      return entries;
  }
  return { annotations, arguments: args };
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
