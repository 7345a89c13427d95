/*
 * What stands in the margin, as elements: a row of letters for each line of text, and brackets. What says the same as before stays as it is,
 * at most at another height: a margin that is filled anew has to be laid out and painted anew with each annotation.
 */
import { notInCodebook, type Tag } from '../../../core/annotation/codebook';
import type { Relation } from '../../../core/annotation/model';
import { statusNote } from '../../../core/annotation/placement';
import * as l10n from '../../../core/l10n';
import type { PlacedAnnotation } from '../../../messages/content';
import type { Extent } from './bracketLanes';

/** A letter beside a line of text. */
export interface Letter {
  readonly annotation: PlacedAnnotation;
  /** The middle of its line, in px. */
  readonly top: number;
}

export interface Bracket extends Extent {
  readonly relation: Relation;
}

export interface Signs {
  /** Letters of one line stand side by side; brackets in their lanes, and those without one are left out. `tags` are the codebook's. */
  draw(
    lines: readonly (readonly Letter[])[],
    brackets: readonly Bracket[],
    lanes: ReadonlyMap<string, number>,
    tags: readonly Tag[],
  ): void;
  /** Elements by the ids of annotations. */
  readonly letters: ReadonlyMap<string, HTMLElement>;
  /** Elements by the ids of arguments. */
  readonly brackets: ReadonlyMap<string, HTMLElement>;
}

const lettersInLine = 3;

interface Sign {
  readonly element: HTMLElement;
  readonly top: number;
  readonly letters: readonly (readonly [string, HTMLElement])[];
  readonly bracket?: string;
}

export function createSigns(margin: HTMLElement): Signs {
  /** By what they say. */
  let drawn: ReadonlyMap<string, Sign> = new Map();
  let letters: ReadonlyMap<string, HTMLElement> = new Map();
  let brackets: ReadonlyMap<string, HTMLElement> = new Map();

  return {
    get letters() {
      return letters;
    },
    get brackets() {
      return brackets;
    },
    draw: (lines, newBrackets, lanes, tags) => {
      const next = new Map<string, Sign>();
      const put = (says: readonly unknown[], top: number, make: () => Omit<Sign, 'top'>) => {
        const key = JSON.stringify(says);
        const known = drawn.get(key);
        const sign = { ...(known ?? make()), top };
        if (known?.top !== top) sign.element.style.top = `${top}px`;
        next.set(key, sign);
      };
      for (const line of lines) {
        const said = line.map((letter) => letterOf(letter, tags));
        put(said.flat(), line[0]?.top ?? 0, () => rowSign(said));
      }
      for (const bracket of newBrackets) {
        const lane = lanes.get(bracket.id);
        const height = bracket.end - bracket.start;
        if (lane === undefined) continue;
        put([bracket.id, bracket.relation, lane, height], bracket.start, () => bracketSign(bracket, lane));
      }
      for (const [key, { element }] of drawn) if (!next.has(key)) element.remove();
      let before: Element | null = margin.firstElementChild;
      for (const { element } of next.values()) {
        if (element === before) before = element.nextElementSibling;
        else margin.insertBefore(element, before);
      }
      drawn = next;
      letters = new Map([...next.values()].flatMap((sign) => sign.letters));
      brackets = new Map(
        [...next.values()].flatMap(({ bracket, element }) => (bracket === undefined ? [] : [[bracket, element]])),
      );
    },
  };
}

type SaidLetter = readonly [id: string, colour: string, isDrifted: boolean, text: string, title: string];

function letterOf({ annotation }: Letter, tags: readonly Tag[]): SaidLetter {
  const tag = tags.find((one) => one.name === annotation.tag);
  const text = tag?.key ?? [...(tag?.label ?? '?')][0]?.toLowerCase() ?? '?';
  const label = tag?.label ?? `${annotation.tag} (${notInCodebook()})`;
  const note = statusNote(annotation.status);
  const title = note === '' ? label : l10n.commas([label, note]);
  return [annotation.id, tag?.colour ?? 'unknown', annotation.status === 'drifted', text, title];
}

function rowSign(line: readonly SaidLetter[]): Omit<Sign, 'top'> {
  const element = document.createElement('div');
  element.className = 'letters';
  const fit = line.length > lettersInLine ? lettersInLine - 1 : lettersInLine;
  const letters = line.slice(0, fit).map(([id, colour, isDrifted, text, title]) => {
    const letter = document.createElement('b');
    letter.className = `letter colour-${colour}`;
    letter.classList.toggle('drifted', isDrifted);
    letter.textContent = text;
    letter.title = title;
    letter.dataset.id = id;
    element.append(letter);
    return [id, letter] as const;
  });
  if (line.length > fit) {
    const rest = document.createElement('span');
    rest.className = 'more';
    rest.textContent = `+${line.length - fit}`;
    element.append(rest);
  }
  return { element, letters };
}

function bracketSign({ id, relation, start, end }: Bracket, lane: number): Omit<Sign, 'top'> {
  const element = document.createElement('div');
  element.className = `bracket ${relation}`;
  element.dataset.argument = id;
  element.style.height = `${end - start}px`;
  element.style.setProperty('--lane', String(lane));
  const sign = document.createElement('i');
  sign.textContent = signOf(relation);
  element.append(sign);
  return { element, letters: [], bracket: id };
}

export const signOf = (relation: Relation): string => (relation === 'supports' ? '+' : '−');
