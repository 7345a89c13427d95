/*
 * Tints and underlines, by the CSS Custom Highlight API: the text's DOM stays as it is, whatever overlaps. One highlight per tag for the
 * sections near the view, and a few more for what speaks up. Rules are generated from the codebook; colours are the theme's.
 */

import type { Codebook } from '../../core/annotation/codebook';
import type { Relation } from '../../core/annotation/model';
import type { Span } from '../../core/article/article';
import { lastStartingBy } from '../../core/article/ranges';
import type { PlacedAnnotation } from '../../messages/content';
import { highlightRules, prefix, unknown } from './highlightRules';
import type { Intervals } from './intervals';
import type { Page, Section } from './page';
import type { Places } from './places';

/** Highlights that are not a tag's: drawn over them, the later ones on top. */
const others = ['supports', 'attacks', 'found', 'found-here', 'selected', 'target', 'flash'] as const;
export type MarkName = (typeof others)[number];

export interface Highlights {
  /** Makes the rules for a codebook; sections have to be drawn again afterwards. */
  setCodebook(codebook: Codebook): void;
  setPage(page: Page, places: Places, intervals: Intervals): void;
  draw(section: Section): void;
  clear(section: Section): void;
  /** What speaks up: one or more annotations, and those that stand in an argument with them. */
  emphasise(ids: readonly string[], related: ReadonlyMap<string, Relation>): void;
  /** What was found, in text order: drawn in these sections, and in others when they are. */
  setFound(spans: readonly Span[], sections: Iterable<Section>): void;
  /** Other marks, such as the target that would be chosen. */
  mark(name: MarkName, spans: readonly Span[]): void;
}

export function createHighlights(annotation: (id: string) => PlacedAnnotation | undefined): Highlights {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const registry = new Map<string, Highlight>();
  const drawn = new Map<Section, { readonly highlight: Highlight; readonly range: Range }[]>();
  const foundDrawn = new Map<Section, readonly Range[]>();
  let found: readonly Span[] = [];
  let tags = new Set<string>();
  let page: Page;
  let places: Places;
  let intervals: Intervals;

  const register = (name: string, priority: number) => {
    const highlight = new Highlight();
    highlight.priority = priority;
    registry.set(name, highlight);
    CSS.highlights.set(prefix + name, highlight);
  };
  const nameOf = (tag: string) => (tags.has(tag) ? `tag-${tag}` : `tag-${unknown}`);

  const clear: Highlights['clear'] = (section) => {
    for (const { highlight, range } of drawn.get(section) ?? []) highlight.delete(range);
    drawn.delete(section);
    for (const range of foundDrawn.get(section) ?? []) registry.get('found')?.delete(range);
    foundDrawn.delete(section);
  };

  const drawFound = (section: Section) => {
    const start = page.article.blocks[section.first]?.start ?? 0;
    const end = page.article.blocks[section.end - 1]?.end ?? 0;
    const ranges: Range[] = [];
    for (let i = Math.max(0, lastStartingBy(found, start)); i < found.length; i++) {
      const span = found[i];
      if (!span || span.start >= end) break;
      const range = span.end > start ? places.range(span) : undefined;
      if (range) ranges.push(range);
    }
    for (const range of ranges) registry.get('found')?.add(range);
    if (ranges.length > 0) foundDrawn.set(section, ranges);
  };

  const fill = (name: string, spans: readonly Span[]) => {
    const highlight = registry.get(name);
    for (const span of spans) {
      const range = places.range(span);
      if (range) highlight?.add(range);
    }
  };

  return {
    setCodebook: (codebook) => {
      CSS.highlights.clear();
      registry.clear();
      drawn.clear();
      foundDrawn.clear();
      const named = codebook.tags.filter(({ name }) => /^[a-z][a-z0-9-]*$/.test(name));
      tags = new Set(named.map((tag) => tag.name));
      named.forEach((tag, i) => {
        register(`tag-${tag.name}`, 1 + i);
        register(`on-${tag.name}`, 200 + i);
      });
      register(`tag-${unknown}`, 0);
      register(`on-${unknown}`, 200);
      others.forEach((name, i) => {
        register(name, (name === 'supports' || name === 'attacks' ? 100 : 300) + i);
      });
      sheet.replaceSync(highlightRules(named));
    },
    setPage: (newPage, newPlaces, newIntervals) => {
      for (const highlight of registry.values()) highlight.clear();
      drawn.clear();
      foundDrawn.clear();
      found = [];
      page = newPage;
      places = newPlaces;
      intervals = newIntervals;
    },
    draw: (section) => {
      clear(section);
      const ranges: { highlight: Highlight; range: Range }[] = [];
      for (let block = section.first; block < section.end; block++) {
        const bounds = page.article.blocks[block];
        if (!bounds) continue;
        for (const interval of intervals.in(block)) {
          const tag = annotation(interval.id)?.tag;
          const highlight = tag === undefined ? undefined : registry.get(nameOf(tag));
          const start = Math.max(interval.start, bounds.start);
          const end = Math.min(interval.end, bounds.end);
          // A piece that holds only signs that are not shown has nothing to paint.
          const range = shows(page, start, end) ? places.range({ start, end }) : undefined;
          if (!highlight || !range) continue;
          highlight.add(range);
          ranges.push({ highlight, range });
        }
      }
      if (ranges.length > 0) drawn.set(section, ranges);
      drawFound(section);
    },
    clear,
    emphasise: (ids, related) => {
      for (const [name, highlight] of registry) {
        if (highlight.size > 0 && (name.startsWith('on-') || name === 'supports' || name === 'attacks'))
          highlight.clear();
      }
      for (const id of ids) {
        const one = annotation(id);
        if (one) fill(nameOf(one.tag).replace('tag-', 'on-'), one.spans);
      }
      for (const [id, relation] of related) fill(relation, annotation(id)?.spans ?? []);
    },
    setFound: (spans, sections) => {
      registry.get('found')?.clear();
      foundDrawn.clear();
      found = spans;
      for (const section of sections) drawFound(section);
    },
    mark: (name, spans) => {
      registry.get(name)?.clear();
      fill(name, spans);
    },
  };
}

function shows(page: Page, start: number, end: number): boolean {
  const run = page.runs[lastStartingBy(page.runs, end - 1)];
  return run !== undefined && run.end > start;
}
