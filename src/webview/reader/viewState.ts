/* What this page remembers of itself while it is hidden or reloaded: where it was, what was open, and notes still being typed. */

import { type Draft, draftsFrom } from './drafts';

export interface ViewState {
  readonly top: number;
  readonly below: number;
  readonly folds: readonly number[];
  readonly details: boolean;
  readonly anchor: number;
  readonly focus: number;
  readonly drafts: readonly Draft[];
}

/** Reads whatever was remembered; undefined on the first showing, and what does not fit counts as never remembered. */
export function viewStateOf(remembered: unknown): ViewState | undefined {
  if (typeof remembered !== 'object' || remembered === null) return undefined;
  const from = remembered as Record<string, unknown>;
  const number = (name: string) => (typeof from[name] === 'number' && Number.isFinite(from[name]) ? from[name] : 0);
  return {
    top: number('top'),
    below: number('below'),
    folds: Array.isArray(from.folds) ? from.folds.filter((fold) => typeof fold === 'number') : [],
    details: from.details === true,
    anchor: number('anchor'),
    focus: number('focus'),
    drafts: draftsFrom(from.drafts),
  };
}
