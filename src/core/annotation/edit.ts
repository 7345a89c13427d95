/*
 * Edits as data: every gesture of an analyst becomes one edit, an edit carries its own inverse, and undo is applying that inverse.
 * Changes name entries by id and say what was before and what is after, never "the whole state": so an old undo step still does
 * the right thing after another program's changes were merged in (custom-editor.md, section 7).
 */
import type { AnnotationSet, Attributes, Entry, EntryKind, EntryOf } from './model';

/** One entry before and after: absent before means added, absent after means removed. Or the attributes of the article itself. */
export type Change = EntryChange | ArticleChange;
export type EntryChange = { [K in EntryKind]: ChangeOf<K> }[EntryKind];
export interface ArticleChange extends Sources {
  readonly kind: 'article';
  /** The name of the attribute, for messages. */
  readonly id: string;
  readonly before: Attributes;
  readonly after: Attributes;
}
export interface ChangeOf<K extends EntryKind> extends Sources {
  readonly kind: K;
  readonly id: string;
  readonly before?: EntryOf[K];
  readonly after?: EntryOf[K];
  /** Added: the id of the entry of its kind that it stands before; at the end where that one is not (any more) there. */
  readonly nextId?: string;
}
interface Sources {
  /**
   * How the sidecar's text stood there before and after, in what `applyToSidecar` returns: the entry's own lines, comments and all. Plain
   * data that `core/sidecar` makes and understands; here it is only carried along.
   */
  readonly beforeSource?: object;
  readonly afterSource?: object;
}

export interface Edit {
  /** What VS Code shows after "Undo", e.g. "Tag Claim". */
  readonly label: string;
  readonly changes: readonly Change[];
}

/** The edit that takes this one back. */
export function inverse(edit: Edit): Edit {
  return { label: edit.label, changes: edit.changes.map(reversed).reverse() };
}

function reversed(change: Change): Change {
  const { before, after, beforeSource, afterSource, ...rest } = change;
  return {
    ...rest,
    ...(after && { before: after }),
    ...(before && { after: before }),
    ...(afterSource && { beforeSource: afterSource }),
    ...(beforeSource && { afterSource: beforeSource }),
  } as Change;
}

/**
 * Applies an edit to a set. A change whose entry is gone (or already there) is passed over, and its id reported, and so is one that finds
 * its fields changed by somebody else: a replacement touches only what differs between before and after and still is as it was before.
 */
export function applyEdit(
  set: AnnotationSet,
  edit: Edit,
): { readonly set: AnnotationSet; readonly skipped: readonly string[] } {
  const lists: { [K in EntryKind]: Entry[] } = {
    annotation: [...set.annotations],
    argument: [...set.arguments],
    link: [...set.links],
  };
  const skipped: string[] = [];
  let attributes = set.attributes ?? {};
  for (const change of edit.changes) {
    if (change.kind === 'article') {
      const next = changedAttributes(attributes, change);
      if (sameValue(attributes, next) && !sameValue(attributes, change.after)) skipped.push(change.id);
      attributes = next;
      continue;
    }
    const list = lists[change.kind];
    const at = list.findIndex((entry) => entry.id === change.id);
    if (change.before === undefined && change.after !== undefined && at < 0) {
      const next = change.nextId === undefined ? -1 : list.findIndex((entry) => entry.id === change.nextId);
      list.splice(next < 0 ? list.length : next, 0, change.after);
    } else if (change.before !== undefined && change.after !== undefined && at >= 0) {
      const current = list[at] as Entry;
      const next = withChangedFields(current, change.before, change.after);
      if (sameValue(current, next) && !sameValue(current, change.after)) skipped.push(change.id);
      else list[at] = next;
    } else if (change.before !== undefined && change.after === undefined && at >= 0) {
      list.splice(at, 1);
    } else {
      skipped.push(change.id);
    }
  }
  return {
    set: {
      annotations: lists.annotation as EntryOf['annotation'][],
      arguments: lists.argument as EntryOf['argument'][],
      links: lists.link as EntryOf['link'][],
      ...(Object.keys(attributes).length > 0 && { attributes }),
    },
    skipped,
  };
}

/** The article's attributes after a change of some, made on what they are now. */
export function changedAttributes(now: Attributes, { before, after }: ArticleChange): Attributes {
  if (sameValue(now, before)) return after;
  return (turnedAttributes(now, before, after) ?? {}) as Attributes;
}

/** The names of the fields in which two versions of an entry differ. */
export function changedFields(before: Entry, after: Entry): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !sameValue(field(before, key), field(after, key)));
}

/** Whether two field values are the same in all that they hold. Whole articles are compared by it: it makes no lists of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  // Also NaN.
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => sameValue(one, b[i]));
  }
  let more = 0;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !sameValue(field(a, key), field(b, key))) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

function withChangedFields(current: Entry, before: Entry, after: Entry): Entry {
  const result: Record<string, unknown> = { ...current };
  for (const key of changedFields(before, after)) {
    const value = turned(key, field(current, key), field(before, key), field(after, key));
    if (value === undefined) delete result[key];
    else result[key] = value;
  }
  return result as unknown as Entry;
}

/**
 * A field's value after a change from one value to another, made on what it is now. What somebody else has changed meanwhile stays:
 * premises turn one by one, attributes by name, and any other field only where it still is what the change starts from.
 */
function turned(name: string, now: unknown, from: unknown, to: unknown): unknown {
  if (sameValue(now, from)) return to;
  if (name === 'premises') return turnedList(now as string[], from as string[], to as string[]);
  return name === 'attributes' ? turnedAttributes(now, from, to) : now;
}

function turnedList(now: readonly string[], from: readonly string[], to: readonly string[]): string[] {
  const kept = now.filter((id) => to.includes(id) || !from.includes(id));
  return [...kept, ...to.filter((id) => !from.includes(id) && !now.includes(id))];
}

function turnedAttributes(now: unknown = {}, from: unknown = {}, to: unknown = {}): unknown {
  const [values, before, after] = [now, from, to] as Record<string, unknown>[];
  const result = new Map(Object.entries(values ?? {}));
  for (const name of new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])) {
    if (!sameValue(result.get(name), own(before, name))) continue;
    const value = own(after, name);
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return result.size === 0 ? undefined : Object.fromEntries(result);
}

const own = (values: Record<string, unknown> | undefined, name: string): unknown =>
  values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;

const field = (entry: object, key: string): unknown => (entry as Record<string, unknown>)[key];
