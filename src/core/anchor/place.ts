/*
 * From recorded words to places in the text as it is now: by place, then by exact words and context, and otherwise not at all.
 * A note on the wrong words is worse than an orphan, which a person can put right. So words that stand at several places need a context
 * that speaks for one and against the others, or annotations around them that tell how far the text has moved; and words that stand
 * only once need one of the two as well, since the original may be gone and a twin left.
 */
import type { Annotation, Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { type CodePointIndex, indexCodePoints, toCodePoints, toUnits } from '../sidecar/codePoints';
import { type Candidate, type Candidates, candidateAt, candidatesFor } from './candidates';
import { hasContext } from './context';
import type { Placement, Placements } from './placement';
import { type Anchor, type Shifts, shiftsFrom } from './shift';

/** Least agreement of the context (0 to 1) with words that stand at one place only. Unrelated prose agrees by about 0.1. */
const floorOfOne = 0.25;
/**
 * One of several places needs this much, and no other may have as much: an original with an edit on one side keeps it, and a twin in
 * full context beside it would otherwise win.
 */
const floorOfSeveral = 0.5;
/** Least lead over the second best. */
const margin = 0.25;

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
    else if (allThere(spans)) placements.set(id, placed('exact', spans));
    else {
      // Set already here, so that placements keep the order of the annotations.
      placements.set(id, orphan);
      pending.push({ id, fragments: selectors.map((selector, i) => ({ selector, span: spans[i] })) });
    }
  }
  const missing = pending.flatMap(({ fragments }) => fragments.filter(({ span }) => !span));
  if (missing.length === 0) return placements;
  const candidates = candidatesFor(
    missing.map(({ selector }) => selector),
    text,
  );
  for (const fragment of missing) {
    fragment.candidates = candidates(fragment.selector);
    fragment.span = clearPlace(fragment.candidates);
  }
  const unclear = missing.filter(({ span }) => !span);
  if (unclear.length > 0) {
    const shifts = shiftsFrom([
      ...unmoved(annotations, placements),
      ...pending.flatMap((one) => anchorsOf(one, index)),
    ]);
    for (const fragment of unclear) fragment.span = shiftedPlace(fragment, shifts, text, index);
  }
  for (const { id, fragments } of pending) {
    const spans = inOrder(fragments, text);
    placements.set(id, spans && !overlap(spans) ? placed('moved', spans) : orphan);
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
function atHint(selector: Selector, text: string, index: CodePointIndex): Span | undefined {
  const { quote, start: hint } = selector;
  if (quote === '' || !isOffset(hint)) return undefined;
  const start = toUnits(index, hint);
  const end = start + quote.length;
  return text.startsWith(quote, start) && hasContext(selector, text, start, end) ? { start, end } : undefined;
}

/** The place that words and context alone make sure of. */
function clearPlace({ places, complete }: Candidates): Span | undefined {
  const [best, second] = places.length > 1 ? [...places].sort((a, b) => scoreOf(b) - scoreOf(a)) : places;
  if (!best || !complete) return undefined;
  const clear = second
    ? scoreOf(best) >= floorOfSeveral && scoreOf(second) < floorOfSeveral && scoreOf(best) - scoreOf(second) >= margin
    : best.score === undefined || best.score >= floorOfOne;
  return clear ? spanOf(best) : undefined;
}

/** The place that has moved as far as the surely placed words before or after it, if it is one. */
function shiftedPlace(
  { selector, candidates }: Fragment,
  shifts: Shifts,
  text: string,
  index: CodePointIndex,
): Span | undefined {
  const hint = selector.start;
  if (!isOffset(hint)) return undefined;
  const found = shifts(hint).flatMap((shift) => {
    const start = hint + shift < 0 ? undefined : toUnits(index, hint + shift);
    return start === undefined ? [] : (candidateAt(selector, text, start) ?? []);
  });
  const [only, other] = found;
  if (!only || other) return undefined;
  const alone = candidates?.complete && candidates.places.length === 1;
  return alone || only.score === undefined || only.score >= floorOfOne ? spanOf(only) : undefined;
}

function unmoved(annotations: readonly Annotation[], placements: Placements): Anchor[] {
  return annotations.flatMap(({ id, spans }) =>
    placements.get(id)?.status === 'exact'
      ? spans.flatMap(({ start }) => (isOffset(start) ? [{ recorded: start, shift: 0 }] : []))
      : [],
  );
}

function anchorsOf({ fragments }: Pending, index: CodePointIndex): Anchor[] {
  return fragments.flatMap(({ selector: { start }, span }) =>
    span && isOffset(start) ? [{ recorded: start, shift: toCodePoints(index, span.start) - start }] : [],
  );
}

/** The fragments' spans: those that cannot be told from their twins once more, between the fragments around them. */
function inOrder(fragments: readonly Fragment[], text: string): Span[] | undefined {
  for (const [i, fragment] of fragments.entries()) {
    if (fragment.span) continue;
    const after = i === 0 ? 0 : fragments[i - 1]?.span?.end;
    const before = fragments.slice(i + 1).find(({ span }) => span)?.span?.start ?? text.length;
    if (fragments.length === 1 || after === undefined || !fragment.candidates?.complete) return undefined;
    const places = fragment.candidates.places.filter(({ start, end }) => start >= after && end <= before);
    fragment.span = clearPlace({ places, complete: true });
    if (!fragment.span) return undefined;
  }
  const spans = fragments.map(({ span }) => span);
  return allThere(spans) ? spans : undefined;
}

function placed(status: 'exact' | 'moved', spans: readonly Span[]): Placement {
  return { status, spans: spans.length > 1 ? [...spans].sort((a, b) => a.start - b.start || a.end - b.end) : spans };
}

function overlap(spans: readonly Span[]): boolean {
  if (spans.length < 2) return false;
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.some((span, i) => span.start < (sorted[i - 1]?.end ?? 0));
}

const isOffset = (hint: number | undefined): hint is number => Number.isSafeInteger(hint) && (hint as number) >= 0;
const scoreOf = ({ score = 0 }: Candidate): number => score;
const spanOf = ({ start, end }: Candidate): Span => ({ start, end });
