/*
 * A codebook file as a codebook: checked by the schema that YAML editors get too, with every problem at its line, and with what can be
 * used of it used. One wrong colour never hides a tag, one wrong tag never hides the others.
 */
import type { $ZodIssue } from 'zod/v4/core';
import type { PathProblem, Problem } from '../problem';
import { copyOf, type Plain } from '../yaml/values';
import type { Codebook } from './codebook';
import { type CodebookFile, codebookFileSchema } from './codebookSchema';
import { type CodebookSource, codebookSource } from './codebookSource';
import { codebookOf } from './codebookTags';
import { defaultCodebook } from './defaultCodebook';
import { oneLine, shorten } from './words';

/**
 * The codebook that a file's text describes. Never throws: what is wrong becomes problems in the order of their lines, and a file
 * without a single usable tag gives the built-in codebook.
 */
export function readCodebook(text: string): { readonly codebook: Codebook; readonly problems: readonly Problem[] } {
  const source = codebookSource(text);
  const { file, problems } = salvage(source.value);
  const read = file && codebookOf(file);
  const found = [...problems, ...(read?.problems ?? [])];
  const usable = read && read.codebook.tags.length > 0 ? read.codebook : undefined;
  if (!usable) {
    const message = 'There is no usable tag in this codebook. The built-in one is used instead.';
    found.push({ code: 'no-tags', severity: 'error', path: ['tags'], message });
  }
  const placed = [...source.problems, ...found.map((problem) => atPlace(problem, source))];
  placed.sort((a, b) => a.line - b.line || a.column - b.column);
  return { codebook: usable ?? defaultCodebook, problems: placed };
}

function atPlace({ code, severity, message, path, part }: PathProblem, source: CodebookSource): Problem {
  return { code, severity, message, ...source.placeOf(path, part) };
}

/** The value with all that the schema refuses taken out, and a problem for each. Undefined when nothing is left. */
function salvage(value: Plain): { readonly file?: CodebookFile; readonly problems: readonly PathProblem[] } {
  let problems: readonly PathProblem[] = [];
  let rest: Plain | undefined = value;
  // Taking a value out may break what holds it (a list without values): a few rounds, of which the first one tells it all.
  for (let round = 0; round < 6; round++) {
    const result = codebookFileSchema.safeParse(rest);
    if (result.success) return { file: result.data, problems };
    const { issues } = result.error;
    if (round === 0) problems = issues.map((issue) => problemOf(issue, value));
    rest = rest === undefined ? undefined : copyOf(rest);
    // From the last one on: what is taken out of a list moves what stands behind it.
    for (const issue of [...issues].reverse()) rest = withoutWrong(rest, issue);
  }
  return { problems };
}

/** The value, changed in place, without what an issue is about: a field, an item, a whole attribute or a whole tag. */
function withoutWrong(value: Plain | undefined, { code, path }: $ZodIssue): Plain | undefined {
  if (path[0] === 'argmark-codebook') return put(value, path, 1);
  if (path[0] === 'tags' && path.length === 2 && code !== 'invalid_key' && valueAt(value, path) === null) {
    return put(value, path, {});
  }
  const attribute = path[0] === 'article' ? 1 : path[2] === 'attributes' ? 3 : undefined;
  if (attribute !== undefined && path.length > attribute + 1) {
    const [field, item] = path.slice(attribute + 1);
    // A list without its wrong item, an attribute without its wrong extra; without type or values there is none.
    if (extras.has(field as string) || (field === 'values' && item !== undefined)) return put(value, path);
    return put(value, path.slice(0, attribute + 1));
  }
  return put(value, path);
}

/** What an attribute is also whole without. */
const extras: ReadonlySet<string> = new Set(['label', 'required', 'default', 'minimum', 'maximum']);

