/*
 * The margin: a letter for each annotation beside the line where it begins, and a bracket for each argument, so that a page shows its
 * reasoning at a glance. Drawn for sections near the view only, at most once a frame: first everything is measured, then everything is written.
 */

import { type Argument, conclusionOf, type Relation } from '../../../core/annotation/model';
import { lastStartingBy } from '../../../core/article/ranges';
import type { Intervals } from '../marks/intervals';
import { compareInText, relatedTo } from '../model/relations';
import type { Model } from '../model/store';
import type { Skeleton } from '../skeleton';
import { type Page, type Section, sectionOfBlock } from '../text/page';
import type { Places } from '../text/places';
import { assignLanes } from './bracketLanes';
import { type Bracket, createSigns, type Letter, signOf } from './marginSigns';

export interface Margin {
  setPage(scene: Scene): void;
  /** Another model of the same article: in these sections annotations have changed. */
  setModel(model: Model, sections: Iterable<Section>): void;
  /** Something has moved: drawn again in the next frame. */
  touch(): void;
  emphasise(ids: readonly string[], related: ReadonlyMap<string, Relation>): void;
}

interface Scene {
  readonly page: Page;
  readonly places: Places;
  readonly intervals: Intervals;
  readonly model: Model;
  readonly near: () => ReadonlySet<Section>;
}

const maximumLanes = 3;

export function createMargin({ column, margin, scroller }: Skeleton): Margin {
  let scene: Scene | undefined;
  let frame = 0;
  const signs = createSigns(margin);
  /** The arguments that the last drawing had a bracket for, whether or not there was room for it. */
  let bracketed: ReadonlySet<string> = new Set();
  let emphasised: ReadonlySet<string> = new Set();
  let related: ReadonlyMap<string, Relation> = new Map();

  /** Heights of letters here are below the top of their section. */
  let measured = new WeakMap<
    Section,
    { readonly width: number; readonly height: number; readonly letters: Letter[] }
  >();

  const lettersOf = (inScene: Scene, section: Section): readonly Letter[] => {
    const { top, width, height } = section.element.getBoundingClientRect();
    const known = measured.get(section);
    if (known?.width === width && known.height === height) return known.letters;
    const letters = measureLetters(inScene, section, top);
    measured.set(section, { width, height, letters });
    return letters;
  };

  const touch = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  new ResizeObserver(touch).observe(column);

  function draw(): void {
    frame = 0;
    if (!scene) return;
    const { model, page } = scene;
    const base = margin.getBoundingClientRect().top;
    const height = scroller.clientHeight;
    const placed = new Map<string, Letter>();
    for (const section of scene.near()) {
      const { top } = section.element.getBoundingClientRect();
      for (const letter of lettersOf(scene, section)) {
        const { annotation } = letter;
        if (!placed.has(annotation.id)) placed.set(annotation.id, { annotation, top: letter.top + top - base });
      }
    }
    const topOf = (id: string): number | undefined => {
      const known = placed.get(id)?.top;
      if (known !== undefined) return known;
      const start = model.annotations.get(id)?.spans[0]?.start;
      if (start === undefined) return undefined;
      const section = sectionOfBlock(page, lastStartingBy(page.article.blocks, start));
      return section && section.element.getBoundingClientRect().top - base;
    };
    const extents = measureBrackets(model, placed, topOf, height * 1.5, emphasised);
    const lanes = assignLanes(extents, maximumLanes);

    signs.draw(byLine([...placed.values()]), extents, lanes, model.codebook.tags);
    bracketed = new Set(extents.map(({ id }) => id));
    showEmphasis();
  }

  function showEmphasis(): void {
    for (const [id, element] of signs.letters) {
      element.classList.toggle('on', emphasised.has(id));
      const relation = related.get(id);
      if (relation) element.dataset.sign = signOf(relation);
      else delete element.dataset.sign;
    }
    for (const [id, element] of signs.brackets) {
      const argument = scene?.model.arguments.get(id);
      element.classList.toggle('on', argument !== undefined && touches(argument, emphasised));
    }
  }

  return {
    setPage: (newScene) => {
      const isFirst = scene === undefined;
      scene = newScene;
      measured = new WeakMap();
      // At the beginning the text comes first, and the margin with the next frame.
      if (isFirst) frame = requestAnimationFrame(() => (frame = requestAnimationFrame(draw)));
      else touch();
    },
    setModel: (model, sections) => {
      // In other letters a section may be as high as before, and its words stand elsewhere.
      if (scene?.model.settings !== model.settings) measured = new WeakMap();
      if (scene) scene = { ...scene, model };
      for (const section of sections) measured.delete(section);
      touch();
    },
    touch,
    emphasise: (ids, newRelated) => {
      emphasised = new Set(ids);
      related = newRelated;
      // A bracket that is only drawn while its argument speaks up needs a new drawing.
      const missing = scene && ids.some((id) => bracketsMissing(scene as Scene, id, bracketed));
      if (missing) touch();
      else showEmphasis();
    },
  };
}

