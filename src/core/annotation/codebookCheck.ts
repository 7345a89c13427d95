/* Annotations held against the codebook: what it lacks is shown, marked and kept, and never put right by itself. */
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
  return attributeProblems(attributes ?? {}, codebook.article, 'for the article', 'the article');
}

function problemsOf(annotation: Annotation, codebook: Codebook): SetProblem[] {
  const { id, attributes = {} } = annotation;
  const tag = tagOf(codebook, annotation.tag);
  if (tag.unknown) {
    const message = `The codebook has no tag “${annotation.tag}”. The annotation is kept as it is.`;
    return [{ code: 'unknown-tag', severity: 'warning', id, field: ['tag'], message }];
  }
  const found = attributeProblems(attributes, tag.attributes, `for the tag “${tag.label}”`, `this ${tag.label}`);
  return found.map((problem) => ({ ...problem, id }));
}

function attributeProblems(
  attributes: Attributes,
  known: readonly Attribute[],
  where: string,
  what: string,
): Omit<SetProblem, 'id'>[] {
  const problems: Omit<SetProblem, 'id'>[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = known.find((one) => one.name === name);
    const field = ['attributes', name];
    if (!attribute) {
      const message = `The codebook has no attribute “${name}” ${where}. It is kept as it is.`;
      problems.push({ code: 'unknown-attribute', severity: 'warning', field, message });
      continue;
    }
    const read = attributeValue(attribute, value);
    if ('problem' in read) {
      problems.push({
        code: 'unknown-value',
        severity: 'warning',
        field,
        message: `${read.problem} It is kept as it is.`,
      });
    }
  }
  for (const attribute of known) {
    if (!attribute.required || Object.hasOwn(attributes, attribute.name)) continue;
    const message = `“${attributeLabel(attribute)}” is still to be chosen for ${what}.`;
    problems.push({ code: 'missing-attribute', severity: 'information', field: ['attributes'], message });
  }
  return problems;
}
