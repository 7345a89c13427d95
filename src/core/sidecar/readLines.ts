/*
 * Reads a sidecar in the shape that Argmark writes, line by line: the first of two readers, and many times faster than a YAML parser. An entry
 * that it does not know is given to `yaml` alone; where even that may not be right, the whole text is (undefined is returned). It never reads
 * anything in another way than `readYaml` does.
 */
import { isMap, isSeq } from 'yaml';
import type { EntryKind } from '../annotation/model';
import { endOf, isEmptyScalar, lineEnd } from '../yaml/nodes';
import { readYamlText } from '../yaml/read';
import { Values } from '../yaml/values';
import { canonicalArticle, canonicalEntry } from './canonicalEntry';
import { LineCursor } from './canonicalLines';
import { faultsWithin } from './entryFaults';
import { entryRecord } from './entryRecord';
import { commentsBelow, indentAt, nextLine, withoutEnd } from './lines';
import { cut, type EntryRecord, type Fault, type Mark } from './pieces';
import { articleOf, behindMark } from './readYaml';
import { format } from './schema';
import { ownKind } from './sectionMarks';
import type { Source } from './source';

/** Control characters, tabs, byte order marks and lone carriage returns: rare, and read in more than one way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unusual = /[\0-\t\v\f\x0e-\x1f\x7f-\x9f\ufeff\u2028\u2029]|\r(?!\n)/;

/** UTF-16 units of one entry or key that `yaml` is given by itself; more takes seconds, and is left to the limit for whole texts. */
const largestPiece = 4 * 1024 * 1024;

