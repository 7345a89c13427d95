/*
 * The lines of one entry, changed to say something else. Where that cannot be done value by value, the entry alone is written anew, and only if
 * nothing is lost by it.
 */
import { isSeq } from 'yaml';
import { sameValue } from '../annotation/edit';
import type { Entry, EntryKind } from '../annotation/model';
import { keyOf, parseYaml, type YAMLMap } from '../yaml/nodes';
import { type Plain, surveyOf, Values } from '../yaml/values';
import { entryRecord } from './entryRecord';
import { entryLines, orderedEntry, type ValueMap } from './entryText';
import { indentAt, linesText } from './lines';
import { asMap, everything, patchedMapText, type View } from './mapPatch';
import { mapStep } from './nodePatch';
import { spliced } from './nodeSplices';
import type { EntryPiece, EntryRecord } from './pieces';
import { recordOfLines } from './readLines';
import { fieldOrder } from './schema';

/**
 * The piece with its entry saying `after`; keys that the model does not know stay. Undefined where no change leads there. What aliases stand for is
 * not known from the entry alone, so with them the whole text must be read again by the caller.
 */
export function patchedEntry(piece: EntryPiece, after: Entry, newline: string): EntryPiece | undefined {
  const { kind } = piece.record;
  const target = orderedEntry(kind, after);
  return (
    quicklyPatched(piece, target, newline) ??
    patched(piece, target, newline, modelView(kind)) ??
    rewritten(piece, after, newline)
  );
}

/** One step, for entries in the shape that Argmark writes, read again by its lines: enough for most edits, and far less work. */
function quicklyPatched(piece: EntryPiece, target: ValueMap, newline: string): EntryPiece | undefined {
  const { kind, entry } = piece.record;
  const node = onlyEntry(parseYaml(piece.text).contents);
  if (!node || !entry) return undefined;
  const base = { text: piece.text, newline, json: false, bare: false };
  const text = spliced(piece.text, mapStep(base, node, orderedEntry(kind, entry), target, fieldOrder[kind]));
  const record = recordOfLines(text, kind);
  return record && sameValue(record.entry, target) ? { form: 'entry', text, record } : undefined;
}

/** The piece with its entry saying just these keys and values, known or not. */
export function patchedValue(piece: EntryPiece, value: ValueMap, newline: string): EntryPiece | undefined {
  return patched(piece, value, newline, everything);
}

/** What the model knows of an entry. */
export const modelView =
  (kind: EntryKind): View =>
  (node, values) => {
    const { entry } = entryRecord(kind, node, values);
    return entry && orderedEntry(kind, entry);
  };

function patched(piece: EntryPiece, target: ValueMap, newline: string, view: View): EntryPiece | undefined {
  const { kind } = piece.record;
  const text = patchedMapText(piece.text, onlyEntry, target, fieldOrder[kind], newline, view);
  const found = text === undefined ? undefined : recordIn(text, kind);
  return found && text !== undefined ? { form: 'entry', text, record: found.record } : undefined;
}

/** The entry written anew, where it holds nothing that would be lost by it: no comments and no keys of others. */
function rewritten(piece: EntryPiece, after: Entry, newline: string): EntryPiece | undefined {
  const node = onlyEntry(parseYaml(piece.text).contents);
  const { kind } = piece.record;
  const known: readonly string[] = fieldOrder[kind];
  if (piece.text.includes('#') || node?.items.some((pair) => !known.includes(keyOf(pair) ?? ''))) return undefined;
  const text = linesText(entryLines(kind, after, indentAt(piece.text, 0)), newline);
  const record = recordIn(text, kind)?.record;
  return record?.entry && sameValue(record.entry, after) ? { form: 'entry', text, record } : undefined;
}

/** What the only entry of a text says, as a record and as a plain value; undefined where the text holds anything else. */
export function recordIn(
  text: string,
  kind: EntryKind,
): { readonly record: EntryRecord; readonly value: Plain } | undefined {
  const document = parseYaml(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isSeq(root) || root.flow || root.items.length !== 1) return undefined;
  const survey = surveyOf(root);
  if (survey.duplicateKeys.length > 0) return undefined;
  const values = new Values(survey.targets);
  return { record: entryRecord(kind, root.items[0], values), value: values.of(root.items[0]) };
}

function onlyEntry(root: unknown): YAMLMap | undefined {
  if (!isSeq(root) || root.flow || root.items.length !== 1) return undefined;
  return asMap(root.items[0]);
}
