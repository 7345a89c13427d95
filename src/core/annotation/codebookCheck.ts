/* Annotations held against the codebook: what it lacks is shown, marked and kept, and never put right by itself. */
import * as l10n from '../l10n';
import { attributeValue } from './attributeValue';
import { type Attribute, attributeLabel, type Codebook, tagOf } from './codebook';
import type { Annotation, AnnotationSet, Attributes } from './model';
import type { SetProblem } from './setProblem';

/** In the order of the set. Linear in its size. */
export function codebookMismatches(set: AnnotationSet, codebook: Codebook): SetProblem[] {
  return set.annotations.flatMap((annotation) => problemsOf(annotation, codebook));
}

/** The attributes of the article itself, held against the codebook. Nothing is missing yet where nothing is annotated: there may be no file. */
export function articleMismatches(set: AnnotationSet, codebook: Codebook): Omit<SetProblem, 'id'>[] {
  const { annotations, arguments: inferences, links, attributes } = set;
  if (attributes === undefined && annotations.length + inferences.length + links.length === 0) return [];
  return attributeProblems(attributes ?? {}, codebook.article, {
    unknown: (name) => l10n.t('The codebook has no attribute “{0}” for the article. It is kept as it is.', name),
    missing: (label) => l10n.t('“{0}” is still to be chosen for the article.', label),
  });
}

function problemsOf(annotation: Annotation, codebook: Codebook): SetProblem[] {
  const { id, attributes = {} } = annotation;
  const tag = tagOf(codebook, annotation.tag);
  if (tag.unknown) {
    const message = l10n.t('The codebook has no tag “{0}”. The annotation is kept as it is.', annotation.tag);
    return [{ code: 'unknown-tag', severity: 'warning', id, field: ['tag'], message }];
  }
  const found = attributeProblems(attributes, tag.attributes, {
    unknown: (name) =>
      l10n.t('The codebook has no attribute “{0}” for the tag “{1}”. It is kept as it is.', name, tag.label),
    missing: (label) => l10n.t('“{0}” is still to be chosen for this {1}.', label, tag.label),
  });
  return found.map((problem) => ({ ...problem, id }));
}

function attributeProblems(
  attributes: Attributes,
  known: readonly Attribute[],
  said: { readonly unknown: (name: string) => string; readonly missing: (label: string) => string },
): Omit<SetProblem, 'id'>[] {
  const problems: Omit<SetProblem, 'id'>[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = known.find((one) => one.name === name);
    const field = ['attributes', name];
    if (!attribute) {
      problems.push({ code: 'unknown-attribute', severity: 'warning', field, message: said.unknown(name) });
      continue;
    }
    const read = attributeValue(attribute, value);
    if ('problem' in read) {
      problems.push({
        code: 'unknown-value',
        severity: 'warning',
        field,
        message: l10n.t('{0} It is kept as it is.', read.problem),
      });
    }
  }
  for (const attribute of known) {
    if (!attribute.required || Object.hasOwn(attributes, attribute.name)) continue;
    const message = said.missing(attributeLabel(attribute));
    problems.push({ code: 'missing-attribute', severity: 'information', field: ['attributes'], message });
  }
  return problems;
}
