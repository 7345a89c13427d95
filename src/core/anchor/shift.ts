/*
 * How far the text around a recorded place has moved, read off the annotations around it that stand surely: what tells true twins
 * apart, whose context is the same, and what an edit right beside a quote leaves of the evidence.
 */

/** A fragment that stands surely: its recorded start, and how far it has moved since; both in code points. */
export interface Anchor {
  readonly recorded: number;
  readonly shift: number;
}

/** The shifts that a recorded start (code points) may have undergone: that of the anchor before it and that of the one after. */
export type Shifts = (recorded: number) => readonly number[];

/** Where no anchor stands before, the beginning of the text is one: it never moves. Each question costs a binary search. */
export function shiftsFrom(anchors: readonly Anchor[]): Shifts {
  const sorted = [...anchors].sort((a, b) => a.recorded - b.recorded);
  return (recorded) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.recorded ?? 0) <= recorded) low = middle + 1;
      else high = middle;
    }
    const before = sorted[low - 1]?.shift ?? 0;
    const after = sorted[low]?.shift;
    return after === undefined || after === before ? [before] : [before, after];
  };
}
