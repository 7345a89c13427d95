/*
 * Taking out, with what cannot stand without it (sidecar.md, rule 8): one edit, so one undo, and said in words.
 * References that led nowhere before are left as they are: a deletion takes along only what it breaks itself.
 */
import * as l10n from '../l10n';
import type { Change } from './edit';
import type { Gesture } from './gesture';
import { type AnnotationSet, type Argument, type Entry, type EntryKind, indexOf, listOf } from './model';
import { argumentInWords } from './relations';
import { done, gone, type Outcome, refused, type VerbContext } from './verbContext';

/** What a deletion comes to. */
export interface Removal {
  readonly removed: ReadonlySet<string>;
  /** Arguments that stay with fewer premises. */
  readonly reduced: ReadonlyMap<string, readonly string[]>;
}

export function remove(gesture: Extract<Gesture, { verb: 'remove' }>, context: VerbContext): Outcome {
  const index = indexOf(context.set);
  const asked = [...new Set(gesture.ids)].filter(
    (id) => index.annotations.has(id) || index.arguments.has(id) || index.links.has(id),
  );
  if (asked.length === 0) {
    return gesture.ids[0] === undefined
      ? refused(l10n.t('Nothing is selected. Select what is to be deleted.'))
      : gone(gesture.ids[0]);
  }
  const removal = consequences(context.set, new Set(asked), new Map());
  return done(deleteLabel(asked, context.set), changesOf(removal, context.set), [], said(asked, removal, context.set));
}

/** An argument without its last premise goes, as after a deletion. */
export function dropPremise(gesture: Extract<Gesture, { verb: 'dropPremise' }>, context: VerbContext): Outcome {
  const argument = indexOf(context.set).arguments.get(gesture.argument);
  if (!argument) return gone(gesture.argument);
  const premises = argument.premises.filter((id) => id !== gesture.premise);
  if (premises.length === argument.premises.length) {
    return refused(l10n.t('It is not a premise of that argument. Choose one of its premises.'));
  }
  if (premises.length > 0) {
    const after = { ...argument, premises };
    return done(
      l10n.t('Remove Premise'),
      [{ kind: 'argument', id: argument.id, before: argument, after }],
      [argument.id],
    );
  }
  const removal = consequences(context.set, new Set([argument.id]), new Map());
  return done(l10n.t('Remove Premise'), changesOf(removal, context.set), [], said([], removal, context.set));
}

/** All that goes with the entries removed, and the arguments that lose a premise. Linear in the references that are followed. */
export function consequences(
  set: AnnotationSet,
  removed: Set<string>,
  reduced: Map<string, readonly string[]>,
): Removal {
  const { premiseIn, onto, annotations } = indexOf(set);
  const queue = [...removed];
  const take = (id: string): void => {
    if (removed.has(id)) return;
    removed.add(id);
    reduced.delete(id);
    queue.push(id);
  };
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const argument of onto.get(id) ?? []) take(argument.id);
    if (!annotations.has(id)) continue;
    for (const argument of premiseIn.get(id) ?? []) {
      if (removed.has(argument.id)) continue;
      const left = argument.premises.filter((premise) => !removed.has(premise));
      if (left.length === 0) take(argument.id);
      else reduced.set(argument.id, left);
    }
  }
  for (const link of set.links) if (removed.has(link.from) || removed.has(link.rephrases)) removed.add(link.id);
  return { removed, reduced };
}

export function changesOf({ removed, reduced }: Removal, set: AnnotationSet): Change[] {
  const changes: Change[] = [];
  for (const before of set.arguments) {
    const premises = reduced.get(before.id);
    if (premises) changes.push({ kind: 'argument', id: before.id, before, after: { ...before, premises } });
  }
  for (const kind of ['link', 'argument', 'annotation'] as const) {
    const list: readonly Entry[] = set[listOf[kind]];
    // In the order of the list, each with its neighbour: so the inverse, which runs backwards, finds every neighbour in place.
    // Of two entries with one id only the first is meant, as everywhere.
    const first = mapOf[kind](set);
    list.forEach((before, i) => {
      if (removed.has(before.id) && first.get(before.id) === before)
        changes.push(removedEntry(kind, before, list[i + 1]?.id));
    });
  }
  return changes;
}

const mapOf = {
  annotation: (set: AnnotationSet): ReadonlyMap<string, Entry> => indexOf(set).annotations,
  argument: (set: AnnotationSet): ReadonlyMap<string, Entry> => indexOf(set).arguments,
  link: (set: AnnotationSet): ReadonlyMap<string, Entry> => indexOf(set).links,
};

function removedEntry(kind: EntryKind, before: Entry, nextId: string | undefined): Change {
  return { kind, id: before.id, before, ...(nextId !== undefined && { nextId }) } as Change;
}

function deleteLabel(asked: readonly string[], set: AnnotationSet): string {
  const { annotations, arguments: inferences } = indexOf(set);
  const count = asked.length;
  if (asked.every((id) => annotations.has(id)))
    return l10n.plural(count, 'Delete Annotation', 'Delete {0} Annotations');
  if (asked.every((id) => inferences.has(id))) return l10n.plural(count, 'Delete Argument', 'Delete {0} Arguments');
  if (!asked.some((id) => annotations.has(id) || inferences.has(id)))
    return l10n.plural(count, 'Delete Link', 'Delete {0} Links');
  return l10n.plural(count, 'Delete Entry', 'Delete {0} Entries');
}

/** "2 arguments go with it: “…” supports “…”; … 1 argument loses a premise: …" */
export function said(asked: readonly string[], { removed, reduced }: Removal, set: AnnotationSet): string | undefined {
  const others = new Set([...removed].filter((id) => !asked.includes(id)));
  const inferences = set.arguments.filter((argument) => others.has(argument.id));
  const links = set.links.filter((link) => others.has(link.id));
  const smaller = set.arguments.filter((argument) => reduced.has(argument.id));
  const several = asked.length > 1;
  const sentences: string[] = [];
  if (inferences.length > 0) {
    const all = listed(inferences, set);
    sentences.push(
      several
        ? l10n.plural(inferences.length, '{0} argument goes with them: {1}.', '{0} arguments go with them: {1}.', all)
        : l10n.plural(inferences.length, '{0} argument goes with it: {1}.', '{0} arguments go with it: {1}.', all),
    );
  }
  if (links.length > 0) {
    sentences.push(
      several
        ? l10n.plural(links.length, '{0} link goes with them.', '{0} links go with them.')
        : l10n.plural(links.length, '{0} link goes with it.', '{0} links go with it.'),
    );
  }
  if (smaller.length > 0) {
    const all = listed(smaller, set);
    sentences.push(
      l10n.plural(smaller.length, '{0} argument loses a premise: {1}.', '{0} arguments lose premises: {1}.', all),
    );
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** The first few arguments in words, and how many more there are. */
function listed(inferences: readonly Argument[], set: AnnotationSet): string {
  const shown = inferences.slice(0, 3).map((argument) => argumentInWords(argument, indexOf(set)));
  const more = inferences.length - shown.length;
  return more > 0 ? l10n.t('{0}; and {1} more', shown.join('; '), l10n.number(more)) : shown.join('; ');
}
