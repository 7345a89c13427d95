/*
 * A text in which each character carries the annotations that mark it: the slow and plain way to say what becomes of spans when the text is
 * edited, which the tracking in `core/anchor/track` is compared with.
 */
import type { Span } from '../../../../src/core/article/article';

interface Character {
  readonly letter: string;
  readonly marks: ReadonlySet<string>;
}

/** What is put in right behind what was written last belongs to the same annotations. */
interface Written {
  readonly end: number;
  readonly marks: ReadonlySet<string>;
}

export interface MarkedText {
  readonly characters: readonly Character[];
  readonly written: readonly Written[];
}

/** A replacement, in units of the text before the event that it is part of. */
export interface Replacement extends Span {
  readonly text: string;
}

const none: ReadonlySet<string> = new Set();

export function markedText(text: string, spans: ReadonlyMap<string, Span>): MarkedText {
  const characters = [...text].map((letter, i) => ({
    letter,
    marks: new Set([...spans].filter(([, { start, end }]) => start <= i && i < end).map(([id]) => id)),
  }));
  return { characters, written: [] };
}

export const textOf = ({ characters }: MarkedText): string => characters.map(({ letter }) => letter).join('');

export function spansOf({ characters }: MarkedText): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const [i, { marks }] of characters.entries()) {
    for (const id of marks) spans.set(id, { start: spans.get(id)?.start ?? i, end: i + 1 });
  }
  return spans;
}

/** One event: replacements from the end of the text to its beginning, none of which touches another. */
export function edited(text: MarkedText, replacements: readonly Replacement[]): MarkedText {
  const before = spansOf(text);
  const characters = [...text.characters];
  const covered = new Map<string, number>();
  let written: Written[] = [];
  for (const whole of replacements) {
    const { start, end, text: put } = trimmed(text, whole);
    const gone = characters.slice(start, end);
    const marks = marksFor(text, characters, start, end);
    const rest = [...characters.slice(0, start), ...characters.slice(end)];
    const kept = new Set([...marks].filter((id) => rest.some((one) => one.marks.has(id))));
    const added = [...put].map((letter) => ({ letter, marks: start === end ? marks : kept }));
    characters.splice(start, end - start, ...added);
    if (whole.end > whole.start && whole.text !== '') {
      for (const [id, span] of before) {
        if (span.start <= whole.start && whole.end <= span.end) continue;
        covered.set(id, (covered.get(id) ?? 0) + gone.filter((one) => one.marks.has(id)).length);
      }
    }
    const growth = put.length - (end - start);
    written = written.map((one) => ({ ...one, end: one.end + growth }));
    const typedOn = text.written.find((one) => one.end === end)?.marks ?? none;
    const right = characters[start + put.length]?.marks ?? none;
    const open = [...(put === '' ? typedOn : (added[0]?.marks ?? none))].filter((id) => !right.has(id));
    written.push({ end: start + put.length, marks: new Set(open) });
  }
  const lost = [...covered].filter(([id, count]) => {
    const span = before.get(id);
    return span && count * 2 > span.end - span.start;
  });
  const ids = new Set(lost.map(([id]) => id));
  const without = ({ letter, marks }: Character) => ({
    letter,
    marks: new Set([...marks].filter((id) => !ids.has(id))),
  });
  return { characters: ids.size > 0 ? characters.map(without) : characters, written };
}

/** The annotations that what is put in between two places belongs to. */
function marksFor(text: MarkedText, characters: readonly Character[], start: number, end: number): ReadonlySet<string> {
  if (start < end) {
    const [first, ...others] = characters.slice(start, end);
    return new Set([...(first?.marks ?? none)].filter((id) => others.every(({ marks }) => marks.has(id))));
  }
  const left = characters[start - 1]?.marks ?? none;
  const right = characters[start]?.marks ?? none;
  const typedOn = text.written.find((one) => one.end === start)?.marks ?? none;
  return new Set([...left].filter((id) => right.has(id) || typedOn.has(id)));
}

/** Without what is the same at both ends. */
function trimmed({ characters }: MarkedText, { start, end, text }: Replacement): Replacement {
  let [from, to, put] = [start, end, text];
  while (from < to && put !== '' && characters[from]?.letter === put[0]) [from, put] = [from + 1, put.slice(1)];
  while (from < to && put !== '' && characters[to - 1]?.letter === put.at(-1)) [to, put] = [to - 1, put.slice(0, -1)];
  return { start: from, end: to, text: put };
}
