/* How one list of entries becomes another one, an entry at a time: what comes and goes is known by its id, never by its place. */
import { sameValue } from '../annotation/edit';
import { isMap, type Value } from './entryText';

/**
 * The first step from one list of entries to another one, told apart by id, so that an entry's comments and unknown keys never end up with another one.
 * None for lists of other things, or where the same ids are left in the same order.
 */
export function stepById(
  before: readonly Value[],
  after: readonly Value[],
): { readonly do: 'remove' | 'insert'; readonly at: number } | undefined {
  const idOf = (value: Value | undefined): Value | undefined => (isMap(value) ? value.id : undefined);
  const has = (list: readonly Value[], id: Value | undefined): boolean =>
    list.some((value) => sameValue(idOf(value), id));
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const id = idOf(before[at]);
    const next = idOf(after[at]);
    if (sameValue(id, next)) continue;
    if (id !== undefined && !has(after, id)) return { do: 'remove', at };
    return next !== undefined && !has(before, next) ? { do: 'insert', at } : undefined;
  }
  return undefined;
}
