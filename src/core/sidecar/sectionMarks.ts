/*
 * Where a parsed file can be cut into pieces: by lines, as far as its lists stand in block style at regular places, and by whole sections
 * or as a whole where they do not.
 */
import { isMap, isScalar, isSeq } from 'yaml';
import type { EntryKind } from '../annotation/model';
import * as l10n from '../l10n';
import {
  colonEnd,
  dashesOf,
  endOf,
  isEmptyScalar,
  keyOf,
  lineEnd,
  lineStart,
  type Pair,
  pairEnd,
  pairStart,
  startOf,
  type YAMLMap,
  type YAMLSeq,
} from '../yaml/nodes';
import type { Values } from '../yaml/values';
import { entryRecord } from './entryRecord';
import { commentsBelow } from './lines';
import type { EntryRecord, Fault, Mark } from './pieces';

const sectionKinds: Readonly<Record<string, EntryKind>> = {
  annotations: 'annotation',
  arguments: 'argument',
  links: 'link',
};

/** What is wrong with a key of the root that holds no entries. */
type FaultsOf = (pair: Pair) => readonly Fault[];

/** The marks of a block map at the root; undefined where its keys do not each start a line of their own. */
export function marksOf(text: string, root: YAMLMap, values: Values, faultsOf: FaultsOf): Mark[] | undefined {
  if (root.flow || root.anchor !== undefined || root.tag !== undefined) return undefined;
  const marks: Mark[] = [];
  const column = new Set<number>();
  for (const pair of root.items) {
    const start = pairStart(pair);
    const from = lineStart(text, start);
    if (!/^[ ]*$/.test(text.slice(from, start))) return undefined;
    column.add(start - from);
    const end = lineEnd(text, pairEnd(pair));
    const kind = ownKind(keyOf(pair));
    if (kind) marks.push(...sectionMarks(text, pair, kind, from, end, values));
    else marks.push({ form: 'text', start: from, end, name: keyOf(pair) ?? '', faults: faultsOf(pair) });
  }
  if (column.size > 1) return undefined;
  const begin = marks[0]?.start ?? 0;
  if (begin > 0) marks.unshift({ form: 'text', start: 0, end: begin, name: '', faults: [] });
  return marks;
}

export const ownKind = (key: string | undefined): EntryKind | undefined =>
  key !== undefined && Object.hasOwn(sectionKinds, key) ? sectionKinds[key] : undefined;

/** The pair of a root that holds the entries of a kind. */
export const sectionPair = (root: unknown, kind: EntryKind): Pair | undefined =>
  isMap(root) ? root.items.find((pair) => ownKind(keyOf(pair)) === kind) : undefined;

function sectionMarks(text: string, pair: Pair, kind: EntryKind, start: number, end: number, values: Values): Mark[] {
  const { key, value } = pair;
  const colon = colonEnd(pair);
  const simpleKey =
    isScalar(key) && key.anchor === undefined && key.tag === undefined && text[lineStart(text, start)] !== '?';
  const keyLine = colon === undefined ? start : lineEnd(text, colon);
  const explicit = text.slice(start).trimStart().startsWith('?');
  if (simpleKey && !explicit && colon !== undefined) {
    const rest = text.slice(colon, keyLine).trimEnd();
    const isOnKeyLine = isEmptyScalar(value) || startOf(value) < keyLine;
    if (isNothing(value) && isOnKeyLine && /^\s*(\[ *\]|~|null|)\s*(\s#.*)?$/.test(rest))
      return [{ form: 'header', kind, start, end: keyLine }];
    if (
      isSeq(value) &&
      !value.flow &&
      value.anchor === undefined &&
      value.tag === undefined &&
      /^\s*(\s#.*)?$/.test(rest)
    ) {
      const marks = entryMarks(text, value, kind, values);
      if (marks) return [{ form: 'header', kind, start, end: keyLine }, ...marks];
    }
  }
  return [
    {
      form: 'whole',
      kind,
      start,
      end,
      records: sectionRecords(kind, value, values),
      faults: sectionFaults(keyOf(pair) ?? '', value),
    },
  ];
}

/** Whether a section's value says that it has no entries. */
export function isNothing(value: unknown): boolean {
  if (isEmptyScalar(value)) return !(isScalar(value) && (value.anchor !== undefined || value.tag !== undefined));
  if (isScalar(value)) return value.value === null && value.anchor === undefined && value.tag === undefined;
  return (
    isSeq(value) &&
    value.flow === true &&
    value.items.length === 0 &&
    value.anchor === undefined &&
    value.tag === undefined
  );
}

function entryMarks(text: string, seq: YAMLSeq, kind: EntryKind, values: Values): Mark[] | undefined {
  const dashes = dashesOf(seq);
  if (dashes.length !== seq.items.length) return undefined;
  const marks: Mark[] = [];
  for (const [i, node] of seq.items.entries()) {
    const dash = dashes[i] as number;
    const start = lineStart(text, dash);
    if (!/^[ ]*$/.test(text.slice(start, dash))) return undefined;
    const end = commentsBelow(
      text,
      lineEnd(text, Math.max(dash + 1, isEmptyScalar(node) ? 0 : endOf(node))),
      dash - start,
    );
    marks.push({ form: 'entry', start, end, record: entryRecord(kind, node, values) });
  }
  return marks;
}

/** The entries of a section in any shape. */
function sectionRecords(kind: EntryKind, value: unknown, values: Values): EntryRecord[] {
  return isSeq(value) ? value.items.map((node) => entryRecord(kind, node, values)) : [];
}

/** A section that is no list holds no entries, which its writer should know. */
function sectionFaults(key: string, value: unknown): Fault[] {
  if (isSeq(value) || isNothing(value)) return [];
  const message = l10n.t('`{0}` should be a list. What stands there is kept as it is and not shown.', key);
  return [{ code: 'not-a-list', severity: 'error', message, path: [key] }];
}

/** The entries and problems of all sections of a root that cannot be cut, in the order of its keys. */
export function wholeMark(text: string, root: YAMLMap, values: Values, faultsOf: FaultsOf): Mark {
  const records: EntryRecord[] = [];
  const faults: Fault[] = [];
  for (const pair of root.items) {
    const key = keyOf(pair);
    const kind = ownKind(key);
    if (kind) {
      records.push(...sectionRecords(kind, pair.value, values));
      faults.push(...sectionFaults(key ?? '', pair.value));
    } else faults.push(...faultsOf(pair));
  }
  return { form: 'whole', kind: undefined, start: 0, end: text.length, records, faults };
}
