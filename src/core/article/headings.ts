/* The headings of an article, as an outline has them: title and section headings in text order, each with how far its section goes. */
import type { Article, Span } from './article';
import { shownText } from './shownText';

export interface Heading {
  /** As shown, without signs of Markdown. */
  readonly words: string;
  /** 1 for the title, and for the highest headings where there is none. */
  readonly level: number;
  /** The heading's own place, UTF-16 units of the canonical text. */
  readonly span: Span;
  /** Up to the next heading of the same or a higher rank. */
  readonly section: Span;
}

export function headingsOf(article: Article): Heading[] {
  const blocks = article.blocks.filter(({ kind }) => kind === 'title' || kind === 'heading');
  const found = blocks.flatMap((block) => {
    const words = shownText(article.text, block).trim();
    const level = block.kind === 'title' ? 1 : Math.max(1, block.level ?? 2);
    return words === '' ? [] : [{ words, level, start: block.start, end: block.end }];
  });
  const ends = found.map(() => article.text.length);
  const open: number[] = [];
  for (const [i, { level, start }] of found.entries()) {
    while ((found[open.at(-1) ?? -1]?.level ?? 0) >= level) ends[open.pop() as number] = start;
    open.push(i);
  }
  return found.map(({ words, level, start, end }, i) => ({
    ...{ words, level, span: { start, end } },
    section: { start, end: ends[i] as number },
  }));
}

/** A heading below the title, and the one whose section it is in. */
export interface NestedHeading extends Heading {
  readonly parent: NestedHeading | undefined;
}

const nestedOf = new WeakMap<Article, readonly NestedHeading[]>();

/** The headings without the article's own title, below which all of them would be. The same objects each time for one article. */
export function nestedHeadings(article: Article): readonly NestedHeading[] {
  const known = nestedOf.get(article);
  if (known) return known;
  const found: NestedHeading[] = [];
  const titles = new Set(article.blocks.flatMap(({ kind, start }) => (kind === 'title' ? [start] : [])));
  for (const heading of headingsOf(article)) {
    if (titles.has(heading.section.start)) continue;
    let parent = found.at(-1);
    while (parent && parent.level >= heading.level) parent = parent.parent;
    found.push({ ...heading, parent });
  }
  nestedOf.set(article, found);
  return found;
}
