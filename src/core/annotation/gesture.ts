/*
 * Gestures: what a person (by key, mouse, palette, tree or drag) asks for, as data, before anyone has looked whether it can be done.
 * `verbs.ts` turns a gesture into an edit or says in words why not. Spans are UTF-16 units of the canonical text.
 */
import type { Span } from '../article/article';
import type { AttributeValue, Relation } from './model';

/** The fields that a person writes in words. */
export const writtenFields = ['note', 'wording', 'speaker', 'scheme'] as const;

export type Gesture =
  /** New annotation on these spans; `id` is proposed by a view that has painted it already. */
  | { readonly verb: 'tag'; readonly tag: string; readonly spans: readonly Span[]; readonly id?: string }
  /** A new annotation on each of these spans; `ids`, as many as spans, are proposed by a view that has painted them already. */
  | {
      readonly verb: 'tagEach';
      readonly tag: string;
      readonly spans: readonly Span[];
      readonly ids?: readonly string[];
    }
  | { readonly verb: 'retag'; readonly ids: readonly string[]; readonly tag: string }
  /** The annotation keeps its id and all else, and stands on these spans now. */
  | { readonly verb: 'respan'; readonly id: string; readonly spans: readonly Span[] }
  | { readonly verb: 'addFragment'; readonly id: string; readonly spans: readonly Span[] }
  /** Drifted words: those at this place, which is the one found or one of its runners-up, are the recorded ones from now on. */
  | { readonly verb: 'accept'; readonly id: string; readonly spans: readonly Span[] }
  /** Offsets and contexts of all annotations whose words are found are recorded as they are now. */
  | { readonly verb: 'updatePositions' }
  /** Removes annotations, arguments and links, and what cannot stand without them (sidecar.md, rule 8). */
  | { readonly verb: 'remove'; readonly ids: readonly string[] }
  /** An empty value takes the field away. `ids` are annotations, or arguments for `scheme` and `note`. */
  | {
      readonly verb: 'write';
      readonly ids: readonly string[];
      readonly field: (typeof writtenFields)[number];
      readonly value: string;
    }
  /** No value takes the attribute away. */
  | {
      readonly verb: 'setAttribute';
      readonly ids: readonly string[];
      readonly name: string;
      readonly value?: AttributeValue;
    }
  /** An attribute of the article itself; no value takes it away. */
  | { readonly verb: 'setArticleAttribute'; readonly name: string; readonly value?: AttributeValue }
  /** Premises support or attack the target; onto an argument, `supports` joins its premises and `attacks` undercuts it. */
  | {
      readonly verb: 'argue';
      readonly premises: readonly string[];
      readonly relation: Relation;
      readonly target: string;
      readonly id?: string;
    }
  | { readonly verb: 'dropPremise'; readonly argument: string; readonly premise: string }
  /** Takes premises out of their arguments, several at once, and lets them join the one of `into`, where that is said. */
  | {
      readonly verb: 'movePremises';
      readonly from: readonly { readonly argument: string; readonly premise: string }[];
      readonly into?: string;
    }
  /** An unstated premise in the analyst's words, and the argument that it joins or the annotation that it alone supports, if any. */
  | {
      readonly verb: 'addUnstated';
      readonly wording: string;
      readonly tag: string;
      readonly argument?: string;
      readonly supports?: string;
    };

export type Verb = Gesture['verb'];
