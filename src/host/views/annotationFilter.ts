/*
 * Which annotations a person asks for by typing in the tree's filter. Words must all occur somewhere in what the annotation says, whatever
 * their case and accents; a field is one of tag, by, status, or an attribute by its name. What an annotation says is kept, so that each
 * further letter costs no more than a search in memory.
 */
import { asShown } from '../../core/annotation/asShown';
import { attributesOf, type Codebook, tagOf } from '../../core/annotation/codebook';
import { type Annotation, type AttributeValue, indexOf } from '../../core/annotation/model';
import { folded } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import { fieldName, filterTerms, type Term, termText } from './filterTerms';
import { shownStatus, statusLabel } from './shownStatus';
import type { TreeSource } from './treeNodes';

export interface AnnotationFilter {
  /** Undefined where nothing was typed that could leave an annotation out. */
  readonly filter: ((annotation: Annotation) => boolean) | undefined;
  /** What cannot be answered, in whole sentences. */
  readonly problem: string | undefined;
}

/** How many values a message names. */
const mostNamed = 8;

const builtInFields = ['tag', 'by', 'status'] as const;

/** A value in the words that people type and see; the first is the one that a list offers. */
type Values = (annotation: Annotation) => readonly Value[];
type Value = readonly [name: string, ...others: string[]];

/** The annotations that have all that was typed. A value without quotes is met whole where some annotation has just that, else by its beginning. */
export function annotationFilter(typed: string, source: TreeSource): AnnotationFilter {
  const problems: string[] = [];
  const tests = filterTerms(typed).flatMap((term) => {
    const { test, problem } = testOf(term, source);
    if (problem !== undefined) problems.push(problem);
    return test ?? [];
  });
  return {
    filter: tests.length === 0 ? undefined : (annotation) => tests.every((test) => test(annotation)),
    problem: problems.length === 0 ? undefined : problems.join(' '),
  };
}

interface Test {
  readonly test?: (annotation: Annotation) => boolean;
  readonly problem?: string;
}

function testOf(term: Term, source: TreeSource): Test {
  const { field, value, whole } = term;
  if (field === undefined) return value === '' ? {} : { test: wordsTest(value, source) };
  const values = valuesOf(field, source);
  if (!values) {
    return {
      test: wordsTest(`${field}:${value}`, source),
      problem: l10n.t(
        '“{0}” is not a field, so it is looked for as words. The fields are {1}.',
        field,
        l10n.commas(fieldsOf(source)),
      ),
    };
  }
  // Still being typed.
  if (value === '' && !whole) return {};
  if (value === '') return { test: (annotation) => values(annotation).length === 0 };
  const asked = folded(value);
  const kinds = kindsOf(values, source.set.annotations);
  const exactly = kinds.filter((names) => names.some((name) => folded(name) === asked));
  const begun = kinds.filter((names) => names.some((name) => beginsAWord(folded(name), asked)));
  const met = new Set((whole || exactly.length > 0 ? exactly : begun).map(([name]) => name));
  const test = (annotation: Annotation) => values(annotation).some(([name]) => met.has(name));
  if (met.size > 0 || source.set.annotations.length === 0) return { test };
  const offered = [...kinds.slice(0, mostNamed).map(([name]) => name), ...(kinds.length > mostNamed ? ['…'] : [])];
  const asks = termText(field, value);
  const problem =
    kinds.length === 0
      ? l10n.t('No annotation has {0}. None has any.', asks)
      : l10n.t('No annotation has {0}. There are: {1}.', asks, l10n.commas(offered));
  return { test, problem };
}

/** Each value once, in the order of the annotations. */
function kindsOf(values: Values, annotations: readonly Annotation[]): Value[] {
  const kinds = new Map<string, Value>();
  for (const one of annotations) for (const names of values(one)) if (!kinds.has(names[0])) kinds.set(names[0], names);
  return [...kinds.values()];
}

const beginsAWord = (words: string, beginning: string): boolean =>
  words.startsWith(beginning) || words.includes(` ${beginning}`);

/** The names that can stand before a colon: tag, by, status, and the codebook's attributes. */
export function fieldsOf({ codebook }: Pick<TreeSource, 'codebook'>): string[] {
  return [...new Set([...builtInFields, ...attributesOf(codebook).map(({ name }) => fieldName(name))])];
}

/** How to read a field of an annotation; undefined where there is no such field, nor an annotation that has such an attribute. */
export function valuesOf(field: string, source: TreeSource): Values | undefined {
  const asked = fieldName(field);
  const builtIn = builtInValues(asked, source);
  const named = (name: string) => fieldName(name) === asked;
  const isAttribute =
    attributesOf(source.codebook).some(({ name }) => named(name)) ||
    (!builtIn && source.set.annotations.some(({ attributes }) => Object.keys(attributes ?? {}).some(named)));
  if (!isAttribute) return builtIn;
  const ofAttribute: Values = ({ attributes }) =>
    Object.entries(attributes ?? {}).flatMap(([name, value]) => (named(name) ? namesOf(value) : []));
  // An attribute may be called like one of the fields: then either is meant.
  return builtIn ? (annotation) => [...builtIn(annotation), ...ofAttribute(annotation)] : ofAttribute;
}

function builtInValues(field: string, { codebook, placements }: TreeSource): Values | undefined {
  switch (field) {
    case 'tag':
      return ({ tag }) => [[tag, tagOf(codebook, tag).label]];
    case 'by':
      return ({ by }) => (by ? [[by]] : []);
    case 'status':
      return ({ id }) => {
        const status = shownStatus(placements.get(id));
        return [[status, statusLabel(status)]];
      };
    default:
      return undefined;
  }
}

function namesOf(value: AttributeValue): Value[] {
  if (typeof value === 'boolean') return [value ? ['yes', 'true'] : ['no', 'false']];
  if (Array.isArray(value)) return value.map((one): Value => [one]);
  return value === '' ? [] : [[String(value)]];
}

/** Words are met as they are read, and as they are recorded with the signs of Markdown. */
function wordsTest(words: string, source: TreeSource): (annotation: Annotation) => boolean {
  const asked = folded(words);
  const shown = asShown(source);
  const read = shown === source.set ? undefined : indexOf(shown).annotations;
  return (annotation) =>
    haystackOf(annotation).includes(asked) ||
    labelOf(annotation, source.codebook).includes(asked) ||
    haystackOf(read?.get(annotation.id) ?? annotation).includes(asked);
}

const labels = new WeakMap<Codebook, Map<string, string>>();

/** The folded label of a tag. */
function labelOf({ tag }: Annotation, codebook: Codebook): string {
  const known = labels.get(codebook) ?? new Map<string, string>();
  labels.set(codebook, known);
  let label = known.get(tag);
  if (label === undefined) {
    label = folded(tagOf(codebook, tag).label);
    known.set(tag, label);
  }
  return label;
}

const haystacks = new WeakMap<Annotation, string>();

function haystackOf(annotation: Annotation): string {
  let haystack = haystacks.get(annotation);
  if (haystack === undefined) {
    const { id, tag, spans, wording, note, speaker, by, attributes } = annotation;
    const values = Object.values(attributes ?? {})
      .flat()
      .map(String);
    const parts = [...spans.map((span) => span.quote), wording, note, speaker, by, tag, id, ...values];
    haystack = folded(parts.filter((part) => part !== undefined).join('\n'));
    haystacks.set(annotation, haystack);
  }
  return haystack;
}
