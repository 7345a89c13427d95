/*
 * Where spans stood in texts that were there before, so that undo brings them back exactly, also those that an edit destroyed. VS Code
 * does not say which step an undo takes back, or how many; but it brings an earlier text back to the letter, and by that it is known.
 */

/** A text by its length and two hashes of it: two texts of one article that are not the same never have the same in practice. */
export type Fingerprint = string;

export interface Remembered<State> {
  readonly print: Fingerprint;
  readonly state: State;
  /** What it counts towards `mostNumbers`. */
  readonly numbers: number;
}

/** Oldest first. */
export type Past<State> = readonly Remembered<State>[];

/** States that are kept at most, and numbers in all of them together, which is 16 MB. */
const mostStates = 2_000;
const mostNumbers = 4_000_000;

/** One pass over the text. */
export function fingerprintOf(text: string): Fingerprint {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = (Math.imul(b, 0x9e3779b1) + unit) | 0;
  }
  return `${text.length} ${a >>> 0} ${b >>> 0}`;
}

/** Keeps the state of a text as the newest one, in place of what was kept of the same text; the oldest are forgotten. */
export function remembering<State>(past: Past<State>, one: Remembered<State>): Past<State> {
  const states = past.filter(({ print }) => print !== one.print);
  states.push(one);
  let numbers = states.reduce((sum, state) => sum + state.numbers, 0);
  let first = Math.max(0, states.length - mostStates);
  for (let i = 0; i < first; i++) numbers -= states[i]?.numbers ?? 0;
  while (numbers > mostNumbers && first < states.length - 1) numbers -= states[first++]?.numbers ?? 0;
  return first === 0 ? states : states.slice(first);
}

export function recalled<State>(past: Past<State>, print: Fingerprint): State | undefined {
  return past.findLast((one) => one.print === print)?.state;
}
