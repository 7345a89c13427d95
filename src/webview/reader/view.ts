/*
 * The article as it stands on the page together with what is drawn on it: built anew when the text changes, and otherwise only touched where
 * a change of annotations falls near the view. Everything that asks "where is that?" asks here.
 */
import type { Relation } from '../../core/annotation/model';
import type { Span } from '../../core/article/article';
import { lastStartingBy } from '../../core/article/ranges';
import { createMargin } from './margin/margin';
import { createHighlights, type MarkName } from './marks/highlights';
import { createIntervals, type Intervals } from './marks/intervals';
import { createUnderlineLanes, type UnderlineLanes } from './marks/underlineLanes';
import { changedIds } from './model/patchedMap';
import type { Model } from './model/store';
import type { Skeleton } from './skeleton';
import { firstReaching, type Near, watchNear } from './text/near';
import { buildPage, isOpen, type Page, sectionOfBlock, setFold } from './text/page';
import { createPlaces, type Places } from './text/places';
import { shownFrom } from './text/runs';

/** A place to come back to: an offset of the text, and how many pixels its line is below the top edge of the view. */
export interface TopPlace {
  readonly offset: number;
  readonly below: number;
}

export interface ArticleView {
  readonly page: Page;
  readonly places: Places;
  readonly intervals: Intervals;
  /** Draws the whole article; the first screen with all its highlights in this task. */
  show(model: Model, openFolds: ReadonlySet<number>, top?: TopPlace): void;
  /** Draws again what differs between two models of one article. */
  update(before: Model, after: Model): void;
  emphasise(ids: readonly string[], related: ReadonlyMap<string, Relation>): void;
  mark(name: MarkName, spans: readonly Span[]): void;
  /** Marks what was found, in text order; painted near the view only, however much it is. */
  showFound(spans: readonly Span[]): void;
  readonly found: readonly Span[];
  /** Makes a place real and visible: folds open, sections near it laid out, scrolled to where it is out of view. */
  bringIntoView(span: Span): void;
  /** Scrolls on to an end of the page, with what stands there beside the text, where this place stays in the view. */
  showEdge(edge: 'start' | 'end', offset: number): void;
  /** Opens the fold that a place stands in; true when it was closed. */
  unfold(offset: number): boolean;
  /** To be called before a caret move starts at this offset. */
  prepare(offset: number): void;
  openFolds(): number[];
  top(): TopPlace;
  /** The annotations painted under a point of the window, the smallest first. */
  at(x: number, y: number): string[];
  offsetAt(x: number, y: number): number | undefined;
}

