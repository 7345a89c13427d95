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

/** What is said of words that have such an annotation; `label` is its tag's. */
export const alreadyTagged = (label: string): string =>
  l10n.t('These words are tagged {0} already. Select others, or choose another tag.', inSentence(label));
