/*
 * Where in a long text something like a given pattern may stand: each short run of units (a gram) of the pattern votes for the places
 * where the text has it, shifted to where the pattern would begin, and the rarest grams vote first. The grams of many patterns are found in the
 * text together; what they suggest is looked at closely by `similar`.
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

/** Where the grams of some patterns stand in one text. */
export interface Grams {
  readonly units: Uint16Array;
  /** By pattern the grams of it that vote, rarest first. */
  readonly voters: ReadonlyMap<Uint16Array, readonly Voter[]>;
  /** By hash: where in `places` the grams that vote begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

interface Voter {
  /** In the pattern. */
  readonly offset: number;
  readonly hash: number;
  /** At how many places of the text it stands, or something of the same hash. */
  readonly count: number;
}

/** Linear in the text and the patterns. First the grams of all patterns are counted; then only those that vote are put down. */
export function indexGrams(units: Uint16Array, patterns: readonly Uint16Array[]): Grams {
  const all = patterns.reduce((sum, { length }) => sum + length, 0);
  // Neither more grams than the text has can be told apart, nor more than are asked for.
  const bits = Math.max(8, Math.min(20, Math.ceil(Math.log2(Math.min(all, units.length) + 1)) + 2));
  const hashes = hashesOf(units, bits);
  const hashed = new Map(patterns.map((pattern) => [pattern, hashesOf(pattern, bits)]));
  const counts = countsOf(hashes, hashed.values(), bits);
  const voters = new Map<Uint16Array, readonly Voter[]>();
  const votes = new Uint8Array((1 << bits) + 1);
  const starts = new Uint32Array((1 << bits) + 1);
  for (const [pattern, own] of hashed) {
    const chosen = votersOf(pattern, own, counts);
    voters.set(pattern, chosen);
    for (const { hash, count } of chosen) {
      votes[hash] = 1;
      starts[hash + 1] = count;
    }
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const places = new Uint32Array(starts[1 << bits] as number);
  const next = starts.slice();
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] as number;
    if (votes[hash] === 0) continue;
    const slot = next[hash] as number;
    places[slot] = at;
    next[hash] = slot + 1;
  }
  return { units, voters, starts, places };
}

const mostCounted = 0xffff;

/** By hash the places of the grams of some patterns, and one more; zero for all other grams. */
function countsOf(hashes: Uint32Array, sought: Iterable<Uint32Array>, bits: number): Uint16Array {
  const none = 1 << bits;
  const counts = new Uint16Array(none + 1);
  for (const own of sought) for (const hash of own) counts[hash] = 1;
  counts[none] = 0;
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] as number;
    const count = counts[hash] as number;
    if (count !== 0 && count !== mostCounted) counts[hash] = count + 1;
  }
  return counts;
}

/** A place where a pattern may begin (in units of the text, negative where it would begin before it), and how much speaks for it. */
export interface Vote {
  readonly at: number;
  readonly votes: number;
}

/** Where one of the patterns may begin: the best places first, at most `most`. Rare grams count more than common ones. */
export function votesFor({ units, voters, starts, places }: Grams, pattern: Uint16Array, most: number): Vote[] {
  const buckets = new Map<number, { votes: number; at: number }>();
  for (const { offset, hash, count } of voters.get(pattern) ?? []) {
    const weight = 1 / Math.log2(count + 1);
    const first = starts[hash] as number;
    for (let i = first; i < first + count; i++) {
      const place = places[i] as number;
      if (!sameGram(units, place, pattern, offset)) continue;
      const at = place - offset;
      vote(buckets, at >> bucketBits, at, weight);
    }
  }
  return bestOf(buckets, most);
}

/** Of each stretch of a pattern the rarest gram that the text has, rarest first, as long as their votes are needed. */
function votersOf(pattern: Uint16Array, hashes: Uint32Array, counts: Uint16Array): readonly Voter[] {
  const chosen: Voter[] = [];
  // A long pattern has more than enough of them.
  const step = Math.max(stride, Math.ceil(pattern.length / 64));
  for (let stretch = 0; stretch < pattern.length; stretch += step) {
    let best: Voter | undefined;
    for (let offset = stretch; offset < Math.min(pattern.length, stretch + stride); offset++) {
      const hash = hashes[offset] as number;
      const count = (counts[hash] as number) - 1;
      if (count > 0 && (!best || count < best.count)) best = { offset, hash, count };
    }
    if (best) chosen.push(best);
  }
  return chosen.sort((a, b) => a.count - b.count).filter(({ count }, i) => count <= (i < enough ? mostCommon : common));
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

const lengthAt = (units: Uint16Array, at: number): number =>
  isUnspaced(units[at] as number) ? shortLength : gramLength;

/** By offset the hash of the gram that begins there, of so many bits; a one and as many zeros where the end is too near. */
function hashesOf(units: Uint16Array, bits: number): Uint32Array {
  const hashes = new Uint32Array(units.length).fill(1 << bits);
  // What is before a gram is moved out of its hash.
  let long = 0;
  let short = 0;
  for (let at = 0; at < units.length; at++) {
    const mixed = Math.imul(units[at] as number, 0x9e3779b1);
    const mark = mixed ^ (mixed >>> 15);
    long = (long << (32 / gramLength)) ^ mark;
    short = (short << (32 / shortLength)) ^ mark;
    const first = at - gramLength + 1;
    if (first >= 0 && !isUnspaced(units[first] as number)) hashes[first] = Math.imul(long, 0x85ebca6b) >>> (32 - bits);
    const firstShort = at - shortLength + 1;
    if (firstShort >= 0 && isUnspaced(units[firstShort] as number))
      hashes[firstShort] = Math.imul(short, 0xc2b2ae35) >>> (32 - bits);
  }
  return hashes;
}

function sameGram(units: Uint16Array, place: number, pattern: Uint16Array, offset: number): boolean {
  const length = lengthAt(pattern, offset);
  for (let i = 0; i < length; i++) if (units[place + i] !== pattern[offset + i]) return false;
  return true;
}
