/* What there is of the annotations as a whole: how many, and which of them have no words in the text. Pure, worked out once per map. */
import type { PlacedAnnotation } from '../../../messages/content';

export interface Summary {
  readonly byTag: ReadonlyMap<string, number>;
  /** Whose words are not in the article any more, and have no place in it. */
  readonly orphans: readonly PlacedAnnotation[];
  readonly unstated: readonly PlacedAnnotation[];
  readonly drifted: number;
}

const summaries = new WeakMap<ReadonlyMap<string, PlacedAnnotation>, Summary>();

export function summaryOf(annotations: ReadonlyMap<string, PlacedAnnotation>): Summary {
  const known = summaries.get(annotations);
  if (known) return known;
  const byTag = new Map<string, number>();
  const orphans: PlacedAnnotation[] = [];
  const unstated: PlacedAnnotation[] = [];
  let drifted = 0;
  annotations.forEach((annotation) => {
    const { tag, status } = annotation;
    byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
    if (status === 'orphan') orphans.push(annotation);
    else if (status === 'unstated') unstated.push(annotation);
    else if (status === 'drifted') drifted++;
  });
  const summary = { byTag, orphans, unstated, drifted };
  summaries.set(annotations, summary);
  return summary;
}
