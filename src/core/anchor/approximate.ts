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

const blockBits = 5;
const blockSize = 1 << blockBits;

/** By unit, the row of the pattern's units that are the same, from 1; all zero between searches. */
const rowOf = new Uint16Array(65536);
let rows = new Int32Array(0);
/** By block: the units at which its column goes up and down, and the errors at its last one. */
let plus = new Int32Array(0);
let minus = new Int32Array(0);
let scores = new Int32Array(0);
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
  if (near >= begin && near + length <= end && sameRun(text, near, pattern, from, length))
    return { start: near, end: near + length, errors: 0 };
  const errors = search(text, begin, end - begin, 1, pattern, from, length, Math.min(most, length));
  if (errors === undefined) return undefined;
  let best: Match | undefined;
  for (const count of spread(firstOfRuns(ends))) {
    const last = begin + count;
    const width = Math.min(count, length + errors);
    search(text, last - 1, width, -1, pattern, to - 1, length, errors);
    const longest = ends.at(-1) ?? length;
    const one = { start: last - longest, end: last, errors };
    if (!best || Math.abs(one.start - near) < Math.abs(best.start - near)) best = one;
  }
  return best;
}

/** Whether two texts have the same units from two places on. */
export function sameRun(a: Uint16Array, aFrom: number, b: Uint16Array, bFrom: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aFrom + i] !== b[bFrom + i]) return false;
  return true;
}

/** Ends that follow one another belong to one match. */
const firstOfRuns = (all: readonly number[]): readonly number[] => all.filter((end, i) => end - 1 !== all[i - 1]);

/** More ends than a few are of no use. */
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
  const blocks = (length + blockSize - 1) >>> blockBits;
  if (rows.length < (length + 1) * blocks) rows = new Int32Array(2 * (length + 1) * blocks);
  if (plus.length < blocks) {
    plus = new Int32Array(2 * blocks);
    minus = new Int32Array(2 * blocks);
    scores = new Int32Array(2 * blocks);
  }
  let known = 0;
  rows.fill(0, 0, blocks);
  for (let i = 0; i < length; i++) {
    const unit = pattern[patternFirst + i * step] as number;
    let row = rowOf[unit] as number;
    if (row === 0) {
      row = ++known;
      rowOf[unit] = row;
      rows.fill(0, row * blocks, (row + 1) * blocks);
    }
    const slot = row * blocks + (i >>> blockBits);
    rows[slot] = (rows[slot] as number) | (1 << (i & (blockSize - 1)));
  }
  const least = pass(text, first, width, step, length, blocks, most);
  for (let i = 0; i < length; i++) rowOf[pattern[patternFirst + i * step] as number] = 0;
  return least;
}

/**
 * The text once along the pattern that stands in `rows`. The fewer errors are allowed, the less of the pattern has to be held against a text that is
 * another (Ukkonen, 1985, by blocks).
 */
function pass(
  text: Uint16Array,
  first: number,
  width: number,
  step: 1 | -1,
  length: number,
  blocks: number,
  most: number,
): number | undefined {
  const [equals, ups, downs, errors] = [rows, plus, minus, scores];
  const lastShift = (length - 1) & (blockSize - 1);
  let least = most;
  // Blocks behind this one hold nothing but more errors than are of interest.
  let last = Math.min(blocks - 1, most >>> blockBits);
  for (let b = 0; b <= last; b++) {
    ups[b] = -1;
    downs[b] = 0;
    errors[b] = Math.min(length, (b + 1) << blockBits);
  }
  ends.length = 0;
  for (let j = 0; j < width; j++) {
    const row = (rowOf[text[first + j * step] as number] as number) * blocks;
    let rise = 0;
    let fall = 0;
    let b = 0;
    while (b <= last) {
      const p = ups[b] as number;
      const m = downs[b] as number;
      const equal = (equals[row + b] as number) | fall;
      const vertical = equal | m;
      const horizontal = (((equal & p) + p) ^ p) | equal;
      const up = m | ~(horizontal | p);
      const down = p & horizontal;
      const shift = b === blocks - 1 ? lastShift : blockSize - 1;
      const risen = (up << 1) | rise;
      ups[b] = (down << 1) | fall | ~(vertical | risen);
      downs[b] = risen & vertical;
      rise = (up >>> shift) & 1;
      fall = (down >>> shift) & 1;
      const before = errors[b] as number;
      errors[b] = before + rise - fall;
      if (
        b === last &&
        last < blocks - 1 &&
        before <= least &&
        (fall === 1 || ((equals[row + b + 1] as number) & 1) === 1)
      ) {
        last++;
        ups[last] = -1;
        downs[last] = 0;
        errors[last] = before + Math.min(blockSize, length - (last << blockBits));
      }
      b++;
    }
    while (last > 0 && (errors[last] as number) >= least + blockSize) last--;
    if (last < blocks - 1) continue;
    const score = errors[last] as number;
    if (score > least) continue;
    if (score < least) {
      least = score;
      ends.length = 0;
    }
    ends.push(j + 1);
  }
  return ends.length > 0 ? least : undefined;
}

/** By unit, at which of the pattern's units it stands, as bits; all zero between two uses. */
const masks = new Int32Array(65536);

/**
 * The least errors of a pattern of at most 32 units that ends at each place of a text, both read in a direction: `found[0]` before the first unit of
 * the text, `found[width]` behind the last.
 */
export function errorsAlong(
  pattern: Uint16Array,
  patternFirst: number,
  length: number,
  text: Uint16Array,
  first: number,
  width: number,
  step: 1 | -1,
  found: Uint16Array,
): void {
  for (let i = 0; i < length; i++) {
    const unit = pattern[patternFirst + i * step] as number;
    masks[unit] = (masks[unit] as number) | (1 << i);
  }
  let p = -1;
  let m = 0;
  let score = length;
  found[0] = length;
  for (let j = 0; j < width; j++) {
    const equal = masks[text[first + j * step] as number] as number;
    const horizontal = (((equal & p) + p) ^ p) | equal;
    const up = m | ~(horizontal | p);
    const down = p & horizontal;
    score += ((up >>> (length - 1)) & 1) - ((down >>> (length - 1)) & 1);
    found[j + 1] = score;
    const risen = up << 1;
    p = (down << 1) | ~(equal | m | risen);
    m = risen & (equal | m);
  }
  for (let i = 0; i < length; i++) masks[pattern[patternFirst + i * step] as number] = 0;
}
