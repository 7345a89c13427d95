/*
 * Which sections are near the view: only those carry highlights and margin signs. The browser lays far sections out when it is idle, section
 * by section, so that caret moves, the accessibility tree and the scroll bar are right everywhere soon after the first screen stands.
 */
import type { Page, Section } from './page';
import type { Skeleton } from './skeleton';

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
  const put = (section: Section, isNear: boolean) => {
    if (near.has(section) === isNear) return;
    if (isNear) near.add(section);
    else near.delete(section);
    changed(section, isNear);
  };
  // Found by halving at each scroll: an IntersectionObserver would look at every section of the article in every frame.
  const look = () => {
    const view = scroller.getBoundingClientRect();
    const now = new Set(sectionsBetween(page.sections, view.top - view.height, view.bottom + view.height));
    for (const section of near) if (!now.has(section)) put(section, false);
    for (const section of now) put(section, true);
  };
  scroller.addEventListener('scroll', look, { passive: true });
  const resized = new ResizeObserver(look);
  resized.observe(scroller);
  resized.observe(column);

  let next = 0;
  let idle = 0;
  // Not before the first screen stands and the first key could have been pressed.
  const start = setTimeout(() => {
    idle = requestIdleCallback(release);
  }, 400);
  function release(deadline: IdleDeadline): void {
    while (next < page.sections.length && deadline.timeRemaining() > 6) {
      const batch = page.sections.slice(next, next + 4);
      next += batch.length;
      for (const section of batch) section.element.classList.add('laid');
      // The layout is done here, inside the idle time, and not at the next frame.
      batch[0]?.element.getBoundingClientRect();
    }
    if (next < page.sections.length) idle = requestIdleCallback(release);
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
      for (const one of page.sections.slice(Math.max(0, i - 1), i + 2)) one.element.classList.add('laid');
    },
    dispose: () => {
      scroller.removeEventListener('scroll', look);
      resized.disconnect();
      clearTimeout(start);
      cancelIdleCallback(idle);
    },
  };
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
