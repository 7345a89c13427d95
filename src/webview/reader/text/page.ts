/*
 * The article as DOM: one element per block, one text node per run, and nothing else of the article anywhere. Blocks stand in sections of four,
 * which the browser may leave unlaid while they are far away (rendering.md, D3). What the page adds of its own (folds, facts, chips)
 * is marked as not editable, so the caret passes it, and as not selectable, so that it is never copied.
 */
import type { Article, Block, Run } from '../../../core/article/article';
import { languageOf } from '../../../core/article/language';
import { headingRank, shownDepth } from '../../../core/article/levels';
import { openableHref } from '../../../core/article/links';
import * as l10n from '../../../core/l10n';
import { headOf, topFacts, underHead, underNames } from './facts';
import { furnitureWords } from './furnitureWords';
import { type ShownRun, shownRuns } from './runs';

export const blocksPerSection = 4;

export interface Section {
  readonly element: HTMLElement;
  /** Indices of its blocks: `[first, end)`. */
  readonly first: number;
  readonly end: number;
}

export interface Fold {
  readonly button: HTMLButtonElement;
  readonly content: HTMLElement;
}

export interface Page {
  readonly article: Article;
  readonly sections: readonly Section[];
  /** By block. */
  readonly elements: readonly HTMLElement[];
  readonly runs: readonly ShownRun[];
  /** By run. */
  readonly texts: readonly Text[];
  /** By block, where it is furniture. */
  readonly folds: ReadonlyMap<number, Fold>;
}

export function sectionOfBlock(page: Page, block: number): Section | undefined {
  return page.sections[Math.floor(block / blocksPerSection)];
}

/** Builds the whole page into `column`, in place of what was there. `openFolds` are the starts of furniture blocks to be shown open. */
export function buildPage(column: HTMLElement, article: Article, openFolds: ReadonlySet<number>): Page {
  const runs = shownRuns(article);
  const texts: Text[] = [];
  const elements: HTMLElement[] = [];
  const folds = new Map<number, Fold>();
  const sections: Section[] = [];
  const head = headOf(article);
  const inLine = charactersInLine(column);
  const title = article.blocks.findIndex((block) => block.kind === 'title');
  let next = 0;

  const fill = (parent: HTMLElement, index: number): void => {
    for (; runs[next]?.block === index; next++) {
      const run = runs[next]?.run as Run;
      const text = document.createTextNode(article.text.slice(run.start, run.end));
      texts.push(text);
      runParent(parent, run).append(text);
    }
  };

  for (let first = 0; first < article.blocks.length; first += blocksPerSection) {
    const section = document.createElement('div');
    section.className = 'section';
    const end = Math.min(first + blocksPerSection, article.blocks.length);
    let height = 0;
    for (let index = first; index < end; index++) {
      const block = article.blocks[index] as Block;
      if (index === head.first) section.append(...topFacts(article, head));
      const element = blockElement(block, index);
      if (index < title && (block.kind === 'outlet' || block.kind === 'date')) element.classList.add('kicker');
      elements.push(element);
      if (block.kind === 'furniture') folds.set(index, addFold(element, block, openFolds.has(block.start)));
      fill(folds.get(index)?.content ?? element, index);
      (block.kind === 'listItem' ? listIn(section) : section).append(element);
      if (index === head.names) section.append(...underNames(article));
      if (index === head.end - 1 && head.end > head.first) {
        section.append(...underHead(article, section.lastElementChild));
      }
      height += block.kind === 'furniture' ? 40 : 19 + 27.5 * Math.ceil((block.end - block.start) / inLine);
    }
    section.style.setProperty('--about', `${height}px`);
    sections.push({ element: section, first, end });
  }
  column.replaceChildren(...sections.map((section) => section.element));
  return { article, sections, elements, runs, texts, folds };
}

/** Elements of blocks that have nothing of their own yet, by what they have in common: to be copied, which is the quickest way to thousands. */
const blank = new Map<string, HTMLElement>();

function blankElement(block: Block): Node {
  const name = tagName(block);
  // A single line of furniture, such as a share button between title and byline, should hardly be seen.
  const small = block.furniture?.lines === 1;
  const key = `${name} ${block.kind} ${small}`;
  const known = blank.get(key);
  if (known) return known;
  const element = document.createElement(name);
  element.className = `block ${block.kind}`;
  element.classList.toggle('small', small);
  element.dir = 'auto';
  // Not the window's: an empty name says that it is not known.
  element.lang = '';
  if (block.kind === 'listItem') element.setAttribute('role', 'listitem');
  if (block.kind === 'rule') element.setAttribute('role', 'separator');
  blank.set(key, element);
  return element;
}

