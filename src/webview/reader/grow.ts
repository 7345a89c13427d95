/* Growing and shrinking a selection by what a reader sees: word, sentence, paragraph, section. Pure; canonical UTF-16 offsets. */
import type { Article, BlockKind, Span } from '../../core/article/article';
import { sentenceAt, trimmed } from '../../core/article/sentences';
import { lastStartingBy, type ShownRun, shownFrom, shownText, shownUpTo } from './runs';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The block that an offset stands in or after. */
export function blockAt(article: Article, offset: number): number {
  return Math.max(0, lastStartingBy(article.blocks, offset));
}

/** The word, sentence, paragraph and section around a place, from small to large, each larger than the one before. */
export function levelsAt(article: Article, runs: readonly ShownRun[], offset: number): Span[] {
  const block = blockAt(article, offset);
  const shown = shownText(article, block);
  const index = shown.indexOf(offset);
  const inText = [
    wordAt(shown.text, index),
    sentenceAt(shown.text, index),
    trimmed(shown.text, { start: 0, end: shown.text.length }),
  ];
  const levels: Span[] = [];
  for (const span of inText) {
    if (span && span.end > span.start) levels.push({ start: shown.startAt(span.start), end: shown.endAt(span.end) });
  }
  levels.push(sectionAt(article, runs, block));
  return levels.filter((span, i) => {
    const smaller = levels[i - 1];
    return span.end > span.start && !(smaller && smaller.start <= span.start && smaller.end >= span.end);
  });
}

/** The sentence under the caret, in canonical offsets; undefined in a block without words. */
export function sentenceSpan(article: Article, offset: number): Span | undefined {
  const shown = shownText(article, blockAt(article, offset));
  const span = sentenceAt(shown.text, shown.indexOf(offset));
  return span && span.end > span.start ? { start: shown.startAt(span.start), end: shown.endAt(span.end) } : undefined;
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

function wordAt(text: string, index: number): Span | undefined {
  const segments = words.segment(text);
  const at = segments.containing(Math.min(index, Math.max(0, text.length - 1)));
  const before = index > 0 ? segments.containing(index - 1) : undefined;
  const found = at?.isWordLike ? at : before?.isWordLike ? before : undefined;
  return found && { start: found.index, end: found.index + found.segment.length };
}

const aroundTitle: ReadonlySet<BlockKind> = new Set(['title', 'standfirst', 'byline', 'date', 'outlet']);

/** From the heading above to the next one of the same or a higher rank; text before all headings is a section of its own. */
function sectionAt(article: Article, runs: readonly ShownRun[], block: number): Span {
  const { blocks } = article;
  const kind = (i: number): BlockKind | undefined => blocks[i]?.kind;
  const rank = (i: number): number => (kind(i) === 'heading' ? (blocks[i]?.level ?? 2) : Number.POSITIVE_INFINITY);
  const outside = (i: number): boolean => {
    const one = kind(i);
    return one === undefined || one === 'furniture' || one === 'about' || aroundTitle.has(one);
  };
  let first = block;
  let last = block;
  if (!outside(block)) {
    while (kind(first) !== 'heading' && !outside(first - 1)) first--;
    while (!outside(last + 1) && (kind(last + 1) !== 'heading' || rank(last + 1) > rank(first))) last++;
  }
  return { start: shownFrom(runs, blocks[first]?.start ?? 0), end: shownUpTo(runs, blocks[last]?.end ?? 0) };
}
