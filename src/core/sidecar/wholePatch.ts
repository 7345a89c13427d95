/*
 * Edits in a section or a file that cannot be cut by lines (flow style, JSON, anchored lists): the same changes of single values, made at the places
 * where the nodes of the whole piece stand. What comes out is never taken on trust: the caller reads the whole text again.
 */
import { isMap, isSeq } from 'yaml';
import { type Entry, type EntryKind, listOf } from '../annotation/model';
import { type Pair, parseYaml, type YAMLMap } from '../yaml/nodes';
import { modelView } from './entryPatch';
import { orderedEntry } from './entryText';
import { asMap, type Find, patchedMapText } from './mapPatch';
import { addPair, insertItem, isJson, removeItem, replaceValue, spliced } from './nodeSplices';
import type { EntryPiece, EntryRecord, WholePiece } from './pieces';
import { fieldOrder, rootOrder } from './schema';
import { isNothing, sectionPair } from './sectionMarks';

/** The change of one entry: to another one, away (no `after`), or in (no `record`), before the record `next` or at the end. */
export interface WholeChange {
  readonly kind: EntryKind;
  readonly record?: EntryRecord;
  readonly after?: Entry;
  readonly next?: EntryRecord | undefined;
}

/** The piece with the change made; undefined where it could not be. */
export function patchedWhole(piece: WholePiece, change: WholeChange, newline: string): WholePiece | undefined {
  if (change.record && change.after) return modified(piece, change.kind, change.record, change.after, newline);
  return restructured(piece, change, newline);
}

function modified(
  piece: WholePiece,
  kind: EntryKind,
  record: EntryRecord,
  after: Entry,
  newline: string,
): WholePiece | undefined {
  const at = piece.records.filter((other) => other.kind === kind).indexOf(record);
  const find: Find = (root) => asMap(itemsOf(root, kind)[at]);
  const text = patchedMapText(piece.text, find, orderedEntry(kind, after), fieldOrder[kind], newline, modelView(kind));
  return text === undefined ? undefined : withRecords(piece, text, { ...record, id: after.id, entry: after }, record);
}

/**
 * An entry with lines of its own in a text whose parts stand for each other (aliases): its node is found in the whole text, where alone it can be
 * understood. `at` is the entry's place among those of its kind, `start` where its piece begins in the text.
 */
export function patchedAmong(
  text: string,
  piece: EntryPiece,
  start: number,
  at: number,
  after: Entry,
  newline: string,
): EntryPiece | undefined {
  const { record } = piece;
  const find: Find = (root) => asMap(itemsOf(root, record.kind)[at]);
  const target = orderedEntry(record.kind, after);
  const patched = patchedMapText(text, find, target, fieldOrder[record.kind], newline, modelView(record.kind));
  if (patched === undefined) return undefined;
  const end = patched.length - (text.length - start - piece.text.length);
  const isInside = patched.startsWith(text.slice(0, start)) && patched.endsWith(text.slice(start + piece.text.length));
  if (!isInside || end < start) return undefined;
  return { ...piece, text: patched.slice(start, end), record: { ...record, id: after.id, entry: after } };
}

function itemsOf(root: unknown, kind: EntryKind): readonly unknown[] {
  const list = sectionPair(root, kind)?.value;
  return isSeq(list) ? list.items : [];
}

function restructured(
  piece: WholePiece,
  { kind, record, after, next }: WholeChange,
  newline: string,
): WholePiece | undefined {
  const { text } = piece;
  const found = sectionIn(text, kind);
  // What stands in a section's place and is no list is somebody's: it is not replaced.
  if (!found || (found.pair && !isSeq(found.pair.value) && !isNothing(found.pair.value))) return undefined;
  const base = { text, newline, json: isJson(text), bare: false };
  const key = listOf[kind];
  const records = piece.records.filter((other) => other.kind === kind);
  const { root, pair } = found;
  const list = isSeq(pair?.value) ? pair.value : undefined;
  if (record) {
    const splices =
      list && list.items.length > 1
        ? removeItem(base, list, records.indexOf(record))
        : pair
          ? replaceValue(base, root, pair, key, [])
          : [];
    return withRecords(piece, spliced(text, splices), undefined, record);
  }
  if (!after) return undefined;
  const value = orderedEntry(kind, after);
  const splices = !pair
    ? addPair(base, root, key, [value], rootOrder)
    : list && (list.flow || list.items.length > 0)
      ? insertItem(base, list, next ? records.indexOf(next) : records.length, key, value)
      : replaceValue(base, root, pair, key, [value]);
  const added: EntryRecord = { kind, id: after.id, entry: after, faults: [] };
  return withRecords(piece, spliced(text, splices), added, undefined, next);
}

function withRecords(
  piece: WholePiece,
  text: string,
  added: EntryRecord | undefined,
  gone: EntryRecord | undefined,
  next?: EntryRecord,
): WholePiece {
  const records = [...piece.records];
  const at = gone ? records.indexOf(gone) : next ? records.indexOf(next) : records.length;
  records.splice(at, gone ? 1 : 0, ...(added ? [added] : []));
  return { ...piece, text, records };
}

function sectionIn(
  text: string,
  kind: EntryKind,
): { readonly root: YAMLMap; readonly pair: Pair | undefined } | undefined {
  const document = parseYaml(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return undefined;
  return { root, pair: sectionPair(root, kind) };
}
