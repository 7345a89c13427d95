/*
 * How values are written so that every YAML reader, of version 1.1 or 1.2, reads the same (sidecar.md, rule 5): text in double quotes as in JSON,
 * a few kinds of names bare, notes of several lines as literal blocks.
 */
import { isPlainWord } from './canonicalLines';

/** Fields whose values are names and not prose: written without quotes where no reader could take them for anything else. */
const wordFields = new Set(['id', 'tag', 'premises', 'supports', 'attacks', 'scheme', 'from', 'rephrases']);

/** Characters that JSON leaves as they are and YAML does not allow, or takes for line breaks, or for a byte order mark. */
const unsafe = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const loneSurrogate = /\p{Surrogate}/u;

/** Text in double quotes. Lone surrogates are escaped, pairs are not: some readers take two escapes for two characters. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A value that fits on one line, for the field (or the list) of this name. `json` keeps quotes around names too. */
export function scalar(field: string, value: string | number | boolean | null, json = false): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return numeral(value);
  if (typeof value === 'boolean') return String(value);
  return !json && wordFields.has(field) && isPlainWord(value) ? value : quoted(value);
}

/** YAML 1.1 takes `1e+21` for text: an exponent needs a point before it. */
function numeral(value: number): string {
  const text = String(value);
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}

/** A key: bare where it is a plain word, else in quotes. */
export function keyText(key: string, json = false): string {
  return !json && isPlainWord(key) ? key : quoted(key);
}

/**
 * The lines of a literal block (`|-`) that holds this text, without their indent; undefined for text that must be quoted: of one line, with white
 * space at the ends of lines or before the first (readers and editors differ on it), with characters that need an escape.
 */
export function literalLines(text: string): readonly string[] | undefined {
  if (!text.includes('\n') || loneSurrogate.test(text)) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped.
  if (/[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text)) return undefined;
  if (/^\s|\s$|[^\S\n]\n/.test(text)) return undefined;
  return text.split('\n');
}
