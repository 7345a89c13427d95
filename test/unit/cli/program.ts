/* The command line as it is built, run as a process of its own in a folder of real files. */
import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { indexCodePoints } from '../../../src/core/sidecar/codePoints';
import { sidecarNameFor } from '../../../src/core/sidecar/names';
import { selectorOf } from '../../../src/core/sidecar/selector';

/** A folder of its own that goes with the tests of this file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'argmark-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The build's own line, to another place; the program's path. */
export function builtProgram(): string {
  const folder = temporaryFolder();
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const out = join(folder, 'dist', 'cli.js');
  const line: string[] = scripts['build:cli'].replace(/--outfile=\S+/, `--outfile=${out}`).split(' ');
  const built = spawnSync('npx', [...line, '--log-level=error'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  copyFileSync('package.json', join(folder, 'package.json'));
  return out;
}

/** What a run of the program came to. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end, its output not on a terminal. */
export function runner(program: string, folder: string): (...args: readonly string[]) => Promise<Ended> {
  const options = { cwd: folder, env: cleanEnv(), encoding: 'utf8', maxBuffer: 100_000_000 } as const;
  return (...args) =>
    new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
        resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
      });
    });
}

/** Without what the runner of the tests tells its own processes. */
export function cleanEnv(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: _context, ...env } = process.env;
  return env;
}

/** Writes a file below a folder. */
export function put(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** The text of a sidecar whose annotations are some words of a text, called a1, a2 …, all claims. */
export function sidecarOn(text: string, words: readonly string[], more = ''): string {
  const index = indexCodePoints(text);
  const entries = words.map((quote, i) => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`“${quote}” is not in the text`);
    const fields = Object.entries(selectorOf(text, { start, end: start + quote.length }, index));
    const span = fields.map(([key, value]) => `        ${key}: ${JSON.stringify(value)}`).join('\n');
    return `  - id: a${i + 1}\n    tag: assumption\n    spans:\n      -${span.slice(7)}\n`;
  });
  return `argmark: 1\nannotations:\n${entries.join('\n')}${more}`;
}

/** An article and its sidecar. */
export function putAnnotated(folder: string, name: string, text: string, words: readonly string[], more = ''): void {
  put(folder, name, text);
  put(folder, sidecarNameFor(name), sidecarOn(text, words, more));
}

/** The lines of an output, parsed. */
// biome-ignore lint/suspicious/noExplicitAny: what a program prints is anything.
export const jsonLines = (output: string): any[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
