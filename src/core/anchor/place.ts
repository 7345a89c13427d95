/*
 * From recorded words to places in the text as it is now: by place, by exact words and context, by the annotations around, and last by
 * likeness. Each step is taken only for what the one before has left, so that a sidecar whose quotes stand at their offsets costs no more
 * than comparing strings.
 */
import type { Annotation, Selector } from '../annotation/model';
import type { Placement, Placements } from '../annotation/placement';
import type { Span } from '../article/article';
import { type Candidate, type Candidates, candidateAt, candidatesFor } from './candidates';
import { type Fragment, gather, unstated } from './gather';
import { judge, type Verdict, type Witnessed } from './judge';
import { type Lookalikes, lookalikesIn } from './lookalikes';
import { isOffset, type RecordedOffsets, standsAt } from './recorded';
import { type Anchor, type Neighbours, neighboursAmong } from './shift';
import { type Surroundings, standsChanged, surroundingsIn } from './surroundings';

/** An annotation of which at least one fragment does not stand where it was recorded. */
interface Pending {
  readonly id: string;
  readonly fragments: readonly Fragment[];
}

const nothing: Candidates = { places: [], complete: true };
const nothingKnown: ReadonlyMap<Selector, Span> = new Map();
const unknown: Verdict = { verdict: 'none', others: [], score: 0, why: 'gone' };

/**
 * Where each annotation stands in the text; the first of two with one id counts. Where all stand at their recorded offsets this compares
 * strings and searches nothing; otherwise all that are missing are searched together, in time linear in the text and the quotes.
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
  const anchors: Anchor[] = [];
  for (const { id, spans: selectors } of annotations) {
    if (placements.has(id)) continue;
    const spans = selectors.map((selector) => standsAt(selector, text, recorded));
    if (spans.length === 0) placements.set(id, unstated);
    else if (allThere(spans)) placements.set(id, { status: 'exact', spans: inTextOrder(spans), score: 1 });
    else {
      // Set already here, so that placements keep the order of the annotations.
      placements.set(id, unstated);
      const fragments = selectors.map((selector, i) => ({
        selector,
        there: spans[i],
        verbatim: nothing,
        verdict: verdictOn(known.get(selector)),
      }));
      pending.push({ id, fragments });
    }
    for (const [i, { start }] of selectors.entries()) {
      if (spans[i] && isOffset(start)) anchors.push({ recorded: start, shift: 0 });
    }
  }
  if (pending.length === 0) return placements;
  const astray = pending.flatMap(({ fragments }) => fragments.filter(({ there }) => !there));
  for (const { selector, verdict } of astray)
    if (verdict.best) anchors.push(...anchorOf(selector, verdict.best, recorded));
  settle(
    astray.filter(({ verdict }) => !verdict.best),
    anchors,
    text,
    recorded,
  );
  if (isAnotherText(astray, anchors.length))
    for (const fragment of astray) fragment.verdict = doubted(fragment.verdict);
  for (const { id, fragments } of pending) placements.set(id, gather(fragments));
  return placements;
}

/** Of words whose place is known. */
function verdictOn(span: Span | undefined): Verdict {
  if (!span) return unknown;
  const best: Candidate = { ...span, difference: 'none', likeness: 1, sides: undefined };
  return { verdict: 'sure', best, others: [], score: 1, why: 'moved' };
}

/** So few of many are found that they may stand in any text. */
const mostlyGone = 0.15;
const many = 8;

/** Whether the text seems to be another one altogether, in which just phrases are the same. `there` are those at their recorded place. */
function isAnotherText(astray: readonly Fragment[], there: number): boolean {
  const all = astray.length + there;
  if (all < many || there > all * mostlyGone) return false;
  return there + astray.filter(({ verdict }) => verdict.verdict !== 'none').length < all * mostlyGone;
}

