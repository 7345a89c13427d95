/* One trial of anchoring: a text, annotations on it, what became of the text, and where each annotation's words truly stand now. */
import type { Annotation, Selector } from '../../src/core/annotation/model';
import type { PlacementStatus } from '../../src/core/annotation/placement';
import type { Span } from '../../src/core/article/article';
import { type Folded, fold, foldedEnd, foldedStart, sameWords } from '../../src/core/article/fold';
import { indexCodePoints } from '../../src/core/sidecar/codePoints';
import { selectorOf, wholeCharacters } from '../../src/core/sidecar/selector';
import { Random } from '../random';
import { drift, type Kind } from './drift';
import { withCopies } from './driftCopies';
import { draftOf, rendered, type Tongue } from './driftText';

export interface TrialOptions {
  readonly tongue: Tongue;
  readonly kind: Kind;
  /** UTF-16 units of the first text. */
  readonly length: number;
  readonly annotations: number;
  readonly seed: number;
  /** Units of a quote, from and to. */
  readonly quote?: readonly [number, number];
  /** What is recorded besides the words. */
  readonly recorded?: 'all' | 'context' | 'offsets' | 'words';
}

export interface Trial {
  readonly before: string;
  readonly now: string;
  readonly annotations: readonly Annotation[];
  /** By annotation, in their order. */
  readonly truths: readonly Truth[];
}

/** Where words stand now. Those of which little is left are gone; of some just a part is left, and no place is wholly right. */
export interface Truth {
  readonly fate: 'alive' | 'partly' | 'gone';
  readonly span: Span;
  /** Whether another span is as right, since the very words stand in it too, and it begins or ends as this one does. */
  readonly isEither?: (span: Span) => boolean;
}

export function trial({
  tongue,
  kind,
  length,
  annotations,
  seed,
  quote = [40, 300],
  recorded = 'all',
}: TrialOptions): Trial {
  const random = new Random(seed);
  const draft = draftOf(tongue, length, random);
  const first = kind === 'copies deleted' ? withCopies(draft, random) : draft;
  const before = rendered(first, 0).text;
  const { text: now, now: places } = rendered(drift(first, kind, random), before.length);
  const index = indexCodePoints(before);
  const spans = Array.from({ length: annotations }, () => someWords(before, quote, random));
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const selectors = spans.map((span) => kept(selectorOf(before, span, index), recorded));
  const folded = fold(now);
  const truths = spans.map((span) => truthOf(span, places));
  return {
    before,
    now,
    annotations: selectors.map((selector, i) => ({ id: `a${i}`, tag: 'claim', spans: [selector] })),
    truths:
      kind === 'article replaced' ? truths : truths.map((truth, i) => asFarAsKnown(truth, selectors[i], now, folded)),
  };
}

/**
 * Of words that are gone a copy that is left alone, with all of their paragraph that was recorded, has moved: nothing tells the two apart. And what was
 * put in between the first words and the others may as well have been put in before them, where it ends with the same words; so it is with what was
 * taken out.
 */
function asFarAsKnown(truth: Truth, selector: Selector | undefined, now: string, folded: Folded): Truth {
  if (!selector) return truth;
  const { prefix = '', quote, suffix = '' } = selector;
  if (truth.fate === 'gone') {
    const before = prefix.slice(Math.max(0, prefix.lastIndexOf(paragraphBreak)));
    const [after = ''] = suffix.split(paragraphBreak, 1);
    const whole = fold(before + quote + after + (after === suffix ? '' : paragraphBreak));
    const at = folded.text.indexOf(whole.text);
    if (at < 0 || folded.text.indexOf(whole.text, at + 1) >= 0) return truth;
    const start = folded.from[at + foldedStart(whole, before.length)] as number;
    const end = folded.to[at + foldedEnd(whole, before.length + quote.length) - 1] as number;
    return { fate: 'alive', span: { start, end } };
  }
  const { start, end } = truth.span;
  const isEither = (span: Span) =>
    (span.start === start || span.end === end) && sameWords(now.slice(span.start, span.end), quote);
  return { ...truth, isEither };
}
const paragraphBreak = '\n\n';

