/* The longest chain of a list: what of two versions of a text is still in one order. */
import { firstWhere } from '../halving';

/**
 * The most items, in the order of the list, of which each may come before the next one (patience sorting; Fredman, 1975). O(n log n).
 * @param mayPrecede a total order, strict or not.
 */
export function longestChain<T>(items: readonly T[], mayPrecede: (item: T, next: T) => boolean): T[] {
  /** By length of the chain less one: the last item of the best one so far; and what came before each item in its chain. */
  const ends: number[] = [];
  const previous = new Int32Array(items.length);
  for (const [i, item] of items.entries()) {
    const length = firstWhere(ends.length, (k) => !mayPrecede(items[ends[k] as number] as T, item));
    previous[i] = length === 0 ? -1 : (ends[length - 1] as number);
    ends[length] = i;
  }
  const chain: T[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] as number) chain.push(items[i] as T);
  return chain.reverse();
}
