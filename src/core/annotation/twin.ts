/*
 * An annotation that says the same of the same words: tag, spans and author. Two analysts may well tag the same words in one file, and one may
 * tag them twice with different tags; the same twice is a slip of the hand.
 */
import type { Span } from '../article/article';
import * as l10n from '../l10n';
import { sameSpans } from './spans';
import { inSentence } from './words';

/** What an annotation says, where its words stand (UTF-16 units). */
interface Said {
  readonly tag: string;
  readonly by?: string | undefined;
  readonly spans: readonly Span[];
}

export const isTwin = (one: Said, other: Said): boolean =>
  one.tag === other.tag && (one.by ?? '') === (other.by ?? '') && sameSpans(one.spans, other.spans);

/** The same for many places at once: those that annotations of one span have with this tag and author, as `placeKey` names them. */
export function twinPlaces(tag: string, by: string, annotations: Iterable<Said>): Set<string> {
  const places = new Set<string>();
  for (const one of annotations) {
    const [span, another] = one.spans;
    if (span && !another && one.tag === tag && (one.by ?? '') === by) places.add(placeKey(span));
  }
  return places;
}

export const placeKey = ({ start, end }: Span): string => `${start} ${end}`;

/** What is said of words that have such an annotation; `label` is its tag's. */
export const alreadyTagged = (label: string): string =>
  l10n.t('These words are tagged {0} already. Select others, or choose another tag.', inSentence(label));