/** The value, changed in place, with what a path leads to replaced, or taken out where nothing is given. */
function put(value: Plain | undefined, path: readonly PropertyKey[], replacement?: Plain): Plain | undefined {
  const step = path.at(-1);
  if (step === undefined) return replacement;
  const holder = valueAt(value, path.slice(0, -1));
  if (Array.isArray(holder)) holder.splice(Number(step), 1, ...(replacement === undefined ? [] : [replacement]));
  else if (typeof holder === 'object' && holder !== null) {
    const fields = holder as { [key: PropertyKey]: Plain };
    if (replacement === undefined) delete fields[step];
    else fields[step] = replacement;
  }
  return value;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}

function problemOf(issue: $ZodIssue, value: unknown): PathProblem {
  const { path } = issue;
  const name = String(path.at(-1) ?? 'The file');
  const given = valueAt(value, path);
  if (path[0] === 'argmark-codebook') return versionProblem(given, path);
  const problem = (code: string, message: string, part?: 'key'): PathProblem => ({
    code,
    severity: 'error',
    path,
    message,
    ...(part && { part }),
  });
  if (issue.code === 'invalid_key') {
    return problem(
      'bad-tag-name',
      `“${name}” cannot be the name of a tag: small letters, digits and hyphens, a letter first. It is passed over.`,
      'key',
    );
  }
  if (given === null && path[0] === 'tags' && path.length === 2) {
    return {
      ...problem('empty-tag', `“${name}” says nothing; write “${name}: {}”. It is used as it is.`),
      severity: 'warning',
    };
  }
  if (path.length <= 1) {
    const what = path.length === 0 ? 'A codebook' : `“${name}”`;
    return problem(
      given === undefined ? 'missing' : 'wrong-type',
      `${what} ${given === undefined ? 'is missing' : 'must be a list of names with a colon'}.`,
    );
  }
  if (given === undefined) return problem('missing', `“${name}” is missing here.`);
  if (issue.code === 'invalid_value')
    return problem('unknown-value', `${shown(given)} is none of these: ${issue.values.join(', ')}.`);
  if (issue.code === 'invalid_union') {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : '';
    return problem('unknown-value', `${shown(given)} is none of these: ${options}.`);
  }
  if (name === 'key')
    return problem('bad-key', `${shown(given)} is not one key. Write a single character, in quotes if it is a digit.`);
  if (isDay(issue)) return problem('wrong-value', `${shown(given)} is not a day, written as 2026-11-24.`);
  if (name === 'parent') return problem('unknown-parent', `${shown(given)} is not the name of a tag.`);
  if (issue.code === 'invalid_type')
    return problem('wrong-type', `${shown(given)} must be ${kindOf(issue.expected)} here.`);
  if (issue.code === 'too_small') return problem('missing', `“${name}” must not be empty.`);
  return problem('wrong-value', `${shown(given)} does not fit here.`);
}

function versionProblem(given: unknown, path: readonly PropertyKey[]): PathProblem {
  if (given === undefined) {
    const message = 'The first line should be “argmark-codebook: 1”, so that later versions know how to read the file.';
    return { code: 'no-version', severity: 'warning', path: [], message };
  }
  const message = `This file is in format ${shown(given)}, and this version of Argmark knows format 1. What it knows of it is used.`;
  return { code: 'newer-version', severity: 'error', path, message };
}

const isDay = ({ code, path }: $ZodIssue): boolean =>
  code === 'invalid_format' && ['default', 'minimum', 'maximum'].includes(String(path.at(-1)));

const kinds: Readonly<Record<string, string>> = {
  string: 'a text (in quotes if it looks like something else)',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
  object: 'a group of settings',
  record: 'a group of names',
};
const kindOf = (expected: string): string => kinds[expected] ?? expected;

function shown(value: unknown): string {
  if (typeof value === 'string') return `“${shorten(oneLine(value), 40)}”`;
  if (Array.isArray(value)) return 'A list';
  return typeof value === 'object' && value !== null ? 'A group of settings' : `“${String(value)}”`;
}
