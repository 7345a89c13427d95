/*
 * Sentences that stand more than once: those that are copied by a drift, and those that stood at several places from the first, as
 * boilerplate does, and of which a drift takes some away.
 */

import type { Random } from '../random';
import { type Draft, fresh, type Paragraph, placed, type Sentence } from './driftText';

/**
 * The sentence comes again elsewhere, word for word, and of some only that one stays. Nothing that is recorded tells such a one from a sentence that
 * was moved alone, so that is what it is.
 */
export function doubled(draft: Draft, random: Random): Draft {
  const twins: Sentence[] = [];
  const paragraphs = draft.paragraphs.map((paragraph) =>
    paragraph.flatMap((sentence): Sentence[] => {
      if (!random.chance(0.2)) return [sentence];
      const stays = random.chance(0.5);
      twins.push(stays ? fresh(sentence.text) : sentence);
      return stays ? [sentence] : [];
    }),
  );
  return { ...draft, paragraphs: strewn(paragraphs, twins, random) };
}

/** A first text in which many sentences stand at three or four places. */
export function withCopies(draft: Draft, random: Random): Draft {
  const copies = draft.paragraphs
    .flat()
    .flatMap((sentence) =>
      random.chance(0.2) ? Array.from({ length: random.between(2, 3) }, () => fresh(sentence.text)) : [],
    );
  return placed({ ...draft, paragraphs: strewn(draft.paragraphs, copies, random) });
}

/**
 * Of what stands more than twice some places are taken away, but two are left: one that is left alone might as well have been moved. Of two next to each
 * other none is taken: the text is the same whichever it was.
 */
export function withoutCopies(draft: Draft, random: Random): Draft {
  const places = new Map<string, Sentence[]>();
  const all = draft.paragraphs.flat();
  for (const sentence of all) places.set(sentence.text, [...(places.get(sentence.text) ?? []), sentence]);
  const taken = new Set<Sentence>();
  for (const same of places.values()) {
    for (let i = same.length < 3 ? 0 : random.between(1, same.length - 2); i > 0; i--) taken.add(random.pick(same));
  }
  for (const [i, sentence] of all.entries()) {
    if (sentence.text === all[i - 1]?.text || sentence.text === all[i + 1]?.text) taken.delete(sentence);
  }
  const paragraphs = draft.paragraphs.map((paragraph) => paragraph.filter((sentence) => !taken.has(sentence)));
  return { ...draft, paragraphs: paragraphs.filter((paragraph) => paragraph.length > 0) };
}

/** Sentences put in anywhere, some of them as paragraphs. */
function strewn(paragraphs: readonly Paragraph[], sentences: readonly Sentence[], random: Random): Paragraph[] {
  const left = paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => [...paragraph]);
  for (const sentence of sentences) {
    const paragraph = random.pick(left);
    if (random.chance(0.3)) left.splice(random.between(0, left.length), 0, [sentence]);
    else paragraph.splice(random.between(0, paragraph.length), 0, sentence);
  }
  return left;
}
