/*
 * The order of annotations: as they stand in the text, and where a new one goes in the list: in document order among those that stand in
 * the text, before the unstated ones, and without moving any other entry (sidecar.md, rule 3), so that two branches seldom touch the same
 * lines.
 */

import type { Span } from '../article/article';
import { compareSpans } from '../article/ranges';
import { firstWhere } from '../halving';
import { type Annotation, type AnnotationSet, indexOf } from './model';
import type { Placements } from './placement';

/** Each id once, by place in the text; those that stand nowhere in it last, as listed. */
export function inTextOrder({
  set,
  placements,
}: {
  readonly set: AnnotationSet;
  readonly placements: Placements;
}): Annotation[] {
  return byPlace([...indexOf(set).annotations.values()], placements);
}

/** By place in the text; those that stand nowhere in it last, as they come. */
export function byPlace(annotations: readonly Annotation[], placements: Placements): Annotation[] {
  const ordered = annotations.map((annotation) => {
    const spans = placements.get(annotation.id)?.spans ?? [];
    return { annotation, start: spans[0]?.start ?? Number.POSITIVE_INFINITY, end: spans.at(-1)?.end ?? 0 };
  });
  // Infinity minus itself is no number: two without a place compare as equal and keep their order.
  return ordered.sort(compareSpans).map(({ annotation }) => annotation);
}

/**
 * The id of the annotation that one on these spans (UTF-16 units) is inserted before, undefined for the end of the list.
 * That is the next one in the text, not the first later one in the list: a list out of order gets no worse.
 */
export function nextInText(set: AnnotationSet, placements: Placements, spans: readonly Span[]): string | undefined {
  if (spans.length === 0) return undefined;
  let next: { readonly id: string; readonly place: Span } | undefined;
  const place = extent(spans);
  let lastStated = -1;
  set.annotations.forEach((annotation, i) => {
    if (annotation.spans.length > 0) lastStated = i;
    const spans = placements.get(annotation.id)?.spans ?? [];
    if (spans.length === 0) return;
    const other = extent(spans);
    if (compareSpans(other, place) > 0 && (!next || compareSpans(other, next.place) < 0)) {
      next = { id: annotation.id, place: other };
    }
  });
  return next?.id ?? set.annotations[lastStated + 1]?.id;
}

/** `nextInText` for many places: what is there is put in order once. */
export function nextInTextOf(set: AnnotationSet, placements: Placements): (place: Span) => string | undefined {
  const placed = set.annotations
    .map(({ id }) => ({ id, spans: placements.get(id)?.spans ?? [] }))
    .filter(({ spans }) => spans.length > 0)
    .map(({ id, spans }) => ({ id, place: extent(spans) }))
    .sort((a, b) => compareSpans(a.place, b.place));
  const unstated = set.annotations[set.annotations.findLastIndex(({ spans }) => spans.length > 0) + 1]?.id;
  return (place) => {
    const isBehind = (i: number) => compareSpans((placed[i] as { readonly place: Span }).place, place) > 0;
    return placed[firstWhere(placed.length, isBehind)]?.id ?? unstated;
  };
}

function extent(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}
