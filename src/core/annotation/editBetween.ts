/* The edit that makes one set into another: how unsaved annotations of an earlier session come back as one step that can be undone. */
import { type Change, type Edit, sameValue } from './edit';
import { type AnnotationSet, type Entry, type EntryKind, entryKinds, listOf } from './model';

/** No changes where the sets say the same. Entries that are in both but in another order stay where they are. */
export function editBetween(before: AnnotationSet, after: AnnotationSet, label: string): Edit {
  const changes = entryKinds.flatMap((kind) => changesOf(kind, before[listOf[kind]], after[listOf[kind]]));
  const [was, is] = [before.attributes ?? {}, after.attributes ?? {}];
  if (!sameValue(was, is))
    changes.push({ kind: 'article', id: Object.keys({ ...is, ...was })[0] ?? '', before: was, after: is });
  return { label, changes };
}

function changesOf(kind: EntryKind, before: readonly Entry[], after: readonly Entry[]): Change[] {
  const was = new Map(before.map((entry) => [entry.id, entry]));
  const is = new Map(after.map((entry) => [entry.id, entry]));
  const changes: object[] = [];
  for (const entry of before) {
    const next = is.get(entry.id);
    if (!next) changes.push({ kind, id: entry.id, before: entry });
    else if (!sameValue(entry, next)) changes.push({ kind, id: entry.id, before: entry, after: next });
  }
  // From the last one on, so that the entry that a new one stands before is there already.
  for (let i = after.length - 1; i >= 0; i--) {
    const entry = after[i] as Entry;
    const nextId = after[i + 1]?.id;
    if (!was.has(entry.id)) changes.push({ kind, id: entry.id, after: entry, ...(nextId !== undefined && { nextId }) });
  }
  return changes as Change[];
}