/** Measured, and kept while the section looks the same: scrolling brings new ones, and moves the others as a whole. */
function measureLetters({ page, places, intervals, model }: Scene, section: Section, top: number): Letter[] {
  const letters: Letter[] = [];
  for (let block = section.first; block < section.end; block++) {
    const bounds = page.article.blocks[block];
    for (const { id, start, end } of intervals.in(block)) {
      const annotation = model.annotations.get(id);
      if (!annotation || !bounds || annotation.spans[0]?.start !== start || start < bounds.start) continue;
      const rect = places.range({ start, end: Math.min(end, bounds.end) })?.getClientRects()[0];
      if (rect && rect.height > 0) letters.push({ annotation, top: rect.top - top + rect.height / 2 });
    }
  }
  return letters;
}

function measureBrackets(
  model: Model,
  letters: ReadonlyMap<string, Letter>,
  topOf: (id: string) => number | undefined,
  longest: number,
  emphasised: ReadonlySet<string>,
): Bracket[] {
  const brackets = new Map<string, Bracket>();
  for (const id of letters.keys()) {
    const { onto, from } = relatedTo(model, id);
    for (const argument of [...onto, ...from]) {
      const conclusion = conclusionOf(argument);
      if (!conclusion || brackets.has(argument.id)) continue;
      const tops = membersOf(model, argument)
        .map(topOf)
        .filter((top) => top !== undefined);
      const start = Math.min(...tops);
      const end = Math.max(...tops);
      if (tops.length < 2 || (end - start > longest && !touches(argument, emphasised))) continue;
      brackets.set(argument.id, {
        id: argument.id,
        start,
        end: Math.max(end, start + 14),
        relation: conclusion.relation,
      });
    }
  }
  return [...brackets.values()];
}

/** The annotations that an argument ties together: premises and conclusion; for an undercut the premises of the argument that it attacks. */
function membersOf(model: Model, argument: Argument): string[] {
  const target = conclusionOf(argument)?.target ?? '';
  return [...argument.premises, ...(model.arguments.get(target)?.premises ?? [target])];
}

const touches = (argument: Argument, ids: ReadonlySet<string>): boolean =>
  argument.premises.some((premise) => ids.has(premise)) || ids.has(conclusionOf(argument)?.target ?? '');

function bracketsMissing({ model }: Scene, id: string, drawn: ReadonlySet<string>): boolean {
  const { onto, from } = relatedTo(model, id);
  return [...onto, ...from].some((argument) => !drawn.has(argument.id));
}

/** Letters of one line of text stand side by side, in the order of the text. */
function byLine(letters: readonly Letter[]): Letter[][] {
  const lines: Letter[][] = [];
  for (const letter of [...letters].sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    if (line && letter.top - (line[0]?.top ?? 0) < 9) line.push(letter);
    else lines.push([letter]);
  }
  for (const line of lines) line.sort((a, b) => compareInText(a.annotation, b.annotation));
  return lines;
}
