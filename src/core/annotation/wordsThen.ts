/*
 * The words that arguments were made on, as earlier versions of a sidecar tell them. Words that were edited in the article become the recorded ones
 * with the next save, so that what is recorded now does not say any more that a premise once read otherwise. Where the versions come from is no
 * matter here.
 */
import { fold, sameWords } from '../article/fold';
import { sameValue } from './edit';
import { type Annotation, type AnnotationSet, type Argument, indexOf } from './model';
import { quoteOf } from './quote';

/** By argument: its annotations as they were in the oldest version in which the argument reads as it does now. */
export type WordsThen = ReadonlyMap<string, ReadonlyMap<string, Annotation>>;

/** An annotation whose words are others than when arguments were made on it. */
export interface OtherWords {
  readonly id: string;
  /** The words of then, in one line. */
  readonly was: string;
  readonly arguments: readonly Argument[];
}

/**
 * What earlier versions tell of a set's arguments. An argument that somebody has changed since was made anew then. The versions are asked for one by
 * one, newest first, and no more than are needed; where they end too soon, those that were seen count.
 */
export async function wordsThen(set: AnnotationSet, versions: AsyncIterable<AnnotationSet>): Promise<WordsThen> {
  const then = new Map<string, Map<string, Annotation>>();
  let open = [...indexOf(set).arguments.values()];
  if (open.length === 0) return then;
  for await (const version of versions) {
    const { arguments: inferences, annotations } = indexOf(version);
    open = open.filter((argument) => sameValue(inferences.get(argument.id), argument));
    if (open.length === 0) break;
    for (const { id, premises, supports, attacks } of open) {
      const known = then.get(id) ?? new Map<string, Annotation>();
      then.set(id, known);
      for (const part of [...premises, supports, attacks]) {
        const annotation = part === undefined ? undefined : annotations.get(part);
        if (annotation) known.set(annotation.id, annotation);
      }
    }
  }
  return then;
}

/**
 * The annotations of a set that read otherwise than when arguments were made on them, in the order of the list. Words that still stand in the text
 * were not edited: somebody has chosen others, and knows it.
 * @param text the canonical text.
 */
export function onOtherWords(set: AnnotationSet, text: string, then: WordsThen): OtherWords[] {
  const { annotations, arguments: inferences } = indexOf(set);
  const found = new Map<string, OtherWords>();
  let folded: string | undefined;
  const isGone = ({ spans }: Annotation): boolean => {
    folded ??= fold(text).text;
    return spans.some(({ quote }) => !folded?.includes(fold(quote).text));
  };
  for (const [argument, known] of then) {
    const inference = inferences.get(argument);
    if (!inference) continue;
    for (const [id, before] of known) {
      const now = annotations.get(id);
      if (!now || now.spans.length === 0 || before.spans.length === 0) continue;
      const words = quoteOf(before);
      if (sameWords(words, quoteOf(now)) || !isGone(before)) continue;
      const key = JSON.stringify([id, words]);
      const others = found.get(key)?.arguments ?? [];
      found.set(key, { id, was: words, arguments: [...others, inference] });
    }
  }
  const order = new Map([...annotations.keys()].map((id, i) => [id, i]));
  return [...found.values()].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
