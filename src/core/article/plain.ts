/*
 * Plain text: paragraphs as they stand or were wrapped by hand, lists, headings, and at the top, where it is sure, title,
 * standfirst, byline and date. Nothing in it is furniture.
 */
import type { ArticleFacts, Block, BlockKind } from './article';
import { bodyBlocks } from './body';
import { readHeadLine } from './headLine';
import { mergeFacts, noFacts } from './metadata';
import { isRule, type Passage } from './passages';

export interface Reading {
  readonly facts: ArticleFacts;
  readonly blocks: readonly Block[];
}

const deepestHead = 8;

/** Reads a canonical text as plain text, from all of its passages. */
export function readPlain(text: string, passages: readonly Passage[]): Reading {
  const head = readHead(passages);
  return { facts: head.facts, blocks: [...head.blocks, ...bodyBlocks(text, passages.slice(head.blocks.length))] };
}

/** The passages at the top that are title, standfirst, byline, date or source; as many blocks as passages. */
function readHead(passages: readonly Passage[]): Reading {
  const blocks: Block[] = [];
  let facts = noFacts;
  for (const [i, passage] of passages.slice(0, deepestHead).entries()) {
    const kind = headKind(passages, i, facts);
    if (!kind) break;
    facts = mergeFacts(facts, kind.facts);
    blocks.push({ kind: kind.kind, start: passage.start, end: passage.end, runs: passage.runs });
  }
  // Facts without a title are a dateline of a letter or a note's first words: kept as such only where text follows.
  return blocks.length < passages.length ? { facts, blocks } : { facts: noFacts, blocks: [] };
}

function headKind(
  passages: readonly Passage[],
  i: number,
  known: ArticleFacts,
): { readonly kind: BlockKind; readonly facts: ArticleFacts } | undefined {
  const passage = passages[i] as Passage;
  if (passage.marker !== undefined) return undefined;
  const line = readHeadLine(passage.text);
  if (line) return line;
  if (known.title === undefined) {
    const title = readTitle(passages, i);
    return title === undefined ? undefined : { kind: 'title', facts: { ...noFacts, title } };
  }
  const between = passages.slice(i + 1, i + 3).findIndex((next) => readHeadLine(next.text) !== undefined);
  const standfirst =
    known.standfirst === undefined &&
    known.authors.length === 0 &&
    between === 0 &&
    passage.words >= 5 &&
    passage.words <= 80 &&
    passages.slice(i + 2, i + 6).some((next) => next.prose);
  return standfirst ? { kind: 'standfirst', facts: { ...noFacts, standfirst: passage.text } } : undefined;
}

/** A title stands alone, is no sentence, and prose follows it soon. */
function readTitle(passages: readonly Passage[], i: number): string | undefined {
  const { text, words } = passages[i] as Passage;
  const next = passages[i + 1];
  const labelled = /^(?:title|titel|titre|título|titolo|العنوان|标题|題名)\s*[:：]\s*(\S.*)$/iu.exec(text);
  if (labelled?.[1]) return labelled[1];
  if (!next || text.length > 220 || words > 26 || words < 1 || isRule(text)) return undefined;
  if (/[.,;:。，；：،]["'”’»]?$/u.test(text) || /^\p{Ll}/u.test(text) || !/\p{L}{2}|\p{Lo}/u.test(text))
    return undefined;
  if (/^(?:dear|sehr geehrte|liebe|madame|monsieur|estimad[oa]|to whom)\b/iu.test(text)) return undefined;
  const apart = next.gap > 0 || next.prose || readHeadLine(next.text) !== undefined;
  return apart && passages.slice(i + 1, i + 6).some((later) => later.prose) ? text : undefined;
}
