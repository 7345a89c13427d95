/*
 * The overview ruler at the right edge: one canvas, whatever there is, drawn in idle time from where the sections stand. A click goes to what is
 * there; with the keyboard, and for screen readers, it is a list of which only the rows around the active one are in the page.
 */
import type { Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';
import type { Reader } from '../reader';
import { type Heights, type Mark, markAt, markInWords, marksOf, overviewInWords, rowsOf } from './overview';

/** In CSS pixels. */
const width = 12;
const near = 5;
const leastHeight = 2;
/** How long to wait for more changes, and how long at most; milliseconds. */
const moment = 250;
const longest = 1000;
/** Rows of the list on either side of the active one. */
const rowsAround = 3;

export interface Ruler {
  /** Something that it shows has changed or moved. */
  touch(): void;
}

type Ruled = Pick<Reader, 'skeleton' | 'view' | 'caret' | 'model' | 'pick' | 'setUi'>;

export function createRuler(reader: Ruled): Ruler {
  const { ruler, scroller, paper, unplaced } = reader.skeleton;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  const rows = document.createElement('div');
  rows.className = 'ruler-rows';
  ruler.append(canvas, rows);
  let marks: readonly Mark[] = [];
  let active = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  // When nothing has changed for a moment: sections far away come in by the hundred while the page is idle, and tags one after the other.
  const touch = () => {
    const now = performance.now();
    if (timer === undefined) latest = now + longest;
    clearTimeout(timer);
    timer = setTimeout(() => requestIdleCallback(draw, { timeout: 300 }), Math.max(0, Math.min(moment, latest - now)));
  };

  function draw(): void {
    timer = undefined;
    const { model } = reader;
    if (!model) return;
    marks = marksOf(model, reader.view.found, heightsNow());
    paint();
    ruler.setAttribute('aria-label', overviewInWords(marks));
    ruler.dataset.marks = String(marks.length);
    ruler.tabIndex = marks.length > 0 ? 0 : -1;
    active = Math.max(0, Math.min(active, marks.length - 1));
    drawRows();
  }

  /** All that is measured, in one go; inside of a section a place is where its share of the text is. */
  const heightsNow = (): Heights => {
    const { page } = reader.view;
    const { blocks } = page.article;
    const { top: base } = paper.getBoundingClientRect();
    const whole = Math.max(1, scroller.scrollHeight);
    const parts = page.sections.map(({ element, first, end }) => {
      const { top, height } = element.getBoundingClientRect();
      return { start: blocks[first]?.start ?? 0, end: blocks[end - 1]?.end ?? 0, top: top - base, height };
    });
    const list = (unplaced.querySelector('.unplaced-list') ?? unplaced).getBoundingClientRect();
    return {
      at: (offset) => {
        const part = parts[Math.max(0, lastStartingBy(parts, offset))];
        if (!part) return 0;
        const share = Math.min(1, Math.max(0, (offset - part.start) / Math.max(1, part.end - part.start)));
        return (part.top + share * part.height) / whole;
      },
      orphans: { top: (list.top - base) / whole, bottom: (list.bottom - base) / whole },
    };
  };

  const paint = () => {
    const ratio = window.devicePixelRatio || 1;
    const height = Math.round(ruler.clientHeight * ratio);
    canvas.width = Math.round(width * ratio);
    canvas.height = height;
    const context = canvas.getContext('2d');
    const { model } = reader;
    if (!context || !model || height === 0) return;
    const style = getComputedStyle(reader.skeleton.root);
    const colours = new Map<string, string>();
    const colour = (name: string): string => {
      const known = colours.get(name) ?? style.getPropertyValue(name).trim();
      colours.set(name, known);
      return known;
    };
    const nameOf = new Map(model.codebook.tags.map((tag) => [tag.name, `--tag-${tag.colour}`]));
    const lane = (kind: Mark['kind'], from: number, to: number, colourOf: (mark: Mark) => string) => {
      const own = marks.filter((mark) => mark.kind === kind);
      for (const row of rowsOf(own, colourOf, height, Math.round(leastHeight * ratio))) {
        context.fillStyle = row.colour;
        context.fillRect(from * ratio, row.top, (to - from) * ratio, row.height);
      }
    };
    lane('annotation', 1, 6, ({ annotation }) => colour(nameOf.get(annotation?.tag ?? '') ?? '--tag-unknown'));
    lane('found', 7, 11, () => colour('--overview-found'));
    lane('orphan', 1, 11, () => colour('--overview-orphan'));
  };

  const drawRows = () => {
    const { model } = reader;
    if (!model || marks.length === 0) {
      ruler.removeAttribute('role');
      ruler.removeAttribute('aria-activedescendant');
      rows.replaceChildren();
      return;
    }
    ruler.setAttribute('role', 'listbox');
    const from = Math.max(0, active - rowsAround);
    const shown = marks.slice(from, active + rowsAround + 1).map((mark, i) => {
      const row = document.createElement('div');
      row.id = `overview-${from + i}`;
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', String(from + i === active));
      row.setAttribute('aria-setsize', String(marks.length));
      row.setAttribute('aria-posinset', String(from + i + 1));
      row.dir = 'auto';
      row.textContent = markInWords(mark, model);
      return row;
    });
    rows.replaceChildren(...shown);
    rows.style.top = `${Math.min(95, (marks[active]?.top ?? 0) * 100)}%`;
    ruler.setAttribute('aria-activedescendant', `overview-${active}`);
  };

  const go = (mark: Mark, focus: boolean) => {
    const { annotation, span } = mark;
    if (mark.kind === 'orphan' && annotation) {
      unplaced.scrollIntoView({ block: 'nearest' });
      reader.pick(annotation.id);
      if (focus) unplaced.querySelector<HTMLElement>(`[data-id="${CSS.escape(annotation.id)}"]`)?.focus();
    } else if (annotation && isFirst(annotation.spans, span)) reader.pick(annotation.id, { flash: true, focus });
    else if (span) {
      reader.view.bringIntoView(span);
      reader.caret.set(span.start, mark.kind === 'found' ? span.end : span.start);
      if (focus) reader.caret.takeFocus();
    }
  };

  const fractionAt = (event: MouseEvent): number => {
    const { top, height } = ruler.getBoundingClientRect();
    return (event.clientY - top) / Math.max(1, height);
  };
  const under = (event: MouseEvent): number => markAt(marks, fractionAt(event), near / Math.max(1, ruler.clientHeight));

  ruler.addEventListener('mousedown', (event) => event.preventDefault());
  ruler.addEventListener('click', (event) => {
    const mark = marks[under(event)];
    if (mark) go(mark, true);
    else scroller.scrollTop = fractionAt(event) * scroller.scrollHeight - scroller.clientHeight / 2;
  });
  ruler.addEventListener('mousemove', (event) => {
    const mark = marks[under(event)];
    ruler.title = mark && reader.model ? markInWords(mark, reader.model) : '';
  });
  ruler.addEventListener('focus', () => {
    const after = marks.findIndex(({ span }) => (span?.end ?? Number.POSITIVE_INFINITY) >= reader.caret.focus);
    active = Math.max(0, after);
    drawRows();
  });
  ruler.addEventListener('keydown', (event) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 10, PageUp: active - 10 };
    const ends = { Home: 0, End: marks.length - 1 };
    const next = { ...to, ...ends }[event.key];
    const mark = marks[active];
    if (next !== undefined) {
      active = Math.max(0, Math.min(marks.length - 1, next));
      drawRows();
      const span = marks[active]?.span;
      if (span) reader.view.bringIntoView(span);
      else unplaced.scrollIntoView({ block: 'nearest' });
    } else if ((event.key === 'Enter' || event.key === ' ') && mark) go(mark, true);
    else if (event.key === 'Escape') reader.caret.takeFocus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const moved = new ResizeObserver(touch);
  for (const element of [ruler, paper]) moved.observe(element);
  // Another theme comes as another class of the body.
  new MutationObserver(touch).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  return { touch };
}

const isFirst = (spans: readonly Span[], span: Span | undefined): boolean => spans[0]?.start === span?.start;
