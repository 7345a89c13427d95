/*
 * Which sections are near the view: only those carry highlights, their styles and margin signs. The browser lays out the sections around the
 * view when it is idle, so that caret moves, the accessibility tree and the scroll bar are right there soon after the first screen stands: all
 * of most articles, and of a book as much as a person gets to. What is laid out takes twenty times the memory of its words.
 */

import type { Skeleton } from '../skeleton';
import { type Page, type Section, sayLanguages } from './page';

/** How much is laid out before and after the view, in UTF-16 units. */
const laidAround = 200_000;

/**
 * How far above and below the view is near, in heights of it: as far as a wheel goes before the next frame. The browser makes all highlights
 * anew, and paints all words that have some, whenever anything changes anywhere in the page: there should be few.
 */
const nearAround = 1 / 3;

export interface Near {
  readonly sections: ReadonlySet<Section>;
  /** Draws what is in view now, in this task: for the first screen, and before a jump is shown. */
  settle(): void;
  /** Makes a section and its neighbours real before something needs their layout: a caret move, a jump. */
  materialise(section: Section | undefined): void;
  dispose(): void;
}

export function watchNear(
  page: Page,
  { scroller, column }: Skeleton,
  changed: (section: Section, near: boolean) => void,
): Near {
  const near = new Set<Section>();
  const named = new WeakSet<Section>();
  const name = (section: Section) => {
    if (!named.has(section)) sayLanguages(page, section);
    named.add(section);
  };
  /** The browser lays it out, wherever it is. */
  const lay = (section: Section) => {
    name(section);
    section.element.classList.add('laid');
  };
  const put = (section: Section, isNear: boolean) => {
    if (near.has(section) === isNear) return;
    if (isNear) {
      name(section);
      near.add(section);
    } else near.delete(section);
    section.element.classList.toggle('near', isNear);
    changed(section, isNear);
  };
  /** The first screen stands: what is above and below it may take its time now. */
  let stands = false;
  let idle = 0;
  // Found by halving at each scroll: an IntersectionObserver would look at every section of the article in every frame.
  const look = () => {
    const view = scroller.getBoundingClientRect();
    const around = stands ? view.height * nearAround : 0;
    const now = new Set(sectionsBetween(page.sections, view.top - around, view.bottom + around));
    for (const section of near) if (!now.has(section)) put(section, false);
    for (const section of now) put(section, true);
    layOutSoon();
  };
  scroller.addEventListener('scroll', look, { passive: true });
  const resized = new ResizeObserver(look);
  resized.observe(scroller);
  resized.observe(column);
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      stands = true;
      look();
    });
  });

  // Not before the first key could have been pressed.
  let mayLayOut = false;
  const start = setTimeout(() => {
    mayLayOut = true;
    layOutSoon();
  }, 400);
  const layOutSoon = () => {
    if (mayLayOut && idle === 0) idle = requestIdleCallback(layOut);
  };
  function layOut(deadline: IdleDeadline): void {
    idle = 0;
    const first = firstReaching(page.sections, scroller.getBoundingClientRect().top);
    for (const section of around(page, first)) {
      if (section.element.classList.contains('laid')) continue;
      if (deadline.timeRemaining() < 6) {
        layOutSoon();
        return;
      }
      lay(section);
      // The layout is done here, inside the idle time, and not at the next frame.
      section.element.getBoundingClientRect();
    }
  }

  return {
    sections: near,
    settle: () => {
      const view = scroller.getBoundingClientRect();
      for (const section of sectionsBetween(page.sections, view.top, view.bottom)) put(section, true);
    },
    materialise: (section) => {
      if (!section) return;
      const i = page.sections.indexOf(section);
      page.sections.slice(Math.max(0, i - 1), i + 2).forEach(lay);
    },
    dispose: () => {
      scroller.removeEventListener('scroll', look);
      resized.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(start);
      cancelIdleCallback(idle);
    },
  };
}

/** The sections that are no farther than `laidAround` from one of them, this one first: down and up in turn. A screen reader has all. */
function* around({ sections, article }: Page, first: number): Generator<Section> {
  const start = ({ first }: Section) => article.blocks[first]?.start ?? 0;
  const middle = sections[first];
  if (!middle) return;
  yield middle;
  const most = document.body.classList.contains('vscode-using-screen-reader') ? Number.POSITIVE_INFINITY : laidAround;
  const isIn = (section: Section | undefined): section is Section =>
    section !== undefined && Math.abs(start(section) - start(middle)) <= most;
  for (let away = 1; ; away++) {
    const below = sections[first + away];
    const above = sections[first - away];
    if (!isIn(below) && !isIn(above)) return;
    if (isIn(below)) yield below;
    if (isIn(above)) yield above;
  }
}

/** The first section whose bottom edge is below `top`, by halving: sections stand one under the other. */
export function firstReaching(sections: readonly Section[], top: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle]?.element.getBoundingClientRect().bottom ?? 0) <= top) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sections that stand at least partly between two heights of the window. */
function sectionsBetween(sections: readonly Section[], top: number, bottom: number): Section[] {
  const found: Section[] = [];
  for (let i = firstReaching(sections, top); i < sections.length; i++) {
    const section = sections[i];
    if (!section || section.element.getBoundingClientRect().top > bottom) break;
    found.push(section);
  }
  return found;
}
