/* Where annotations stand in the article's text now: what `core/anchor` finds, and what every view draws. */
import type { Span } from '../article/article';
import * as l10n from '../l10n';

/**
 * - `exact`: the words as recorded, at the recorded place, or where only the place has moved and the words stand once.
 * - `moved`: the words stand surely elsewhere, or with other quotation marks, dashes, spaces and the like.
 * - `drifted`: found, but the words have changed, or another place is nearly as good. It is drawn and counted like what is placed, and
 *   marked for a person to look at; nothing is ever rewritten by it.
 * - `orphan`: the words are not in the text any more, or not surely so; no spans, never a guess.
 * - `unstated`: it has no words in the text by design.
 */
export const placementStatuses = ['exact', 'moved', 'drifted', 'orphan', 'unstated'] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

export interface Placement {
  readonly status: PlacementStatus;
  /** In text order, UTF-16 units of the canonical text; they cut no grapheme. Empty for orphans and unstated ones. */
  readonly spans: readonly Span[];
  /** How much speaks for the spans, from 0 to 1; 1 where quote and context stand as recorded, and for unstated ones. */
  readonly score: number;
  /** The reason, as a short sentence for people; absent where everything stands as recorded. */
  readonly why?: string;
  /** Its words were followed from the version that they were recorded on. Absent where they were found at their place, or looked for. */
  readonly foundBy?: 'history';
  /** Of drifted ones: the places that come next, best first, each with all spans that the annotation would have then. */
  readonly runnersUp?: readonly (readonly Span[])[];
  /** Of drifted ones: which of several fragments are not found, by their number (from 0) in the order recorded. */
  readonly lost?: readonly number[];
}

/** By annotation id. */
export type Placements = ReadonlyMap<string, Placement>;

/** All spans of an article side by side (UTF-16 units), each with the index in `ids` of its annotation. `ids` are in the order of the list. */
export interface SpanColumns {
  readonly ids: readonly string[];
  readonly owners: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Those of placements that have them at hand are theirs, of any others they are gathered. */
export function columnsOf(placements: Placements & { columns?(): SpanColumns }): SpanColumns {
  if (placements.columns) return placements.columns();
  const spans: (readonly [number, Span])[] = [];
  let i = 0;
  for (const placement of placements.values()) {
    for (const span of placement.spans) spans.push([i, span]);
    i++;
  }
  return {
    ids: [...placements.keys()],
    owners: Int32Array.from(spans, ([owner]) => owner),
    starts: Int32Array.from(spans, ([, { start }]) => start),
    ends: Int32Array.from(spans, ([, { end }]) => end),
  };
}

/** What rows and lists say of a status beside the words; empty where the words stand surely. */
export function statusNote(status: PlacementStatus | undefined): string {
  if (status === 'drifted') return l10n.t('please look');
  return status === 'orphan' ? l10n.t('orphan') : status === 'unstated' ? l10n.t('unstated') : '';
}

/** Whether the words are surely those that were tagged, so that what is recorded may be made anew from them. */
export function isSure(placement: Placement | undefined): placement is Placement {
  return placement?.status === 'exact' || placement?.status === 'moved';
}
