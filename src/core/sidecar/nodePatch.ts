/*
 * Changes of single values in a YAML text, from what a map says now towards what it should say: which of its nodes are cut, and how. Many values may
 * change at once; a change of shape never comes with others, since the text has to be read again after it.
 */
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { sameValue } from '../annotation/edit';
import { endOf, isEmptyScalar, keyOf, startOf } from '../yaml/nodes';
import { isList, isMap as isMapValue, rendered, type Value, type ValueMap } from './entryText';
import { stepById } from './listSteps';
import {
  addPair,
  insertItem,
  type PatchBase,
  removeItem,
  removePair,
  replaceItem,
  replaceValue,
  type Splice,
} from './nodeSplices';
import { scalar } from './scalars';

/** One change that is due, in the order of the keys. */
interface Change {
  readonly splices: readonly Splice[];
  readonly reshapes: boolean;
}

/** The splices that take a map one step from what it says now towards what it should say. `order`: where new keys go. */
export function mapStep(
  base: PatchBase,
  node: YAMLMap,
  before: ValueMap,
  after: ValueMap,
  order: readonly string[],
): readonly Splice[] {
  const splices: Splice[] = [];
  for (const change of changesOfMap(base, node, before, after, order)) {
    if (change.reshapes) return splices.length > 0 ? splices : change.splices;
    splices.push(...change.splices);
  }
  return splices;
}

function* changesOfMap(
  base: PatchBase,
  node: YAMLMap,
  before: ValueMap,
  after: ValueMap,
  order: readonly string[],
): Iterable<Change> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const previous = own(before, key);
    const next = own(after, key);
    if (sameValue(previous, next)) continue;
    const pair = node.items.find((pair) => keyOf(pair) === key);
    if (next !== undefined && pair) yield* changesOfPair(base, node, pair, key, previous, next);
    else if (next !== undefined) yield reshaping(addPair(base, node, key, next, order));
    else if (pair) yield reshaping(removePair(base, node, pair));
  }
}

function* changesOfPair(
  base: PatchBase,
  parent: YAMLMap,
  pair: Pair,
  key: string,
  before: Value | undefined,
  after: Value,
): Iterable<Change> {
  const node = pair.value;
  if (isList(before) && isList(after) && isSeq(node) && after.length > 0 && (node.items.length > 0 || node.flow)) {
    yield* changesOfList(base, node, key, before, after);
  } else if (
    isMapValue(before) &&
    isMapValue(after) &&
    isMap(node) &&
    (Object.keys(after).length > 0 || node.items.length > Object.keys(before).length)
  ) {
    yield* changesOfMap(base, node, before, after, Object.keys(after));
  } else yield inPlace(base, node, key, after, parent) ?? reshaping(replaceValue(base, parent, pair, key, after));
}

function* changesOfList(
  base: PatchBase,
  node: YAMLSeq,
  key: string,
  before: readonly Value[],
  after: readonly Value[],
): Iterable<Change> {
  const remove = (i: number) => reshaping(removeItem(base, node, i));
  const insert = (i: number) => reshaping(insertItem(base, node, i, key, after[i] as Value));
  const step = stepById(before, after);
  if (step) {
    yield step.do === 'remove' ? remove(step.at) : insert(step.at);
    return;
  }
  let from = 0;
  while (from < before.length && from < after.length && sameValue(before[from], after[from])) from++;
  let [end, nextEnd] = [before.length, after.length];
  while (end > from && nextEnd > from && sameValue(before[end - 1], after[nextEnd - 1])) {
    end--;
    nextEnd--;
  }
  if (end > nextEnd) yield remove(nextEnd);
  else if (end < nextEnd) yield insert(end);
  else for (let i = from; i < end; i++) yield* changesOfItem(base, node, i, key, before[i] as Value, after[i] as Value);
}

function* changesOfItem(
  base: PatchBase,
  node: YAMLSeq,
  i: number,
  key: string,
  before: Value,
  after: Value,
): Iterable<Change> {
  const item = node.items[i];
  if (isMapValue(before) && isMapValue(after) && isMap(item))
    yield* changesOfMap(base, item, before, after, Object.keys(after));
  else yield inPlace(base, item, key, after) ?? reshaping(replaceItem(base, node, i, key, after));
}

/** A value on one line in the place of another one; undefined where they are not both that. `parent`: the map that a pair's value is in. */
function inPlace(base: PatchBase, node: unknown, key: string, after: Value, parent?: YAMLMap): Change | undefined {
  if (isList(after) || isMapValue(after) || base.bare) return undefined;
  if (!isAlias(node) && !isScalar(node)) return undefined;
  if (isEmptyScalar(node) || (isScalar(node) && node.type?.startsWith('BLOCK'))) return undefined;
  if (parent && !parent.flow && rendered(key, after, 0).body.length > 0) return undefined;
  const splice = { start: startOf(node), end: endOf(node), text: scalar(key, after, base.json) };
  return { splices: [splice], reshapes: false };
}

const reshaping = (splices: readonly Splice[]): Change => ({ splices, reshapes: true });

const own = (map: ValueMap, key: string): Value | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);