/** A verdict in a text that seems to be another one: what keeps in step with others is to be looked at, and the rest is not found. */
function doubted(verdict: Verdict): Verdict {
  if (verdict.verdict === 'sure' && isInStep(verdict)) return { ...verdict, verdict: 'look', why: 'anotherText' };
  return { verdict: 'none', others: [], score: 0, why: verdict.verdict === 'none' ? verdict.why : 'anotherText' };
}

/** Gives each fragment its verdict, in rounds: what is settled tells more of what is not. */
function settle(fragments: readonly Fragment[], anchors: Anchor[], text: string, recorded: RecordedOffsets): void {
  const sought = fragments.filter(({ selector }) => selector.quote.trim() !== '');
  const candidates = candidatesFor(
    sought.map(({ selector }) => selector),
    text,
  );
  for (const fragment of sought) fragment.verbatim = candidates(fragment.selector);
  const sure = sought.flatMap((fragment) => {
    const clear = clearPlace(fragment.verbatim);
    return clear ? anchorOf(fragment.selector, clear, recorded) : [];
  });
  const length = recorded.fromUnits(text.length);
  const first: Court = {
    text,
    recorded,
    neighbours: neighboursAmong([...anchors, ...sure], length),
    surroundings: surroundingsIn(text, sought),
  };
  for (const fragment of sought) fragment.verdict = hear(fragment, atShift(fragment, first), first);
  const open = sought.filter(({ verdict }) => !verdict.plain);
  if (open.length === 0) return;
  const lookalikes = lookalikesIn(
    text,
    open.map(({ selector }) => selector),
  );
  const found = new Map(
    open.map((fragment) => [fragment, lookalikes.anywhere(fragment.selector, fragment.verbatim.places)]),
  );
  for (const fragment of open) fragment.verdict = hear(fragment, found.get(fragment) ?? [], first);
  const likely = sought.flatMap((fragment) => {
    const { best } = fragment.verdict;
    return best && isLikely(fragment) ? anchorOf(fragment.selector, best, recorded) : [];
  });
  const second = { ...first, neighbours: neighboursAmong([...anchors, ...likely], length) };
  for (const fragment of sought.filter(({ verdict }) => !verdict.plain || !isInStep(verdict))) {
    const known = found.get(fragment) ?? [];
    const verdict = hear(fragment, known, second);
    // What is found where it is expected is not looked for there again.
    const near = verdict.plain || isFoundInStep(verdict) ? [] : nearExpected(fragment, second, lookalikes, known);
    fragment.verdict = near.length === 0 ? verdict : hear(fragment, [...known, ...near], second);
  }
}

/** Whether words have moved just as far as those next to them. */
const isInStep = ({ standing }: Verdict): boolean => standing === 'same' || standing === 'beside';

/** Whether words like the recorded ones are found where their neighbours have them. */
function isFoundInStep(verdict: Verdict): boolean {
  const { best, standing, why } = verdict;
  return (
    best !== undefined && best.likeness >= 0.7 && (isInStep(verdict) || (standing === 'between' && why !== 'copy'))
  );
}

/** Whether a verdict is good enough to tell of others: words of one sentence that stands twice would vouch for each other. */
function isLikely({ verdict: { verdict, score, others, standing, copy }, verbatim }: Fragment): boolean {
  if (copy) return false;
  if (verdict === 'sure') return score >= likelyScore || standing === 'between' || standing === 'unknown';
  return score >= likelyScore && others.length === 0 && verbatim.places.length < 2;
}
const likelyScore = 0.75;
/** Agreement of each side that makes a place plain before anything else is known. */
const clear = 0.9;
const clearLead = 0.3;

const leastOf = ({ sides }: Candidate): number => (sides ? Math.min(sides.left, sides.right) : 0);

/** What places are judged by. */
interface Court {
  readonly text: string;
  readonly recorded: RecordedOffsets;
  readonly neighbours: Neighbours;
  readonly surroundings: Surroundings;
}

