/* Title, standfirst, byline and date of a Markdown article, from its first blocks and its front matter. */
import type { ArticleFacts, Block } from './article';
import { readNames } from './byline';
import { type HeadLine, readHeadLine } from './headLine';
import { mergeFacts, noFacts } from './metadata';
import type { Reading } from './plain';
import { roughWords } from './script';
import { shownText } from './shownText';

const deepestHead = 6;

/** Gives the blocks at the top their kinds. `known` are the facts of the front matter, which count before what the text says. */
export function readMarkdownHead(text: string, blocks: readonly Block[], known: ArticleFacts): Reading {
  const kinds = new Map<number, Block['kind']>();
  let facts = known;
  const titleAt = findTitle(blocks);
  if (titleAt !== undefined) {
    kinds.set(titleAt, 'title');
    facts = mergeFacts(facts, { ...noFacts, title: shownText(text, blocks[titleAt] as Block) });
  }
  // Without any title there is no head to speak of.
  const from = titleAt !== undefined ? titleAt + 1 : facts.title !== undefined ? firstShown(blocks) : blocks.length;
  for (let i = from; i < Math.min(blocks.length, from + deepestHead); i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'furniture' || block.kind === 'rule') continue;
    if (block.kind !== 'paragraph' && !(block.kind === 'heading' && isBetween(text, blocks, i))) break;
    const shown = shownText(text, block);
    const line = block.kind === 'paragraph' ? (readHeadLine(shown) ?? namedAuthors(shown, known)) : undefined;
    if (line) {
      kinds.set(i, line.kind);
      facts = mergeFacts(facts, line.facts);
    } else if (![...kinds.values()].includes('standfirst') && isStandfirst(text, blocks, i, shown, known)) {
      kinds.set(i, 'standfirst');
      facts = mergeFacts(facts, { ...noFacts, standfirst: shown });
    } else break;
  }
  return {
    facts,
    blocks: blocks.map((block, i) => {
      const kind = kinds.get(i);
      if (kind === undefined) return block;
      const { level: _, ...rest } = block;
      return { ...rest, kind };
    }),
  };
}

/** A line of nothing but the authors whom the front matter names. */
function namedAuthors(shown: string, known: ArticleFacts): HeadLine | undefined {
  const names = known.authors.length > 0 ? readNames(shown) : undefined;
  const all = names?.every((name) => known.authors.includes(name)) === true;
  return names && all ? { kind: 'byline', facts: { ...noFacts, authors: names } } : undefined;
}

function firstShown(blocks: readonly Block[]): number {
  const at = blocks.findIndex((block) => block.kind !== 'furniture');
  return at < 0 ? blocks.length : at;
}

/** The first block where it is a heading of the first level; else the only such heading, however late it comes. */
function findTitle(blocks: readonly Block[]): number | undefined {
  const first = blocks.findIndex((block) => block.kind !== 'furniture');
  if (blocks[first]?.kind === 'heading' && (blocks[first]?.level ?? 1) === 1) return first;
  const tops = blocks.flatMap((block, i) => (block.kind === 'heading' && block.level === 1 ? [i] : []));
  const only = tops.length === 1 ? (tops[0] as number) : undefined;
  return only !== undefined && only < first + deepestHead ? only : undefined;
}

/** Set off as a whole (italic, bold), or known from the front matter, or between the title and the byline. */
function isStandfirst(text: string, blocks: readonly Block[], i: number, shown: string, known: ArticleFacts): boolean {
  const block = blocks[i] as Block;
  if (known.standfirst !== undefined) return shown === known.standfirst;
  if (roughWords(shown) > 90) return false;
  const setOff = block.runs.every((run) => run.styles?.some((style) => style === 'emphasis' || style === 'strong'));
  return setOff || isBetween(text, blocks, i);
}

function isBetween(text: string, blocks: readonly Block[], i: number): boolean {
  const next = blocks[i + 1];
  return next?.kind === 'paragraph' && readHeadLine(shownText(text, next)) !== undefined;
}
