/* Where annotations stand in the article's text now: what `core/anchor` finds, and what every view draws. */
import type { Span } from '../article/article';

/**
 * - `exact`: quote and context stand at the recorded place.
 * - `moved`: the words stand surely elsewhere.
 * - `orphan`: the words are not in the text any more, or not surely so; no spans, never a guess.
 * - `unstated`: it has no words in the text by design.
 */
export type PlacementStatus = 'exact' | 'moved' | 'orphan' | 'unstated';

export interface Placement {
  readonly status: PlacementStatus;
  /** In text order, UTF-16 units of the canonical text. Empty for orphans and unstated ones. */
  readonly spans: readonly Span[];
}

/** By annotation id. */
export type Placements = ReadonlyMap<string, Placement>;
