/* Annotations held against the codebook: what it lacks is shown, marked and kept, and never put right by itself. */
import { attributeValue } from './attributeValue';
import { attributeLabel, type Codebook, tagOf } from './codebook';
import type { Annotation, AnnotationSet } from './model';
import type { SetProblem } from './setProblem';

/** In the order of the set. Linear in its size. */
export function codebookMismatches(set: AnnotationSet, codebook: Codebook): SetProblem[] {
  return set.annotations.flatMap((annotation) => problemsOf(annotation, codebook));
}

function problemsOf(annotation: Annotation, codebook: Codebook): SetProblem[] {
  const { id, attributes = {} } = annotation;
  const tag = tagOf(codebook, annotation.tag);
  if (tag.unknown) {
    const message = `The codebook has no tag “${annotation.tag}”. The annotation is kept as it is.`;
    return [{ code: 'unknown-tag', severity: 'warning', id, field: ['tag'], message }];
  }
  const problems: SetProblem[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = tag.attributes.find((one) => one.name === name);
    const field = ['attributes', name];
    if (!attribute) {
      const message = `The codebook has no attribute “${name}” for the tag “${tag.label}”. It is kept as it is.`;
      problems.push({ code: 'unknown-attribute', severity: 'warning', id, field, message });
      continue;
    }
    const read = attributeValue(attribute, value);
    if ('problem' in read) {
      problems.push({
        code: 'unknown-value',
        severity: 'warning',
        id,
        field,
        message: `${read.problem} It is kept as it is.`,
      });
    }
  }
  for (const attribute of tag.attributes) {
    if (!attribute.required || Object.hasOwn(attributes, attribute.name)) continue;
    const message = `“${attributeLabel(attribute)}” is still to be chosen for this ${tag.label}.`;
    problems.push({ code: 'missing-attribute', severity: 'information', id, field: ['attributes'], message });
  }
  return problems;
}
