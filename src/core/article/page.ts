/*
 * The saved text of a web page: an article among menus, page data, boxes and footers. What a line is follows from its words, its form
 * and its neighbours; the rules stand in `page/`, one step each. What is no furniture for sure stays in the body.
 */
import type { ArticleFacts, Block, Span } from './article';
import { bodyBlocks } from './body';
import { countLines } from './lines';
import { factsOf, mergeFacts, noFacts, stringsIn, unique } from './metadata';
import { footerStart } from './page/footer';
import { readHead } from './page/head';
import { copyrightHolder } from './page/outlet';
import type { PageData } from './page/pageData';
import { body, furniture, type Page, type Piece, type Role } from './page/pieces';
import { readSections } from './page/sections';
import { barredEntries, signOf } from './page/signs';
import { findTitle, isGlued, type Title } from './page/title';
import { gluedEntries, labelledTopics } from './page/topics';
import type { Passage } from './passages';
import type { Reading } from './plain';
import { endsSentence } from './script';

/**
 * Reads a canonical text as the saved text of a web page, from its data and the passages between, or says (by undefined) that it has
 * too little of one.
 */
export function readPage(text: string, passages: readonly Passage[], data: readonly PageData[]): Reading | undefined {
  const page = pageOf(passages, data);
  const { pieces } = page;
  if (pieces.length === 0 || !mayBePage(page, data)) return undefined;

  const title = findTitle(page);
  const head = readHead(page, title);
  const menu = menuEntries(pieces, head.roles);
  const footer = footerStart(pieces, head.roles.length, menu);
  const authors = head.facts.authors.length > 0 ? head.facts.authors : page.data.authors;
  const middle = readSections(pieces, head.roles.length, footer, { names: page.names, authors, menu });
  const roles: Role[] = [
    ...head.roles,
    ...middle,
    ...pieces.slice(footer).map((piece) => footerRole(piece, page.names)),
  ];
  const kept = pieces.some(({ passage }, i) => passage.prose && roles[i]?.as !== 'furniture');
  if (!kept || !isPage(roles, data, title)) return undefined;

  return { facts: allFacts(page, head.facts, roles), blocks: blocksOf(text, page, roles, data, title) };
}

function pageOf(passages: readonly Passage[], data: readonly PageData[]): Page {
  return {
    pieces: passages.map((passage) => ({
      passage,
      sign: isListedSentence(passage) ? undefined : signOf(passage.text),
    })),
    data: data.map((one) => factsOf(one.value)).reduce(mergeFacts, noFacts),
    names: unique(data.flatMap((one) => stringsIn(one.value))),
  };
}

/** A sentence in a list is one of the things that an article lists, whatever words it begins with. */
function isListedSentence({ marker, words, text }: Passage): boolean {
  return marker !== undefined && words >= 4 && endsSentence(text);
}

/** A quick look: without data and without three lines that have a sign there is no page to speak of. */
function mayBePage({ pieces }: Page, data: readonly PageData[]): boolean {
  if (data.length > 0) return true;
  let signed = 0;
  for (const { passage, sign } of pieces)
    if ((sign !== undefined || barredEntries(passage.text)) && ++signed >= 3) return true;
  return false;
}

/** At least three folded pieces of at least two kinds, page data and a glued title counting more. */
function isPage(roles: readonly Role[], data: readonly PageData[], title: Title | undefined): boolean {
  const kinds = new Set<string>();
  let folded = 0;
  for (const role of roles) {
    if (role.as !== 'furniture') continue;
    kinds.add(role.label);
    folded++;
  }
  if (data.length > 0 && (folded >= 1 || data.some(({ value }) => factsOf(value).title !== undefined))) return true;
  if (title !== undefined && title.glued.length > 0 && folded >= 2) return true;
  return kinds.size >= 2 && folded >= 3;
}

function footerRole({ passage, sign }: Piece, names: readonly string[]): Role {
  if (sign === undefined && gluedEntries(passage.text, names)) return furniture('topics');
  return furniture(sign?.label === 'newsletter' ? 'newsletter' : 'footer');
}

function menuEntries(pieces: readonly Piece[], roles: readonly Role[]): ReadonlySet<string> {
  const entries = new Set<string>();
  roles.forEach((role, i) => {
    if (role.as !== 'furniture' || role.label !== 'menu') return;
    const { text } = (pieces[i] as Piece).passage;
    for (const entry of barredEntries(text) ?? [text]) if (entry.length <= 60) entries.add(entry.toLowerCase());
  });
  return entries;
}

