/* Words that were edited in the text become the words that are recorded, of just those annotations: what a save of the text adds to it. */
import type { Change, Edit } from '../annotation/edit';
import { type AnnotationSet, indexOf, type Selector } from '../annotation/model';
import { tidySpans } from '../annotation/spans';
import type { Span } from '../article/article';
import * as l10n from '../l10n';
import type { Reworded } from './track';

/**
 * The edit that records the words of these annotations as they stand in `text`; undefined where there is nothing to record. An annotation of
 * which a fragment is nothing but white space stays as it is.
 * @param record the words of a span (UTF-16 units) as they are recorded.
 */
export function rewording(
  set: AnnotationSet,
  text: string,
  reworded: readonly Reworded[],
  record: (span: Span) => Selector,
): Edit | undefined {
  const { annotations } = indexOf(set);
  const changes = reworded.flatMap(({ id, spans }): Change[] => {
    const before = annotations.get(id);
    const tidied = spans.flatMap((span) => tidySpans([span], text));
    if (!before || before.spans.length !== tidied.length || spans.length !== tidied.length) return [];
    return [{ kind: 'annotation', id, before, after: { ...before, spans: tidied.map(record) } }];
  });
  return changes.length > 0 ? { label: l10n.t('Record Edited Words'), changes } : undefined;
}
