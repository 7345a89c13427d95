/* An annotation's own words in one line, wherever it has to be called by them. */
import type { Annotation } from './model';
import { oneLine } from './words';

/** The recorded words, fragments joined by an ellipsis; the wording of an unstated premise; the id where there is neither. */
export function quoteOf(annotation: Annotation): string {
  const words = annotation.spans.map((span) => oneLine(span.quote)).filter((words) => words !== '');
  if (words.length > 0) return words.join(' … ');
  return oneLine(annotation.wording ?? '') || annotation.id;
}
