/*
 * A codebook file as a codebook: checked by the schema that YAML editors get too, with every problem at its line, and with what can be
 * used of it used. One wrong colour never hides a tag, one wrong tag never hides the others.
 */
import type { $ZodIssue } from 'zod/v4/core';
import * as l10n from '../l10n';
import type { PathProblem, Problem } from '../problem';
import { copyOf, type Plain } from '../yaml/values';
import type { Codebook } from './codebook';
import { type CodebookFile, codebookFileSchema } from './codebookSchema';
import { type CodebookSource, codebookSource } from './codebookSource';
import { codebookOf } from './codebookTags';
import { builtInCodebook } from './defaultCodebook';
import { misspeltKeys } from './misspeltKeys';
import { oneLine, quoted, shorten } from './words';

/**
 * The codebook that a file's text describes. Never throws: what is wrong becomes problems in the order of their lines, and a file
 * without a single usable tag gives the built-in codebook.
 */
export function readCodebook(text: string): { readonly codebook: Codebook; readonly problems: readonly Problem[] } {
  const source = codebookSource(text);
  const { file, problems } = salvage(source.value);
  const read = file && codebookOf(file);
  const found = [...problems, ...misspeltKeys(source.value), ...(read?.problems ?? [])];
  const usable = read && read.codebook.tags.length > 0 ? read.codebook : undefined;
  if (!usable) {
    const message = l10n.t('There is no usable tag in this codebook. The built-in one is used instead.');
    found.push({ code: 'no-tags', severity: 'error', path: ['tags'], message });
  }
  const placed = [...source.problems, ...found.map((problem) => atPlace(problem, source))];
  placed.sort((a, b) => a.line - b.line || a.column - b.column);
  return { codebook: usable ?? builtInCodebook(), problems: placed };
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
  const name = String(path.at(-1) ?? l10n.t('The file'));
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
      l10n.t(
        '“{0}” cannot be the name of a tag: use small letters, digits and hyphens, a letter first. It is ignored.',
        name,
      ),
      'key',
    );
  }
  if (given === null && path[0] === 'tags' && path.length === 2) {
    return {
      ...problem('empty-tag', l10n.t('“{0}” is empty: write “{0}: {}”. It is used as it is.', name)),
      severity: 'warning',
    };
  }
  if (path.length <= 1) {
    if (given === undefined) return problem('missing', l10n.t('“{0}” is missing.', name));
    return problem(
      'wrong-type',
      path.length === 0
        ? l10n.t('A codebook must be a list of names with a colon.')
        : l10n.t('“{0}” must be a list of names with a colon.', name),
    );
  }
  if (given === undefined) return problem('missing', l10n.t('“{0}” is missing here.', name));
  if (issue.code === 'invalid_value')
    return problem(
      'unknown-value',
      l10n.t('{0} is none of these: {1}.', shown(given), l10n.commas(issue.values.map(String))),
    );
  if (issue.code === 'invalid_union') {
    const options = 'options' in issue && Array.isArray(issue.options) ? l10n.commas(issue.options.map(String)) : '';
    return problem('unknown-value', l10n.t('{0} is none of these: {1}.', shown(given), options));
  }
  if (name === 'key')
    return problem(
      'bad-key',
      l10n.t('{0} is not one key. Write a single character, in quotes if it is a digit.', shown(given)),
    );
  if (isDay(issue)) return problem('wrong-value', l10n.t('{0} is not a day, written as 2026-11-24.', shown(given)));
  if (name === 'parent') return problem('unknown-parent', l10n.t('{0} is not the name of a tag.', shown(given)));
  if (issue.code === 'invalid_type')
    return problem('wrong-type', l10n.t('{0} must be {1} here.', shown(given), kindOf(issue.expected)));
  if (issue.code === 'too_small' || (typeof given === 'string' && given.trim() === ''))
    return problem('missing', l10n.t('“{0}” must not be empty.', name));
  return problem('wrong-value', l10n.t('{0} does not fit here.', shown(given)));
}

function versionProblem(given: unknown, path: readonly PropertyKey[]): PathProblem {
  if (given === undefined) {
    const message = l10n.t(
      'The first line should be “argmark-codebook: 1”, so that later versions know how to read the file.',
    );
    return { code: 'no-version', severity: 'warning', path: [], message };
  }
  const message = l10n.t(
    'This file is in format {0}, and this version of Argmark knows format 1. What it knows of it is used.',
    shown(given),
  );
  return { code: 'newer-version', severity: 'error', path, message };
}

const isDay = ({ code, path }: $ZodIssue): boolean =>
  code === 'invalid_format' && ['default', 'minimum', 'maximum'].includes(String(path.at(-1)));

/** What a value should be, by zod's name for it: put in where a sentence says what it must be. */
function kindOf(expected: string): string {
  switch (expected) {
    case 'string':
      return l10n.t('a text (in quotes if it looks like something else)');
    case 'array':
      return l10n.t('a list');
    case 'number':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('true or false');
    case 'object':
      return l10n.t('a group of settings');
    case 'record':
      return l10n.t('a group of names');
    default:
      return expected;
  }
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(shorten(oneLine(value), 40));
  if (Array.isArray(value)) return l10n.t('A list');
  return typeof value === 'object' && value !== null ? l10n.t('A group of settings') : quoted(String(value));
}
