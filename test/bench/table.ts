/** What a measurement comes to: ours and the peer's in the same run, the ratio, and what was aimed at. */

/** One line of the table. */
export interface Measured {
  readonly what: string;
  /** In the unit of the line. */
  readonly ours: number;
  readonly peer?: number;
  readonly peerName?: string;
  readonly unit: 'ms' | 'µs' | 'KB' | 'MB' | 'nodes' | 'frames' | 'quotes' | '%';
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
  printColumns(title, ['', 'Argmark', 'peer', 'ratio', 'target', ''], cells, 5);
}

/** Prints rows of cells in columns: the first to the left, and the one of a number `words`. */
export function printColumns(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words = 0,
): void {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)));
  const padded = (cell: string, at: number) =>
    at === 0 || at === words ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  console.log(`\n${title}`);
  for (const row of [head, ...rows]) console.log(`  ${row.map(padded).join('  ')}`.trimEnd());
}

function cellsOf(line: Measured): string[] {
  const { what, peer, peerName, unit } = line;
  const said = [verdict(line), peerName && `peer: ${peerName}`].filter(Boolean);
  return [
    what,
    `${short(line.ours)} ${unit}`,
    peer === undefined ? '' : `${short(peer)} ${unit}`,
    ratio(line) === undefined ? '' : `${short(ratio(line) as number)}×`,
    aimed(line),
    said.join(', '),
  ];
}

/** What is counted, and is none on a good day. */
const counted: ReadonlySet<Measured['unit']> = new Set(['frames', 'quotes', '%']);

/** Ours to the peer's, where there is something to compare. */
export function ratio({ ours, peer, unit }: Measured): number | undefined {
  return peer === undefined || peer === 0 || counted.has(unit) ? undefined : ours / peer;
}

/** What is aimed at, in words; nothing where a line only tells. */
export function aimed({ target, limit, unit }: Measured): string {
  return [target !== undefined && `≤ ${short(target)}×`, limit !== undefined && `≤ ${short(limit)} ${unit}`]
    .filter(Boolean)
    .join(', ');
}

export function verdict(line: Measured): 'reached' | 'MISSED' | '' {
  const { ours, target, limit } = line;
  if (aimed(line) === '') return '';
  const byRatio = target === undefined || (ratio(line) ?? Number.POSITIVE_INFINITY) <= target;
  return byRatio && (limit === undefined || ours <= limit) ? 'reached' : 'MISSED';
}

/** A number with as many digits as it is worth. */
export function short(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}