function clearPlace({ places, complete }: Candidates): Candidate | undefined {
  const [best, second] = [...places].sort((a, b) => meanOf(b) - meanOf(a));
  if (!best || !complete || leastOf(best) < clear) return undefined;
  return second && meanOf(best) - meanOf(second) < clearLead ? undefined : best;
}

const meanOf = ({ sides }: Candidate): number => (sides ? (sides.left + sides.right) / 2 : 0);

/** All places of a fragment before the judge. */
function hear(fragment: Fragment, more: readonly Candidate[], court: Court): Verdict {
  const { selector, verbatim } = fragment;
  const { text, recorded, neighbours, surroundings } = court;
  const hint = hintOf(selector, court);
  const others = more.filter(({ start, end }) => !verbatim.places.some((one) => one.start < end && start < one.end));
  const places = [...verbatim.places, ...others].map((candidate) => ({
    candidate,
    ...standingOf(candidate),
    ...surroundings(selector, candidate, text),
    // Anchors beside them may have been put on the same twin: where they were recorded the words are looked for too.
    standsChanged: () =>
      standsChanged(selector, text, candidate, [
        ...placeAt(selector, hint, recorded),
        ...expectedPlaces(selector, court),
      ]),
  }));
  return judge(selector, places, verbatim.complete);

  function standingOf({ start }: Candidate): Pick<Witnessed, 'standing' | 'far' | 'torn'> {
    if (hint === undefined) return { standing: 'unknown', far: false, torn: false };
    const now = recorded.fromUnits(start);
    const standing = neighbours.standing(hint, now, selector.quote.length);
    const outOfOrder = standing === 'against' || standing === 'along';
    return { standing, far: neighbours.far(hint, now), torn: outOfOrder && neighbours.enclosed(hint) };
  }
}

/** The words where their neighbours would have them, if they are not listed: of very many places just some are. */
function atShift({ selector, verbatim }: Fragment, court: Court): Candidate[] {
  return expectedPlaces(selector, court).flatMap(({ start }) => {
    if (verbatim.places.some((place) => place.start === start)) return [];
    return candidateAt(selector, court.text, start) ?? [];
  });
}

/** Where the words would stand if they had moved as those next to them have. */
function expectedPlaces(selector: Selector, court: Court): readonly Span[] {
  const hint = hintOf(selector, court);
  if (hint === undefined) return [];
  return court.neighbours.expected(hint).flatMap((now) => placeAt(selector, now, court.recorded));
}

/** The place of as many characters as were recorded, from a start that is counted as recorded ones are. */
function placeAt({ quote, start: hint, end }: Selector, now: number | undefined, recorded: RecordedOffsets): Span[] {
  if (now === undefined || now < 0) return [];
  const start = recorded.toUnits(now);
  const isSized = isOffset(hint) && isOffset(end) && end >= hint;
  return [{ start, end: isSized ? recorded.toUnits(now + end - hint) : start + quote.length }];
}

function nearExpected(
  { selector, verbatim }: Fragment,
  court: Court,
  lookalikes: Lookalikes,
  known: readonly Candidate[],
): readonly Candidate[] {
  const starts = expectedPlaces(selector, court).map(({ start }) => start);
  return lookalikes.near(selector, starts, [...verbatim.places, ...known]);
}

/** The recorded start, unless it is none, or one that this text does not have. */
function hintOf({ start }: Selector, { text, recorded }: Court): number | undefined {
  return isOffset(start) && start <= recorded.fromUnits(text.length) ? start : undefined;
}

function anchorOf({ start }: Selector, place: Span, recorded: RecordedOffsets): Anchor[] {
  return isOffset(start) ? [{ recorded: start, shift: recorded.fromUnits(place.start) - start }] : [];
}

const allThere = (spans: readonly (Span | undefined)[]): spans is Span[] => !spans.includes(undefined);

const inTextOrder = (spans: readonly Span[]): readonly Span[] =>
  spans.length > 1 ? [...spans].sort((a, b) => a.start - b.start || a.end - b.end) : spans;
