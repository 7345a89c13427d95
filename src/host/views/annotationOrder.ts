/* The order in which annotations stand in the tree, or in one of its groups: by place in the text, by tag, or the newest first. */
import type { Annotation } from '../../core/annotation/model';
import { inTextOrder } from '../../core/annotation/order';
import type { TreeSource } from './treeNodes';
import type { Sort } from './treeShape';

/** Each once. Those that are alike stand as in the text; what has no time comes after what has one. */
export function inTreeOrder(source: TreeSource, sort: Sort): readonly Annotation[] {
  const ordered = inTextOrder(source);
  if (sort === 'position') return ordered;
  if (sort === 'tag') {
    const ranks = new Map(source.codebook.tags.map(({ name }, i) => [name, i]));
    for (const { tag } of ordered) if (!ranks.has(tag)) ranks.set(tag, ranks.size);
    return sortedBy(ordered, ({ tag }) => ranks.get(tag) ?? 0);
  }
  return sortedBy(ordered, ({ at }) => {
    const time = at === undefined ? Number.NaN : Date.parse(at);
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : -time;
  });
}

function sortedBy(annotations: readonly Annotation[], rankOf: (annotation: Annotation) => number): Annotation[] {
  return annotations
    .map((annotation) => ({ annotation, rank: rankOf(annotation) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
    .map(({ annotation }) => annotation);
}
