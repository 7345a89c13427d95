/*
 * From the node of one entry to what it says: checked against the schema, with a problem for what does not fit. A field that an entry can do
 * without is left out when it is wrong, since the rest is worth showing; a wrong id, tag, quote or premise leaves nothing to show (rule 2).
 */
import { isMap } from 'yaml';
import type { z } from 'zod';
import type { Entry, EntryKind } from '../annotation/model';
import * as l10n from '../l10n';
import { copyOf, isPlainMap, type Plain, type Values } from '../yaml/values';
import { faultsWithin } from './entryFaults';
import type { EntryRecord, Fault, Path } from './pieces';
import { entrySchemas } from './schema';

type Issue = z.core.$ZodIssue;

/** Fields without which an entry, or the part of one that holds them, says nothing. */
const needed = new Set(['id', 'tag', 'spans', 'quote', 'premises', 'supports', 'attacks', 'from', 'rephrases']);

export function entryRecord(kind: EntryKind, node: unknown, values: Values): EntryRecord {
  if (!isMap(node) && !isPlainMap(values.of(node))) {
    const message = noEntry(kind);
    return {
      kind,
      id: undefined,
      entry: undefined,
      faults: [{ code: 'not-an-entry', severity: 'error', message, path: [] }],
    };
  }
  return checkedRecord(kind, values.of(node));
}

/** The record of a plain value that an entry's node stands for. */
function checkedRecord(kind: EntryKind, plain: Plain): EntryRecord {
  const value = withoutNulls(plain);
  const id = isPlainMap(value) && typeof value.id === 'string' ? value.id : undefined;
  const schema: z.ZodType<Entry> = entrySchemas[kind];
  const first = schema.safeParse(value);
  if (first.success) return { kind, id, entry: first.data, faults: faultsWithin(kind, first.data) };
  const dropped = first.error.issues.map((issue) => droppablePath(issue.path as Path));
  const second = dropped.every((path) => path !== undefined)
    ? schema.safeParse(without(value, dropped as Path[]))
    : undefined;
  const outcome = second?.success
    ? l10n.t('That field is kept as it is and not used.')
    : l10n.t('It is kept as it is and not shown.');
  const name = subjectOf(kind, id ?? l10n.t('here'));
  const faults = first.error.issues.map((issue): Fault => {
    const { code, complaint } = describeIssue(issue, name);
    return { code, severity: 'error', message: `${complaint} ${outcome}`, path: issue.path as Path };
  });
  if (!second?.success) return { kind, id, entry: undefined, faults };
  return { kind, id, entry: second.data, faults: [...faults, ...faultsWithin(kind, second.data)] };
}

function noEntry(kind: EntryKind): string {
  switch (kind) {
    case 'annotation':
      return l10n.t('This is not an annotation: an entry is a map with an `id`. It is kept as it is and not shown.');
    case 'argument':
      return l10n.t('This is not an argument: an entry is a map with an `id`. It is kept as it is and not shown.');
    case 'link':
      return l10n.t('This is not a link: an entry is a map with an `id`. It is kept as it is and not shown.');
  }
}

function subjectOf(kind: EntryKind, id: string): string {
  switch (kind) {
    case 'annotation':
      return l10n.t('The annotation {0}', id);
    case 'argument':
      return l10n.t('The argument {0}', id);
    case 'link':
      return l10n.t('The link {0}', id);
  }
}

/** An issue as a code and a sentence: "The link x1 has no `from`.", "The article has the wrong `title`: it should be text." */
export function describeIssue(issue: Issue, subject: string): { readonly code: string; readonly complaint: string } {
  const last = issue.path.at(-1);
  const field = `\`${typeof last === 'number' ? `${String(issue.path.at(-2) ?? '')} ${last + 1}` : String(last ?? '')}\``;
  const wrong = (code: string, should: string) => ({
    code,
    complaint: l10n.t('{0} has the wrong {1}: it should be {2}.', subject, field, should),
  });
  if (issue.code === 'invalid_type') {
    if (issue.message.endsWith('undefined'))
      return { code: 'missing-field', complaint: l10n.t('{0} has no {1}.', subject, field) };
    return wrong('wrong-type', expected(issue.expected));
  }
  if (issue.code === 'invalid_format')
    return wrong('bad-id', l10n.t('an id, made of letters, digits, `.`, `_` and `-` only'));
  if (issue.code === 'too_small') {
    const complaint =
      issue.origin === 'string'
        ? l10n.t('{0} has the wrong {1}: it should not be empty.', subject, field)
        : l10n.t('{0} has the wrong {1}: it should not be below 0.', subject, field);
    return { code: 'wrong-value', complaint };
  }
  return wrong('wrong-type', l10n.t('text, a number, true, false or a list of texts'));
}

/** What a value should be, by zod's name for it. */
function expected(type: string): string {
  switch (type) {
    case 'string':
      return l10n.t('text (in quotes, where it looks like something else)');
    case 'int':
    case 'number':
      return l10n.t('a whole number');
    case 'array':
      return l10n.t('a list');
    case 'object':
    case 'record':
      return l10n.t('a map');
    default:
      return type;
  }
}

/** The longest part of a path that an entry can do without; undefined where that is nothing. */
function droppablePath(path: Path): Path | undefined {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1];
    if (typeof key === 'string' && !needed.has(key)) return path.slice(0, length);
    if (typeof key === 'string') return undefined;
  }
  return undefined;
}

function without(value: Plain, paths: readonly Path[]): Plain {
  const copy = copyOf(value);
  for (const path of paths) {
    let holder: Plain | undefined = copy;
    for (const step of path.slice(0, -1)) holder = (holder as { [key: string]: Plain } | undefined)?.[step];
    if (holder !== null && typeof holder === 'object')
      delete (holder as { [key: string]: Plain })[path.at(-1) as string];
  }
  return copy;
}

/** A key without a value is as good as no key. */
function withoutNulls(value: Plain): Plain {
  if (!isPlainMap(value)) return value;
  const result = objectWithout(value);
  if (Array.isArray(result.spans))
    result.spans = result.spans.map((span) => (isPlainMap(span) ? objectWithout(span) : span));
  if (isPlainMap(result.attributes ?? null))
    result.attributes = objectWithout(result.attributes as { [key: string]: Plain });
  return result;
}

function objectWithout(value: { [key: string]: Plain }): { [key: string]: Plain } {
  const result = Object.create(null) as { [key: string]: Plain };
  for (const key of Object.keys(value)) if (value[key] !== null) result[key] = value[key] as Plain;
  return result;
}
