/* Two changed versions of one map and the one that both came from, made into one field by field: the part of a merge that people are asked about. */
import { sameValue } from '../annotation/edit';
import type { EntryKind } from '../annotation/model';
import { isPlainMap, type Plain } from '../yaml/values';

/** A field that both sides changed, each in another way; or, without `field`, an entry that one side changed and the other took out. */
export interface Clash {
  /** `file` for what is no entry: the facts about the article, and keys of others. */
  readonly kind: EntryKind | 'file';
  /** The entry's id as it is shown; empty for `file`. */
  readonly id: string;
  /** E.g. `note`, `attributes.kind`, `conclusion` (`supports` and `attacks` in one), `article.title`. */
  readonly field?: string;
  /** The values of the three versions, undefined where a version has none. */
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export type Side = 'ours' | 'theirs';

/** Says for a clash which side counts. */
export type Choose = (clash: Clash) => Side;

/** Says for one field, by its values, which side counts. */
type Decide = (field: string, base: unknown, ours: unknown, theirs: unknown) => Side;

export type PlainMap = { readonly [key: string]: Plain };

/** Keys whose values are maps of facts that are independent of each other. */
const divisible = new Set(['attributes', 'article']);

/** The merged map, and the clashes on the way, each decided by `choose`. `name` makes a clash of a field of it. */
export function mergedMap(base: PlainMap, ours: PlainMap, theirs: PlainMap, decide: Decide): PlainMap {
  const result: { [key: string]: Plain } = Object.create(null);
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const conclusion = mergedConclusion(base, ours, theirs, decide);
  for (const key of keys) {
    const [b, o, t] = [base[key], ours[key], theirs[key]];
    let value: Plain | undefined;
    if (isConclusion(key)) value = conclusion[key];
    else if (sameValue(t, b) || sameValue(o, t)) value = o;
    else if (sameValue(o, b)) value = t;
    else if (divisible.has(key) && isPlainMap(o) && isPlainMap(t)) {
      value = {
        ...mergedMap(isPlainMap(b) ? b : {}, o, t, (field, ...values) => decide(`${key}.${field}`, ...values)),
      };
    } else value = decide(key, b, o, t) === 'theirs' ? t : o;
    if (value !== undefined) result[key] = value;
  }
  return result;
}

const isConclusion = (key: string): boolean => key === 'supports' || key === 'attacks';

/** What an argument supports or attacks is one fact in two possible fields. */
function mergedConclusion(base: PlainMap, ours: PlainMap, theirs: PlainMap, decide: Decide): PlainMap {
  const [b, o, t] = [base, ours, theirs].map(conclusionOf) as [PlainMap, PlainMap, PlainMap];
  if (sameValue(t, b) || sameValue(o, t)) return o;
  if (sameValue(o, b)) return t;
  return decide('conclusion', b, o, t) === 'theirs' ? t : o;
}

function conclusionOf(map: PlainMap): PlainMap {
  return Object.fromEntries(Object.entries(map).filter(([key]) => isConclusion(key)));
}
