/*
 * What analysts say about an article, as small facts: the second thing on the data's way, and the one that a sidecar holds.
 * All of it is plain readonly data, as recorded; where in the text an annotation stands now is worked out by `core/anchor`.
 */
import { append } from '../append';

/**
 * The recorded words of one span (W3C TextQuoteSelector and TextPositionSelector in one).
 * `start` and `end` are Unicode code points of the canonical text at the time of recording, end excluded: a hint, while the quote is the truth.
 */
export interface Selector {
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly end?: number;
}

export type AttributeValue = string | number | boolean | readonly string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** One or more spans with a tag of the codebook; no span for an unstated premise, which then needs a wording. */
export interface Annotation {
  readonly id: string;
  readonly tag: string;
  readonly spans: readonly Selector[];
  /** Whose claim it is, where it is not simply the author's. */
  readonly speaker?: string;
  /** The claim in the analyst's words. */
  readonly wording?: string;
  readonly attributes?: Attributes;
  readonly note?: string;
  /** Who made it and when (ISO 8601, UTC); never changed afterwards. */
  readonly by?: string;
  readonly at?: string;
}

export const relations = ['supports', 'attacks'] as const;
export type Relation = (typeof relations)[number];

/** An inference: premises (linked, together) and the annotation that they support, or the annotation or argument that they attack. */
export interface Argument {
  readonly id: string;
  readonly premises: readonly string[];
  readonly supports?: string;
  readonly attacks?: string;
  readonly scheme?: string;
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
}

/** Two annotations that say the same thing. `rephrases` is an id, or `relative/path#id` of another article's annotation. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly rephrases: string;
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
}

export interface AnnotationSet {
  /** In document order, unstated ones last. */
  readonly annotations: readonly Annotation[];
  readonly arguments: readonly Argument[];
  readonly links: readonly Link[];
  /** The codebook's attributes of the article itself; absent where none is set. */
  readonly attributes?: Attributes;
}

export const emptySet: AnnotationSet = { annotations: [], arguments: [], links: [] };

export type EntryKind = 'annotation' | 'argument' | 'link';
export interface EntryOf {
  readonly annotation: Annotation;
  readonly argument: Argument;
  readonly link: Link;
}
export type Entry = Annotation | Argument | Link;

/** The list of a set that holds entries of this kind. */
export const listOf = { annotation: 'annotations', argument: 'arguments', link: 'links' } as const satisfies Record<
  EntryKind,
  Exclude<keyof AnnotationSet, 'attributes'>
>;

/** All kinds, in the order of a file. */
export const entryKinds = Object.keys(listOf) as readonly EntryKind[];

/** What an argument concludes to: how, and onto which id. Undefined for an entry that names neither. */
export function conclusionOf(argument: Argument): { readonly relation: Relation; readonly target: string } | undefined {
  if (argument.supports !== undefined) return { relation: 'supports', target: argument.supports };
  if (argument.attacks !== undefined) return { relation: 'attacks', target: argument.attacks };
  return undefined;
}

/** Entries found by id, and by what they say of each other: all that it takes to describe one of them. */
export interface EntriesById {
  /** Not all of them at once: who holds thousands may make each when it is asked for. */
  readonly annotations: Pick<ReadonlyMap<string, Annotation>, 'get' | 'has'>;
  readonly arguments: ReadonlyMap<string, Argument>;
  readonly links: ReadonlyMap<string, Link>;
  /** Arguments by the id of each of their premises. */
  readonly premiseIn: ReadonlyMap<string, readonly Argument[]>;
  /** Arguments by the id that they support or attack. */
  readonly onto: ReadonlyMap<string, readonly Argument[]>;
}

/** A set seen by id. Built once per set and kept as long as the set is. */
export interface SetIndex extends EntriesById {
  readonly annotations: ReadonlyMap<string, Annotation>;
}

const indexes = new WeakMap<AnnotationSet, SetIndex>();

/** The index of a set; the first of two entries with one id counts (sidecar.md, rule 6). */
export function indexOf(set: AnnotationSet): SetIndex {
  const known = indexes.get(set);
  if (known) return known;
  const index = {
    annotations: byId(set.annotations),
    arguments: byId(set.arguments),
    links: byId(set.links),
    ...argumentsByEnd(set.arguments),
  };
  indexes.set(set, index);
  return index;
}

/** Arguments by what stands at their ends. */
export function argumentsByEnd(inferences: Iterable<Argument>): Pick<EntriesById, 'premiseIn' | 'onto'> {
  const premiseIn = new Map<string, Argument[]>();
  const onto = new Map<string, Argument[]>();
  for (const argument of inferences) {
    for (const premise of argument.premises) append(premiseIn, premise, argument);
    const conclusion = conclusionOf(argument);
    if (conclusion) append(onto, conclusion.target, argument);
  }
  return { premiseIn, onto };
}

function byId<E extends Entry>(entries: readonly E[]): Map<string, E> {
  const map = new Map<string, E>();
  for (const entry of entries) if (!map.has(entry.id)) map.set(entry.id, entry);
  return map;
}
