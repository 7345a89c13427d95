/* Who supports and attacks whom, seen from one annotation; and the order of annotations in the text. Pure, worked out once per model. */
import { type Argument, argumentsByEnd, conclusionOf, type Relation } from '../../../core/annotation/model';
import type { PlacedAnnotation } from '../../../messages/content';
import type { Entries as AllEntries } from './optimistic';

type Entries = Omit<AllEntries, 'links' | 'attributes'>;

export interface Related {
  /** Arguments that conclude to the entry. */
  readonly onto: readonly Argument[];
  /** Arguments that the annotation is a premise of. */
  readonly from: readonly Argument[];
}

const ends = new WeakMap<ReadonlyMap<string, Argument>, ReturnType<typeof argumentsByEnd>>();
const orders = new WeakMap<ReadonlyMap<string, PlacedAnnotation>, readonly PlacedAnnotation[]>();

export function relatedTo(entries: Entries, id: string): Related {
  const { onto, premiseIn } = endsOf(entries.arguments);
  return { onto: onto.get(id) ?? [], from: premiseIn.get(id) ?? [] };
}

export function endsOf(args: ReadonlyMap<string, Argument>): ReturnType<typeof argumentsByEnd> {
  const byEnd = ends.get(args) ?? argumentsByEnd(args.values());
  ends.set(args, byEnd);
  return byEnd;
}

/** The other annotations that speak up with one: what supports it or it supports, what attacks it or it attacks. */
export function neighbours(entries: Entries, id: string): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>();
  const { onto, from } = relatedTo(entries, id);
  const add = (other: string, relation: Relation) => {
    if (other !== id && entries.annotations.has(other) && found.get(other) !== 'attacks') found.set(other, relation);
  };
  for (const argument of onto) {
    const relation = conclusionOf(argument)?.relation ?? 'supports';
    for (const premise of argument.premises) add(premise, relation);
    for (const undercut of relatedTo(entries, argument.id).onto)
      for (const premise of undercut.premises) add(premise, 'attacks');
  }
  for (const argument of from) {
    const conclusion = conclusionOf(argument);
    if (!conclusion) continue;
    const undercut = entries.arguments.get(conclusion.target);
    if (undercut) {
      for (const premise of undercut.premises) add(premise, conclusion.relation);
      const final = conclusionOf(undercut);
      if (final) add(final.target, conclusion.relation);
    } else add(conclusion.target, conclusion.relation);
    for (const premise of argument.premises) add(premise, 'supports');
  }
  return found;
}

/** Annotations that stand in the text, in the order of `inTextOrder` in core: by start, what reaches further first. */
export function inOrder(annotations: ReadonlyMap<string, PlacedAnnotation>): readonly PlacedAnnotation[] {
  const known = orders.get(annotations);
  if (known) return known;
  const sorted = [...annotations.values()].filter((annotation) => annotation.spans.length > 0).sort(compareInText);
  orders.set(annotations, sorted);
  return sorted;
}

/** Compares where two annotations stand in the text, for `sort`. */
export function compareInText(a: PlacedAnnotation, b: PlacedAnnotation): number {
  const startOf = ({ spans }: PlacedAnnotation) => spans[0]?.start ?? 0;
  const endOf = ({ spans }: PlacedAnnotation) => spans.at(-1)?.end ?? 0;
  return startOf(a) - startOf(b) || endOf(b) - endOf(a);
}
