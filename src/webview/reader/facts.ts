/*
 * What stands around the title like on a good page: outlet and date above it, length and subjects under it. Facts that a block of the text
 * shows already are not said twice. All of it is the page's own: it cannot be selected, and the caret passes it.
 */
import { countOf, plural } from '../../core/annotation/words';
import type { Article, BlockKind } from '../../core/article/article';
import { countWords, readingMinutes } from '../../core/article/words';

const headKinds: ReadonlySet<BlockKind> = new Set(['title', 'standfirst', 'byline', 'date', 'outlet']);

/** The blocks around the title: `[first, end)`, furniture in between included; both 0 where the text just begins. */
export function opening(article: Article): { readonly first: number; readonly end: number } {
  const { blocks } = article;
  const first = Math.max(
    0,
    blocks.findIndex((block) => block.kind !== 'furniture'),
  );
  let end = first;
  for (let i = first; i < blocks.length; i++) {
    const kind = blocks[i]?.kind;
    if (kind !== undefined && headKinds.has(kind)) end = i + 1;
    else if (kind !== 'furniture') break;
  }
  return { first, end };
}

/** Above the first block of the text. */
export function topFacts(article: Article): HTMLElement[] {
  const { facts, blocks } = article;
  const shown = new Set(blocks.map((block) => block.kind));
  const parts: HTMLElement[] = [];
  const kicker = [
    shown.has('outlet') ? undefined : facts.outlet,
    shown.has('date') ? undefined : readableDate(facts.published),
  ];
  const words = kicker.filter((part) => part !== undefined && part !== '');
  if (words.length > 0) parts.push(own('div', 'kicker', words.join(' · ')));
  if (!shown.has('title') && facts.title) parts.push(own('h1', 'title', facts.title));
  if (!shown.has('standfirst') && facts.standfirst) parts.push(own('p', 'standfirst', facts.standfirst));
  const authors = shown.has('byline') ? [] : facts.authors;
  if (authors.length > 0) parts.push(own('div', 'byline', `By ${authors.join(', ')}`));
  if (!hasHead(article)) parts.push(...underTitle(article, undefined));
  return parts;
}

/** Under the last block around the title. */
export function underTitle(article: Article, after: BlockKind | undefined): HTMLElement[] {
  const inline = after === 'byline' || after === 'date' || after === 'outlet';
  const length = own(inline ? 'span' : 'div', inline ? 'length' : 'length alone', '');
  const fill = () => {
    const count = countWords(article);
    const words = `${count.toLocaleString('en')} ${plural(count, 'word')}`;
    length.textContent = count === 0 ? words : `${words} · ${countOf(readingMinutes(count), 'minute')}`;
  };
  // Counting a long text takes longer than drawing its first screen.
  if (article.text.length < 100_000) fill();
  else {
    length.textContent = '\u00a0';
    requestIdleCallback(fill);
  }
  const subjects = [...article.facts.topics, ...article.facts.regions];
  if (subjects.length === 0) return [length];
  const chips = own('div', 'chips', '');
  for (const subject of subjects) chips.append(own('span', 'chip', subject));
  return [length, chips];
}

function hasHead(article: Article): boolean {
  const { first, end } = opening(article);
  return end > first;
}

function readableDate(published: string | undefined): string | undefined {
  if (published === undefined || !/^\d{4}-\d{2}-\d{2}/.test(published)) return published;
  const day = new Date(`${published.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return published;
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

function own(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = `own ${className}`;
  element.contentEditable = 'false';
  element.dir = 'auto';
  element.textContent = text;
  return element;
}
