/** What a measurement comes to: ours and the peer's in the same run, the ratio, and what was aimed at. */

/** One line of the table. */
export interface Measured {
  readonly what: string;
  /** In the unit of the line. */
  readonly ours: number;
  readonly peer?: number;
  readonly peerName?: string;
  readonly unit: 'ms' | 'KB';
  /** The ratio (ours to the peer's) that is aimed at, at most. */
  readonly target?: number;
  /** What is aimed at for ours itself, at most, in the unit of the line. */
  readonly limit?: number;
}

/** The median of numbers; there must be one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Prints the lines as a table. */
export function printTable(title: string, lines: readonly Measured[]): void {
  const cells = lines.map(cellsOf);
  const head = ['', 'Argmark', 'peer', 'ratio', 'target', ''];
  const widths = head.map((_, at) => Math.max(...[head, ...cells].map((row) => (row[at] ?? '').length)));
  console.log(`\n${title}`);
  for (const row of [head, ...cells]) {
    console.log(
      `  ${row.map((cell, at) => (at === 0 || at === 5 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd(),
    );
  }
}

function cellsOf({ what, ours, peer, peerName, unit, target, limit }: Measured): string[] {
  const ratio = peer === undefined ? undefined : ours / peer;
  const aimed = target !== undefined ? `≤ ${short(target)}×` : limit !== undefined ? `≤ ${short(limit)} ${unit}` : '';
  const reached = target !== undefined ? ratio !== undefined && ratio <= target : limit === undefined || ours <= limit;
  return [
    what,
    `${short(ours)} ${unit}`,
    peer === undefined ? '' : `${short(peer)} ${unit}`,
    ratio === undefined ? '' : `${short(ratio)}×`,
    aimed,
    `${aimed === '' ? '' : reached ? 'reached' : 'MISSED'}${peerName ? `${aimed === '' ? '' : ', '}peer: ${peerName}` : ''}`,
  ];
}

function short(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}
