/*
 * From recorded words to places in the text as it is now: by place, then by exact words and context, and otherwise not at all.
 * A note on the wrong words is worse than an orphan, which a person can put right: so words that stand at several places need a
 * context that tells them apart, and words that stand only once need one that does not speak against them (the original may be gone
 * and a twin left).
 */
import { isGraphemeBoundary } from '../annotation/graphemes';
import type { Annotation, Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { contextAgreement, hasContext } from './context';
import { occurrencesOf } from './occurrences';
import type { Placement, Placements } from './placement';
import { unitsOf } from './units';

/** Least agreement of the context (0 to 1) with words that stand at one place only. Unrelated prose agrees by about 0.1. */
const floorOfOne = 0.25;
/** Least agreement with one place of several, and least lead over the second best. */
const floorOfSeveral = 0.5;
const margin = 0.25;
/** Words that stand at more places than this are found by their full context only. */
const manyPlaces = 200;

const unstated: Placement = { status: 'unstated', spans: [] };
const orphan: Placement = { status: 'orphan', spans: [] };

/** Turns a code point offset of the text into UTF-16 units. */
export type ToUnits = (codePoints: number) => number;

/**
 * Where each annotation stands in the text; the first of two with one id counts. A fragment that has no sure place makes an orphan of
 * its annotation. Where all stand at their recorded offsets this compares strings and searches nothing; otherwise all that are
 * missing are searched together, in time linear in the text and the quotes.
 * @param toUnits for the offsets recorded in code points; worked out from the text where it is left out.
 */
export function placeAll(
  annotations: readonly Annotation[],
  text: string,
  toUnits: ToUnits = unitsOf(text),
): Placements {
  const placements = new Map<string, Placement>();
  const pending: Pending[] = [];
  for (const annotation of annotations) {
    if (placements.has(annotation.id)) continue;
    const spans = annotation.spans.map((selector) => atHint(selector, text, toUnits));
    if (spans.length === 0) placements.set(annotation.id, unstated);
    else if (spans.every((span) => span !== undefined)) placements.set(annotation.id, placed('exact', spans));
    else {
      // Set already here, so that placements keep the order of the annotations.
      placements.set(annotation.id, orphan);
      pending.push({ annotation, spans });
    }
  }
  if (pending.length === 0) return placements;
  const candidates = candidatesFor(pending, text);
  for (const one of pending) placements.set(one.annotation.id, placeFragments(one, candidates, text));
  return placements;
}

interface Pending {
  readonly annotation: Annotation;
  /** The fragments that stand at their recorded places already. */
  readonly spans: readonly (Span | undefined)[];
}

/** The recorded place, where quote, prefix and suffix stand there. */
function atHint(selector: Selector, text: string, toUnits: ToUnits): Span | undefined {
  const { quote, start: hint } = selector;
  if (quote === '' || hint === undefined || !Number.isSafeInteger(hint) || hint < 0) return undefined;
  const start = toUnits(hint);
  const end = start + quote.length;
  return text.startsWith(quote, start) && hasContext(selector, text, start, end) ? { start, end } : undefined;
}

/** The places where a selector may stand. */
type Candidates = (selector: Selector) => readonly Span[];

/** Full context is looked for first, since it is hardly ever there twice; only where it fails, the quote alone. */
function candidatesFor(pending: readonly Pending[], text: string): Candidates {
  const missing = pending.flatMap(({ annotation, spans }) => annotation.spans.filter((_, i) => spans[i] === undefined));
  const inContext = occurrencesOf(new Set(missing.map(withContext)), text, manyPlaces);
  const quotes = missing.filter((selector) => !inContext.has(withContext(selector))).map(({ quote }) => quote);
  const alone = occurrencesOf(new Set(quotes), text, manyPlaces + 1);
  return (selector) => {
    const { quote, prefix = '' } = selector;
    if (quote === '') return [];
    const full = inContext.get(withContext(selector));
    if (full) return full.map((at) => ({ start: at + prefix.length, end: at + prefix.length + quote.length }));
    const places = alone.get(quote) ?? [];
    if (places.length > manyPlaces) return [];
    return places
      .map((start) => ({ start, end: start + quote.length }))
      .filter(({ start, end }) => isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end));
  };
}

const withContext = ({ prefix = '', quote, suffix = '' }: Selector): string =>
  quote === '' ? '' : prefix + quote + suffix;

/** Each fragment by itself; those that cannot be told from their twins once more, between the fragments around them. */
function placeFragments({ annotation, spans }: Pending, candidates: Candidates, text: string): Placement {
  const found = annotation.spans.map((selector, i) => spans[i] ?? surePlace(selector, candidates(selector), text));
  for (const [i, selector] of annotation.spans.entries()) {
    if (found[i]) continue;
    const after = found[i - 1]?.end ?? (i === 0 ? 0 : undefined);
    const before = found.slice(i + 1).find((span) => span !== undefined)?.start ?? text.length;
    if (after === undefined) return orphan;
    const between = candidates(selector).filter(({ start, end }) => start >= after && end <= before);
    found[i] = surePlace(selector, between, text);
    if (!found[i]) return orphan;
  }
  const sure = found.filter((span) => span !== undefined);
  return overlap(sure) ? orphan : placed('moved', sure);
}

/** The one place among the candidates that the words surely stand at, if there is one. */
function surePlace(selector: Selector, candidates: readonly Span[], text: string): Span | undefined {
  const first = candidates[0];
  if (!first) return undefined;
  const scored = candidates.map((span) => ({ span, score: contextAgreement(selector, text, span.start, span.end) }));
  if (scored.length === 1) {
    const score = scored[0]?.score;
    return score === undefined || score >= floorOfOne ? first : undefined;
  }
  scored.sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best, second] = scored;
  const sure = (best?.score ?? 0) >= floorOfSeveral && (best?.score ?? 0) - (second?.score ?? 0) >= margin;
  return sure ? best?.span : undefined;
}

function placed(status: 'exact' | 'moved', spans: readonly Span[]): Placement {
  return { status, spans: spans.length > 1 ? [...spans].sort((a, b) => a.start - b.start || a.end - b.end) : spans };
}

function overlap(spans: readonly Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.some((span, i) => span.start < (sorted[i - 1]?.end ?? 0));
}
