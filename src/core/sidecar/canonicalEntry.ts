/*
 * One entry in the shape that Argmark writes: each field on its own line at one depth, lists and maps below their key, two spaces deeper.
 * Undefined for anything else, a key twice or a missing one included: then the general reader looks at it and says what is wrong.
 */

import { idPattern } from '../annotation/ids';
import type { AttributeValue, Entry, EntryKind, Selector } from '../annotation/model';
import type { LineCursor } from './canonicalLines';
import type { RecordedArticle } from './sidecar';

type Fields = Record<string, unknown>;
type Reader = (cursor: LineCursor, from: number, column: number) => unknown;

/** The entry whose dash stands at `dashColumn` of the line at `start`. Leaves the cursor's `end` behind its last line. */
export function canonicalEntry(
  cursor: LineCursor,
  kind: EntryKind,
  start: number,
  dashColumn: number,
): Entry | undefined {
  if (!cursor.go(start)) return undefined;
  const fields = readMap(cursor, dashColumn + 2, readers[kind]);
  if (!fields || typeof fields.id !== 'string') return undefined;
  if (kind === 'annotation' && (typeof fields.tag !== 'string' || fields.tag === '' || fields.spans === undefined))
    return undefined;
  if (kind === 'argument' && fields.premises === undefined) return undefined;
  if (
    kind === 'link' &&
    (typeof fields.from !== 'string' || typeof fields.rephrases !== 'string' || fields.rephrases === '')
  ) {
    return undefined;
  }
  return fields as unknown as Entry;
}

/** The facts about the article below its key, which stands at the start of the line at `start` with nothing behind it. */
export function canonicalArticle(cursor: LineCursor, start: number): RecordedArticle | undefined {
  if (!cursor.go(start) || !cursor.next() || cursor.indent !== 2) return undefined;
  return readKeys(cursor, cursor.content, 2, articleFields) as RecordedArticle | undefined;
}

/** A map whose first key stands behind a dash on the current line, the others at `column` of the lines below. */
function readMap(cursor: LineCursor, column: number, fields: ReadonlyMap<string, Reader>): Fields | undefined {
  const { text } = cursor;
  if (cursor.indent !== column - 2 || text.charCodeAt(cursor.content) !== 0x2d) return undefined;
  if (text.charCodeAt(cursor.content + 1) !== 0x20) return undefined;
  return readKeys(cursor, cursor.content + 2, column, fields);
}

/** Keys with their values, the first one at an offset of the current line, the others at `column` of the lines below. */
function readKeys(
  cursor: LineCursor,
  first: number,
  column: number,
  fields: ReadonlyMap<string, Reader>,
): Fields | undefined {
  const result: Fields = {};
  let at = first;
  for (;;) {
    const key = cursor.key(at);
    const read = fields.get(key);
    if (!read || result[key] !== undefined) return undefined;
    const value = read(cursor, at + key.length + 1, column);
    if (value === undefined) return undefined;
    result[key] = value;
    if (cursor.content < 0 || cursor.indent < column) break;
    if (cursor.indent > column) return undefined;
    at = cursor.content;
  }
  return cursor.content >= 0 && cursor.indent > column - 2 ? undefined : result;
}

/** Moves on; at the end of the text `content` becomes -1. */
function advance(cursor: LineCursor): void {
  if (!cursor.next()) cursor.content = -1;
}

/** Whether the current line is one of a list or map below a key at `column`. */
const isBelow = (cursor: LineCursor, column: number): boolean => cursor.content >= 0 && cursor.indent === column + 2;

const isSpaced = (cursor: LineCursor, from: number): boolean => cursor.text.charCodeAt(from) === 0x20;

const readString: Reader = (cursor, from) => {
  const value = isSpaced(cursor, from) ? cursor.string(from + 1) : undefined;
  if (value !== undefined) advance(cursor);
  return value;
};

const readId: Reader = (cursor, from, column) => {
  const value = readString(cursor, from, column);
  return typeof value === 'string' && idPattern.test(value) ? value : undefined;
};

const readCount: Reader = (cursor, from) => {
  const value = isSpaced(cursor, from) ? cursor.bare(from + 1) : '';
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(value)) return undefined;
  advance(cursor);
  return Number(value);
};

