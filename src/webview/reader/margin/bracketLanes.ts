/* Brackets that overlap stand side by side. Pure. */

export interface Extent {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The lane of each extent, from 0 beside the text; short ones come first, and those that find no free lane are left out. */
export function assignLanes(extents: readonly Extent[], lanes: number): Map<string, number> {
  const taken: Extent[][] = Array.from({ length: lanes }, () => []);
  const found = new Map<string, number>();
  const byLength = [...extents].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  for (const extent of byLength) {
    const lane = taken.findIndex((list) =>
      list.every((other) => other.end + 4 < extent.start || extent.end + 4 < other.start),
    );
    if (lane < 0) continue;
    taken[lane]?.push(extent);
    found.set(extent.id, lane);
  }
  return found;
}
