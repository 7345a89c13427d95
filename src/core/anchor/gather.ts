/* From the verdicts on an annotation's fragments to where the annotation stands: fragments keep together, in the order they were recorded in. */
import type { Selector } from '../annotation/model';
import type { Placement } from '../annotation/placement';
import type { Span } from '../article/article';
import type { Candidate, Candidates } from './candidates';
import { agrees, type Verdict, whole } from './judge';
import { disorderInWords, inWords, lostInWords, type Reason } from './why';

export const unstated: Placement = { status: 'unstated', spans: [], score: 1 };
const orphaned = (why: Reason): Placement => ({ status: 'orphan', spans: [], score: 0, why: inWords(why) });

/** One span of an annotation on its way to a place. */
export interface Fragment {
  readonly selector: Selector;
  /** Where quote and context stand as recorded. */
  readonly there: Span | undefined;
  verbatim: Candidates;
  verdict: Verdict;
}

/** A fragment with the place that it gets, if any. */
interface Held {
  readonly span: Span | undefined;
  readonly verdict: Verdict['verdict'];
  readonly exact: boolean;
  readonly score: number;
  readonly why: Reason | undefined;
  readonly others: readonly Span[];
}

export function gather(fragments: readonly Fragment[]): Placement {
  const held = withoutClashes(fragments.map((fragment, i) => heldOf(fragment, betweenSiblings(fragments, i))));
  const found = held.flatMap(({ span }) => (span ? [span] : []));
  if (found.length === 0) return orphaned(held[0]?.why ?? 'gone');
  const spans = ordered(found);
  const lost = held.flatMap(({ span }, i) => (span ? [] : [i]));
  const disordered = found.length > 1 && isAscending(fragments) && !sameOrder(found, spans);
  const worst = held.reduce((low, one) => (one.score < low.score ? one : low));
  const score = lost.length > 0 ? worst.score / 2 : worst.score;
  if (lost.length > 0 || disordered || held.some(({ verdict }) => verdict === 'look')) {
    const asked = held.find(({ verdict }) => verdict === 'look');
    const runnersUp = runnersUpOf(held);
    return {
      status: 'drifted',
      spans,
      score: score === 0 ? 0.3 : score,
      why: whyOf(held.length, lost, disordered, asked),
      ...(runnersUp.length > 0 && { runnersUp }),
      ...(lost.length > 0 && { lost }),
    };
  }
  const moved = held.find(({ exact }) => !exact);
  return moved
    ? { status: 'moved', spans, score, why: inWords(moved.why ?? 'moved') }
    : { status: 'exact', spans, score, why: inWords(held.find(({ why }) => why)?.why ?? 'moved') };
}

/**
 * The one place where the words stand between the sure fragments around them: nearness tells it from its twins. But not from words that were
 * changed, which may be the ones recorded.
 */
function betweenSiblings(fragments: readonly Fragment[], i: number): Verdict | undefined {
  const { there, verdict, verbatim } = fragments[i] as Fragment;
  if (fragments.length === 1 || there || verdict.verdict === 'sure' || !verbatim.complete) return undefined;
  const before = sureSpan(fragments[i - 1]);
  const after = sureSpan(fragments[i + 1]);
  if ((!before && !after) || (i > 0 && !before) || (i + 1 < fragments.length && !after)) return undefined;
  const room = (before && after ? after.start - before.end : siblingReach) + 1;
  const inside = verbatim.places.filter(
    ({ start, end }) =>
      (!before || (start >= before.end && start <= before.end + room)) &&
      (!after || (end <= after.start && end >= after.start - room)),
  );
  const [best, other] = inside;
  if (!best || other || (!(before && after) && verbatim.places.length > 1)) return undefined;
  if (!isInContext(best) || verdict.copy) return undefined;
  if ([verdict.best, ...verdict.others].some((place) => place && place.likeness < 1)) return undefined;
  return { verdict: 'sure', best, others: [], score: 0.8, why: 'siblings' };
}
const siblingReach = 400;

/** Whether one side stands there as it was recorded, and the other is like it; or none is recorded. */
function isInContext({ sides }: Candidate): boolean {
  return !sides || (Math.max(sides.left, sides.right) >= whole && Math.min(sides.left, sides.right) >= agrees);
}

const sureSpan = (fragment: Fragment | undefined): Span | undefined =>
  fragment?.there ?? (fragment?.verdict.verdict === 'sure' ? fragment.verdict.best : undefined);

function heldOf({ there, verdict: alone, verbatim }: Fragment, among: Verdict | undefined): Held {
  const verdict = among ?? alone;
  if (there) return { span: there, verdict: 'sure', exact: true, score: 1, why: undefined, others: [] };
  const { best, score, why, others } = verdict;
  const once = best?.difference === 'none' && verbatim.complete && verbatim.places.length === 1;
  return {
    span: best && { start: best.start, end: best.end },
    verdict: verdict.verdict,
    exact: verdict.verdict === 'sure' && once,
    score,
    why,
    others: others.map(({ start, end }) => ({ start, end })),
  };
}

/** Of two fragments at places that overlap the less sure one is lost. */
function withoutClashes(held: readonly Held[]): readonly Held[] {
  if (held.length < 2) return held;
  const byScore = held
    .map((one, i) => ({ one, i }))
    .filter(({ one }) => one.span)
    .sort((a, b) => b.one.score - a.one.score);
  const kept: Span[] = [];
  const result = [...held];
  for (const { one, i } of byScore) {
    const { start, end } = one.span as Span;
    if (kept.some((span) => span.start < end && start < span.end)) {
      result[i] = { ...one, span: undefined, verdict: 'none', score: 0, others: [] };
    } else kept.push({ start, end });
  }
  return result;
}

const ordered = (spans: readonly Span[]): readonly Span[] =>
  spans.length > 1 ? [...spans].sort((a, b) => a.start - b.start || a.end - b.end) : spans;

const sameOrder = (a: readonly Span[], b: readonly Span[]): boolean => a.every((span, i) => span === b[i]);

/** Whether the fragments were recorded in the order of the text. */
function isAscending(fragments: readonly Fragment[]): boolean {
  const starts = fragments.map(({ selector }) => selector.start ?? Number.NaN);
  return starts.every((start, i) => i === 0 || start >= (starts[i - 1] ?? start));
}

function runnersUpOf(held: readonly Held[]): (readonly Span[])[] {
  return held
    .flatMap(({ others }, i) =>
      others.map((other) => ordered(held.flatMap(({ span }, j) => (j === i ? other : (span ?? []))))),
    )
    .slice(0, 3);
}

function whyOf(all: number, lost: readonly number[], disordered: boolean, asked: Held | undefined): string {
  if (lost.length > 0) return lostInWords(lost, all);
  if (asked) return inWords(asked.why ?? 'words', asked.others.length);
  return disordered ? disorderInWords() : inWords('moved');
}
