/*
 * What the overview at the right edge shows, in the order of the page: annotations and found words where they stand, orphans, which stand nowhere,
 * where they are listed after the text. Pure; heights are fractions of the page, from 0 to 1.
 */
import { type Codebook, tagOf } from '../../../core/annotation/codebook';
import { shorten } from '../../../core/annotation/words';
import type { Article, Span } from '../../../core/article/article';
import * as l10n from '../../../core/l10n';
import type { PlacedAnnotation } from '../../../messages/content';
import { quoteIn } from '../model/quoteIn';
import { inOrder } from '../model/relations';
import type { Model } from '../model/store';
import { summaryOf } from '../model/summary';
import { around } from '../text/findPlaces';

export interface Mark {
  readonly kind: 'annotation' | 'found' | 'orphan';
  /** Fractions of the page's height. */
  readonly top: number;
  readonly bottom: number;
  /** Not of what is found. */
  readonly annotation?: PlacedAnnotation;
  /** Not of orphans. */
  readonly span?: Span;
}

/** Where things stand on the page now. */
export interface Heights {
  /** Fraction of an offset of the text. */
  at(offset: number): number;
  /** The list of orphans. */
  readonly orphans: { readonly top: number; readonly bottom: number };
}

export function marksOf(model: Pick<Model, 'annotations'>, found: readonly Span[], heights: Heights): Mark[] {
  const marks: Mark[] = [];
  for (const annotation of inOrder(model.annotations)) {
    for (const span of annotation.spans) marks.push({ kind: 'annotation', annotation, span, ...extent(span, heights) });
  }
  for (const span of found) marks.push({ kind: 'found', span, ...extent(span, heights) });
  marks.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  const { orphans } = summaryOf(model.annotations);
  const { top, bottom } = heights.orphans;
  orphans.forEach((annotation, i) => {
    const at = top + ((bottom - top) * (i + 0.5)) / orphans.length;
    marks.push({ kind: 'orphan', annotation, top: at, bottom: at });
  });
  return marks;
}

const extent = ({ start, end }: Span, heights: Heights) => ({ top: heights.at(start), bottom: heights.at(end) });

/** The mark nearest to a fraction of the page, none that is farther away than `most`; of several there the shortest. */
export function markAt(marks: readonly Mark[], fraction: number, most: number): number {
  let best = -1;
  let distance = most;
  marks.forEach((mark, i) => {
    const away = fraction < mark.top ? mark.top - fraction : Math.max(0, fraction - mark.bottom);
    const before = marks[best];
    const shorter = away === distance && (!before || mark.bottom - mark.top < before.bottom - before.top);
    if (away < distance || shorter) {
      best = i;
      distance = away;
    }
  });
  return best;
}

export interface Row {
  readonly top: number;
  readonly height: number;
  readonly colour: string;
}

/** Rows of whole pixels for one lane, at least `least` high, the later marks over the earlier ones; neighbours of one colour are one row. */
export function rowsOf(marks: readonly Mark[], colourOf: (mark: Mark) => string, height: number, least: number): Row[] {
  const colours: (string | undefined)[] = new Array(Math.max(0, height));
  for (const mark of marks) {
    const top = Math.max(0, Math.min(height - least, Math.round(mark.top * height)));
    const bottom = Math.min(height, Math.max(top + least, Math.round(mark.bottom * height)));
    colours.fill(colourOf(mark), top, bottom);
  }
  const rows: Row[] = [];
  for (let from = 0; from < colours.length; ) {
    let to = from + 1;
    while (to < colours.length && colours[to] === colours[from]) to++;
    const colour = colours[from];
    if (colour !== undefined) rows.push({ top: from, height: to - from, colour });
    from = to;
  }
  return rows;
}

/** A mark in words, for tooltip and screen reader. */
export function markInWords(mark: Mark, model: { readonly codebook: Codebook; readonly article: Article }): string {
  if (mark.kind === 'found') {
    const { before, words, after } = around(model.article, mark.span as Span, 30);
    return l10n.t('Found: {0}', `${before}${words}${after}`);
  }
  const { annotation } = mark;
  const label = tagOf(model.codebook, annotation?.tag ?? '').label;
  const words = shorten(annotation ? quoteIn(model.article, annotation) : '', 90);
  return mark.kind === 'orphan' ? l10n.t('Orphan, {0}: {1}', label, words) : `${label}: ${words}`;
}

/** What there is, for the list's name. */
export function overviewInWords(marks: readonly Mark[]): string {
  const count = (kind: Mark['kind']) => marks.filter((mark) => mark.kind === kind).length;
  const annotated = new Set(
    marks.flatMap(({ kind, annotation }) => (kind === 'annotation' && annotation ? annotation.id : [])),
  );
  const [orphans, found] = [count('orphan'), count('found')];
  const said = [
    ...(annotated.size > 0 ? [l10n.plural(annotated.size, '{0} annotation', '{0} annotations')] : []),
    ...(orphans > 0 ? [l10n.plural(orphans, '{0} orphan', '{0} orphans')] : []),
    ...(found > 0 ? [l10n.plural(found, '{0} place found', '{0} places found')] : []),
  ];
  return said.length === 0 ? l10n.t('Overview: nothing is marked') : l10n.t('Overview: {0}', l10n.commas(said));
}
