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
    const then = twinsIn(
      version,
      here.map(({ selector }) => selector),
    );
    const settled = new Set<Selector>();
    for (const { selector, span } of here) {
      const isTwin = then.has(selector.quote);
      const words = arrival(selector, text, throughAll(span, steps), isTwin);
      const newer = found.get(selector);
      if (!newer && words) found.set(selector, { ...words, alone: !now.has(selector.quote) });
      if (newer && words?.left === 1 && words.span.start !== newer.span.start)
        found.set(selector, { ...newer, sure: false });
      // One of twins may only have come to stand where the other was recorded: what older versions tell is heard too.
      if (!isTwin || !found.get(selector)?.sure) settled.add(selector);
    }
    open = open.filter((selector) => !settled.has(selector));
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

/** What the differences have left of recorded words at the place where they arrived; undefined where that is too little. */
function arrival(
  selector: Selector,
  text: string,
  arrived: (Span & { readonly doubtful: boolean }) | undefined,
  isTwin: boolean,
): Omit<CarriedWords, 'alone'> | undefined {
  if (!arrived) return undefined;
  const { quote } = selector;
  const span = { start: graphemeStart(text, arrived.start), end: graphemeEnd(text, arrived.end) };
  const left = shareLeft(quote, text.slice(span.start, span.end));
  if (left < least) return undefined;
  const isKnown = isTwin
    ? hasSide(selector, text, span)
    : quote.length >= distinctive || hasSide(selector, text, span, nearby);
  return { span, left, sure: left === 1 && !arrived.doubtful && isKnown };
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
