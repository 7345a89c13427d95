/*
 * The sidecar as it is held while someone works on it: what it says (a set, problems) and the source text that says it,
 * so that an edit can change the lines of its own entry and no other byte (sidecar.md, rules 1 and 2).
 */
import type { AnnotationSet, Attributes } from '../annotation/model';
import type { Problem } from '../problem';

/** The bibliographic facts that a sidecar repeats about its article. */
export interface RecordedArticle {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly outlet?: string;
  /** The article's encoding where it is neither UTF-8 nor marked by a BOM, as a WHATWG label. */
  readonly encoding?: string;
  /** The codebook's attributes of the article itself; part of what analysts say, so `set` has them too. */
  readonly attributes?: Attributes;
}

export interface Sidecar {
  readonly set: AnnotationSet;
  readonly article: RecordedArticle;
  readonly problems: readonly Problem[];
  /** True where the text cannot be changed without the risk of losing something: syntax errors, conflict markers, a newer format. */
  readonly readOnly: boolean;
}
