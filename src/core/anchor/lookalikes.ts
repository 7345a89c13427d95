/*
 * Words like the recorded ones, wherever they stand in the text: places that grams vote for, and places where they are expected, looked at
 * closely. Needs the text folded and indexed, which is done when it is asked for first, and once.
 */
import { graphemeEnd, graphemeStart } from '../annotation/graphemes';
import type { Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { type Folded, fold, foldedStart } from '../article/fold';
import { betweenContext } from './betweenContext';
import type { Candidate } from './candidates';
import { sidesOf } from './context';
import { type Grams, indexGrams, votesFor } from './grams';
import { type Pattern, patternOf } from './pattern';
import { difference, type Similar, similarAt } from './similar';

/** So many places that votes speak for are looked at. */
const mostPlaces = 4;
/** Units around a place in which the words are looked for: more for places that are only expected. */
const voteReach = 72;
const expectedReach = 200;
/** Votes this near to a known place are for that place. */
const knownReach = 32;
const asGood = 0.85;
/** Words that are less alike are not worth a look. */
const leastLike = 0.5;
const leastRewritten = 0.3;
const space = 0x20;

export interface Lookalikes {
  /** Anywhere in the text, by the votes of its grams, but for places where it is known to stand letter by letter. */
  readonly anywhere: (selector: Selector, known: readonly Span[]) => readonly Candidate[];
  /** Near to places (UTF-16 units) where the quote may begin, but for those where something as good as it is known to begin. */
  readonly near: (selector: Selector, starts: readonly number[], known: readonly Candidate[]) => readonly Candidate[];
}

/** Of these selectors, and of no other. Prepares nothing before it is asked. */
export function lookalikesIn(text: string, selectors: readonly Selector[]): Lookalikes {
  let folded: Folded | undefined;
  let grams: Grams | undefined;
  const patterns = new Map<Selector, Pattern>();
  const textFolded = () => {
    folded ??= fold(text);
    return folded;
  };
  const pattern = (selector: Selector) => {
    const known = patterns.get(selector);
    if (known) return known;
    const made = patternOf(selector);
    patterns.set(selector, made);
    return made;
  };
  return {
    anywhere: (selector, known) => {
      const whole = textFolded();
      grams ??= indexGrams(
        whole.lower,
        selectors.map((one) => pattern(one).folded.lower),
      );
      const sought = pattern(selector);
      const found: Candidate[] = [];
      for (const { at } of votesFor(grams, sought.folded.lower, mostPlaces)) {
        const start = at + sought.from;
        const place = whole.from[Math.max(0, Math.min(start, whole.length - 1))] ?? 0;
        if (known.some((span) => Math.abs(span.start - place) < knownReach)) continue;
        look(text, whole, sought, start, voteReach, found);
      }
      return found;
    },
    near: (selector, starts, known) => {
      const whole = textFolded();
      const found: Candidate[] = [];
      for (const start of starts) {
        if (known.some((one) => one.likeness >= asGood && Math.abs(one.start - start) < knownReach)) continue;
        look(text, whole, pattern(selector), foldedStart(whole, start), expectedReach, found);
      }
      return found;
    },
  };
}

/** Adds what is like the quote around a place of the folded text, if it is not listed yet. */
function look(text: string, whole: Folded, sought: Pattern, at: number, reach: number, found: Candidate[]): void {
  const similar = similarAt(whole, sought, at, reach);
  if (similar && similar.likeness >= leastLike) {
    add(found, candidateOf(text, whole, sought, similar, difference(whole, similar.start, similar.end, sought)));
    if (similar.likeness > 0.7) return;
  }
  const between = betweenContext(whole, sought, at);
  if (between && between.likeness >= leastRewritten) {
    add(found, candidateOf(text, whole, sought, between, 'rewritten'));
  }
}

function add(found: Candidate[], candidate: Candidate): void {
  if (!found.some(({ start, end }) => start === candidate.start && end === candidate.end)) found.push(candidate);
}

function candidateOf(
  text: string,
  whole: Folded,
  { folded, from, to }: Pattern,
  { likeness, ...similar }: Similar,
  differs: 'signs' | 'capitals' | 'words' | 'rewritten',
): Candidate {
  let { start, end } = similar;
  // Spaces at the ends belong to the words only where they did before.
  if (folded.lower[from] !== space) while (start < end - 1 && whole.lower[start] === space) start++;
  if (folded.lower[to - 1] !== space) while (end > start + 1 && whole.lower[end - 1] === space) end--;
  const sides = sidesOf(folded.text.slice(0, from), folded.text.slice(to), whole.text, start, end);
  return {
    start: graphemeStart(text, whole.from[start] as number),
    end: graphemeEnd(text, whole.to[end - 1] as number),
    difference: differs,
    likeness,
    sides,
  };
}
