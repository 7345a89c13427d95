/* A saved page as its rules see it: passages with what their words say of them, and what the page's own data says of the article. */
import type { ArticleFacts, BlockKind } from '../article';
import type { Passage } from '../passages';
import type { FurnitureLabel, Sign } from './furniture';

export interface Piece {
  readonly passage: Passage;
  readonly sign: Sign | undefined;
}

export interface Page {
  readonly pieces: readonly Piece[];
  /** From the data that the page was built from. */
  readonly data: ArticleFacts;
  /** All short texts in that data. */
  readonly names: readonly string[];
}

/** What a piece turns out to be: part of the article's own text, something of its head, or folded away. */
export type Role =
  | { readonly as: 'body' }
  | { readonly as: Extract<BlockKind, 'title' | 'standfirst' | 'byline' | 'date' | 'outlet' | 'about'> }
  | { readonly as: 'furniture'; readonly label: FurnitureLabel };

export const body: Role = { as: 'body' };

export function furniture(label: FurnitureLabel): Role {
  return { as: 'furniture', label };
}

/** Sentences that no sign speaks against: the article's own text, or a teaser of another one. */
export function isOwnProse({ passage, sign }: Piece): boolean {
  return passage.prose && (sign === undefined || sign.reach === 'word');
}

/** The same words, whatever the case and the white space. */
export function sameInAnyCase(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(text: string): string {
  return text.slice(0, 400).toLowerCase().replace(/\s+/gu, ' ').trim();
}
