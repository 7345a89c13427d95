/*
 * From UTF-16 units, in which the program counts, to Unicode code points, in which files count, and back. The table holds only the characters
 * that take two units, so for most texts it is empty and both ways are free; it is built once per text.
 */

/** Where in a text the characters beyond U+FFFF stand. A lone surrogate counts as one code point. */
export interface CodePointIndex {
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  /** The UTF-16 offsets of the first halves of all surrogate pairs, ascending. */
  readonly pairs: Uint32Array;
}

export function indexCodePoints(text: string): CodePointIndex {
  const pairs: number[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) pairs.push(at++);
  }
  return { length: text.length, pairs: Uint32Array.from(pairs) };
}

/** Code points before a UTF-16 offset. An offset inside a pair counts as the one before the pair. */
export function toCodePoints(index: CodePointIndex, offset: number): number {
  const before = firstWhere(index.pairs.length, (i) => (index.pairs[i] as number) + 1 >= offset);
  const inside = before < index.pairs.length && (index.pairs[before] as number) + 1 === offset;
  return inside ? offset - 1 - before : offset - before;
}

/** The UTF-16 offset of a code point; past the end for a count that the text does not have. */
export function toUnits(index: CodePointIndex, codePoints: number): number {
  return codePoints + firstWhere(index.pairs.length, (i) => (index.pairs[i] as number) - i >= codePoints);
}

/** The first of `count` positions where the condition holds, which never turns false again; `count` when nowhere. */
function firstWhere(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
