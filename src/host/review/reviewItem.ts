/*
 * What a review shows of one annotation: the words as they were recorded beside those of each place where they may stand now, and what hangs on
 * them. Pure: from the state of an article to the message's data.
 */
import { type Annotation, indexOf } from '../../core/annotation/model';
import type { Placement } from '../../core/annotation/placement';
import { rarestWords } from '../../core/annotation/rarestWords';
import { touchedBy } from '../../core/annotation/touched';
import { wordChanges } from '../../core/annotation/wordChanges';
import { oneLine } from '../../core/annotation/words';
import type { Article, Span } from '../../core/article/article';
import { shownText } from '../../core/article/shownText';
import * as l10n from '../../core/l10n';
import type { ReviewItem } from '../../messages/review';
import type { AnnotatedArticle } from '../articles';

type State = Pick<AnnotatedArticle, 'article' | 'sidecar' | 'placements'>;

/** Undefined where the set has no annotation of this id. */
export function reviewItem(
  { article, sidecar: { set }, placements }: State,
  id: string,
  number: Pick<ReviewItem, 'at' | 'of' | 'article'>,
): ReviewItem | undefined {
  const entries = indexOf(set);
  const annotation = entries.annotations.get(id);
  if (!annotation) return undefined;
  const placement = placements.get(id);
  const lost = new Set(placement?.lost);
  // Recorded in any order, but found in that of the text.
  const found = annotation.spans.filter((_, i) => !lost.has(i)).sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const words = joined(found.map(({ quote }) => quote));
  const touched = touchedBy(id, entries);
  return {
    id,
    ...number,
    why: placement?.why ?? l10n.t('It is not sure that these are the words.'),
    old: { before: found[0]?.prefix ?? '', words, after: found.at(-1)?.suffix ?? '' },
    places: placesOf(placement).map((spans) => ({
      spans: [...spans],
      changes: [...wordChanges(words, wordsAt(article, spans))],
    })),
    lost: annotation.spans.flatMap(({ quote }, i) => (lost.has(i) ? [oneLine(quote)] : [])),
    ...(touched && { touched: touched.sentence }),
    arguments: [...(touched?.arguments ?? [])],
    search: placement?.status === 'orphan' ? searchFor(annotation, article) : '',
  };
}

/** What to look for in the article, to find words that an orphan can stand on. */
export function searchFor(annotation: Annotation, article: Article): string {
  const shown = article.blocks.map((block) => shownText(article.text, block)).join('\n');
  return rarestWords(joined(annotation.spans.map(({ quote }) => quote)), shown);
}

function placesOf(placement: Placement | undefined): readonly (readonly Span[])[] {
  if (placement?.status !== 'drifted') return [];
  return [placement.spans, ...(placement.runnersUp ?? [])];
}

const wordsAt = ({ text }: Article, spans: readonly Span[]): string =>
  joined(spans.map(({ start, end }) => text.slice(start, end)));

const joined = (parts: readonly string[]): string => parts.map(oneLine).join(' … ');
