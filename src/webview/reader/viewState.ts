/* What this page remembers of itself while it is hidden or reloaded: where it was, what was open, and a note still being typed. */

export interface ViewState {
  readonly top: number;
  readonly below: number;
  readonly folds: readonly number[];
  readonly details: boolean;
  readonly anchor: number;
  readonly focus: number;
  readonly draft?: Draft | undefined;
}

/** Words typed into a field that the host has not been told yet. */
export interface Draft {
  readonly id: string;
  readonly field: string;
  readonly value: string;
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
    draft: draftOf(from.draft),
  };
}

function draftOf(remembered: unknown): Draft | undefined {
  if (typeof remembered !== 'object' || remembered === null) return undefined;
  const { id, field, value } = remembered as Record<string, unknown>;
  return typeof id === 'string' && typeof field === 'string' && typeof value === 'string'
    ? { id, field, value }
    : undefined;
}
