/*
 * Tints and underlines, by the CSS Custom Highlight API: the text's DOM stays as it is, whatever overlaps. One highlight per tag and lane for
 * the sections near the view, and a few more for what speaks up. Rules are generated from the codebook; colours are the theme's.
 */

import type { Codebook, Tag } from '../../../core/annotation/codebook';
import type { Relation } from '../../../core/annotation/model';
import type { Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';
import type { PlacedAnnotation } from '../../../messages/content';
import type { Page, Section } from '../text/page';
import type { Places } from '../text/places';
import { highlightName, highlightRules, prefix } from './highlightRules';
import { type Painting, type Piece, piecesIn, piecesOf } from './pieces';
import { mostLanes } from './underlineLanes';

/** Highlights that are not a tag's: drawn over them, the later ones on top. */
const others = ['supports', 'attacks', 'found', 'found-here', 'selected', 'target', 'flash'] as const;
export type MarkName = (typeof others)[number];

export interface Highlights {
  /** Makes the rules for a codebook; sections have to be drawn again afterwards. */
  setCodebook(codebook: Codebook): void;
  setPage(page: Page, places: Places, painting: Painting): void;
  draw(section: Section): void;
  clear(section: Section): void;
  /** What speaks up: one or more annotations, and those that stand in an argument with them. */
  emphasise(ids: readonly string[], related: ReadonlyMap<string, Relation>): void;
  /** What was found, in text order: drawn in these sections, and in others when they are. */
  setFound(spans: readonly Span[], sections: Iterable<Section>): void;
  /** Other marks, such as the target that would be chosen. */
  mark(name: MarkName, spans: readonly Span[]): void;
}

/** A range in a highlight; by its highlight's name and its span. */
interface Stroke {
  readonly highlight: Highlight;
  readonly range: Range;
}
type Strokes = ReadonlyMap<string, Stroke>;

export function createHighlights(annotation: (id: string) => PlacedAnnotation | undefined): Highlights {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const registry = new Map<string, Highlight>();
  const drawn = new Map<Section, Strokes>();
  /** Of what speaks up. */
  let on: Strokes = new Map();
  const foundDrawn = new Map<Section, readonly Range[]>();
  let found: readonly Span[] = [];
  let tags = new Map<string, Tag>();
  let page: Page;
  let places: Places;
  let painting: Painting;

  const register = (name: string, priority: number): Highlight => {
    const highlight = new Highlight();
    highlight.priority = priority;
    registry.set(name, highlight);
    CSS.highlights.set(prefix + name, highlight);
    return highlight;
  };

  /** Made when the first words need it: most tags stand in one lane or two, and every rule costs time in every block. */
  const nameFor = (kind: 'tag' | 'on', { id, lane }: Piece): string | undefined => {
    const one = annotation(id);
    if (!one) return undefined;
    const tag = tags.get(one.tag);
    const name = highlightName(kind, tag?.name, lane);
    if (registry.has(name)) return name;
    for (const rule of highlightRules(tag, lane)) sheet.insertRule(rule);
    register(highlightName('tag', tag?.name, lane), priorityOf('tag', lane));
    register(highlightName('on', tag?.name, lane), priorityOf('on', lane));
    return name;
  };

  /** What was drawn becomes what is wanted. What is in both stays as it is: a block whose ranges change has to be painted anew. */
  const redrawn = (before: Strokes | undefined, wanted: Iterable<readonly [string | undefined, Span]>): Strokes => {
    const after = new Map<string, Stroke>();
    for (const [name, span] of wanted) {
      const highlight = name === undefined ? undefined : registry.get(name);
      const key = `${name} ${span.start} ${span.end}`;
      if (!highlight || after.has(key)) continue;
      const range = before?.get(key)?.range ?? places.range(span);
      if (!range) continue;
      if (!before?.has(key)) highlight.add(range);
      after.set(key, { highlight, range });
    }
    for (const [key, { highlight, range }] of before ?? []) if (!after.has(key)) highlight.delete(range);
    return after;
  };

  const clear: Highlights['clear'] = (section) => {
    redrawn(drawn.get(section), []);
    drawn.delete(section);
    clearFound(section);
  };
  const clearFound = (section: Section) => {
    for (const range of foundDrawn.get(section) ?? []) registry.get('found')?.delete(range);
    foundDrawn.delete(section);
  };

  /** Every highlight is empty, or gone. */
  const forget = () => {
    drawn.clear();
    foundDrawn.clear();
    on = new Map();
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
      forget();
      tags = new Map(codebook.tags.filter(({ name }) => isName(name)).map((tag) => [tag.name, tag]));
      sheet.replaceSync('');
      for (const name of others) register(name, priorityOf(name, 0));
    },
    setPage: (newPage, newPlaces, newPainting) => {
      for (const highlight of registry.values()) highlight.clear();
      forget();
      found = [];
      page = newPage;
      places = newPlaces;
      painting = newPainting;
    },
    draw: (section) => {
      const pieces = piecesIn(painting, section.first, section.end);
      const strokes = redrawn(
        drawn.get(section),
        pieces.map((piece) => [nameFor('tag', piece), piece] as const),
      );
      if (strokes.size > 0) drawn.set(section, strokes);
      else drawn.delete(section);
      if (found.length === 0) return;
      clearFound(section);
      drawFound(section);
    },
    clear,
    emphasise: (ids, related) => {
      const spansOf = (id: string) => annotation(id)?.spans ?? [];
      const own = ids.flatMap((id) => piecesOf(painting, id, spansOf(id)));
      on = redrawn(on, [
        ...own.map((piece) => [nameFor('on', piece), piece] as const),
        ...[...related].flatMap(([id, relation]) => spansOf(id).map((span) => [relation, span] as const)),
      ]);
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

/** What is later in this list lies over what is earlier; of tags the inner ones lie over the outer ones. */
const layers = ['tag', 'supports', 'attacks', 'on', 'found', 'found-here', 'selected', 'target', 'flash'] as const;

const priorityOf = (name: (typeof layers)[number], lane: number): number =>
  layers.indexOf(name) * 10 + mostLanes - lane;

/** As `codebook.md` has names of tags: nothing that would have to be escaped in a rule. */
const isName = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name);
