/* The rows of the tree "Outline": which there are for an article at one moment, and whether two moments differ in them. Loaded with the first. */
import { sectionsOf } from '../../core/annotation/sections';
import { append } from '../../core/append';
import type { Span } from '../../core/article/article';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';

/** A section, as its row says it. */
export interface OutlineRow {
  /** The same while the text above is edited, so that folds are kept. */
  readonly id: string;
  readonly words: string;
  /** How many annotations begin in it. */
  readonly count: number;
  readonly parent: OutlineRow | undefined;
}

/** The rows of an article, in text order, and where they lead in the text as it is now. */
export interface Outline {
  readonly state: AnnotatedArticle;
  readonly rows: readonly OutlineRow[];
  readonly spans: readonly Span[];
  readonly below: ReadonlyMap<OutlineRow | undefined, readonly OutlineRow[]>;
}

export function outlineOf(state: AnnotatedArticle): Outline {
  const sections = sectionsOf(state.article, state.placements);
  const rows: OutlineRow[] = [];
  const below = new Map<OutlineRow | undefined, OutlineRow[]>();
  for (const { words, namesakes, parent: above, count } of sections) {
    const parent = above === undefined ? undefined : rows[above];
    const id = `${state.uri} ${words === undefined ? '' : namesakes} ${words ?? ''}`;
    const row = { id, words: words ?? l10n.t('Beginning'), count, parent };
    rows.push(row);
    append(below, parent, row);
  }
  return { state, rows, spans: sections.map(({ span }) => span), below };
}

/** Whether all rows say the same, wherever they lead by now. */
export function sameRows(a: readonly OutlineRow[], b: readonly OutlineRow[]): boolean {
  const same = ({ id, count, parent }: OutlineRow, other: OutlineRow | undefined) =>
    other !== undefined && id === other.id && count === other.count && parent?.id === other.parent?.id;
  return a.length === b.length && a.every((row, i) => same(row, b[i]));
}
