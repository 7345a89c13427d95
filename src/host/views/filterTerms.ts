/*
 * The language of the tree's filter, as text: words, and `field:value` for what they would be looked for in. Several stand for "and".
 * What has spaces, or is to be met whole, stands in quotes, where a backslash keeps a quote from ending it. Nothing that is typed is an
 * error here: a quote that nobody has closed yet goes to the end.
 */

export interface Term {
  /** As typed, before the colon. Undefined for words. */
  readonly field?: string;
  readonly value: string;
  /** In quotes, and these closed. */
  readonly whole: boolean;
  /** Where it stands in what was typed, UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** An optional field, then a value in quotes or without any. A field begins with a letter: `10:30` is a word. */
const pattern = /(?:([\p{L}_][\p{L}\p{N}_-]*):)?(?:"((?:\\["\\]|[^"])*)("|$)|([^\s"]\S*)|(?<=:)(?=\s|$))/gu;

/** The terms of what was typed, in its order. */
export function filterTerms(typed: string): Term[] {
  return [...typed.matchAll(pattern)].flatMap((match) => {
    const [all, field, quoted, close, bare = ''] = match;
    if (all === '') return [];
    const value = quoted === undefined ? bare : quoted.replace(/\\(["\\])/g, '$1');
    const at = { start: match.index, end: match.index + all.length };
    return { ...(field !== undefined && { field }), value, whole: close === '"', ...at };
  });
}

/** What was typed without fields that nothing was typed behind, and without white space around it. */
export function finished(typed: string): string {
  const unfinished = filterTerms(typed).filter(
    ({ field, value, whole }) => field !== undefined && value === '' && !whole,
  );
  return unfinished.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), typed).trim();
}

/** A term as text that is read as the same field and just this value. */
export function termText(field: string | undefined, value: string): string {
  const bare = /^[\p{L}\p{N}][^\s":\\]*$/u.test(value);
  const written = bare ? value : quoted(value);
  return field === undefined ? written : `${field}:${written}`;
}

/** In quotes: met whole, whatever else begins like it. */
export const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** A name as it is typed for a field: lower case, with hyphens for all that is no letter and no number. */
export function fieldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-');
}
