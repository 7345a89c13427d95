/*
 * What is to be known of the surroundings of a place besides the agreement next to it: whether the quote stood at the edge of its line and
 * still does, whether a side that does not agree stands near by, where something was put in between, or somewhere else altogether, where
 * the original may have been, and whether a part of the words stands there too.
 */
import type { Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { isUnspaced } from '../article/foldUnits';
import type { Candidate } from './candidates';
import type { SideSigns } from './judge';
import { occurrencesOf } from './occurrences';

export type Surroundings = (
  selector: Selector,
  candidate: Candidate,
  text: string,
) => { readonly left: SideSigns; readonly right: SideSigns; readonly remains: () => boolean };

interface BothSides {
  readonly left: SideSigns;
  readonly right: SideSigns;
}

/** Units of a side that are looked for; the more the surer that they are the ones recorded. */
const looked = 20;
const leastLooked = 12;
/** What is put in next to a quote is rarely longer than this. */
const nearby = 1200;
const mostPlaces = 6;

/** The surroundings of places of these selectors: sides and ends of all are searched together, when one of them is asked for. */
export function surroundingsIn(text: string, sought: readonly { readonly selector: Selector }[]): Surroundings {
  let places: ReadonlyMap<string, readonly number[]> | undefined;
  const placesOf = (piece: string): readonly number[] => {
    places ??= occurrencesOf(new Set(sought.flatMap(({ selector }) => piecesOf(selector))), text, mostPlaces);
    return places.get(piece) ?? [];
  };
  return (selector, { start, end, sides: agreement }) => {
    const { quote, prefix = '', suffix = '' } = selector;
    const left = leftOf(selector);
    const right = rightOf(selector);
    const sides = withoutScar({
      left: signs(beginsLine(prefix, text, start), agreement !== undefined && agreement.left < 0.45, () =>
        placesOf(left).map((at) => start - at - left.length),
      ),
      right: signs(endsLine(suffix, text, end), agreement !== undefined && agreement.right < 0.45, () =>
        placesOf(right).map((at) => at - end),
      ),
    });
    const remains = () =>
      endsOf(selector).some(({ words, toBorder, side }) =>
        placesOf(words).some((at) => {
          const border = at + toBorder;
          if (Math.abs(border - (side === 'left' ? start : end)) < ownReach) return false;
          // Where all of the words stand is a place of its own before the judge.
          return !text.startsWith(quote, side === 'left' ? border : border - quote.length);
        }),
      );
    return { ...sides, remains };
  };
}

/** All that is looked for of a selector. */
const piecesOf = (selector: Selector): readonly string[] => [
  ...[leftOf(selector), rightOf(selector)].filter(({ length }) => length >= leastLooked),
  ...endsOf(selector).map(({ words }) => words),
];

/** Units of the quote that are looked for with a side of its context; of scripts without spaces, whose signs say more, fewer. */
const headLength = 6;
const shortHead = 2;
/** Without any context the half of the quote is looked for: its most and its least units. Shorter words stand anywhere. */
const halfLength = 32;
const leastHalf = 20;
/** An end this near to that of the place is its own. */
const ownReach = 12;

interface End {
  readonly words: string;
  readonly side: 'left' | 'right';
  /** From the start of `words` to the border of the quote. */
  readonly toBorder: number;
}

/** Each end of the words with the context on its side, or else the half of them. */
function endsOf(selector: Selector): readonly End[] {
  const { quote, prefix = '', suffix = '' } = selector;
  const { length } = quote;
  const half = Math.min(halfLength, length >> 1);
  const context = prefix.length >= leastLooked || suffix.length >= leastLooked;
  if (length < 2 * ownReach || (!context && half < leastHalf)) return [];
  const innerAt = (at: number) => (context ? (isUnspaced(quote.charCodeAt(at)) ? shortHead : headLength) : half);
  const [first, last] = [innerAt(0), innerAt(length - 1)];
  const [before, after] = [leftOf(selector), rightOf(selector)];
  const ends: End[] = [
    { words: before + quote.slice(0, first), side: 'left', toBorder: before.length },
    { words: quote.slice(length - last) + after, side: 'right', toBorder: last },
  ];
  return ends.filter(({ words }) => !context || words.length >= headLength + leastLooked);
}

/**
 * Whether the words stand with something in them changed, elsewhere than at a place: where they are expected, or next to the beginning or the
 * end of the text as before. Changed are they where an end of them stands in its context, or something else between both sides of it.
 */
export function standsChanged(selector: Selector, text: string, place: Span, expected: readonly Span[]): boolean {
  const { quote, prefix = '', suffix = '' } = selector;
  const { length } = quote;
  const [before, after] = [leftOf(selector), rightOf(selector)];
  const isBare = before === '' && after === '';
  const size = Math.min(isBare ? looked : headLength, Math.ceil(length / 2));
  if (isBare && size < leastLooked) return false;
  // Of a side that is all there was of the text a little is enough.
  const isSide = (side: string, isEdge: boolean): boolean => isEdge || side.length >= leastLooked;
  const isChangedFrom = (start: number): boolean => {
    if (!text.startsWith(before, start - before.length)) return false;
    if (text.startsWith(quote.slice(0, size), start)) return !text.startsWith(quote, start);
    const [inside, rest] =
      isSide(before, start === prefix.length) && isSide(after, false)
        ? text.slice(start, start + length + nearby).split(after, 2)
        : [];
    return rest !== undefined && !inside?.includes(quote);
  };
  const isChangedUntil = (end: number): boolean => {
    if (!text.startsWith(after, end)) return false;
    if (text.startsWith(quote.slice(-size), end - size)) return !text.startsWith(quote, end - length);
    const inside =
      isSide(after, end === text.length - suffix.length) && isSide(before, false)
        ? text.slice(Math.max(0, end - length - nearby), end).split(before)
        : [];
    return inside.length > 1 && !inside.at(-1)?.includes(quote);
  };
  const starts = isBare || before !== '' ? expected.map(({ start }) => start) : [];
  const ends = isBare || after !== '' ? expected.map(({ end }) => end) : [];
  if (!isBare && prefix.length < looked) starts.push(prefix.length);
  if (!isBare && suffix.length < looked) ends.push(text.length - suffix.length);
  const own = Math.min(Math.ceil(length / 2), ownReach);
  return (
    starts.some((start) => Math.abs(start - place.start) >= own && isChangedFrom(start)) ||
    ends.some((end) => Math.abs(end - place.end) >= own && isChangedUntil(end))
  );
}

/** Where both sides stand before the place, or both behind it, something was taken out between them: it was there. */
function withoutScar({ left, right }: BothSides): BothSides {
  const away = (side: SideSigns): SideSigns => (side.near ? { ...side, near: false, elsewhere: true } : side);
  if (!left.elsewhere && !right.elsewhere) return { left, right };
  return { left: away(left), right: away(right) };
}

/** Whether what stands before the words in their line is all that stood there, as a number does or a dash. */
function beginsLine(prefix: string, text: string, start: number): boolean {
  const line = prefix.lastIndexOf('\n') + 1;
  // A context without a line break ends the text only if it is shorter than contexts are.
  if (line === 0 && prefix.length >= looked) return false;
  const own = prefix.slice(line).trimStart();
  if (!text.startsWith(own, start - own.length)) return false;
  for (let at = start - own.length - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) return true;
    if (unit !== space && unit !== tab) return false;
  }
  return true;
}

function endsLine(suffix: string, text: string, end: number): boolean {
  const line = suffix.indexOf('\n');
  if (line < 0 && suffix.length >= looked) return false;
  const own = (line < 0 ? suffix : suffix.slice(0, line)).trimEnd();
  if (!text.startsWith(own, end)) return false;
  for (let at = end + own.length; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) return true;
    if (unit !== space && unit !== tab) return false;
  }
  return true;
}

const lineFeed = 0x0a;
const space = 0x20;
const tab = 0x09;

const leftOf = ({ prefix = '' }: Selector): string => prefix.slice(-looked);
const rightOf = ({ suffix = '' }: Selector): string => suffix.slice(0, looked);

/** `distances` of the side from the place, on its own side positive. */
function signs(edge: boolean, lacking: boolean, distances: () => readonly number[]): SideSigns {
  if (!lacking) return { edge, near: false, elsewhere: false };
  const all = distances();
  const near = all.some((away) => away >= 0 && away <= nearby);
  return { edge, near, elsewhere: !near && !edge && all.length > 0 };
}
