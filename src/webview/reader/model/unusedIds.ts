/* Ids for what is painted before the host has made it. */
import { freshId } from '../../../core/annotation/ids';
import { emptySet } from '../../../core/annotation/model';
import type { Model } from './store';

/** An id that neither an entry nor a painted one has. */
export function unusedId(model: Model): string {
  for (;;) {
    const id = freshId(emptySet, () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32);
    if (!model.annotations.has(id) && !model.arguments.has(id)) return id;
  }
}

/** As many ids as are asked for, each another one. */
export function unusedIds(model: Model, count: number): string[] {
  const ids = new Set<string>();
  while (ids.size < count) ids.add(unusedId(model));
  return [...ids];
}
