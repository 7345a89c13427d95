/*
 * The article: first step of the data's way. Every other step (annotations, anchors, views) speaks of places in `Article.text`,
 * so nothing of the source is changed or left out here: a block only says which parts of the text are shown, and as what.
 */

/** A half-open range `[start, end)` of the canonical text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How the article's source was understood; told apart by content, never by file name. */
export const articleFormats = ['plain', 'markdown', 'page'] as const;
export type ArticleFormat = (typeof articleFormats)[number];

/** What is known about the article as a publication. Everything is as written in the source, `published` as an ISO date where it could be read. */
export interface ArticleFacts {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly outlet?: string;
  readonly standfirst?: string;
  readonly topics: readonly string[];
  readonly regions: readonly string[];
  /** The line that names where the text was first published, or the address it was taken from. */
  readonly source?: string;
}

export const blockKinds = [
  'title',
  'standfirst',
  'byline',
  'date',
  'outlet',
  'heading',
  'paragraph',
  'listItem',
  'quote',
  'code',
  'table',
  'rule',
  /** The note on the author that follows the body. */
  'about',
  /** Navigation, page data, related links, footers: folded in the reading view, never hidden for good. */
  'furniture',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** What stands around the title. */
export const headKinds: ReadonlySet<BlockKind> = new Set(['title', 'standfirst', 'byline', 'date', 'outlet']);

export const runStyles = ['strong', 'emphasis', 'strikethrough', 'code', 'link'] as const;
export type RunStyle = (typeof runStyles)[number];

/** A stretch of the text that is shown as it stands, in UTF-16 units of the canonical text. */
export interface Run extends Span {
  readonly styles?: readonly RunStyle[];
  /** Where a run with style `link` leads, unchecked: who opens it looks at its scheme first. */
  readonly href?: string;
  /** Line ends in this run are shown as line breaks (verse, addresses, code); without it they are mere wrapping, shown as a space. */
  readonly keepsLines?: boolean;
}

/**
 * One block of the article. Blocks stand in text order, do not overlap, and together hold every character of the text that is not white space.
 * `runs` lie inside the block in order; what lies between them (Markdown's signs, indents) is not shown but stays part of the block.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly runs: readonly Run[];
  /** Heading: 1 to 6. List item and quote: depth from 1. */
  readonly level?: number;
  /** List item: its number or sign as it should be shown, e.g. `•` or `3.`. */
  readonly marker?: string;
  /** Furniture: what it is, in a word or two (`menu, page data` where several kinds stand together), and how many non-blank lines of the source it holds. */
  readonly furniture?: { readonly label: string; readonly lines: number };
}

export interface Article {
  /** The canonical text: the decoded source without BOM, line ends as LF. Nothing else is changed. */
  readonly text: string;
  readonly format: ArticleFormat;
  readonly facts: ArticleFacts;
  readonly blocks: readonly Block[];
}
