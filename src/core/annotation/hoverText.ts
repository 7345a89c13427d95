/*
 * What a card or a hover says of one annotation, in the order in which it is read: the last step before drawing. The reading view draws
 * it as a card and the text editor as Markdown, each part in its own look but none left out and none in other words.
 */
import * as l10n from '../l10n';
import { notInCodebook, type ShownTag } from './codebook';
import type { Description } from './describe';
import { guidelineText } from './guideline';
import type { RelationGroup, RelationLine } from './relations';
import { oneLine, shorten } from './words';

export interface HoverText {
  readonly id: string;
  readonly tag: ShownTag;
  /** `notInCodebook` where it is so; stands behind the label in parentheses. */
  readonly tagProblem?: string;
  /** What the codebook says of the tag, behind its label: shown when it is asked for. */
  readonly guideline?: string;
  /** Who made it, and when. */
  readonly signed?: string;
  /** The annotated words, or those of an unstated premise: a link to them. */
  readonly quote: string;
  readonly lines: readonly HoverLine[];
  /** Arguments and links. */
  readonly groups: readonly HoverGroup[];
}

export interface HoverLine {
  readonly kind: 'status' | 'wording' | 'attribute' | 'speaker' | 'note';
  /** "Speaker", followed by a colon. */
  readonly label?: string;
  /** A person's own words; a note may have several lines. */
  readonly words: string;
  /** What is wrong with it, as a sentence. */
  readonly problem?: string;
}

export interface HoverGroup {
  readonly id: string;
  readonly relations: readonly HoverRelation[];
  /** Scheme and note of the argument or link, after its own lines. */
  readonly remarks: readonly string[];
  /** What attacks the argument, last: those are arguments of their own. */
  readonly undercuts: readonly HoverRelation[];
}

export interface HoverRelation {
  readonly sign: '+' | '−' | '=';
  readonly words: RelationLine['words'];
  /** What stands at the other end, cut to a length. */
  readonly quote: string;
  /** An id as in `RelationLine`. */
  readonly target: string;
  /** Whether the other end can be shown: it is in this article, and there. */
  readonly leads: boolean;
  /** Said after the quote where nothing has this id. */
  readonly problem?: string;
}

/** In code points; about two lines of a card. */
const quoteLength = 120;

export function hoverText(description: Description): HoverText {
  const { id, tag, by, atText, quote, relations } = description;
  const guideline = guidelineText(tag);
  const signed = [by, atText].filter((part) => part !== undefined).join(' · ');
  return {
    id,
    tag,
    ...(tag.unknown && { tagProblem: notInCodebook() }),
    ...(guideline !== undefined && { guideline }),
    ...(signed !== '' && { signed }),
    quote: shorten(quote, quoteLength),
    lines: linesOf(description),
    groups: relations.map(groupOf),
  };
}

function linesOf({ status, wording, quote, attributes, speaker, note }: Description): HoverLine[] {
  const lines: HoverLine[] = [];
  if (status) lines.push({ kind: 'status', words: status });
  // An unstated premise is called by its wording already.
  if (wording && oneLine(wording) !== quote)
    lines.push({ kind: 'wording', label: l10n.t('Paraphrase'), words: wording });
  for (const { label, value, problem } of attributes) {
    lines.push({ kind: 'attribute', label, words: value, ...(problem !== undefined && { problem }) });
  }
  if (speaker) lines.push({ kind: 'speaker', label: l10n.t('Speaker'), words: speaker });
  if (note) lines.push({ kind: 'note', label: l10n.t('Note'), words: note });
  return lines;
}

export function groupOf({ id, relations, scheme, note }: RelationGroup): HoverGroup {
  const shown = relations.map(relationOf);
  const first = shown.findIndex(({ words }) => words === 'undercut by');
  return {
    id,
    relations: first < 0 ? shown : shown.slice(0, first),
    remarks: [scheme, note].filter((part) => part !== undefined),
    undercuts: first < 0 ? [] : shown.slice(first),
  };
}

function relationOf({ sign, words, quote, target, missing }: RelationLine): HoverRelation {
  return {
    sign: sign === '-' ? '−' : sign,
    words,
    quote: shorten(quote, quoteLength),
    target,
    leads: !missing && !target.includes('#'),
    ...(missing && { problem: l10n.t('which is not there') }),
  };
}