function blockElement(block: Block, index: number): HTMLElement {
  const element = blankElement(block).cloneNode() as HTMLElement;
  element.setAttribute('data-block', String(index));
  if (block.kind === 'title' || block.kind === 'heading') element.id = `at-${block.start}`;
  if (block.kind === 'listItem') element.dataset.marker = block.marker ?? '•';
  if (block.kind === 'listItem' || block.kind === 'quote') {
    element.style.setProperty('--depth', String(shownDepth(block)));
  }
  return element;
}

/** Says the languages of a section's blocks where their script does: a long article has thousands of blocks, and most are never looked at. */
export function sayLanguages({ article, elements }: Page, { first, end }: Section): void {
  for (let index = first; index < end; index++) {
    const { start, end } = article.blocks[index] ?? { start: 0, end: 0 };
    const language = languageOf(article.text.slice(start, end));
    const element = elements[index];
    if (element && language !== undefined) element.lang = language;
  }
}

/** Roughly, for the heights of what is not laid out yet: a letter of running text is about half as wide as the font is high. */
function charactersInLine(column: HTMLElement): number {
  const { paddingLeft, paddingRight, fontSize } = getComputedStyle(column);
  const width = column.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return Math.max(20, width / (Number.parseFloat(fontSize) * 0.49));
}

/** The list that the last block of the section belongs to, or a new one: items need a list around them. */
function listIn(section: HTMLElement): Element {
  const last = section.lastElementChild;
  if (last?.className === 'list') return last;
  const list = document.createElement('div');
  list.className = 'list';
  list.setAttribute('role', 'list');
  section.append(list);
  return list;
}

function tagName(block: Block): string {
  switch (block.kind) {
    case 'title':
      return 'h1';
    case 'heading':
      return `h${headingRank(block)}`;
    case 'quote':
      return 'blockquote';
    case 'code':
    case 'table':
      return 'pre';
    case 'paragraph':
    case 'standfirst':
      return 'p';
    default:
      return 'div';
  }
}

const elementOfStyle = { strong: 'strong', emphasis: 'em', strikethrough: 's', code: 'code' } as const;

/** The element that a run's text goes into: the block itself, or a nest of inline elements of its styles. */
function runParent(block: HTMLElement, run: Run): HTMLElement {
  let parent = block;
  const nest = (name: string): HTMLElement => {
    const child = document.createElement(name);
    parent.append(child);
    parent = child;
    return child;
  };
  for (const style of run.styles ?? []) {
    if (style !== 'link') nest(elementOfStyle[style]);
    else if (openableHref(run.href) !== undefined) {
      // No `a`: VS Code's page would follow it on a plain click, where a person only wanted to place the caret.
      const link = nest('span');
      link.className = 'link';
      link.setAttribute('role', 'link');
      link.dataset.href = run.href;
    }
  }
  if (run.keepsLines) nest('span').className = 'keeps-lines';
  return parent;
}

function addFold(element: HTMLElement, block: Block, open: boolean): Fold {
  const lines = block.furniture?.lines ?? 0;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fold';
  button.contentEditable = 'false';
  button.lang = document.documentElement.lang;
  const label = block.furniture?.label ?? '';
  button.textContent =
    label === ''
      ? l10n.plural(lines, 'Page furniture ({0} line)', 'Page furniture ({0} lines)')
      : l10n.plural(lines, 'Page furniture ({0} line): {1}', 'Page furniture ({0} lines): {1}', furnitureWords(label));
  const content = document.createElement('div');
  content.className = 'fold-text';
  content.id = `fold-${block.start}`;
  content.dir = 'auto';
  button.setAttribute('aria-controls', content.id);
  element.removeAttribute('dir');
  element.append(button, content);
  const fold = { button, content };
  setFold(fold, open);
  return fold;
}

/** Closed, the text stays where the browser's own search finds it (and then opens it by itself). */
export function setFold(fold: Fold, open: boolean): void {
  fold.content.hidden = open ? false : 'until-found';
  fold.button.setAttribute('aria-expanded', String(open));
}

export const isOpen = (fold: Fold): boolean => fold.button.getAttribute('aria-expanded') === 'true';
