/*
 * From what speaks for each place where words may stand to a verdict: surely one of them, one that a person should look at, or none. A note on
 * the wrong words is worse than an orphan, which a person can put right; so whatever is not plain is said, and what is not likely is left.
 * Three witnesses are heard: the words themselves, the context on either side, and the annotations around (`shift`).
 */
import type { Selector } from '../annotation/model';
import { isUnspaced } from '../article/foldUnits';
import type { Candidate } from './candidates';
import type { Standing } from './shift';
import type { Reason } from './why';

/** What is known of one side of a place besides the agreement of its context. */
export interface SideSigns {
  /** The quote began (or ended) with its line, and so it does here. */
  readonly edge: boolean;
  /** The recorded context stands a little farther off: something was put in between. */
  readonly near: boolean;
  /** The recorded context stands somewhere else in the text. */
  readonly elsewhere: boolean;
}

/** A place with all that is known of it. */
export interface Witnessed {
  readonly candidate: Candidate;
  readonly standing: Standing;
  /** It stands farther from where it is expected than what is put in or taken out at once would have it. */
  readonly far: boolean;
  /** It is out of order, while annotations close around it have stayed: a twin of a few words looks like that. */
  readonly torn: boolean;
  readonly left: SideSigns;
  readonly right: SideSigns;
  /** An end of the words stands elsewhere, in its context: the original may stand there, with the rest of it changed. */
  readonly remains: () => boolean;
  /** Where the annotations around have the words, they stand with something in them changed. */
  readonly standsChanged: () => boolean;
}

export interface Verdict {
  readonly verdict: 'sure' | 'look' | 'none';
  readonly best?: Candidate;
  readonly standing?: Standing;
  /** Nothing that is more like the words can stand elsewhere. */
  readonly plain?: boolean;
  /** The words stand elsewhere, changed, where the annotations around have them. */
  readonly copy?: boolean;
  /** Places that are nearly as good, best first. */
  readonly others: readonly Candidate[];
  readonly score: number;
  readonly why: Reason;
}

/** Agreement of a side from which on it vouches for a place. Unrelated prose agrees by about 0.15. */
export const agrees = 0.45;
/** Agreement that is nearly all of a side. */
export const whole = 0.9;
/** Least lead over the second best of a sure place. */
const margin = 0.25;
/** A second best that is so near is worth being offered. */
const offered = 0.3;
/** Words that are so like others that they may have been them. */
const nearlyAlike = 0.85;
/** Units of a quote that hardly stand twice by chance. */
const distinctive = 24;
/** Units of a quote that are worth a look wherever they stand. */
const telling = 40;
const few = 3;

const standingWorth: Readonly<Record<Standing, number>> = {
  same: 0.4,
  beside: 0.35,
  between: 0.15,
  along: 0.1,
  unknown: 0,
  against: -0.2,
};

interface Weighed extends Witnessed {
  /** 0 to 1 each. */
  readonly l: number;
  readonly r: number;
  /** Both sides, but for one that only stands near by: that may be what a twin was put next to. */
  readonly firm: number;
  readonly worth: number;
}

export function judge(selector: Selector, places: readonly Witnessed[], complete: boolean): Verdict {
  const weighed = apart(places.map(weigh).sort((a, b) => b.worth - a.worth));
  const [best, second] = weighed;
  if (!best) return none('gone');
  const rivals = weighed.slice(1).filter(({ worth }) => best.worth - worth < offered);
  const others = rivals.slice(0, few).map(({ candidate }) => candidate);
  const score = scoreOf(best, second);
  if (!complete && best.standing !== 'same') return none('crowded');
  if (isSure(selector, best, weighed))
    return {
      verdict: 'sure',
      best: best.candidate,
      standing: best.standing,
      plain: isPlain(best),
      others: [],
      score,
      why: sureWhy(best, weighed),
    };
  const unsupported = best.standing === 'unknown' && best.l < agrees && best.r < agrees;
  if (rivals.length > few && (unsupported || best.worth - (second?.worth ?? 0) < 0.02)) {
    return none('undecided');
  }
  if (isLikely(selector, best, weighed))
    return {
      verdict: 'look',
      best: best.candidate,
      standing: best.standing,
      copy: isCopy(best),
      others,
      score,
      why: lookWhy(best, others.length),
    };
  return none(best.candidate.likeness === 1 ? 'otherSurroundings' : 'unlike');
}

