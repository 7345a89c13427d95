/* How much of a quote can stand in a window at all: what is asked before anything is looked for there, since it is told in a tenth of the time. */
import type { Folded } from '../article/fold';
import { longQuote, type Pattern } from './pattern';

/** Units to a gram, and those of quotes that have too few grams to tell. */
const gramSize = 4;
const leastTold = 24;
const gramBits = 16;
/** By hash, when a gram was seen last. */
const seen = new Uint32Array(1 << gramBits);
let looks = 0;

/** The share of the quote's grams that stand in a window, in whatever order; 1 for quotes that are too short or too long to tell. */
export function shareNear(text: Folded, { folded, from, to }: Pattern, expected: number, reach: number): number {
  const length = to - from;
  if (length < leastTold || length > longQuote) return 1;
  looks = looks === 0xffffffff ? 1 : looks + 1;
  const high = Math.min(text.length, expected + length + reach);
  let hash = 0;
  for (let at = Math.max(0, expected - reach); at < high; at++) {
    hash = nextHash(hash, text.lower[at] as number);
    seen[hash] = looks;
  }
  let shared = 0;
  for (let at = from; at < to; at++) {
    hash = nextHash(hash, folded.lower[at] as number);
    if (at > from + gramSize - 2 && seen[hash] === looks) shared++;
  }
  return shared / (length - gramSize + 1);
}

/** The hash of the last units of a gram's length: what was before them is moved out of it. */
const nextHash = (hash: number, unit: number): number =>
  ((hash << (gramBits / gramSize)) ^ (Math.imul(unit, 0x9e3779b1) >>> (32 - gramBits))) & ((1 << gramBits) - 1);
