/*
 * From UTF-16 units, in which the program counts, to Unicode code points, in which files count, and back. The table holds only the characters
 * that take two units, so for most texts it is empty and both ways are free; it is built once per text.
 */
import { firstWhere } from '../halving';

/** The code points of one text. A lone surrogate counts as one. */
export interface CodePointIndex {
  /** The UTF-16 offset of a code point; past the end for a count that the text does not have. */
  readonly toUnits: (codePoints: number) => number;
  /** Code points before a UTF-16 offset. An offset inside a pair counts as the one before the pair. */
  readonly fromUnits: (offset: number) => number;
}

/** Linear in the text, once; each question then costs a binary search among its surrogate pairs. */
export function indexCodePoints(text: string): CodePointIndex {
  /** The offsets of the first halves of all surrogate pairs, ascending. */
  const found: number[] = [];
  // Most texts have none, which a search tells sooner than this loop.
  const first = text.search(/[\ud800-\udbff]/);
  for (let at = first < 0 ? text.length : first; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) found.push(at++);
  }
  const pairs = Uint32Array.from(found);
  return {
    toUnits: (codePoints) => codePoints + firstWhere(pairs.length, (i) => (pairs[i] as number) - i >= codePoints),
    fromUnits: (offset) => {
      const before = firstWhere(pairs.length, (i) => (pairs[i] as number) + 1 >= offset);
      return offset - before - (pairs[before] === offset - 1 ? 1 : 0);
    },
  };
}
