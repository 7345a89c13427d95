/*
 * An entry, or a part of one, as it is written where nothing is to be kept: one fact a line, two spaces deeper for each level, or in one line
 * where it goes into a list in flow style.
 */
import type { AttributeValue, Entry, EntryKind } from '../annotation/model';
import { keyText, literalLines, scalar } from './scalars';
import { fieldOrder, selectorOrder } from './schema';

export type Value = AttributeValue | null | readonly Value[] | { readonly [key: string]: Value | undefined };

export type ValueMap = { readonly [key: string]: Value | undefined };

/** A value as it follows its key: what stands on the key's line, and the lines below, without line breaks. */
export interface Rendered {
  readonly head: string;
  readonly body: readonly string[];
}

/** The lines of an entry in a block list whose dashes stand at `dashColumn`, without line breaks. */
export function entryLines(kind: EntryKind, entry: Entry, dashColumn: number): string[] {
  return itemLines('', orderedEntry(kind, entry), dashColumn);
}

/** The fields of an entry in the order in which they are written. */
export function orderedEntry(kind: EntryKind, entry: Entry): ValueMap {
  return ordered(entry as unknown as ValueMap, fieldOrder[kind]);
}

function ordered<T>(value: { readonly [key: string]: T }, order: readonly string[]): { readonly [key: string]: T } {
  const result: { [key: string]: T } = {};
  for (const key of order) if (value[key] !== undefined) result[key] = value[key] as T;
  return result;
}

/** The order in which the keys of a map are written, for the map that stands under `field` (`''`: an entry, ordered by its maker). */
function keysOf(field: string, value: ValueMap): string[] {
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  if (field !== 'spans') return keys;
  const known = selectorOrder.filter((key) => keys.includes(key));
  return [...known, ...keys.filter((key) => !known.includes(key))];
}

/** The lines of an item of the list under `field`, dash and all. */
export function itemLines(field: string, value: Value, dashColumn: number): string[] {
  const indent = ' '.repeat(dashColumn);
  if (!isMap(value)) {
    if (isList(value)) return [`${indent}- ${flowText(field, value)}`];
    return [`${indent}- ${scalar(field, value)}`];
  }
  const keys = keysOf(field, value);
  if (keys.length === 0) return [`${indent}- {}`];
  const lines = keys.flatMap((key) => pairLines(key, value[key] as Value, dashColumn + 2));
  return [`${indent}- ${lines[0]?.slice(dashColumn + 2)}`, ...lines.slice(1)];
}

/** The lines of a key at `column` with its value. */
export function pairLines(key: string, value: Value, column: number): string[] {
  const { head, body } = rendered(key, value, column);
  return [`${' '.repeat(column)}${keyText(key)}:${head && ` ${head}`}`, ...body];
}

/** The value of a key that stands at `column`. */
export function rendered(key: string, value: Value, column: number): Rendered {
  if (isList(value)) {
    return value.length === 0
      ? { head: '[]', body: [] }
      : { head: '', body: value.flatMap((item) => itemLines(key, item, column + 2)) };
  }
  if (isMap(value)) {
    const keys = keysOf(key, value);
    return keys.length === 0
      ? { head: '{}', body: [] }
      : { head: '', body: keys.flatMap((name) => pairLines(name, value[name] as Value, column + 2)) };
  }
  const lines = key === 'note' && typeof value === 'string' ? literalLines(value) : undefined;
  if (!lines) return { head: scalar(key, value), body: [] };
  const indent = ' '.repeat(column + 2);
  return { head: '|-', body: lines.map((line) => line && indent + line) };
}

/** A value in one line. `json`: as JSON, names in quotes too. */
export function flowText(field: string, value: Value, json = false): string {
  if (isList(value)) return `[${value.map((item) => flowText(field, item, json)).join(', ')}]`;
  if (!isMap(value)) return scalar(field, value, json);
  const pairs = keysOf(field, value).map((key) => flowPair(key, value[key] as Value, json));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

export const flowPair = (key: string, value: Value, json: boolean): string =>
  `${keyText(key, json)}: ${flowText(key, value, json)}`;

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);
export const isMap = (value: unknown): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