/** One line of text, or a literal block without its last line breaks (`|-`). */
const readNote: Reader = (cursor, from, column) => {
  const { text } = cursor;
  if (!isSpaced(cursor, from) || text.charCodeAt(from + 1) !== 0x7c) return readString(cursor, from, column);
  if (cursor.bare(from + 1) !== '|-') return undefined;
  const lines: string[] = [];
  let at = Math.min(cursor.eol + 1, text.length);
  let end = at;
  while (at < text.length) {
    const found = text.indexOf('\n', at);
    const eol = found < 0 ? text.length : found;
    const line = text.slice(at, text.charCodeAt(eol - 1) === 0x0d && eol > at ? eol - 1 : eol);
    if (line === '') lines.push('');
    else {
      const indent = line.search(/[^ ]/);
      if (indent < 0) return undefined;
      if (indent < column + 2) break;
      if (lines.length === 0 && indent > column + 2) return undefined;
      lines.push(line.slice(column + 2));
      end = Math.min(eol + 1, text.length);
    }
    if (lines[0] === '') return undefined;
    at = eol + 1;
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) return undefined;
  cursor.end = end;
  if (!cursor.go(end)) cursor.content = -1;
  return lines.join('\n');
};

const readIds: Reader = (cursor, from, column) => readList(cursor, from, column, readId);
const readStrings: Reader = (cursor, from, column) => readList(cursor, from, column, readString);

/** `[]` or, below, lines of a dash and a value each. */
function readList(cursor: LineCursor, from: number, column: number, item: Reader): unknown[] | undefined {
  if (isEmptyList(cursor, from)) return [];
  if (!cursor.isDone(from)) return undefined;
  advance(cursor);
  const items: unknown[] = [];
  while (isBelow(cursor, column) && cursor.text.charCodeAt(cursor.content) === 0x2d) {
    const value = item(cursor, cursor.content + 1, column + 2);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items.length > 0 ? items : undefined;
}

function isEmptyList(cursor: LineCursor, from: number): boolean {
  if (!isSpaced(cursor, from) || cursor.bare(from + 1) !== '[]') return false;
  advance(cursor);
  return true;
}

const readSpans: Reader = (cursor, from, column) => {
  if (isEmptyList(cursor, from)) return [];
  if (!cursor.isDone(from)) return undefined;
  advance(cursor);
  const spans: Selector[] = [];
  while (isBelow(cursor, column)) {
    const span = readMap(cursor, column + 4, selectorFields);
    if (!span || span.quote === undefined) return undefined;
    spans.push(span as unknown as Selector);
  }
  return spans.length > 0 ? spans : undefined;
};

const readAttributes: Reader = (cursor, from, column) => {
  if (!cursor.isDone(from)) return undefined;
  advance(cursor);
  const attributes: Record<string, AttributeValue> = {};
  let count = 0;
  while (isBelow(cursor, column)) {
    const key = cursor.key(cursor.content);
    if (!/^[a-z][a-z0-9_-]*$/.test(key) || Object.hasOwn(attributes, key)) return undefined;
    const value = readAttribute(cursor, cursor.content + key.length + 1, column + 2);
    if (value === undefined) return undefined;
    attributes[key] = value as AttributeValue;
    count++;
  }
  return count > 0 ? attributes : undefined;
};

const readAttribute: Reader = (cursor, from, column) => {
  if (!isSpaced(cursor, from)) return readStrings(cursor, from, column);
  const bare = cursor.bare(from + 1);
  const value =
    bare === 'true'
      ? true
      : bare === 'false'
        ? false
        : /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/.test(bare)
          ? Number(bare)
          : undefined;
  if (value === undefined)
    return bare === '[]' || bare === '' ? readStrings(cursor, from, column) : readString(cursor, from, column);
  advance(cursor);
  return value;
};

const selectorFields = new Map<string, Reader>([
  ['quote', readString],
  ['prefix', readString],
  ['suffix', readString],
  ['start', readCount],
  ['end', readCount],
]);

const articleFields = new Map<string, Reader>([
  ['title', readString],
  ['authors', readStrings],
  ['published', readString],
  ['outlet', readString],
  ['encoding', readString],
  ['attributes', readAttributes],
]);

const common: [string, Reader][] = [
  ['id', readId],
  ['note', readNote],
  ['by', readString],
  ['at', readString],
];

const readers: { readonly [K in EntryKind]: ReadonlyMap<string, Reader> } = {
  annotation: new Map([
    ...common,
    ['tag', readString],
    ['spans', readSpans],
    ['speaker', readString],
    ['wording', readString],
    ['attributes', readAttributes],
  ]),
  argument: new Map([
    ...common,
    ['premises', readIds],
    ['supports', readId],
    ['attacks', readId],
    ['scheme', readString],
  ]),
  link: new Map([...common, ['from', readId], ['rephrases', readString]]),
};