function kept({ quote, prefix, suffix, start, end }: Selector, recorded: TrialOptions['recorded']): Selector {
  const context = { ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }) };
  const offsets = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  return {
    quote,
    ...((recorded === 'all' || recorded === 'context') && context),
    ...((recorded === 'all' || recorded === 'offsets') && offsets),
  };
}

/** Whole words, where the script parts them, of about a length; tried again where nothing but space stood there. */
function someWords(text: string, lengths: readonly [number, number], random: Random): Span {
  for (;;) {
    const span = wordsSomewhere(text, lengths, random);
    if (text.slice(span.start, span.end).trim() !== '') return span;
  }
}

function wordsSomewhere(text: string, [least, most]: readonly [number, number], random: Random): Span {
  const size = Math.min(random.between(least, most), text.length >> 1);
  let start = random.between(0, text.length - size);
  let end = start + size;
  const atGap = (at: number) => at <= 0 || /\s/.test(text.charAt(at - 1));
  for (let i = 0; i < 24 && !atGap(start); i++) start++;
  for (let i = 0; i < 24 && end < text.length && !/\s/.test(text.charAt(end)); i++) end++;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start + 1 && /\s/.test(text.charAt(end - 1))) end--;
  return wholeCharacters(text, { start, end: Math.max(end, start + 1) });
}

function truthOf({ start, end }: Span, places: Int32Array): Truth {
  const all = Array.from(places.subarray(start, end)).filter((at) => at >= 0);
  const share = all.length / (end - start);
  if (share < 0.1) return { fate: 'gone', span: { start: 0, end: 0 } };
  const low = all.reduce((least, at) => Math.min(least, at));
  const high = all.reduce((most, at) => Math.max(most, at)) + 1;
  // Torn apart, or half of it cut out: no one place is right.
  const whole = share >= 0.35 && high - low <= 1.6 * (end - start) + 20;
  const kept = share >= 0.9 || (share >= 0.35 && Math.abs(high - low - (end - start)) <= 0.3 * (end - start));
  return { fate: whole && kept ? 'alive' : 'partly', span: { start: low, end: high } };
}

export interface Tally {
  alive: number;
  /** Alive and placed on their words; of those, silently. */
  right: number;
  rightSilent: number;
  /** Alive, with just the ends that they should have. */
  sharp: number;
  wrongSilent: number;
  wrongSaid: number;
  orphans: number;
  gone: number;
  goneSilent: number;
  goneSaid: number;
}

export const emptyTally = (): Tally => ({
  alive: 0,
  right: 0,
  rightSilent: 0,
  sharp: 0,
  wrongSilent: 0,
  wrongSaid: 0,
  orphans: 0,
  gone: 0,
  goneSilent: 0,
  goneSaid: 0,
});

/** Counts one answer; no span is an orphan. Of what is left in part only a wrong place that is silent counts, as if it were gone. */
export function count(tally: Tally, truth: Truth, status: PlacementStatus, span: Span | undefined): void {
  const silent = status === 'exact' || status === 'moved';
  const overlaps = span !== undefined && span.start < truth.span.end && truth.span.start < span.end;
  if (truth.fate === 'partly') {
    if (silent && span && !overlaps) tally.wrongSilent++;
    return;
  }
  if (truth.fate === 'gone') {
    tally.gone++;
    if (span) silent ? tally.goneSilent++ : tally.goneSaid++;
    return;
  }
  tally.alive++;
  if (!span) tally.orphans++;
  else if (isRight(span, truth.span) || truth.isEither?.(span)) {
    tally.right++;
    if (silent) tally.rightSilent++;
    if (span.start === truth.span.start && span.end === truth.span.end) tally.sharp++;
  } else silent ? tally.wrongSilent++ : tally.wrongSaid++;
}

/** The same words, give or take a letter at the ends and what a change there leaves open. */
function isRight(span: Span, truth: Span): boolean {
  const slack = 3 + Math.floor((truth.end - truth.start) * 0.1);
  return Math.abs(span.start - truth.start) <= slack && Math.abs(span.end - truth.end) <= slack;
}
