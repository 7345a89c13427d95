/*
 * What stands around the title like on a good page: outlet and date above it, length and subjects under it. Facts that a block of the text
 * shows already are not said twice. All of it is the page's own: it cannot be selected, and the caret passes it.
 */
import { type Article, type BlockKind, headKinds } from '../../../core/article/article';
import { countingWords, readingMinutes } from '../../../core/article/words';
import * as l10n from '../../../core/l10n';

/** The blocks around the title, furniture in between included. */
export interface Head {
  readonly first: number;
  /** The last block of title and standfirst; -1 where no block has them. */
  readonly names: number;
  /** The first block after them; `first` where the text just begins. */
  readonly end: number;
}

export function headOf({ blocks }: Article): Head {
  const first = Math.max(
    0,
    blocks.findIndex((block) => block.kind !== 'furniture'),
  );
  let names = -1;
  let end = first;
  for (let i = first; i < blocks.length; i++) {
    const kind = blocks[i]?.kind;
    if (kind === 'title' || kind === 'standfirst') names = i;
    if (kind !== undefined && headKinds.has(kind)) end = i + 1;
    else if (kind !== 'furniture') break;
  }
  return { first, names, end };
}

/** Above the first block of the text: outlet and date, and whatever no block of it says. */
export function topFacts(article: Article, { first, names, end }: Head): HTMLElement[] {
  const { facts } = article;
  const has = kindsOf(article);
  const parts: HTMLElement[] = [];
  const kicker = [
    has.has('outlet') ? undefined : facts.outlet,
    has.has('date') ? undefined : readableDate(facts.published),
  ];
  const words = kicker.filter((part) => part !== undefined && part !== '');
  if (words.length > 0) parts.push(own('div', 'kicker', words.join(' · ')));
  if (!has.has('title') && facts.title) parts.push(own('h1', 'title', facts.title));
  if (names < 0) parts.push(...underNames(article));
  if (end === first) parts.push(...length(article, parts.at(-1)?.classList.contains('byline') === true));
  return parts;
}

/** Under title and standfirst: the standfirst and who wrote it, where no block says so. */
export function underNames(article: Article): HTMLElement[] {
  const { standfirst, authors } = article.facts;
  const has = kindsOf(article);
  const parts: HTMLElement[] = [];
  if (!has.has('standfirst') && standfirst) parts.push(own('p', 'standfirst', standfirst));
  if (!has.has('byline') && authors.length > 0)
    parts.push(own('div', 'byline', l10n.t('By {0}', l10n.commas(authors))));
  return parts;
}

/** Under the last block around the title, whose element stands before it. */
export function underHead(article: Article, before: Element | null): HTMLElement[] {
  return length(
    article,
    before !== null && ['byline', 'date', 'outlet'].some((name) => before.classList.contains(name)),
  );
}

const kindsOf = ({ blocks }: Article): ReadonlySet<BlockKind> => new Set(blocks.map((block) => block.kind));

/** How long it is, in the line of the byline or in one of its own, and its subjects. */
function length(article: Article, inline: boolean): HTMLElement[] {
  // A space keeps its place until the words are counted.
  const length = own(inline ? 'span' : 'div', inline ? 'length' : 'length alone', '\u00a0');
  const counting = countingWords(article);
  // Counting takes longer than drawing the first screen: it is done block by block when the page is idle.
  const count = (deadline: IdleDeadline) => {
    // The page was built anew meanwhile, and counts for itself.
    if (!length.isConnected) return;
    do {
      const step = counting.next();
      if (step.done) {
        length.textContent = lengthOf(step.value);
        return;
      }
    } while (deadline.timeRemaining() > 2);
    requestIdleCallback(count);
  };
  requestIdleCallback(count);
  const subjects = [...article.facts.topics, ...article.facts.regions];
  if (subjects.length === 0) return [length];
  const chips = own('div', 'chips', '');
  for (const subject of subjects) chips.append(own('span', 'chip', subject));
  return [length, chips];
}

function lengthOf(count: number): string {
  const words = l10n.plural(count, '{0} word', '{0} words');
  if (count === 0) return words;
  return `${words} · ${l10n.plural(readingMinutes(count), '{0} minute', '{0} minutes')}`;
}

function readableDate(published: string | undefined): string | undefined {
  if (published === undefined || !/^\d{4}-\d{2}-\d{2}/.test(published)) return published;
  const day = new Date(`${published.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return published;
  return day.toLocaleDateString(l10n.isEnglish() ? 'en-GB' : l10n.spoken().language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function own(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = `own ${className}`;
  element.contentEditable = 'false';
  element.dir = 'auto';
  element.textContent = text;
  return element;
}
