/** Test files are found by the pattern of their names, never by a list that someone could forget to add to. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

/**
 * The files below `folder` (relative to the checkout) whose name ends with one of `endings`, in order, as paths
 * relative to the checkout with slashes. With `words`, only those whose path holds one of them.
 */
export function findFiles(folder: string, endings: readonly string[], words: readonly string[] = []): string[] {
  let names: string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort();
}
