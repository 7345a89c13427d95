/* Growing and shrinking a selection by what a reader sees: word, sentence, paragraph, section. Pure; canonical UTF-16 offsets. */
import { type Article, type BlockKind, headKinds, type Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';
import { sentenceSpan } from '../../../core/article/sentences';
import { shownBlock } from '../../../core/article/shownText';
import { trimmed } from '../../../core/article/whiteSpace';
import { wordAt } from '../../../core/article/words';
import { type ShownRun, shownFrom, shownUpTo } from './runs';

/** The word, sentence, paragraph and section around a place, from small to large, each larger than the one before. */
export function levelsAt(article: Article, runs: readonly ShownRun[], offset: number): Span[] {
  const at = Math.max(0, lastStartingBy(article.blocks, offset));
  const block = article.blocks[at];
  if (!block) return [];
  const shown = shownBlock(article.text, block);
  const inText = (span: Span | undefined): Span | undefined =>
    span && span.end > span.start ? { start: shown.startAt(span.start), end: shown.endAt(span.end) } : undefined;
  const levels = [
    inText(wordAt(shown.text, shown.indexOf(offset))),
    sentenceSpan(article, offset),
    inText(trimmed(shown.text, 0, shown.text.length)),
    sectionAt(article, runs, at),
  ].filter((level) => level !== undefined);
  return levels.filter((span, i) => {
    const smaller = levels[i - 1];
    return span.end > span.start && !(smaller && smaller.start <= span.start && smaller.end >= span.end);
  });
}

/** The next larger level that holds all of the selection, or undefined at the largest. */
export function grown(article: Article, runs: readonly ShownRun[], selection: Span): Span | undefined {
  return levelsAt(article, runs, selection.start).find(
    (level) =>
      level.start <= selection.start &&
      level.end >= selection.end &&
      level.end - level.start > selection.end - selection.start,
  );
}

/** From the heading above to the next one of the same or a higher rank; text before all headings is a section of its own. */
function sectionAt(article: Article, runs: readonly ShownRun[], block: number): Span {
  const { blocks } = article;
  const kind = (i: number): BlockKind | undefined => blocks[i]?.kind;
  const rank = (i: number): number => (kind(i) === 'heading' ? (blocks[i]?.level ?? 2) : Number.POSITIVE_INFINITY);
  const outside = (i: number): boolean => {
    const one = kind(i);
    return one === undefined || one === 'furniture' || one === 'about' || headKinds.has(one);
  };
  let first = block;
  let last = block;
  if (!outside(block)) {
    while (kind(first) !== 'heading' && !outside(first - 1)) first--;
    while (!outside(last + 1) && (kind(last + 1) !== 'heading' || rank(last + 1) > rank(first))) last++;
  }
  return { start: shownFrom(runs, blocks[first]?.start ?? 0), end: shownUpTo(runs, blocks[last]?.end ?? 0) };
}
