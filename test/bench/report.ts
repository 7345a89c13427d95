/** Says what a program has measured: to the person as a table, and to `npm run bench`, which makes docs/speed.md of all of them. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/paths';
import { type Measured, printTable } from './table';

/** What one program measured. */
export interface Report {
  readonly title: string;
  /** Whom it was measured against: names with versions, and in what. */
  readonly peers: readonly string[];
  readonly lines: readonly Measured[];
}

/** Prints the table, and adds it to the file that ARGMARK_MEASURED names, one report a line. */
export function report(measured: Report): void {
  printTable(measured.title, measured.lines);
  const file = process.env.ARGMARK_MEASURED;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(measured)}\n`);
}

/** An installed package with its version, as it is called in tables. */
export function installed(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${version}`;
}

/** How often something is measured: as often as it says, or as ARGMARK_ROUNDS does for a first look. */
export function roundsOf({ rounds }: { readonly rounds: number }): number {
  return Number(process.env.ARGMARK_ROUNDS ?? rounds);
}
