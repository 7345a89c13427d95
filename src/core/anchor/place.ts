/*
 * From recorded words to places in the text as it is now: by place, then by exact words and context, and otherwise not at all.
 * A note on the wrong words is worse than an orphan, which a person can put right. So words that stand at several places need a context
 * that speaks for one and against the others, or annotations around them that tell how far the text has moved; and words that stand
 * only once need one of the two as well, since the original may be gone and a twin left.
 */
import type { Annotation, Selector } from '../annotation/model';
import type { Placement, Placements } from '../annotation/placement';
import type { Span } from '../article/article';
import * as l10n from '../l10n';
import { type Candidate, type Candidates, candidateAt, candidatesFor } from './candidates';
import { hasContext } from './context';
import { type Anchor, type Neighbours, neighboursAmong, shiftsAround } from './shift';

/** Agreement of the context, from 0 to 1, that makes a place clear by itself. Unrelated prose agrees by about 0.1. */
const clear = 0.6;
/**
 * Agreement that one intact side alone amounts to. Another place that has as much makes one of several unclear: an original with an
 * edit on one side keeps it, and a twin in full context beside it would otherwise win.
 */
const oneSide = 0.5;
/** Least agreement where the words around have moved alike. */
const trace = 0.25;
/** Least lead over the second best. */
const margin = 0.25;

const unstated: Placement = { status: 'unstated', spans: [], score: 1 };
const orphan = (): Placement => ({
  status: 'orphan',
  spans: [],
  score: 0,
  why: l10n.t('Its words are not surely in the text.'),
});

const nothingKnown: ReadonlyMap<Selector, Span> = new Map();

/** How the offsets that are recorded with words count in a text: `core/sidecar` knows, and nothing here has to. */
export interface RecordedOffsets {
  /** The UTF-16 offset that a recorded one means in this text. */
  readonly toUnits: (recorded: number) => number;
  /** The offset that would be recorded of a UTF-16 one. */
  readonly fromUnits: (units: number) => number;
}

/**
 * Where each annotation stands in the text; the first of two with one id counts. A fragment that has no sure place makes an orphan of
 * its annotation. Where all stand at their recorded offsets this compares strings and searches nothing; otherwise all that are
 * missing are searched together, in time linear in the text and the quotes.
 * @param recorded how recorded offsets count in this text.
 * @param known where some words stand that are not at their recorded place, as it is known from elsewhere; for others they are landmarks.
 */
export function placeAll(
  annotations: readonly Annotation[],
  text: string,
  recorded: RecordedOffsets,
  known: ReadonlyMap<Selector, Span> = nothingKnown,
): Placements {
  const placements = new Map<string, Placement>();
  const pending: Pending[] = [];
  for (const { id, spans: selectors } of annotations) {
    if (placements.has(id)) continue;
    const spans = selectors.map((selector) => atHint(selector, text, recorded));
    if (spans.length === 0) placements.set(id, unstated);
    else if (allThere(spans)) placements.set(id, placed('exact', spans));
    else {
      // Set already here, so that placements keep the order of the annotations.
      placements.set(id, orphan());
      const fragments = selectors.map((selector, i) => ({ selector, span: spans[i] ?? known.get(selector) }));
      pending.push({ id, fragments });
    }
  }
  const missing = pending.flatMap(({ fragments }) => fragments.filter(({ span }) => !span));
  const candidates = candidatesFor(
    missing.map(({ selector }) => selector),
    text,
  );
  for (const fragment of missing) {
    fragment.candidates = candidates(fragment.selector);
    const place = clearPlace(fragment.candidates);
    fragment.span = place && spanOf(place);
  }
  const unclear = missing.filter(({ span }) => !span);
  if (unclear.length > 0) {
    const anchors = [...unmoved(annotations, placements), ...pending.flatMap((one) => anchorsOf(one, recorded))];
    const neighbours = neighboursAmong(anchors);
    for (const fragment of unclear) {
      fragment.span = shiftedPlace(fragment, neighbours, text, recorded) ?? looserPlace(fragment, neighbours, recorded);
    }
  }
  for (const { id, fragments } of pending) {
    const spans = inOrder(fragments, text);
    placements.set(id, spans && !overlap(spans) ? placed('moved', spans) : orphan());
  }
  return placements;
}

interface Pending {
  readonly id: string;
  readonly fragments: Fragment[];
}

/** One span of an annotation on its way to a place. */
interface Fragment {
  readonly selector: Selector;
  span: Span | undefined;
  candidates?: Candidates;
}

const allThere = (spans: readonly (Span | undefined)[]): spans is Span[] => !spans.includes(undefined);

/** The recorded place, where quote, prefix and suffix stand there. */
function atHint(selector: Selector, text: string, recorded: RecordedOffsets): Span | undefined {
  const { quote, start: hint } = selector;
  if (quote === '' || !isOffset(hint)) return undefined;
  const start = recorded.toUnits(hint);
  const end = start + quote.length;
  return text.startsWith(quote, start) && hasContext(selector, text, start, end) ? { start, end } : undefined;
}

