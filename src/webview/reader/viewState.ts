/* What this page remembers of itself while it is hidden or reloaded: where it was, what was open or under way, and notes still being typed. */

import { type Draft, draftsFrom } from './model/drafts';
import type { Search } from './text/findPlaces';

export interface ViewState {
  readonly top: number;
  readonly below: number;
  readonly folds: readonly number[];
  readonly details: boolean;
  readonly anchor: number;
  readonly focus: number;
  readonly drafts: readonly Draft[];
  /** The annotation that was picked at the caret, and the one that was made, changed or picked last. */
  readonly chosen?: string | undefined;
  readonly last?: string | undefined;
  /** Tags: the one that each new selection gets, and the one that was given last. */
  readonly armed?: string | undefined;
  readonly lastTag?: string | undefined;
  readonly search: Search;
}

/** Reads whatever was remembered; undefined on the first showing, and what does not fit counts as never remembered. */
export function viewStateOf(remembered: unknown): ViewState | undefined {
  if (typeof remembered !== 'object' || remembered === null) return undefined;
  const from = remembered as Record<string, unknown>;
  const text = (name: string) => (typeof from[name] === 'string' ? from[name] : undefined);
  const number = (name: string) => (typeof from[name] === 'number' && Number.isFinite(from[name]) ? from[name] : 0);
  return {
    top: number('top'),
    below: number('below'),
    folds: Array.isArray(from.folds) ? from.folds.filter((fold) => typeof fold === 'number') : [],
    details: from.details === true,
    anchor: number('anchor'),
    focus: number('focus'),
    drafts: draftsFrom(from.drafts),
    chosen: text('chosen'),
    last: text('last'),
    armed: text('armed'),
    lastTag: text('lastTag'),
    search: searchFrom(from.search),
  };
}

function searchFrom(remembered: unknown): Search {
  const { words, matchCase, wholeWord } = (remembered ?? {}) as Record<string, unknown>;
  return {
    words: typeof words === 'string' ? words : '',
    matchCase: matchCase === true,
    wholeWord: wholeWord === true,
  };
}
