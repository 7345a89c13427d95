/** Files that are made from the sources: written where they are stale; with `--check` they are only held to what they should be. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const isCheck = process.argv.includes('--check');

/** Says what is wrong; the script then ends as one that failed. */
export function fault(sentence: string): void {
  process.exitCode = 1;
  console.error(sentence);
}

/** `advice` is what to do about a file that is stale, in whole sentences. */
export function generate(path: string, text: string, advice: string): void {
  if (text === textOf(path)) return;
  if (isCheck) {
    fault(`${path} is not what the sources say. ${advice}`);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`${path} written`);
}

/** With line feeds, as git may have put others into a checkout; undefined where there is no file. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
