/*
 * What every verb gets and gives back: the set and the text as they are, and an edit or a sentence saying what to do instead.
 * The helpers here build the changes that all verbs are made of.
 */

import type { Span } from '../article/article';
import * as l10n from '../l10n';
import { type Codebook, tagOf } from './codebook';
import type { Change, Edit } from './edit';
import { idPattern } from './ids';
import { type Annotation, type AnnotationSet, type Argument, indexOf, type Selector } from './model';
import type { Placements } from './placement';
import { quoteOf } from './quote';
import { quoted, shorten } from './words';

export interface VerbContext {
  readonly set: AnnotationSet;
  /** The canonical text. */
  readonly text: string;
  readonly placements: Placements;
  readonly codebook: Codebook;
  /** Who makes the edit; nothing is recorded when empty. */
  readonly annotator: string;
  /** The time of the edit, ISO 8601 in UTC. */
  readonly now: string;
  /** An id that no entry has. */
  readonly newId: () => string;
  /** The words of a span (UTF-16 units) as they are recorded. */
  readonly selector: (span: Span) => Selector;
}

export type Outcome =
  | {
      readonly edit: Edit;
      /** What was made or changed, to be selected; empty after a deletion. */
      readonly ids: readonly string[];
      /** What else goes with it, in whole sentences. */
      readonly also?: string;
    }
  /** Why nothing was done, and what to do instead: whole sentences. */
  | { readonly refused: string };

export const refused = (sentence: string): Outcome => ({ refused: sentence });

export function done(label: string, changes: readonly Change[], ids: readonly string[], also?: string): Outcome {
  return { edit: { label, changes }, ids, ...(also && { also }) };
}

/** Said of an id that no entry has: another program may have taken it out since the view was drawn. */
export const gone = (id: string): Outcome =>
  refused(l10n.t('There is no entry “{0}” any more. Choose another one.', shorten(id, 40)));

/** Who and when, as recorded in new entries. */
export function signature(context: VerbContext): { readonly by?: string; readonly at?: string } {
  return { ...(context.annotator && { by: context.annotator }), ...(context.now && { at: context.now }) };
}

/** The id that a view proposed if it can be taken, otherwise a fresh one. */
export function freshFor(context: VerbContext, proposed: string | undefined): string {
  if (proposed !== undefined && idPattern.test(proposed) && !isTaken(context.set, proposed)) {
    return proposed;
  }
  return context.newId();
}

function isTaken(set: AnnotationSet, id: string): boolean {
  const { annotations, arguments: inferences, links } = indexOf(set);
  return annotations.has(id) || inferences.has(id) || links.has(id);
}

/** The changes that replace annotations by what `write` makes of them; those that it leaves as they are get no change. */
export function replacements(
  annotations: readonly Annotation[],
  write: (annotation: Annotation) => Annotation,
): Change[] {
  return annotations.flatMap((before) => {
    const after = write(before);
    return after === before ? [] : [{ kind: 'annotation' as const, id: before.id, before, after }];
  });
}

/** An entry with a field set, or without it where there is no value. */
export function withField<E extends object, K extends keyof E>(entry: E, key: K, value: E[K] | undefined): E {
  const { [key]: _, ...rest } = entry;
  return (value === undefined ? rest : { ...rest, [key]: value }) as E;
}

/** An annotation inside a sentence: its words in quotation marks, short. */
export function named(annotation: Annotation): string {
  return quoted(shorten(quoteOf(annotation), 48));
}

export const labelOf = (context: VerbContext, tag: string): string => tagOf(context.codebook, tag).label;

/** The entries of these ids that are there, each once. */
export function present<E>(ids: readonly string[], entries: ReadonlyMap<string, E>): E[] {
  return [...new Set(ids)].flatMap((id) => entries.get(id) ?? []);
}

/** For a new argument or link: the id of the entry that it stands before, as these lists are ordered by id. */
export function nextById(list: readonly { readonly id: string }[], id: string): string | undefined {
  let next: string | undefined;
  for (const entry of list) if (entry.id > id && (next === undefined || entry.id < next)) next = entry.id;
  return next;
}

export function addedArgument(context: VerbContext, argument: Argument): Change {
  const nextId = nextById(context.set.arguments, argument.id);
  return { kind: 'argument', id: argument.id, after: argument, ...(nextId !== undefined && { nextId }) };
}
