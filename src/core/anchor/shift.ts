/*
 * How far the text around a recorded place has moved, read off the annotations around it that stand surely: what tells true twins
 * apart, whose context is the same, and what an edit right beside a quote leaves of the evidence.
 */

/** A fragment that stands surely: its recorded start, and how far it has moved since; both counted as recorded offsets are. */
export interface Anchor {
  readonly recorded: number;
  readonly shift: number;
}

/** The nearest anchors on either side of a recorded start; one at the start itself counts as before it. */
export type Neighbours = (recorded: number) => { readonly before?: Anchor; readonly after?: Anchor };

/** Each question costs a binary search. */
export function neighboursAmong(anchors: readonly Anchor[]): Neighbours {
  const sorted = [...anchors].sort((a, b) => a.recorded - b.recorded);
  return (recorded) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.recorded ?? 0) <= recorded) low = middle + 1;
      else high = middle;
    }
    const before = sorted[low - 1];
    const after = sorted[low];
    return { ...(before && { before }), ...(after && { after }) };
  };
}

/**
 * The shifts that a recorded start may have undergone, each with whether it is sure: the words before and after have moved alike, so what
 * stands between them has too. The beginning of the text is a neighbour that never moves; no shift at all is always possible.
 */
export function shiftsAround(recorded: number, neighbours: Neighbours): ReadonlyMap<number, boolean> {
  const { before = { shift: 0 }, after } = neighbours(recorded);
  const shifts = new Map([
    [0, false],
    [before.shift, before.shift === after?.shift],
  ]);
  return after ? shifts.set(after.shift, before.shift === after.shift) : shifts;
}