/** `changed` is called after what is marked on the page has changed. */
export function createView(skeleton: Skeleton, changed: () => void): ArticleView {
  const { column, scroller } = skeleton;
  let model: Model;
  let page: Page;
  let places: Places;
  let intervals: Intervals;
  let lanes: UnderlineLanes;
  let near: Near | undefined;
  let found: readonly Span[] = [];
  const highlights = createHighlights((id) => model.annotations.get(id));
  const margin = createMargin(skeleton);

  const show: ArticleView['show'] = (newModel, openFolds, top) => {
    near?.dispose();
    const sameCodebook = model?.codebook === newModel.codebook;
    model = newModel;
    page = buildPage(column, model.article, openFolds);
    places = createPlaces(column, page);
    intervals = createIntervals(model.article, model.annotations.values());
    if (!sameCodebook) highlights.setCodebook(model.codebook);
    found = [];
    lanes = createUnderlineLanes(model.article, intervals);
    highlights.setPage(page, places, { article: model.article, runs: page.runs, intervals, lanes });
    margin.setPage({ page, places, intervals, model, near: () => near?.sections ?? new Set() });
    near = watchNear(page, skeleton, (section, isNear) => {
      if (isNear) highlights.draw(section);
      else highlights.clear(section);
      margin.touch();
    });
    if (top) backTo(top);
    near.settle();
    changed();
  };

  const backTo = (top: TopPlace) => {
    const offset = shownFrom(page.runs, top.offset);
    near?.materialise(sectionOfBlock(page, lastStartingBy(page.article.blocks, offset)));
    const rect = rectOf({ start: offset, end: offset });
    if (rect) scroller.scrollTop += rect.top - scroller.getBoundingClientRect().top - top.below;
  };

  const rectOf = (span: Span): DOMRect | undefined => {
    const range = places.range(span);
    return range?.getClientRects()[0] ?? range?.getBoundingClientRect();
  };

  const unfold = (offset: number): boolean => {
    const fold = page.folds.get(lastStartingBy(page.article.blocks, offset));
    if (!fold || isOpen(fold)) return false;
    setFold(fold, true);
    margin.touch();
    return true;
  };

  const offsetAt: ArticleView['offsetAt'] = (x, y) => {
    // The pointer may be over the page before the article is in it.
    if (!near) return undefined;
    const position = document.caretPositionFromPoint?.(x, y);
    if (position) return places.offsetOf(position.offsetNode, position.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? places.offsetOf(range.startContainer, range.startOffset) : undefined;
  };

  return {
    get page() {
      return page;
    },
    get places() {
      return places;
    },
    get intervals() {
      return intervals;
    },
    show,
    update: (before, after) => {
      model = after;
      const newCodebook = before.codebook !== after.codebook;
      if (newCodebook) highlights.setCodebook(after.codebook);
      const blocks = new Set<number>();
      for (const id of changedIds(before.annotations, after.annotations)) {
        const now = after.annotations.get(id);
        for (const block of intervals.set(id, now?.spans ?? [])) blocks.add(block);
      }
      const sections = new Set([...lanes.touch(blocks)].flatMap((block) => sectionOfBlock(page, block) ?? []));
      for (const section of near?.sections ?? []) if (newCodebook || sections.has(section)) highlights.draw(section);
      margin.setModel(after, sections);
      changed();
    },
    emphasise: (ids, related) => {
      highlights.emphasise(ids, related);
      margin.emphasise(ids, related);
    },
    mark: highlights.mark,
    showFound: (spans) => {
      found = spans;
      highlights.setFound(spans, near?.sections ?? []);
      changed();
    },
    get found() {
      return found;
    },
    bringIntoView: (span) => {
      unfold(span.start);
      const section = sectionOfBlock(page, lastStartingBy(page.article.blocks, span.start));
      near?.materialise(section);
      near?.materialise(sectionOfBlock(page, lastStartingBy(page.article.blocks, span.end)));
      const view = scroller.getBoundingClientRect();
      const rect = places.range(span)?.getBoundingClientRect();
      if (!rect) return;
      const margins = Math.min(72, view.height / 6);
      if (rect.top < view.top + margins || Math.min(rect.bottom, rect.top + view.height / 2) > view.bottom - margins) {
        scroller.scrollTop += rect.top - view.top - view.height / 3;
        near?.settle();
      }
    },
    showEdge: (edge, offset) => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      const by = edge === 'start' ? -scrollTop : scrollHeight - clientHeight - scrollTop;
      const { top, bottom } = scroller.getBoundingClientRect();
      const rect = rectOf({ start: offset, end: offset });
      if (rect && rect.top - by > top && rect.bottom - by < bottom) scroller.scrollTop += by;
    },
    unfold,
    prepare: (offset) => near?.materialise(sectionOfBlock(page, lastStartingBy(page.article.blocks, offset))),
    openFolds: () =>
      [...page.folds].filter(([, fold]) => isOpen(fold)).map(([block]) => page.article.blocks[block]?.start ?? 0),
    top: () => {
      const edge = scroller.getBoundingClientRect().top;
      const section = page.sections[firstReaching(page.sections, edge)];
      for (let i = section?.first ?? 0; i < (section?.end ?? 0); i++) {
        const rect = page.elements[i]?.getBoundingClientRect();
        if (rect && rect.bottom > edge) {
          const block = page.article.blocks[i];
          const inside = offsetAt(rect.left + rect.width / 3, Math.max(edge, rect.top) + 2);
          const offset =
            inside !== undefined && block && inside >= block.start && inside <= block.end
              ? inside
              : (block?.start ?? 0);
          return { offset, below: Math.round((rectOf({ start: offset, end: offset })?.top ?? edge) - edge) };
        }
      }
      return { offset: 0, below: 0 };
    },
    offsetAt,
    at: (x, y) => {
      const offset = offsetAt(x, y);
      if (offset === undefined) return [];
      const ids: string[] = [];
      for (const interval of intervals.at(offset)) {
        const block = page.article.blocks[lastStartingBy(page.article.blocks, offset)];
        const start = Math.max(interval.start, block?.start ?? 0);
        const end = Math.min(interval.end, block?.end ?? interval.end);
        const rects = end > start ? places.range({ start, end })?.getClientRects() : undefined;
        if (rects && !ids.includes(interval.id) && [...rects].some((rect) => holds(rect, x, y))) ids.push(interval.id);
      }
      return ids;
    },
  };
}

/** The underline is below the letters' box and belongs to the words. */
const holds = (rect: DOMRect, x: number, y: number): boolean =>
  x >= rect.left && x <= rect.right && y >= rect.top - 1 && y <= rect.bottom + 5;
