/*
 * The lines of one entry, changed to say something else: a step at a time, each followed by reading the lines again, until they say just that.
 * So a patch is never taken on trust, whatever shape the entry is in.
 */
import { isMap, isSeq } from 'yaml';
import { sameValue } from '../annotation/edit';
import type { Entry, EntryKind } from '../annotation/model';
import { entryRecord } from './entryRecord';
import { entryLines, orderedEntry } from './entryText';
import { NodePatch, type PatchStyle, spliced } from './nodePatch';
import { parseYaml, surveyOf, Values } from './nodes';
import type { EntryPiece, EntryRecord } from './pieces';
import { fieldOrder } from './schema';

/** More steps than any entry needs: one for each item or field that comes or goes. */
const mostSteps = 10_000;

/**
 * The piece with its entry saying `after`. Undefined where no change of single values leads there. What aliases stand for is not known from
 * the entry alone, so with them the whole text must be read again by the caller.
 */
export function patchedEntry(piece: EntryPiece, after: Entry, newline: string): EntryPiece | undefined {
  const { kind } = piece.record;
  for (const bare of [false, true]) {
    const text = patchedText(piece.text, kind, after, { newline, json: false, bare });
    if (text !== undefined) return { form: 'entry', text, record: recordIn(text, kind) as EntryRecord };
  }
  return rewritten(piece, after, newline);
}

function patchedText(original: string, kind: EntryKind, after: Entry, style: PatchStyle): string | undefined {
  let text = original;
  const target = orderedEntry(kind, after);
  for (let step = 0; step < mostSteps; step++) {
    const node = nodeIn(text);
    if (!isMap(node)) return undefined;
    const record = entryRecord(kind, node, valuesOf(node));
    if (!record.entry) return undefined;
    if (sameValue(record.entry, target)) return text;
    const patch = new NodePatch(text, style);
    patch.map(node, orderedEntry(kind, record.entry), target, fieldOrder[kind]);
    const next = spliced(text, patch.splices);
    if (next === text) return undefined;
    text = next;
  }
  return undefined;
}

/** The entry written anew, where it holds nothing that would be lost by it: no comments and no keys of others. */
function rewritten(piece: EntryPiece, after: Entry, newline: string): EntryPiece | undefined {
  const node = nodeIn(piece.text);
  const { kind } = piece.record;
  const known = new Set<string>(fieldOrder[kind]);
  if (piece.text.includes('#') || !isMap(node)) return undefined;
  if (node.items.some((pair) => !known.has(String((pair.key as { value?: unknown } | null)?.value)))) return undefined;
  const dashColumn = /^ */.exec(piece.text)?.[0].length ?? 0;
  const text = entryLines(kind, after, dashColumn)
    .map((line) => line + newline)
    .join('');
  const record = recordIn(text, kind);
  return record?.entry && sameValue(record.entry, after) ? { form: 'entry', text, record } : undefined;
}

/** What the only entry of a text says; undefined where the text holds anything else. */
export function recordIn(text: string, kind: EntryKind): EntryRecord | undefined {
  const node = nodeIn(text);
  return node === undefined ? undefined : entryRecord(kind, node, valuesOf(node));
}

function nodeIn(text: string): unknown {
  const document = parseYaml(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isSeq(root) || root.flow || root.items.length !== 1) return undefined;
  return surveyOf(root).duplicateKeys.length > 0 ? undefined : root.items[0];
}

const valuesOf = (node: unknown): Values => new Values(surveyOf(node).targets);
