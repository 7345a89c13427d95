/* Looking places up in what stands in order, by halving. */

/** The first of `count` positions where the condition holds, which never turns false again; `count` where it holds nowhere. */
export function firstWhere(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