function weigh(place: Witnessed): Weighed {
  const { candidate, standing } = place;
  const l = sideWorth(candidate.sides?.left, place.left);
  const r = sideWorth(candidate.sides?.right, place.right);
  const worth = candidate.likeness + 0.3 * (l + r) + standingWorth[standing];
  const firm = firmWorth(candidate.sides?.left, place.left) + firmWorth(candidate.sides?.right, place.right);
  return { ...place, l, r, firm, worth };
}

function sideWorth(agreement: number | undefined, side: SideSigns): number {
  return agreement === undefined ? 0 : Math.max(firmWorth(agreement, side), side.near ? 0.7 : 0);
}

function firmWorth(agreement = 0, { edge }: SideSigns): number {
  return Math.max(agreement, edge ? 0.5 : 0);
}

/** Of places that overlap the best one alone, unless the very words stand at both, as “aa” does in “aaa”. */
function apart(sorted: readonly Weighed[]): Weighed[] {
  const kept: Weighed[] = [];
  for (const one of sorted) {
    const { start, end, difference } = one.candidate;
    const isSame = ({ candidate }: Weighed) =>
      candidate.start < end && start < candidate.end && (difference !== 'none' || candidate.difference !== 'none');
    if (!kept.some(isSame)) kept.push(one);
  }
  return kept;
}

/** Whether a place is surely that of the words, which stand there letter by letter or in other typography. */
function isSure(selector: Selector, best: Weighed, all: readonly Weighed[]): boolean {
  const { candidate, standing, l, r } = best;
  if (candidate.difference !== 'none' && candidate.difference !== 'signs') return false;
  const long = weightOf(selector.quote) >= distinctive;
  if (all.some((other) => other !== best && (isRival(other, best) || (!long && isOtherHalf(other, best)))))
    return false;
  const alone = !all.some((other) => other !== best && other.candidate.likeness >= nearlyAlike);
  if (standing === 'same') return true;
  // Signs alone stand anywhere, and become one another with another typography.
  if (Math.min(l, r) < 1 && !hasWord.test(selector.quote)) return false;
  if (isCopy(best) || (!isExpected(best) && best.remains())) return false;
  const outOfOrder = standing === 'against' || standing === 'along';
  if (candidate.sides === undefined) {
    return standing === 'beside' || (alone && !best.torn && (long || (!outOfOrder && !best.far)));
  }
  if (best.torn) return false;
  // What is moved with its paragraph has all of its context that stood in it.
  if (outOfOrder && ((l < whole && !best.left.edge) || (r < whole && !best.right.edge))) return false;
  if (outOfOrder && !alone && Math.min(l, r) < whole) return false;
  const vouching = Number(l >= agrees) + Number(r >= agrees);
  if (standing === 'beside') return vouching > 0 || (long && alone);
  if ((l < agrees && best.left.elsewhere) || (r < agrees && best.right.elsewhere)) return false;
  // A paragraph of its own, whose neighbours are others now.
  if (best.left.edge && best.right.edge && alone && long) return true;
  if (vouching === 2) return Math.max(l, r) >= whole || (l + r) / 2 >= 0.6;
  if (outOfOrder || best.far || !alone) return false;
  return vouching === 1
    ? Math.max(l, r) >= whole && 2 * weightOf(selector.quote) >= distinctive
    : long && standing === 'between';
}

/** Whether the words are left where the annotations around have them, though not whole: others that are may be a copy. */
const isCopy = ({ standing, standsChanged }: Weighed): boolean =>
  standing !== 'same' && standing !== 'beside' && standsChanged();

/** Whether words and context of a sure place are whole, and have moved as all around them, or have left nothing behind. */
function isPlain(best: Weighed): boolean {
  const { candidate, standing } = best;
  if (!candidate.sides || Math.min(candidate.sides.left, candidate.sides.right) < whole) return false;
  return standing === 'same' || standing === 'beside' || !best.remains();
}

