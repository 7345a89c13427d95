/*
 * Where in a long text something like a given pattern may stand: each short run of units (a gram) of the pattern votes for the places
 * where the text has it, shifted to where the pattern would begin, and the rarest grams vote first. An index of all grams of a text is
 * built once; what it suggests is looked at closely by `similar`.
 */
import { isUnspaced } from '../article/foldUnits';

/** Units to a gram; one that begins in a script without spaces is shorter, since its signs say more. */
const gramLength = 8;
const shortLength = 4;
/** Offsets of a pattern that one gram is chosen from, the rarest. */
const stride = 8;
/** Grams at more places than this say little, and only vote where nothing else does. */
const common = 48;
const mostCommon = 400;
/** Places with less than this share of the votes of the first have a few grams in common with it, and no more. */
const leastShare = 0.2;
/** Votes that are enough. */
const enough = 8;
/** Diagonals this near to each other are one (a power of two). */
const bucketBits = 5;

/** The grams of one text. */
export interface Grams {
  readonly units: Uint16Array;
  readonly bits: number;
  /** By hash: where in `places` its grams begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** Linear in the text. */
export function indexGrams(units: Uint16Array): Grams {
  const bits = Math.max(8, Math.min(20, Math.ceil(Math.log2(units.length + 1))));
  const starts = new Uint32Array((1 << bits) + 1);
  const hashes = new Uint32Array(units.length);
  for (let at = 0; at < units.length; at++) {
    const hash = hashAt(units, at, bits);
    hashes[at] = hash;
    if (hash !== none) starts[hash + 1] = (starts[hash + 1] as number) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const places = new Uint32Array(starts[starts.length - 1] as number);
  const next = starts.slice();
  for (let at = 0; at < units.length; at++) {
    const hash = hashes[at] as number;
    if (hash === none) continue;
    const slot = next[hash] as number;
    places[slot] = at;
    next[hash] = slot + 1;
  }
  return { units, bits, starts, places };
}

/** A place where a pattern may begin (in units of the text, negative where it would begin before it), and how much speaks for it. */
export interface Vote {
  readonly at: number;
  readonly votes: number;
}

/**
 * Where the part `[from, to)` of a pattern suggests that the whole pattern begins: the best places first, at most `most`.
 * Rare grams count more than common ones.
 */
export function votesFor(grams: Grams, pattern: Uint16Array, from: number, to: number, most: number): Vote[] {
  const chosen = chosenGrams(grams, pattern, from, to);
  const buckets = new Map<number, { votes: number; at: number }>();
  let voters = 0;
  for (const { offset, start, end } of chosen) {
    if (end - start > common && voters >= enough) break;
    if (end - start > mostCommon) break;
    voters++;
    const weight = 1 / Math.log2(end - start + 1);
    for (let i = start; i < end; i++) {
      const place = grams.places[i] as number;
      if (!sameGram(grams.units, place, pattern, offset)) continue;
      const at = place - offset;
      vote(buckets, at >> bucketBits, at, weight);
    }
  }
  return bestOf(buckets, most);
}

interface Chosen {
  readonly offset: number;
  readonly start: number;
  readonly end: number;
}

/** Of each stretch of the pattern the rarest gram that the text has, rarest first. */
function chosenGrams(grams: Grams, pattern: Uint16Array, from: number, to: number): Chosen[] {
  const chosen: Chosen[] = [];
  // A long pattern has more than enough of them.
  const step = Math.max(stride, Math.ceil((to - from) / 64));
  for (let stretch = from; stretch < to; stretch += step) {
    let best: Chosen | undefined;
    for (let offset = stretch; offset < Math.min(to, stretch + stride); offset++) {
      const hash = hashAt(pattern, offset, grams.bits);
      if (hash === none || offset + lengthAt(pattern, offset) > to) continue;
      const start = grams.starts[hash] as number;
      const end = grams.starts[hash + 1] as number;
      if (end > start && (!best || end - start < best.end - best.start)) best = { offset, start, end };
    }
    if (best) chosen.push(best);
  }
  return chosen.sort((a, b) => a.end - a.start - (b.end - b.start));
}

function vote(buckets: Map<number, { votes: number; at: number }>, bucket: number, at: number, weight: number): void {
  const known = buckets.get(bucket);
  if (known) known.votes += weight;
  else buckets.set(bucket, { votes: weight, at });
}

/** The strongest places; neighbouring buckets stand together. */
function bestOf(buckets: ReadonlyMap<number, { readonly votes: number; readonly at: number }>, most: number): Vote[] {
  const strong: Vote[] = [];
  for (const [bucket, { votes, at }] of buckets) {
    const before = buckets.get(bucket - 1)?.votes ?? 0;
    const after = buckets.get(bucket + 1)?.votes ?? 0;
    // The stronger one of two neighbours speaks for both.
    if (before > votes || after > votes) continue;
    strong.push({ at, votes: votes + before + after });
  }
  strong.sort((a, b) => b.votes - a.votes || a.at - b.at);
  const least = (strong[0]?.votes ?? 0) * leastShare;
  return strong.filter(({ votes }, i) => i < most && votes >= least);
}

const none = 0xffffffff;

const lengthAt = (units: Uint16Array, at: number): number =>
  isUnspaced(units[at] as number) ? shortLength : gramLength;

function hashAt(units: Uint16Array, at: number, bits: number): number {
  const length = lengthAt(units, at);
  if (at + length > units.length) return none;
  let hash = length;
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ (units[i] as number), 0x9e3779b1) ^ (hash >>> 15);
  return (Math.imul(hash, 0x85ebca6b) >>> (32 - bits)) >>> 0;
}

function sameGram(units: Uint16Array, place: number, pattern: Uint16Array, offset: number): boolean {
  const length = lengthAt(pattern, offset);
  for (let i = 0; i < length; i++) if (units[place + i] !== pattern[offset + i]) return false;
  return true;
}
