/*
 * Which words of one text are which of another. Passages that stand once in both are matched first (patience diff, B. Cohen), in the longest
 * order that they have in common; what lies between them is matched word by word (E. Myers, "An O(ND) Difference Algorithm", 1986).
 */
import { unspacedScripts } from '../article/script';
import { longestChain } from './longestChain';

/** A word, a sign, or a character of a script that puts no spaces between words; UTF-16 units. White space is none. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const token = new RegExp(
  String.raw`[${unspacedScripts}]\p{M}*|(?:(?![${unspacedScripts}])[\p{L}\p{N}\p{M}])+|[^\s\p{L}\p{N}]`,
  'gu',
);

/** Words of a passage that has to stand once in both texts. */
const passage = 4;
/** Insertions and deletions between two passages after which they count as unlike. */
const mostSteps = 200;

export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(token), ({ 0: word, index }) => ({ start: index, end: index + word.length, word }));
}

/** For each token of `old` the index of the same one of `now`, or -1; ascending. */
export function matchedTokens(old: readonly Token[], now: readonly Token[]): Int32Array {
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly Token[]) =>
    Int32Array.from(tokens, ({ word }) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
  const [a, b] = [numbered(old), numbered(now)];
  const matches = new Int32Array(a.length).fill(-1);
  let from = { a: 0, b: 0 };
  const passages = longestChain(samePassages(a, b), (one, next) => one.b < next.b);
  for (const { a: i, b: j } of [...passages, { a: a.length, b: b.length }]) {
    if (i < from.a || j < from.b) continue;
    between(a, b, from, { a: i, b: j }, matches);
    let size = 0;
    while (i + size < a.length && j + size < b.length && a[i + size] === b[j + size]) matches[i + size] = j + size++;
    from = { a: i + size, b: j + size };
  }
  return matches;
}

/** A place in both lists. */
interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Places of passages that stand once in either list, ascending in the first. */
function samePassages(a: Int32Array, b: Int32Array): Pair[] {
  const [inA, inB] = [passagesOf(a), passagesOf(b)];
  const pairs: Pair[] = [];
  for (const [words, at] of inA) {
    const other = inB.get(words);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push({ a: at, b: other });
  }
  return pairs;
}

/** Where each passage begins; -1 for one that comes again. */
function passagesOf(list: Int32Array): Map<string, number> {
  const places = new Map<string, number>();
  for (let i = 0; i + passage <= list.length; i++) {
    const words = list.subarray(i, i + passage).join(' ');
    places.set(words, places.has(words) ? -1 : i);
  }
  return places;
}

/** Matches what lies between two places in both lists: what is alike at both ends, then the shortest edit script, if it is short. */
function between(a: Int32Array, b: Int32Array, from: Pair, to: Pair, matches: Int32Array): void {
  let [i, j] = [from.a, from.b];
  let [endA, endB] = [to.a, to.b];
  while (i < endA && j < endB && a[i] === b[j]) matches[i++] = j++;
  while (i < endA && j < endB && a[endA - 1] === b[endB - 1]) matches[--endA] = --endB;
  if (i === endA || j === endB) return;
  const trace = shortestScript(a.subarray(i, endA), b.subarray(j, endB));
  if (!trace) return;
  let [x, y] = [endA - i, endB - j];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = trace[d] as Int32Array;
    const k = x - y;
    const down = k === -d || (k !== d && at(reached, k - 1) < at(reached, k + 1));
    const previous = down ? k + 1 : k - 1;
    const [startX, startY] = d === 0 ? [0, 0] : [at(reached, previous), at(reached, previous) - previous];
    while (x > startX && y > startY) matches[i + --x] = j + --y;
    if (d > 0) [x, y] = [startX, startY];
  }
}

const at = (reached: Int32Array, k: number): number => reached[k + (reached.length >> 1)] as number;

/** How far each diagonal was reached before each step; undefined where more than `mostSteps` are needed. */
function shortestScript(a: Int32Array, b: Int32Array): readonly Int32Array[] | undefined {
  const most = Math.min(a.length + b.length, mostSteps);
  const middle = most + 1;
  const reached = new Int32Array(2 * middle + 1);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reached.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reached, k - 1) < at(reached, k + 1));
      let x = down ? at(reached, k + 1) : at(reached, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached[k + middle] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return undefined;
}