/** Whether another place makes the best one unsure. */
function isRival(other: Weighed, best: Weighed): boolean {
  const { likeness, difference } = other.candidate;
  const verbatim = difference === 'none' || difference === 'signs' || difference === 'capitals';
  // The original with a number changed, and a twin that still has the old one; or more of it changed, where the words are expected.
  if (!verbatim && likeness < nearlyAlike) {
    return !isExpected(best) && isExpected(other) && Math.max(other.l, other.r) >= whole;
  }
  if (best.worth - other.worth < margin) return true;
  // A twin with as much context must not lose by an order that is loose.
  if (best.standing === 'between' && other.firm > best.firm - 0.3) return true;
  // An original with an edit on one side keeps the other, and must not lose to a twin in full context.
  const kept = Math.max(other.l, other.r) >= whole;
  return kept && !(best.standing === 'same' && other.standing !== 'same') && other.standing !== 'against';
}

/** Whether another place has the side of the context that the best one lacks: of words that stand often, either may be the one. */
function isOtherHalf(other: Weighed, best: Weighed): boolean {
  const { sides } = best.candidate;
  if (other.candidate.likeness < 1 || !sides) return false;
  return (sides.left < agrees && other.l >= whole) || (sides.right < agrees && other.r >= whole);
}

const hasWord = /[\p{L}\p{N}]/u;

/** Whether the annotations around speak for a place. */
const isExpected = ({ standing }: Weighed): boolean =>
  standing === 'same' || standing === 'beside' || standing === 'between';

function isLikely(selector: Selector, best: Weighed, all: readonly Weighed[]): boolean {
  const { candidate, standing, l, r } = best;
  const { likeness, difference } = candidate;
  const most = Math.max(l, r);
  const mean = (l + r) / 2;
  const expected = isExpected(best);
  if (difference === 'rewritten') return likeness >= 0.4 || (likeness >= leastRewritten && expected);
  if (difference === 'words') {
    if (candidate.sides === undefined && likeness >= nearlyAlike && weightOf(selector.quote) >= telling) {
      return all.every((other) => other === best || likeness - other.candidate.likeness >= 0.15);
    }
    if (likeness >= 0.8) return most >= agrees || expected;
    if (likeness >= 0.6) return mean >= 0.5 || (expected && most >= 0.3);
    return mean >= 0.7 || ((standing === 'same' || standing === 'beside') && most >= agrees);
  }
  return expected || most >= agrees || candidate.sides === undefined || weightOf(selector.quote) >= telling;
}

/** Units of a quote, those of scripts without spaces for three each, since they say more. */
function weightOf(quote: string): number {
  let weight = 0;
  for (let at = 0; at < quote.length && weight < telling; at++) weight += isUnspaced(quote.charCodeAt(at)) ? 3 : 1;
  return weight;
}

const leastRewritten = 0.32;

function scoreOf({ candidate: { likeness }, l, r, standing }: Weighed, second: Weighed | undefined): number {
  const context = (l + r) / 2;
  const place =
    standing === 'same' || standing === 'beside' ? 1 : standing === 'between' ? 0.7 : standing === 'unknown' ? 0.4 : 0;
  const crowded = second && second.candidate.likeness === 1 ? 0.05 : 0;
  return Math.max(0, Math.round((0.6 * likeness + 0.25 * context + 0.15 * place - crowded) * 100) / 100);
}

const none = (why: Reason): Verdict => ({ verdict: 'none', others: [], score: 0, why });

function sureWhy({ candidate, l, r }: Weighed, all: readonly Weighed[]): Reason {
  if (candidate.difference === 'signs') return 'signs';
  if (all.some((other) => other.candidate !== candidate && other.candidate.likeness === 1)) return 'context';
  return l < whole || r < whole ? 'besideChanged' : 'moved';
}

function lookWhy(best: Weighed, others: number): Reason {
  const { standing, far, l, r } = best;
  const { difference } = best.candidate;
  if (difference === 'rewritten' || difference === 'words' || difference === 'capitals') return difference;
  if (isCopy(best)) return 'copy';
  if (others > 0) return 'here';
  if (l < agrees && r < agrees) return 'hereInOther';
  return standing === 'against' || standing === 'along' || far ? 'hereOutOfOrder' : 'hereBesideOther';
}
