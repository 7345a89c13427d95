/*
 * Long lists of a tree cut into parts of a bearable size, so that opening one never asks VS Code for thousands of rows: by the
 * article's headings where it has some, else by its paragraphs, and evenly where many annotations stand in one paragraph.
 */

import { oneLine, shorten } from '../../core/annotation/words';
import type { Article, Block } from '../../core/article/article';
import * as l10n from '../../core/l10n';

/** The most rows that a list of the tree has before it is cut into parts. */
export const longestList = 200;

export interface Chunk<T> {
  readonly label: string;
  readonly members: readonly T[];
}

/** Lists that are short enough come back undefined. The members must stand in text order; those without a place come last. */
export function chunked<T>(
  members: readonly T[],
  placeOf: (member: T) => number | undefined,
  article: Article,
): readonly Chunk<T>[] | undefined {
  if (members.length <= longestList) return undefined;
  const units = unitsOf(article);
  const runs = runsByUnit(members, placeOf, units);
  const chunks: Chunk<T>[] = [];
  let pending: Run<T>[] = [];
  let size = 0;
  const flush = () => {
    if (pending.length === 0) return;
    chunks.push({ label: labelOf(pending, units), members: pending.flatMap((run) => run.members) });
    pending = [];
    size = 0;
  };
  for (const run of runs) {
    if (size + run.members.length > longestList) flush();
    if (run.members.length > longestList) chunks.push(...evenly(run, units));
    else {
      pending.push(run);
      size += run.members.length;
    }
  }
  flush();
  return chunks;
}

interface Unit {
  readonly start: number;
  readonly label: string;
  /** The number of the paragraph, or undefined where the units are headings. */
  readonly paragraph?: number;
}
interface Run<T> {
  /** Undefined for members that stand nowhere in the text. */
  readonly unit: number | undefined;
  readonly members: readonly T[];
}

const unitsKept = new WeakMap<Article, readonly Unit[]>();

function unitsOf(article: Article): readonly Unit[] {
  let units = unitsKept.get(article);
  if (!units) {
    const headings = article.blocks.filter((block) => block.kind === 'heading');
    units =
      headings.length > 1
        ? [
            { start: 0, label: l10n.t('Beginning') },
            ...headings.map((block) => ({ start: block.start, label: words(block, article) })),
          ]
        : article.blocks
            .filter((block) => block.kind !== 'furniture' && block.kind !== 'rule')
            .map((block, i) => ({ start: block.start, label: words(block, article), paragraph: i + 1 }));
    unitsKept.set(article, units);
  }
  return units;
}

const words = (block: Block, article: Article): string => {
  const shown = block.runs.map((run) => article.text.slice(run.start, Math.min(run.end, run.start + 120))).join('');
  return shorten(oneLine(shown), 40);
};

function runsByUnit<T>(
  members: readonly T[],
  placeOf: (member: T) => number | undefined,
  units: readonly Unit[],
): Run<T>[] {
  const runs: { unit: number | undefined; members: T[] }[] = [];
  let unit = 0;
  for (const member of members) {
    const place = placeOf(member);
    if (place !== undefined) while ((units[unit + 1]?.start ?? Number.POSITIVE_INFINITY) <= place) unit++;
    const at = place === undefined ? undefined : unit;
    const last = runs.at(-1);
    if (last && last.unit === at) last.members.push(member);
    else runs.push({ unit: at, members: [member] });
  }
  return runs;
}

/** The same for a list that is not in text order: by number alone. */
export function evenParts<T>(members: readonly T[]): readonly Chunk<T>[] | undefined {
  if (members.length <= longestList) return undefined;
  const size = Math.ceil(members.length / Math.ceil(members.length / longestList));
  return Array.from({ length: Math.ceil(members.length / size) }, (_, i) => {
    const some = members.slice(i * size, (i + 1) * size);
    return { label: `${l10n.number(i * size + 1)}–${l10n.number(i * size + some.length)}`, members: some };
  });
}

function evenly<T>(run: Run<T>, units: readonly Unit[]): Chunk<T>[] {
  const parts = Math.ceil(run.members.length / longestList);
  const size = Math.ceil(run.members.length / parts);
  return Array.from({ length: parts }, (_, i) => ({
    label: l10n.t('{0} ({1} of {2})', labelOf([run], units), i + 1, parts),
    members: run.members.slice(i * size, (i + 1) * size),
  }));
}

function labelOf<T>(runs: readonly Run<T>[], units: readonly Unit[]): string {
  const placed = runs.flatMap((run) => (run.unit === undefined ? [] : (units[run.unit] ?? [])));
  const first = placed[0];
  const last = placed.at(-1);
  if (!first || !last) return l10n.t('Not in the text');
  if (first.paragraph === undefined || last.paragraph === undefined) {
    return first === last ? first.label : `${first.label} – ${last.label}`;
  }
  const range =
    first === last
      ? l10n.t('Paragraph {0}', first.paragraph)
      : l10n.t('Paragraphs {0}–{1}', first.paragraph, last.paragraph);
  return `${range}: ${first.label}`;
}
