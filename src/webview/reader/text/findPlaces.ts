/*
 * Where words stand in an article, for finding: they are looked for in what is shown of each block, so that a sign of Markdown inside of
 * them hides nothing, and what is not on the page is not found. Pure.
 */
import type { Article, Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';
import type { ShownBlock } from '../../../core/article/shownText';
import { shownBlockOf } from '../../../core/article/shownWords';

export interface Search {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** All places of the words, in text order and apart from each other; runs of white space count as one. UTF-16 units of the canonical text. */
export function placesOf(article: Article, search: Search): Span[] {
  const pattern = patternOf(search);
  if (!pattern) return [];
  return shownOf(article).flatMap((shown) =>
    [...shown.text.matchAll(pattern)].map((match) => ({
      start: shown.startAt(match.index),
      end: shown.endAt(match.index + match[0].length),
    })),
  );
}

function patternOf({ words, matchCase, wholeWord }: Search): RegExp | undefined {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return undefined;
  const plain = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s+');
  // As in VS Code: an end that is no letter has no word to be the whole of.
  const letter = '[\\p{L}\\p{M}\\p{N}_]';
  const before = wholeWord && /^[\p{L}\p{M}\p{N}_]/u.test(parts[0] ?? '') ? `(?<!${letter})` : '';
  const after = wholeWord && /[\p{L}\p{M}\p{N}_]$/u.test(parts.at(-1) ?? '') ? `(?!${letter})` : '';
  return new RegExp(before + plain + after, matchCase ? 'gu' : 'giu');
}

/** The words at a place and up to `most` UTF-16 units of what is shown on either side of them in their block. */
export function around(
  article: Article,
  span: Span,
  most: number,
): { readonly before: string; readonly words: string; readonly after: string } {
  const shown = shownBlockOf(article, lastStartingBy(article.blocks, span.start));
  if (!shown) return { before: '', words: article.text.slice(span.start, span.end), after: '' };
  const from = shown.indexOf(span.start);
  const to = Math.max(from, shown.indexOf(span.end));
  const before = shown.text.slice(Math.max(0, from - most), from);
  const after = shown.text.slice(to, to + most);
  return {
    // No half word at the outer ends.
    before: from > most ? `…${before.replace(/^\S*(?=\s)/u, '')}` : before,
    words: shown.text.slice(from, to),
    after: to + most < shown.text.length ? `${after.replace(/\s+\S*$/u, '')}…` : after,
  };
}

/** Worked out with the first search in an article. */
const shownOf = (article: Article): ShownBlock[] => article.blocks.flatMap((_, i) => shownBlockOf(article, i) ?? []);
