/*
 * Which annotations a person asks for by typing in the tree's filter: all words must occur somewhere in what the annotation says,
 * whatever their case and accents. Kept per annotation, so that each further letter costs no more than a search in memory.
 */

import { type Codebook, tagOf } from '../../core/annotation/codebook';
import type { Annotation } from '../../core/annotation/model';
import type { PlacementStatus } from '../../core/annotation/placement';

export type AnnotationFilter = (annotation: Annotation, status: PlacementStatus | undefined) => boolean;

interface Question {
  readonly field: 'tag' | 'by' | 'is' | undefined;
  readonly words: string;
  /** What stood in quotes, to be met whole. */
  readonly exact?: string | undefined;
}

/** A test for the typed words, or undefined where nothing was typed. Also understood: `tag:claim`, `tag:"claim"` for just that tag, `by:ana` (in quotes where it has spaces), `is:orphan`, `is:unstated`, `is:drifted`, `is:moved`. */
export function annotationFilter(typed: string, codebook: Codebook): AnnotationFilter | undefined {
  const questions = (typed.match(tokens) ?? []).map(question);
  if (questions.length === 0) return undefined;
  return (annotation, status) => questions.every((one) => answers(one, annotation, status, codebook));
}

/** Words between white space; what stands in quotes behind a field is one, spaces and all. */
const tokens = /(?:tag|by|is):"[^"]*"(?!\S)|\S+/gu;

function question(token: string): Question {
  const [, field, asked] = /^(tag|by|is):(.+)$/su.exec(token) ?? [];
  if (!field || !asked) return { field: undefined, words: folded(token) };
  const exact = /^"(.+)"$/su.exec(asked)?.[1];
  return { field: field as 'tag' | 'by' | 'is', words: folded(exact ?? asked), exact };
}

function answers(
  { field, words, exact }: Question,
  annotation: Annotation,
  status: PlacementStatus | undefined,
  codebook: Codebook,
): boolean {
  if (field === 'is') return status === words;
  if (field === 'by') return folded(annotation.by ?? '').includes(words);
  const label = folded(tagOf(codebook, annotation.tag).label);
  if (field === 'tag' && exact !== undefined) return annotation.tag === exact;
  if (field === 'tag') return annotation.tag.startsWith(words) || label.startsWith(words);
  return haystackOf(annotation).includes(words) || label.includes(words);
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

/** For comparing: lower case, no accents, compatibility forms as one, white space as single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ');
}
