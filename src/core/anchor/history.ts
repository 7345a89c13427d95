/*
 * What the history of an article tells of words that do not stand where they were recorded: the version that they were recorded on is the newest
 * one in which they stand there, and from it their span is carried through the real differences, version by version, to the text as it is now.
 * Where the versions come from is no matter here.
 */
import { graphemeEnd, graphemeStart } from '../annotation/graphemes';
import type { Annotation, Selector } from '../annotation/model';
import type { Span } from '../article/article';
import { carried, type Difference, differencesBetween, shareLeft } from './differences';
import { occurrencesOf } from './occurrences';
import { isOffset, type RecordedOffsets, standsAt } from './recorded';

/** Where the differences have brought some recorded words. */
export interface CarriedWords {
  /** In the present text, UTF-16 units; cuts no grapheme. */
  readonly span: Span;
  /** From 0 to 1, how much of the words is left; 1 where they are the same, letter by letter. */
  readonly left: number;
  /** The words are the same, and neither a twin of them nor chance could have brought them there. */
  readonly sure: boolean;
  /** The same words stand nowhere else in the present text. */
  readonly alone: boolean;
}

/** By recorded words; those that no version has, or of which the differences left nothing, are not in it. */
export type Carried = ReadonlyMap<Selector, CarriedWords>;

/** Units of a quote that no rewriting around it brings about again by chance; of a shorter one so much of the context beside it must be left. */
const distinctive = 24;
const nearby = 12;

/** Words of which less than this is left have been taken out. */
const least = 0.5;

/**
 * What becomes of recorded words in the course of an article's versions, which are asked for one by one, and no more than are needed.
 * @param text the canonical text as it is now.
 * @param versions canonical texts, newest first.
 * @param offsetsIn how recorded offsets count in a text.
 */
export async function carriedFrom(
  selectors: readonly Selector[],
  text: string,
  versions: AsyncIterable<string>,
  offsetsIn: (text: string) => RecordedOffsets,
): Promise<Carried> {
  const found = new Map<Selector, CarriedWords>();
  let open = selectors;
  /** From each version to the one after it, and from the newest to the present text; newest first. */
  const steps: (readonly Difference[])[] = [];
  let newer = text;
  if (open.length === 0) return found;
  const now = twinsIn(text, selectors);
  for await (const version of versions) {
    if (version === newer) continue;
    steps.push(differencesBetween(version, newer));
    newer = version;
    const offsets = offsetsIn(version);
    const here = open.flatMap((selector) => {
      const span = standsAt(selector, version, offsets);
      return span ? [{ selector, span }] : [];
    });
    if (here.length === 0) continue;
    const known = new Set(here.map(({ selector }) => selector));
    open = open.filter((selector) => !known.has(selector));
    const then = twinsIn(version, [...known]);
    for (const { selector, span } of here) {
      const arrived = throughAll(span, steps);
      if (!arrived) continue;
      const words = wordsAt(selector, text, arrived);
      if (words.left < least) continue;
      const { quote } = selector;
      const isKnown = then.has(quote)
        ? hasSide(selector, text, words.span)
        : quote.length >= distinctive || hasSide(selector, text, words.span, nearby);
      const sure = words.left === 1 && !arrived.doubtful && isKnown;
      found.set(selector, { ...words, sure, alone: !now.has(quote) });
    }
    if (open.length === 0) break;
  }
  return found;
}

/** The recorded words that history is to be asked about: those that do not stand at the place that is recorded with them. */
export function astray(
  annotations: readonly Annotation[],
  text: string,
  recorded: RecordedOffsets,
): readonly Selector[] {
  const selectors = annotations.flatMap(({ spans }) => spans);
  return selectors.filter((one) => one.quote !== '' && isOffset(one.start) && !standsAt(one, text, recorded));
}

/** Those of the quotes that stand at more than one place of a text. */
function twinsIn(text: string, selectors: readonly Selector[]): ReadonlySet<string> {
  const places = occurrencesOf(new Set(selectors.map(({ quote }) => quote)), text, 2);
  return new Set([...places].flatMap(([quote, starts]) => (starts.length > 1 ? [quote] : [])));
}

/** From the version that the last step begins at to the present text. */
function throughAll(span: Span, steps: readonly (readonly Difference[])[]) {
  let [now, doubtful]: [Span, boolean] = [span, false];
  for (let i = steps.length - 1; i >= 0; i--) {
    const next = carried(now, steps[i] ?? []);
    if (!next) return undefined;
    now = next;
    doubtful ||= next.doubtful;
  }
  return { ...now, doubtful };
}

function wordsAt({ quote }: Selector, text: string, { start, end }: Span): Pick<CarriedWords, 'span' | 'left'> {
  const span = { start: graphemeStart(text, start), end: graphemeEnd(text, end) };
  return { span, left: shareLeft(quote, text.slice(span.start, span.end)) };
}

/** Whether the recorded context stands on one side, letter by letter, or its nearest units. */
function hasSide(
  { prefix = '', suffix = '' }: Selector,
  text: string,
  { start, end }: Span,
  units = Infinity,
): boolean {
  const before = prefix.slice(Math.max(0, prefix.length - units));
  const behind = suffix.slice(0, units);
  if (before !== '' && start >= before.length && text.startsWith(before, start - before.length)) return true;
  return behind !== '' && text.startsWith(behind, end);
}
