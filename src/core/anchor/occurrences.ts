/*
 * Where many strings stand in one text, found together: after an edit at the top of a long article every quote has to be looked for
 * again, and a search of the whole text for each would take seconds.
 */
import { append } from '../append';

/** Strings up to this number are searched one by one: the engine's own search is faster then. */
const few = 12;
/** Windows that are hashed; a string belongs to the longest one that fits into it. Shorter strings are searched one by one. */
const windows = [32, 20, 12, 8, 4] as const;
const base = 0x01000193;
const filterBits = 18;

/**
 * The places (UTF-16 units, ascending, overlapping ones too) of each pattern in the text, at most `most` of each; patterns that do
 * not occur, and empty ones, have no entry. One pass over the text per length class with a rolling hash (Karp and Rabin, 1987);
 * every hit is compared, so a clash of hashes costs time and nothing else.
 */
export function occurrencesOf(
  patterns: ReadonlySet<string>,
  text: string,
  most: number,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const classes = new Map<number, string[]>();
  for (const pattern of patterns) {
    if (pattern === '' || pattern.length > text.length) continue;
    const window = windows.find((length) => length <= pattern.length);
    if (window === undefined) searchOne(pattern, text, most, found);
    else append(classes, window, pattern);
  }
  for (const [window, members] of classes) {
    if (members.length > few) searchMany(members, window, text, most, found);
    else for (const pattern of members) searchOne(pattern, text, most, found);
  }
  return found;
}

function searchOne(pattern: string, text: string, most: number, found: Map<string, number[]>): void {
  const places: number[] = [];
  for (let at = text.indexOf(pattern); at >= 0 && places.length < most; at = text.indexOf(pattern, at + 1)) {
    places.push(at);
  }
  if (places.length > 0) found.set(pattern, places);
}

function searchMany(
  patterns: readonly string[],
  window: number,
  text: string,
  most: number,
  found: Map<string, number[]>,
): void {
  const byHash = new Map<number, string[]>();
  // Tells most places of the text apart from all patterns without a look into the map.
  const filter = new Uint8Array(1 << filterBits);
  for (const pattern of patterns) {
    const hash = hashOf(pattern, window);
    append(byHash, hash, pattern);
    filter[slot(hash)] = 1;
  }
  let top = 1;
  for (let i = 1; i < window; i++) top = Math.imul(top, base);
  let hash = hashOf(text, window);
  for (let at = 0; ; at++) {
    if (filter[slot(hash)] === 1) {
      for (const pattern of byHash.get(hash) ?? []) {
        if (!text.startsWith(pattern, at)) continue;
        const places = found.get(pattern);
        if (!places) found.set(pattern, [at]);
        else if (places.length < most) places.push(at);
      }
    }
    if (at + window >= text.length) return;
    hash = Math.imul(hash - Math.imul(text.charCodeAt(at), top), base) + text.charCodeAt(at + window);
    hash |= 0;
  }
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
  return hash;
}

const slot = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - filterBits);
