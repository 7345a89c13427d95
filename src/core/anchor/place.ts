/*
 * From recorded words to places in the text as it is now: by place, then by exact words and context, and otherwise not at all.
 * A note on the wrong words is worse than an orphan, which a person can put right: so words that stand at several places need a
 * context that tells them apart, and words that stand only once need one that does not speak against them (the original may be gone
 * and a twin left).
 */
import { isGraphemeBoundary } from '../annotation/graphemes';
import type { Annotation, Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { type CodePointIndex, indexCodePoints, toUnits } from '../sidecar/codePoints';
import { contextAgreement, hasContext } from './context';
import { occurrencesOf } from './occurrences';
import type { Placement, Placements } from './placement';

/** Least agreement of the context (0 to 1) with words that stand at one place only. Unrelated prose agrees by about 0.1. */
const floorOfOne = 0.25;
/** Least agreement with one place of several, and least lead over the second best. */
const floorOfSeveral = 0.5;
const margin = 0.25;
/** Words that stand at more places than this are found by their full context only. */
const manyPlaces = 200;

const unstated: Placement = { status: 'unstated', spans: [] };
const orphan: Placement = { status: 'orphan', spans: [] };

/**
 * Where each annotation stands in the text; the first of two with one id counts. A fragment that has no sure place makes an orphan of
 * its annotation. Where all stand at their recorded offsets this compares strings and searches nothing; otherwise all that are
 * missing are searched together, in time linear in the text and the quotes.
 * @param index of the text's code points, in which offsets are recorded; worked out where it is left out.
 */
export function placeAll(
  annotations: readonly Annotation[],
  text: string,
  index: CodePointIndex = indexCodePoints(text),
): Placements {
  const placements = new Map<string, Placement>();
  const pending: Pending[] = [];
  for (const { id, spans: selectors } of annotations) {
    if (placements.has(id)) continue;
    const spans = selectors.map((selector) => atHint(selector, text, index));
    if (spans.length === 0) placements.set(id, unstated);
    else if (spans.every((span) => span !== undefined)) placements.set(id, placed('exact', spans));
    else {
      // Set already here, so that placements keep the order of the annotations.
      placements.set(id, orphan);
      pending.push({ id, fragments: selectors.map((selector, i) => ({ selector, span: spans[i] })) });
    }
  }
  if (pending.length === 0) return placements;
  const candidates = candidatesFor(pending, text);
  for (const one of pending) placements.set(one.id, placeFragments(one.fragments, candidates, text));
  return placements;
}

interface Pending {
  readonly id: string;
  readonly fragments: readonly Fragment[];
}

interface Fragment {
  readonly selector: Selector;
  /** Where it stands at its recorded place already. */
  readonly span: Span | undefined;
}

/** The recorded place, where quote, prefix and suffix stand there. */
function atHint(selector: Selector, text: string, index: CodePointIndex): Span | undefined {
  const { quote, start: hint } = selector;
  if (quote === '' || hint === undefined || !Number.isSafeInteger(hint) || hint < 0) return undefined;
  const start = toUnits(index, hint);
  const end = start + quote.length;
  return text.startsWith(quote, start) && hasContext(selector, text, start, end) ? { start, end } : undefined;
}

interface Candidate extends Span {
  /** Agreement of the context, undefined where none is recorded. */
  readonly score: number | undefined;
}

/** The places where a selector may stand. */
type Candidates = (selector: Selector) => readonly Candidate[];

/** Full context is looked for first, since it is hardly ever there twice; only where it fails, the quote alone. */
function candidatesFor(pending: readonly Pending[], text: string): Candidates {
  const inContext = new Map<Selector, string>();
  for (const { fragments } of pending) {
    for (const { selector, span } of fragments) if (!span) inContext.set(selector, withContext(selector));
  }
  const whole = occurrencesOf(new Set(inContext.values()), text, manyPlaces);
  const quotes = new Set<string>();
  for (const [selector, words] of inContext) if (!whole.has(words)) quotes.add(selector.quote);
  const alone = occurrencesOf(quotes, text, manyPlaces + 1);
  return (selector) => {
    const { quote, prefix = '', suffix = '' } = selector;
    const full = whole.get(inContext.get(selector) ?? '');
    if (full) {
      const score = prefix === '' && suffix === '' ? undefined : 1;
      return full.map((at) => ({ start: at + prefix.length, end: at + prefix.length + quote.length, score }));
    }
    const places = alone.get(quote) ?? [];
    if (places.length > manyPlaces) return [];
    return places
      .map((start) => ({ start, end: start + quote.length }))
      .filter(({ start, end }) => isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end))
      .map(({ start, end }) => ({ start, end, score: contextAgreement(selector, text, start, end) }));
  };
}

const withContext = ({ prefix = '', quote, suffix = '' }: Selector): string =>
  quote === '' ? '' : prefix + quote + suffix;

/** Each fragment by itself; those that cannot be told from their twins once more, between the fragments around them. */
function placeFragments(fragments: readonly Fragment[], candidates: Candidates, text: string): Placement {
  const found = fragments.map(({ selector, span }) => span ?? surePlace(candidates(selector)));
  for (const [i, { selector }] of fragments.entries()) {
    if (found[i]) continue;
    const after = i === 0 ? 0 : found[i - 1]?.end;
    const before = found.slice(i + 1).find((span) => span !== undefined)?.start ?? text.length;
    if (fragments.length === 1 || after === undefined) return orphan;
    found[i] = surePlace(candidates(selector).filter(({ start, end }) => start >= after && end <= before));
    if (!found[i]) return orphan;
  }
  const sure = found.filter((span) => span !== undefined);
  return overlap(sure) ? orphan : placed('moved', sure);
}

/** The one place among the candidates that the words surely stand at, if there is one. */
function surePlace(candidates: readonly Candidate[]): Span | undefined {
  const [best, second] = candidates.length > 1 ? candidates.toSorted((a, b) => scoreOf(b) - scoreOf(a)) : candidates;
  if (!best) return undefined;
  const sure = second
    ? scoreOf(best) >= floorOfSeveral && scoreOf(best) - scoreOf(second) >= margin
    : best.score === undefined || best.score >= floorOfOne;
  return sure ? { start: best.start, end: best.end } : undefined;
}

const scoreOf = ({ score = 0 }: Candidate): number => score;

function placed(status: 'exact' | 'moved', spans: readonly Span[]): Placement {
  return { status, spans: spans.length > 1 ? [...spans].sort((a, b) => a.start - b.start || a.end - b.end) : spans };
}

function overlap(spans: readonly Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.some((span, i) => span.start < (sorted[i - 1]?.end ?? 0));
}
