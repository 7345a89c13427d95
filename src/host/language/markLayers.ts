/*
 * Which spans of an article get which mark in a text editor, without VS Code. A text editor draws one underline and one border per
 * character, not one per annotation, so overlapping annotations are put into three layers: the first drawn as an underline, the second
 * as a border below it, the third as a shadow below that.
 */

import { type Codebook, type LineStyle, type TagColour, tagOf } from '../../core/annotation/codebook';
import { type AnnotationSet, indexOf } from '../../core/annotation/model';
import type { Placements } from '../../core/annotation/placement';
import type { Span } from '../../core/article/article';
import { compareSpans } from '../../core/article/ranges';

export interface Mark extends Span {
  readonly id: string;
  readonly colour: TagColour;
  readonly line: LineStyle;
  readonly layer: 0 | 1 | 2;
}

/** In text order. What is deeper than three shares the last layer. O(n log n). */
export function marksOf(set: AnnotationSet, placements: Placements, codebook: Codebook): readonly Mark[] {
  const spans: (Span & { readonly id: string; readonly tag: string })[] = [];
  for (const { id, tag } of indexOf(set).annotations.values()) {
    for (const { start, end } of placements.get(id)?.spans ?? []) if (start < end) spans.push({ start, end, id, tag });
  }
  spans.sort(compareSpans);
  const free: [number, number, number] = [0, 0, 0];
  return spans.map(({ tag, ...span }): Mark => {
    const { colour, line } = tagOf(codebook, tag);
    const layer = span.start >= free[0] ? 0 : span.start >= free[1] ? 1 : 2;
    free[layer] = Math.max(free[layer], span.end);
    return { ...span, colour, line, layer };
  });
}
