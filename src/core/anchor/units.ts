/* Recorded offsets count code points, everything in memory counts UTF-16 units: the way from one to the other, for one text. */
import type { ToUnits } from './place';

/** Linear in the text once; each conversion then takes a binary search over the characters that need two units. */
export function unitsOf(text: string): ToUnits {
  /** For each surrogate pair, how many code points stand before it. */
  const pairs: number[] = [];
  const pattern = /[\ud800-\udbff][\udc00-\udfff]/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) pairs.push(match.index - pairs.length);
  if (pairs.length === 0) return (codePoints) => codePoints;
  return (codePoints) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < codePoints) low = middle + 1;
      else high = middle;
    }
    return codePoints + low;
  };
}
