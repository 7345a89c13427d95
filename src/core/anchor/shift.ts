/*
 * How far the text around a recorded place has moved, read off the annotations around it that stand surely: what tells true twins
 * apart, whose context is the same, and what an edit right beside a quote leaves of the evidence. Anchors that follow one another as they
 * were recorded tell the order of the text; those that do not were moved, alone or with their paragraph, and tell of their nearest only.
 */
import { firstWhere } from '../halving';
import { longestChain } from './longestChain';

/** A fragment that stands surely: its recorded start, and how far it has moved since; both counted as recorded offsets are. */
export interface Anchor {
  readonly recorded: number;
  readonly shift: number;
}

/**
 * What the anchors say of a place for a recorded start:
 * - `same`: it has moved just as far as the next anchors before and after it, and those stand in order; or with a long stretch of the text.
 * - `beside`: it has moved just as far as one of them.
 * - `between`: it stands between its neighbours, or near to where they would have it.
 * - `along`: it is out of order, with others that have moved just as far. A twin of a few sentences looks the same.
 * - `against`: its neighbours say that it is elsewhere.
 * - `unknown`: there are none, or they say nothing of it.
 */
export type Standing = 'same' | 'beside' | 'between' | 'along' | 'against' | 'unknown';

export interface Neighbours {
  /** Of a place (start as it would be recorded) for words of some size at a recorded start. */
  readonly standing: (recorded: number, now: number, size: number) => Standing;
  /** Whether a place is farther from where a recorded start is expected than one change before it would have it. */
  readonly far: (recorded: number, now: number) => boolean;
  /** Whether the next anchors in order, before and after, are so close that a paragraph hardly fits between them. */
  readonly enclosed: (recorded: number) => boolean;
  /** Where a recorded start may have moved to, by the anchors next to it; without any, where it was. */
  readonly expected: (recorded: number) => readonly number[];
}

/** Anchors farther away (in the recorded text) than this say little of how far exactly something has moved. */
const nearby = 4000;
/** A stretch of the text that moves alike: from its first anchor to its last, and how many they are. */
const stretch = 600;
const stretchAnchors = 3;
/** What stands between two anchors may have grown by this factor and this much. */
const growth = 3;
const grown = 1000;

/** What moves farther than this, and than this share of the text, is seldom moved by one change before it. */
const leastFar = 1000;
const farShare = 0.05;
/** Anchors that begin no farther before words than this may overlap them. */
const apart = 64;
/** Anchors that are closer than a paragraph is long. */
const close = 450;
/** With an anchor near by even this and twice the way to it is far. */
const nearFar = 300;

/**
 * `n log n` in the anchors; each question costs a binary search.
 * @param length of the text, counted as recorded offsets are.
 */
export function neighboursAmong(anchors: readonly Anchor[], length: number): Neighbours {
  const all = [...anchors].sort((a, b) => a.recorded - b.recorded);
  const ordered = longestInOrder(all);
  const around = (list: readonly Anchor[], from: number, to = from) => ({
    before: list[firstFrom(list, from) - 1],
    after: list[firstFrom(list, to + 1)],
  });
  return {
    standing: (recorded, now, size) => {
      // What overlaps the words, or all but, is the same evidence and no other: the same change has struck it.
      const [from, to] = [recorded - apart, recorded + size];
      const inOrder = around(ordered, from, to);
      if (!inOrder.before && !inOrder.after) return now === recorded ? 'beside' : 'unknown';
      const moved = movedWith(inOrder, recorded, now);
      if (moved) return moved;
      const next = around(all, from, to);
      if (movedWith(next, recorded, now)) return isStretch(all, recorded, now - recorded) ? 'same' : 'along';
      return standingBetween(inOrder, recorded, now);
    },
    far: (recorded, now) => {
      const next = nextOf(around(ordered, recorded));
      if (next.length === 0) next.push({ recorded: Number.NEGATIVE_INFINITY, shift: 0 });
      return next.every((anchor) => {
        const way = Math.abs(anchor.recorded - recorded);
        const most = Math.min(Math.max(leastFar, length * farShare), nearFar + 2 * way);
        return Math.abs(now - recorded - anchor.shift) > most;
      });
    },
    enclosed: (recorded) => {
      const { before, after } = around(ordered, recorded);
      return before !== undefined && after !== undefined && after.recorded - before.recorded < close;
    },
    expected: (recorded) => {
      const next = [...nextOf(around(ordered, recorded)), ...nextOf(around(all, recorded))];
      const shifts = new Set(next.map(({ shift }) => shift));
      if (shifts.size === 0) shifts.add(0);
      return [...shifts].map((shift) => recorded + shift);
    },
  };
}

interface Around {
  readonly before: Anchor | undefined;
  readonly after: Anchor | undefined;
}

const nextOf = ({ before, after }: Around): Anchor[] => [before, after].filter((anchor) => anchor !== undefined);

/** Whether a place has moved just as far as what is next to it. The beginning of the text is next to it too, and never moves. */
function movedWith({ before, after }: Around, recorded: number, now: number): 'same' | 'beside' | undefined {
  const shift = now - recorded;
  if ((before ?? beginning).shift === shift && after?.shift === shift) return 'same';
  const one = [before, after].some(
    (anchor) => anchor?.shift === shift && Math.abs(anchor.recorded - recorded) <= nearby,
  );
  return one ? 'beside' : undefined;
}
const beginning: Anchor = { recorded: 0, shift: 0 };

/** Whether so much of the text has moved alike that it can hardly be a twin. */
function isStretch(anchors: readonly Anchor[], recorded: number, shift: number): boolean {
  const next = firstFrom(anchors, recorded);
  let first = next;
  while (anchors[first - 1]?.shift === shift) first--;
  let last = next;
  while (anchors[last]?.shift === shift) last++;
  const from = Math.min(recorded, anchors[first]?.recorded ?? recorded);
  const to = Math.max(recorded, anchors[last - 1]?.recorded ?? recorded);
  return last - first >= stretchAnchors && to - from >= stretch;
}

function standingBetween({ before, after }: Around, recorded: number, now: number): Standing {
  const low = before && before.recorded + before.shift;
  const high = after && after.recorded + after.shift;
  if ((low !== undefined && now < low) || (high !== undefined && now > high)) return 'against';
  if (before && after && low !== undefined && high !== undefined) {
    const room = (after.recorded - before.recorded) * growth + grown;
    return high - low <= room ? 'between' : 'unknown';
  }
  const one = before ?? after;
  return one && Math.abs(now - recorded - one.shift) <= Math.abs(recorded - one.recorded) / 2 + grown / 2
    ? 'between'
    : 'unknown';
}

/** The number of anchors that were recorded before an offset. */
function firstFrom(anchors: readonly Anchor[], recorded: number): number {
  return firstWhere(anchors.length, (i) => (anchors[i] as Anchor).recorded >= recorded);
}

/** The most anchors that stand in the text in the order in which they were recorded. */
function longestInOrder(sorted: readonly Anchor[]): readonly Anchor[] {
  const now = ({ recorded, shift }: Anchor) => recorded + shift;
  return longestChain(sorted, (anchor, next) => now(anchor) <= now(next));
}
