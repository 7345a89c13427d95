/*
 * What the passages of an article's own text are: headings, paragraphs, items of lists, quotations, rules. Shared by plain text and
 * saved pages. A heading is only called one where a paragraph or a list follows it.
 */
import type { Block, Run } from './article';
import { couldHead, hasCredit, isRule, type Passage } from './passages';
import { endsSentence } from './script';

/** The blocks of neighbouring passages, in order. */
export function bodyBlocks(text: string, passages: readonly Passage[]): Block[] {
  const blocks: Block[] = [];
  const speakers = speakersOf(passages);
  const indents: number[] = [];
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i] as Passage;
    if (isRule(passage.text)) {
      blocks.push({ kind: 'rule', start: passage.start, end: passage.end, runs: passage.runs });
      continue;
    }
    const next = passages[i + 1];
    if (passage.marker !== undefined && !numberedHeading(passages, i)) {
      blocks.push(listItem(passage, levelOf(passage.indent, indents)));
      continue;
    }
    indents.length = 0;
    const quoted = /^(?:>\s?)+/.exec(passage.text.slice(0, 40));
    if (quoted) {
      blocks.push(quote(text, passage, quoted[0].replace(/\s/g, '').length));
    } else if (couldHead(passage) && !speakers.has(speaker(passage) ?? '') && isHeading(passages, i)) {
      blocks.push({
        kind: 'heading',
        level: headingLevel(passage),
        start: passage.start,
        end: passage.end,
        runs: passage.runs,
      });
    } else if (passage.marker !== undefined) {
      const runs = [{ start: passage.start, end: passage.end }];
      blocks.push({ kind: 'heading', level: 2, start: passage.start, end: passage.end, runs });
    } else if (underlined(passage, next)) {
      blocks.push({ kind: 'heading', level: 2, start: passage.start, end: (next as Passage).end, runs: passage.runs });
      i++;
    } else {
      let last = i;
      while (last + 1 < passages.length && sameVerse(passages, last)) last++;
      blocks.push(last > i ? verse(text, passages.slice(i, last + 1)) : paragraph(passage));
      i = last;
    }
  }
  return blocks;
}

/** What stands before a colon at the beginning: in a transcript, who speaks. */
function speaker(passage: Passage): string | undefined {
  return /^([^:：]{2,50})[:：]\s*\S/u.exec(passage.text.slice(0, 80))?.[1];
}

/** Those who speak more than once, so that their words are no headings, however short. */
function speakersOf(passages: readonly Passage[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const passage of passages) {
    const name = speaker(passage);
    if (name !== undefined) (seen.has(name) ? again : seen).add(name);
  }
  return again;
}

function paragraph(passage: Passage): Block {
  return { kind: 'paragraph', start: passage.start, end: passage.end, runs: passage.runs };
}

function listItem(passage: Passage, level: number): Block {
  const marker = passage.marker ?? '';
  const sign = /^[*+·-]$/.test(marker) ? '•' : marker;
  return { kind: 'listItem', level, marker: sign, start: passage.start, end: passage.end, runs: passage.runs };
}

/** Depth by indent: deeper than the item before opens a level, further left closes those that were deeper. */
function levelOf(indent: number, indents: number[]): number {
  while (indents.length > 0 && (indents[indents.length - 1] as number) > indent) indents.pop();
  if (indents.length === 0 || (indents[indents.length - 1] as number) < indent) indents.push(indent);
  return indents.length;
}

/** "1. Introduction" before a paragraph is a heading, unless it is one of several items in a row. */
function numberedHeading(passages: readonly Passage[], i: number): boolean {
  const passage = passages[i] as Passage;
  const next = passages[i + 1];
  return (
    /^\d/.test(passage.marker ?? '') &&
    !passage.prose &&
    passage.words <= 10 &&
    !/[.;,:]$/.test(passage.text) &&
    next !== undefined &&
    next.marker === undefined &&
    (next.prose || leadsIn(next)) &&
    !/^\d/.test(passages[i - 1]?.marker ?? '')
  );
}

function isHeading(passages: readonly Passage[], i: number): boolean {
  const passage = passages[i] as Passage;
  const before = passages[i - 1];
  const next = passages[i + 1];
  if (!next || /[,;:：–—-]$|;\s/u.test(passage.text)) return false;
  const apart =
    passage.gap > 0 || before === undefined || before.prose || before.marker !== undefined || hasCredit(before.text);
  if (!apart) return false;
  if (next.prose || next.marker !== undefined || leadsIn(next)) return true;
  const after = passages[i + 2];
  if (next.words >= 3 && endsSentence(next.text) && (next.gap === 0 || after?.prose === true)) return true;
  // A heading straight under a heading ("Findings", "What changed"), when a paragraph follows that one.
  return next.gap > 0 && couldHead(next) && passages[i + 2]?.prose === true;
}

/** "The report makes three recommendations:" is short, and yet no heading. */
function leadsIn(passage: Passage): boolean {
  return passage.words >= 3 && /[:：]$/.test(passage.text);
}

function headingLevel(passage: Passage): number {
  const number = /^\d{1,2}(?:\.\d{1,2})*/.exec(passage.text)?.[0];
  return number?.includes('.') ? 1 + number.split('.').length : 2;
}

function underlined(passage: Passage, next: Passage | undefined): boolean {
  return next !== undefined && next.gap === 0 && couldHead(passage) && /^(?:={3,}|-{3,}|~{3,})$/.test(next.text);
}

/** Neither sentence nor list, and the next line follows at once: an address, a verse, a block of names. */
function sameVerse(passages: readonly Passage[], i: number): boolean {
  const passage = passages[i] as Passage;
  const next = passages[i + 1] as Passage;
  return (
    next.gap === 0 &&
    [passage, next].every(
      (one) => one.marker === undefined && !one.prose && one.words <= 14 && one.runs.length === 1,
    ) &&
    !isRule(next.text) &&
    !(couldHead(next) && (passages[i + 2]?.prose === true || passages[i + 2]?.marker !== undefined))
  );
}

function verse(text: string, lines: readonly Passage[]): Block {
  const runs: Run[] = [];
  lines.forEach((line, index) => {
    const newline = text.indexOf('\n', line.end);
    const run = line.runs[0] as Run;
    if (index === lines.length - 1) runs.push(run);
    else if (newline === run.end) runs.push({ start: run.start, end: newline + 1, keepsLines: true });
    else runs.push(run, { start: newline, end: newline + 1, keepsLines: true });
  });
  return { kind: 'paragraph', start: (lines[0] as Passage).start, end: (lines[lines.length - 1] as Passage).end, runs };
}

function quote(text: string, passage: Passage, level: number): Block {
  const runs = passage.runs.flatMap((run, index) => {
    if (index > 0) return [run];
    const signs = /^(?:>\s?)+/.exec(text.slice(run.start, run.start + 40))?.[0].length ?? 0;
    return run.start + signs < run.end ? [{ ...run, start: run.start + signs }] : [];
  });
  return { kind: 'quote', level, start: passage.start, end: passage.end, runs: runs.length > 0 ? runs : passage.runs };
}
