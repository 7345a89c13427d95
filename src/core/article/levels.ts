/* How deep what is nested is shown on a page, on screen and on paper alike. */
import type { Block } from './article';

const deepest = 6;

/** The rank of a heading, as HTML counts them: from 2, since the title is the first, to 6. */
export const headingRank = ({ level = 2 }: Pick<Block, 'level'>): number => Math.min(deepest, Math.max(2, level));

/** The depth of a list item or a quotation, from 1. */
export const shownDepth = ({ level = 1 }: Pick<Block, 'level'>): number => Math.min(deepest, level);
