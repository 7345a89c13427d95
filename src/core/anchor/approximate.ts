/*
 * Approximate search in a small window: where a pattern stands with the fewest units put in, left out or changed. Myers' bit-parallel algorithm
 * (1999) by blocks of 32 units, as in `approx-string-match`, on folded units and without anything made anew for a search.
 */

/** A stretch of the text, and how many units of the pattern differ. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** By unit, the row of the pattern's units that are the same, from 1; all zero between searches. */
const rowOf = new Uint16Array(65536);
let rows = new Uint32Array(0);
let plus = new Uint32Array(0);
let minus = new Uint32Array(0);
/** The ends of the best matches of the last search. */
const ends: number[] = [];

/**
 * Of the matches of `pattern[from, to)` in `text[low, high)` with the fewest errors, at most `most`, the one that begins nearest to a place.
 * Undefined where there is none. Time: the window by the pattern's blocks.
 */
export function nearestMatch(
  text: Uint16Array,
  low: number,
  high: number,
  pattern: Uint16Array,
  from: number,
  to: number,
  most: number,
  near: number,
): Match | undefined {
  const length = to - from;
  const begin = Math.max(0, low);
  const end = Math.min(text.length, high);
  if (length <= 0 || end <= begin) return undefined;
  const errors = search(text, begin, end - begin, 1, pattern, from, length, Math.min(most, length));
  if (errors === undefined) return undefined;
  // Ends that follow one another belong to one match; more than a few are of no use.
  let best: Match | undefined;
  for (const count of spread(ends.slice())) {
    const last = begin + count;
    const width = Math.min(count, length + errors);
    search(text, last - 1, width, -1, pattern, to - 1, length, errors);
    const longest = ends.at(-1) ?? length;
    const one = { start: last - longest, end: last, errors };
    if (!best || Math.abs(one.start - near) < Math.abs(best.start - near)) best = one;
  }
  return best;
}

const fewEnds = 6;
const spread = (all: readonly number[]): readonly number[] =>
  all.length <= fewEnds ? all : [...all.slice(0, fewEnds - 1), all.at(-1) as number];

/** The least errors, at most `most`, of the pattern read in a direction; where it ends (units read) is left in `ends`. */
function search(
  text: Uint16Array,
  first: number,
  width: number,
  step: 1 | -1,
  pattern: Uint16Array,
  patternFirst: number,
  length: number,
  most: number,
): number | undefined {
  const blocks = (length + 31) >>> 5;
  let known = 0;
  if (rows.length < (length + 1) * blocks) rows = new Uint32Array(2 * (length + 1) * blocks);
  if (plus.length < blocks) [plus, minus] = [new Uint32Array(2 * blocks), new Uint32Array(2 * blocks)];
  rows.fill(0, 0, blocks);
  for (let i = 0; i < length; i++) {
    const unit = pattern[patternFirst + i * step] as number;
    let row = rowOf[unit] as number;
    if (row === 0) {
      row = ++known;
      rowOf[unit] = row;
      rows.fill(0, row * blocks, (row + 1) * blocks);
    }
    const slot = row * blocks + (i >>> 5);
    rows[slot] = (rows[slot] as number) | (1 << (i & 31));
  }
  plus.fill(0xffffffff, 0, blocks);
  minus.fill(0, 0, blocks);
  const lastBit = 1 << ((length - 1) & 31);
  let score = length;
  let least = most;
  ends.length = 0;
  for (let j = 0; j < width; j++) {
    const row = (rowOf[text[first + j * step] as number] as number) * blocks;
    let carry = 0;
    for (let b = 0; b < blocks; b++) {
      const p = plus[b] as number;
      const m = minus[b] as number;
      const isNegative = carry < 0 ? 1 : 0;
      const equal = (rows[row + b] as number) | isNegative;
      const vertical = equal | m;
      const horizontal = (((equal & p) + p) ^ p) | equal;
      let up = m | ~(horizontal | p);
      let down = p & horizontal;
      const top = b === blocks - 1 ? lastBit : 1 << 31;
      const out = up & top ? 1 : down & top ? -1 : 0;
      up = (up << 1) | (carry > 0 ? 1 : 0);
      down = (down << 1) | isNegative;
      plus[b] = down | ~(vertical | up);
      minus[b] = up & vertical;
      carry = out;
    }
    score += carry;
    if (score > least) continue;
    if (score < least) {
      least = score;
      ends.length = 0;
    }
    ends.push(j + 1);
  }
  for (let i = 0; i < length; i++) rowOf[pattern[patternFirst + i * step] as number] = 0;
  return ends.length > 0 ? least : undefined;
}
