/*
 * Names for new entries (sidecar.md, rule 3). They are random and never counted, so that two people who work at the same time do not
 * take the same one, and they hold no look-alikes, since people read them out and type them into other files.
 */
import type { AnnotationSet } from './model';

/** No `i l o u` and no `0 1`: 22 letters, then 8 digits. */
const letters = 'abcdefghjkmnpqrstvwxyz';
const alphabet = `${letters}23456789`;
const length = 6;

/** What an id from elsewhere may be made of; generated ones are six characters of it. */
export const idPattern = /^[A-Za-z0-9._-]+$/;

/** The mark under which the second entry with an id is shown (U+2032), once more for each further one; never written to a file. */
export const prime = '′';

/** A new id: six characters, the first a letter, that no entry of the set has. `random` gives numbers in [0, 1), as `Math.random` does. */
export function freshId(set: AnnotationSet, random: () => number = Math.random): string {
  for (;;) {
    const id = randomId(random);
    if (!hasId(set, id)) return id;
  }
}

function randomId(random: () => number): string {
  let id = pick(letters, random);
  while (id.length < length) id += pick(alphabet, random);
  return id;
}

const pick = (from: string, random: () => number): string => from.charAt(Math.floor(random() * from.length));

function hasId(set: AnnotationSet, id: string): boolean {
  const same = (entry: { readonly id: string }): boolean => withoutPrime(entry.id) === id;
  return set.annotations.some(same) || set.arguments.some(same) || set.links.some(same);
}

/** The id that stands in the file for an entry shown under `id`. */
export function withoutPrime(id: string): string {
  let end = id.length;
  while (end > 0 && id[end - 1] === prime) end--;
  return id.slice(0, end);
}
