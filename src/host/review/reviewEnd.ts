/*
 * What is said at the end of a review: the changed words that arguments were made on, those that the review was about and those that git tells of.
 * Pure: from the states of articles to the message's data.
 */
import { indexOf } from '../../core/annotation/model';
import { quoteOf } from '../../core/annotation/quote';
import type { Decision, Standing } from '../../core/annotation/review';
import { type Touched, touchedBy } from '../../core/annotation/touched';
import { wordChanges } from '../../core/annotation/wordChanges';
import { onOtherWords, type WordsThen } from '../../core/annotation/wordsThen';
import * as l10n from '../../core/l10n';
import type { ReviewMessage } from '../../messages/review';
import type { AnnotatedArticle } from '../articles';

type Changed = Omit<NonNullable<ReviewMessage['end']>['touched'][number], 'article'>;

/** What became of an annotation in a review. */
export interface Reviewed {
  readonly id: string;
  /** As it stood when it last needed a look. */
  readonly before: Standing;
  readonly decision?: Decision | undefined;
}

/** Of one article; `then`: the words that its arguments were made on, as far as they are known. */
export function changedIn(
  { sidecar: { set }, article }: Pick<AnnotatedArticle, 'sidecar' | 'article'>,
  reviewed: readonly Reviewed[],
  then: WordsThen = new Map(),
): Changed[] {
  const entries = indexOf(set);
  const { annotations } = entries;
  const item = (id: string, touched: Touched | undefined, before: string | undefined): Changed[] => {
    const annotation = annotations.get(id);
    if (!annotation || !touched) return [];
    const words = quoteOf(annotation);
    const changes = before === undefined || before === words ? undefined : [...wordChanges(before, words)];
    const { sentence, arguments: inferences } = touched;
    return [{ id, words, ...(changes && { changes }), sentence, arguments: [...inferences] }];
  };
  const earlier = onOtherWords(set, article.text, then);
  const known = new Set(earlier.map(({ id }) => id));
  return [
    ...reviewed.flatMap(({ id, before, decision }) => {
      const was = before.annotation && quoteOf(before.annotation);
      const annotation = annotations.get(id);
      const isKept = decision === undefined || decision === 'kept';
      if (known.has(id) || (!isKept && annotation && quoteOf(annotation) === was)) return [];
      return item(id, touchedBy(id, entries), was);
    }),
    ...earlier.flatMap(({ id, was, arguments: inferences }) => item(id, touchedBy(id, entries, inferences), was)),
  ];
}

/** The sentence above it where nothing had drifted. `changed` is the number of annotations. */
export function nothingDrifted(changed: number): string {
  return l10n.plural(
    changed,
    'No words have drifted, but one annotation reads otherwise than when an argument was made on it.',
    'No words have drifted, but {0} annotations read otherwise than when arguments were made on them.',
  );
}

/** What is said with it where the time was over before all was looked up; empty where it was not. */
export function notLookedUp(articles: number): string {
  if (articles === 0) return '';
  return l10n.plural(
    articles,
    'In one article not all earlier words were looked up, because it takes too long.',
    'In {0} articles not all earlier words were looked up, because it takes too long.',
  );
}
