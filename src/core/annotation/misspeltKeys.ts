/*
 * Keys of a codebook that mean nothing and look like one that does, such as `color`. Others that mean nothing are somebody's own, or a later
 * version's, and are left alone.
 */
import * as l10n from '../l10n';
import type { PathProblem } from '../problem';
import { isPlainMap, type Plain } from '../yaml/values';
import { attributeKeys, codebookKeys, tagKeys } from './codebookSchema';

/** A problem for each, at the key. */
export function misspeltKeys(file: Plain): PathProblem[] {
  const attributesAt = (path: readonly string[], value: Plain | undefined) =>
    entriesOf(value).flatMap(([name, one]) => misspeltAt([...path, name], one, attributeKeys));
  const { tags, article } = isPlainMap(file) ? file : {};
  return [
    ...misspeltAt([], file, codebookKeys),
    ...entriesOf(tags).flatMap(([name, tag]) => [
      ...misspeltAt(['tags', name], tag, tagKeys),
      ...(isPlainMap(tag) ? attributesAt(['tags', name, 'attributes'], tag.attributes) : []),
    ]),
    ...attributesAt(['article'], article),
  ];
}

const entriesOf = (value: Plain | undefined): [string, Plain][] => (isPlainMap(value) ? Object.entries(value) : []);

function misspeltAt(path: readonly string[], value: Plain, known: readonly string[]): PathProblem[] {
  return entriesOf(value).flatMap(([key]) => {
    if (known.includes(key)) return [];
    const meant = known.find((one) => !Object.hasOwn(value as object, one) && looksLike(key, one));
    if (meant === undefined) return [];
    const message = l10n.t('“{0}” is not a known key and is ignored. Probably “{1}” is meant.', key, meant);
    return [{ code: 'unknown-key', severity: 'warning', path: [...path, key], part: 'key', message }];
  });
}

/** Whether a key is the beginning of a known one, or differs from it by a letter, in long ones by two. Case, hyphens and underscores count for nothing. */
function looksLike(key: string, known: string): boolean {
  const [a, b] = [plain(key), plain(known)];
  if (a.length < 3) return false;
  return b.startsWith(a) || lettersBetween(a, b) <= (a.length < 6 ? 1 : 2);
}

const plain = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');

/** How many letters are another one, too many, too few, or in the place of their neighbour; 3 where it is more. */
function lettersBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped && i > 1 && j > 1 ? (before?.[j - 2] ?? 0) + 1 : 3,
      );
    }
    [before, last] = [last, row];
  }
  return Math.min(3, last?.[b.length] ?? 3);
}