function allFacts(page: Page, head: ArticleFacts, roles: readonly Role[]): ArticleFacts {
  let chips = noFacts;
  let holder: string | undefined;
  page.pieces.forEach(({ passage }, i) => {
    const role = roles[i] as Role;
    if (role.as !== 'furniture') return;
    if (role.label === 'topics') {
      const labelled = labelledTopics(passage.text);
      const entries = labelled ? undefined : (gluedEntries(passage.text, page.names) ?? listedTopic(passage));
      if (labelled) chips = mergeFacts(chips, { ...noFacts, ...labelled });
      else if (entries) chips = mergeFacts(chips, sorted(entries, page));
    } else if (role.label === 'footer') holder ??= copyrightHolder(passage.text);
  });
  const named = mergeFacts(mergeFacts(head, page.data), chips);
  const authors = page.data.authors.length > head.authors.length ? page.data.authors : named.authors;
  return { ...named, authors, ...(named.outlet === undefined && holder !== undefined && { outlet: holder }) };
}

function listedTopic({ marker, text, words }: Passage): string[] | undefined {
  return marker !== undefined && words <= 5 ? [text] : undefined;
}

/** Of glued chips those that the data calls regions are regions; authors among them are none. */
function sorted(entries: readonly string[], { data }: Page): ArticleFacts {
  const isIn = (list: readonly string[], entry: string): boolean =>
    list.some((one) => one.toLowerCase() === entry.toLowerCase());
  const regions = entries.filter((entry) => isIn(data.regions, entry));
  return {
    ...noFacts,
    regions,
    topics: entries.filter((entry) => !isIn(regions, entry) && !isIn(data.authors, entry)),
  };
}

function blocksOf(
  text: string,
  page: Page,
  roles: readonly Role[],
  data: readonly PageData[],
  title: Title | undefined,
): Block[] {
  const parts: Part[] = data.map(({ start, end }) => ({ start, end, role: furniture('page data') }));
  const titleText = title && (page.pieces[title.index] as Piece).passage.text;
  page.pieces.forEach(({ passage }, i) => {
    const role = roles[i] as Role;
    const after = role.as === 'body' && title !== undefined && i > title.index;
    if (!after || titleText === undefined || !isGlued(passage.text, titleText))
      parts.push({ start: passage.start, end: passage.end, role, passage });
    else parts.push(...cutTitle(passage, titleText.length));
  });
  parts.sort((a, b) => a.start - b.start);
  return toBlocks(text, parts);
}

interface Part extends Span {
  readonly role: Role;
  readonly passage?: Passage;
}

/** A paragraph with the title glued to it, as two parts. */
function cutTitle(passage: Passage, length: number): Part[] {
  let left = length;
  const before: { start: number; end: number }[] = [];
  const after: { start: number; end: number }[] = [];
  for (const run of passage.runs) {
    const cut = Math.min(run.end, run.start + left);
    left -= cut - run.start;
    if (cut > run.start) before.push({ start: run.start, end: cut });
    if (cut < run.end) after.push({ start: cut, end: run.end });
  }
  const start = after[0]?.start ?? passage.end;
  return [
    { start: passage.start, end: before[before.length - 1]?.end ?? start, role: furniture('title repeated') },
    {
      start,
      end: passage.end,
      role: body,
      passage: { ...passage, start, gap: 1, runs: after, text: passage.text.slice(length) },
    },
  ];
}

function toBlocks(text: string, parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < parts.length; ) {
    const { role } = parts[i] as Part;
    let last = i;
    while (last + 1 < parts.length && (parts[last + 1] as Part).role.as === role.as) last++;
    const same = parts.slice(i, last + 1);
    const passages = same.flatMap((part) => part.passage ?? []);
    if (role.as === 'furniture') blocks.push(fold(text, same));
    else if (role.as === 'body') blocks.push(...bodyBlocks(text, passages));
    else blocks.push(...passages.map(({ start, end, runs }) => ({ kind: role.as, start, end, runs })));
    i = last + 1;
  }
  return blocks;
}

/** Neighbouring furniture as one fold, named after its parts in order. */
function fold(text: string, parts: readonly Part[]): Block {
  const start = (parts[0] as Part).start;
  const end = (parts[parts.length - 1] as Part).end;
  const labels = new Set(parts.flatMap(({ role }) => (role.as === 'furniture' ? [role.label] : [])));
  return {
    kind: 'furniture',
    start,
    end,
    runs: [{ start, end, keepsLines: true }],
    furniture: { label: [...labels].join(', '), lines: countLines(text, start, end) },
  };
}