const headerLine = /^(annotations|arguments|links):( \[\])?[ ]*( #.*)?$/;
const versionLine = new RegExp(`^argmark: ${format}[ ]*( #.*)?$`);
const plainKey = /^([A-Za-z][A-Za-z0-9_-]*):(?: |$)/;

export function readLines(text: string): Source | undefined {
  if (text.startsWith('\ufeff')) return behindMark(text, readLines);
  if (unusual.test(text)) return undefined;
  const marks: Mark[] = [];
  const keys = new Set<string>();
  const cursor = new LineCursor(text);
  let article: Source['article'] = {};
  let at = 0;
  while (at < text.length) {
    const eol = nextLine(text, at);
    const line = withoutEnd(text.slice(at, eol));
    if (line === '' || line[indentAt(line, 0)] === '#') {
      at = eol;
      continue;
    }
    const key = plainKey.exec(line)?.[1];
    if (key === undefined || keys.has(key)) return undefined;
    keys.add(key);
    const kind = ownKind(key);
    if (kind) {
      const header = headerLine.exec(line);
      if (!header) return undefined;
      marks.push({ form: 'header', kind, start: at, end: eol });
      at = header[2] ? eol : readEntries(cursor, kind, eol, marks);
      if (at < 0) return undefined;
    } else {
      const other = readKey(cursor, key, line, at, eol);
      if (!other) return undefined;
      if (key === 'article') article = other.article;
      marks.push({ form: 'text', name: key, start: at, end: other.end, faults: other.faults });
      at = other.end;
    }
  }
  if (!keys.has('argmark')) return undefined;
  const first = marks[0]?.start ?? 0;
  if (first > 0) marks.unshift({ form: 'text', start: 0, end: first, name: '', faults: [] });
  return { pieces: cut(text, marks), article, readOnly: false, problems: [], entangled: false, regular: true };
}

interface OtherKey {
  readonly article: Source['article'];
  readonly faults: readonly Fault[];
  /** Behind its last line. */
  readonly end: number;
}

/** A key of the root that holds no entries, from `at` on; its first line ends at `eol`. */
function readKey(cursor: LineCursor, key: string, line: string, at: number, eol: number): OtherKey | undefined {
  if (key === 'argmark') return versionLine.test(line) ? { article: {}, faults: [], end: eol } : undefined;
  if (line === 'article:') {
    const article = canonicalArticle(cursor, at);
    if (article) return { article, faults: [], end: cursor.end };
  }
  return readOtherKey(cursor.text, key, at, blockEnd(cursor.text, eol, 0));
}

/** Reads a list's entries from `from` on. Returns where the next key may begin, or -1 where the list is in no shape that is known here. */
function readEntries(cursor: LineCursor, kind: EntryKind, from: number, marks: Mark[]): number {
  const { text } = cursor;
  let dashColumn = -1;
  let at = from;
  while (at < text.length) {
    const indent = indentAt(text, at);
    const first = text[at + indent];
    if (first === undefined || first === '\n' || first === '\r' || first === '#') {
      at = nextLine(text, at);
      continue;
    }
    const dash = first === '-' && (text[at + indent + 1] === ' ' || text[at + indent + 1] === '\n');
    if (!dash) return indent === 0 ? at : -1;
    if (dashColumn < 0) dashColumn = indent;
    if (indent !== dashColumn) return -1;
    const record = fastRecord(cursor, kind, at, indent);
    if (record) marks.push({ form: 'entry', start: at, end: commentsBelow(text, cursor.end, indent), record });
    else {
      const other = readOtherEntry(text, kind, at, indent);
      if (!other) return -1;
      marks.push({ form: 'entry', start: at, end: other.end, record: other.record });
    }
    at = marks.at(-1)?.end ?? text.length;
  }
  return at;
}

/** The entry that a text holds alone, where it is written in the shape known here to its last line; undefined where it is not. */
export function recordOfLines(text: string, kind: EntryKind): EntryRecord | undefined {
  if (unusual.test(text)) return undefined;
  const cursor = new LineCursor(text);
  const dashColumn = indentAt(text, 0);
  const record = fastRecord(cursor, kind, 0, dashColumn);
  return record && commentsBelow(text, cursor.end, dashColumn) === text.length ? record : undefined;
}

function fastRecord(cursor: LineCursor, kind: EntryKind, start: number, dashColumn: number): EntryRecord | undefined {
  const entry = canonicalEntry(cursor, kind, start, dashColumn);
  return entry && { kind, id: entry.id, entry, faults: faultsWithin(kind, entry) };
}

/** An entry in another shape, read by `yaml` alone; undefined where it may not mean the same alone as in the file. */
function readOtherEntry(
  text: string,
  kind: EntryKind,
  start: number,
  dashColumn: number,
): { readonly record: EntryRecord; readonly end: number } | undefined {
  const chunk = text.slice(start, blockEnd(text, nextLine(text, start), dashColumn));
  const root = readAlone(chunk);
  if (!isSeq(root) || root.flow || root.items.length !== 1) return undefined;
  const node = root.items[0];
  const contentEnd = lineEnd(chunk, Math.max(dashColumn + 1, isEmptyScalar(node) ? 0 : endOf(node)));
  return {
    record: entryRecord(kind, node, new Values()),
    end: commentsBelow(text, start + contentEnd, dashColumn),
  };
}

/** Such a key read by `yaml` alone; undefined where it may not mean the same alone as in the file. */
function readOtherKey(text: string, key: string, start: number, end: number): OtherKey | undefined {
  const chunk = text.slice(start, end);
  const root = readAlone(chunk);
  if (!isMap(root) || root.items.length !== 1) return undefined;
  const found = key === 'article' ? articleOf(root.items, new Values()) : { article: {}, faults: [] };
  return { ...found, end: start + lineEnd(chunk, endOf(root)) };
}

/** The root of some lines read by `yaml` alone; undefined where they may not mean the same alone as in the file. */
function readAlone(chunk: string): unknown {
  if (chunk.length > largestPiece) return undefined;
  const { root, survey, errors, warnings } = readYamlText(chunk);
  return errors.length > 0 || warnings.length > 0 || survey.entangled ? undefined : root;
}

/** The end of the lines that stand deeper than `column`, with the blank lines and comments among them. */
function blockEnd(text: string, from: number, column: number): number {
  let at = from;
  while (at < text.length) {
    const indent = indentAt(text, at);
    const first = text[at + indent];
    const skipped = first === undefined || first === '\n' || first === '\r' || first === '#';
    if (!skipped && indent <= column) return at;
    at = nextLine(text, at);
  }
  return at;
}
