/* In which order tags are offered. Without VS Code. */
import type { Tag } from '../../core/annotation/codebook';

/** Those used last first; then those that have a key, then the others, as the codebook has them. Names in `recent` that it lacks do not count. */
export function offeredTags(tags: readonly Tag[], recent: readonly string[]): Tag[] {
  const rank = (tag: Tag): number => {
    const used = recent.indexOf(tag.name);
    if (used >= 0) return used;
    return recent.length + (tag.key === undefined ? 1 : 0);
  };
  return [...tags].sort((a, b) => rank(a) - rank(b));
}