/** The place that words and context alone make sure of. */
function clearPlace({ places, complete }: Candidates): Candidate | undefined {
  const [best, second] = places.length > 1 ? [...places].sort((a, b) => scoreOf(b) - scoreOf(a)) : places;
  if (!best || !complete || scoreOf(best) < clear) return undefined;
  if (second && (scoreOf(second) >= oneSide || scoreOf(best) - scoreOf(second) < margin)) return undefined;
  return best;
}

/**
 * The place that has moved as far as the sure words around it, if just one has. Where it is not sure how far they moved, the words must
 * have no other place that speaks for itself: those that repeat may come to stand anywhere by chance.
 */
function shiftedPlace(
  fragment: Fragment,
  neighbours: Neighbours,
  text: string,
  recorded: RecordedOffsets,
): Span | undefined {
  const { selector, candidates } = fragment;
  const hint = selector.start;
  if (!isOffset(hint)) return undefined;
  const found = [...shiftsAround(hint, neighbours)].flatMap(([shift, sure]) => {
    const start = hint + shift < 0 ? undefined : recorded.toUnits(hint + shift);
    const candidate = start === undefined ? undefined : candidateAt(selector, text, start);
    return candidate ? [{ candidate, sure }] : [];
  });
  const [only, other] = found;
  if (!only || other) return undefined;
  const { candidate, sure } = only;
  const places = candidates?.places ?? [];
  if (candidates?.complete && places.length === 1) return spanOf(candidate);
  const rivals = places.some(({ start, score = 0 }) => start !== candidate.start && score >= oneSide);
  if (!sure && (rivals || !candidates?.complete)) return undefined;
  return (candidate.score ?? 1) >= (sure ? trace : oneSide) ? spanOf(candidate) : undefined;
}

/** The only place of the words, where one side of the context stands or none was recorded, if it keeps the order of its neighbours. */
function looserPlace(
  { selector, candidates }: Fragment,
  neighbours: Neighbours,
  recorded: RecordedOffsets,
): Span | undefined {
  const [only, other] = candidates?.places ?? [];
  if (!only || other || !candidates?.complete || (only.score ?? 1) < oneSide) return undefined;
  if (isOffset(selector.start)) {
    const { before, after } = neighbours(selector.start);
    const now = recorded.fromUnits(only.start);
    if ((before && now < before.recorded + before.shift) || (after && now > after.recorded + after.shift))
      return undefined;
  }
  return spanOf(only);
}

function unmoved(annotations: readonly Annotation[], placements: Placements): Anchor[] {
  return annotations.flatMap(({ id, spans }) =>
    placements.get(id)?.status === 'exact'
      ? spans.flatMap(({ start }) => (isOffset(start) ? [{ recorded: start, shift: 0 }] : []))
      : [],
  );
}

function anchorsOf({ fragments }: Pending, recorded: RecordedOffsets): Anchor[] {
  return fragments.flatMap(({ selector: { start }, span }) =>
    span && isOffset(start) ? [{ recorded: start, shift: recorded.fromUnits(span.start) - start }] : [],
  );
}

/**
 * The fragments' spans: those that cannot be told from their twins once more, between the fragments around them. Fragments that were
 * recorded in text order and are not found so are not sure.
 */
function inOrder(fragments: readonly Fragment[], text: string): Span[] | undefined {
  for (const [i, fragment] of fragments.entries()) {
    if (fragment.span) continue;
    const after = i === 0 ? 0 : fragments[i - 1]?.span?.end;
    const before = fragments.slice(i + 1).find(({ span }) => span)?.span?.start ?? text.length;
    if (fragments.length === 1 || after === undefined || !fragment.candidates?.complete) return undefined;
    const places = fragment.candidates.places.filter(({ start, end }) => start >= after && end <= before);
    const place = clearPlace({ places, complete: true });
    if (!place) return undefined;
    fragment.span = spanOf(place);
  }
  const spans = fragments.map(({ span }) => span);
  const hints = fragments.map(({ selector }) => selector.start ?? Number.NaN);
  const keepsOrder = !isAscending(hints) || isAscending(spans.map((span) => span?.start ?? Number.NaN));
  return allThere(spans) && keepsOrder ? spans : undefined;
}

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? n));

function placed(status: 'exact' | 'moved', spans: readonly Span[]): Placement {
  const ordered = spans.length > 1 ? [...spans].sort((a, b) => a.start - b.start || a.end - b.end) : spans;
  return status === 'exact'
    ? { status, spans: ordered, score: 1 }
    : { status, spans: ordered, score: 0.9, why: l10n.t('Its words have moved in the text.') };
}

function overlap(spans: readonly Span[]): boolean {
  if (spans.length < 2) return false;
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.some((span, i) => span.start < (sorted[i - 1]?.end ?? 0));
}

const isOffset = (hint: number | undefined): hint is number => Number.isSafeInteger(hint) && (hint as number) >= 0;
const scoreOf = ({ score = 0 }: Candidate): number => score;
const spanOf = ({ start, end }: Candidate): Span => ({ start, end });
