/*
 * What the filter's list offers for the text typed so far: fields where a new condition could begin, and behind a field its values, each with
 * how many annotations have it among those that the rest of the filter lets through.
 */
import { attributeLabel, attributesOf } from '../../core/annotation/codebook';
import { folded } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';
import { annotationFilter, valuesOf } from './annotationFilter';
import { fieldName, filterTerms, termText } from './filterTerms';
import type { TreeSource } from './treeNodes';

export interface FilterOffer {
  readonly label: string;
  readonly description: string;
  /** The filter's text with it. */
  readonly typed: string;
}

/** Empty while words are being typed. */
export function filterOffers(typed: string, source: TreeSource): readonly FilterOffer[] {
  const last = filterTerms(typed).at(-1);
  const isBehind = last !== undefined && last.end === typed.length && !last.whole;
  if (!isBehind) return fieldOffers(/^$|\s$/.test(typed) ? typed : `${typed} `, source);
  if (last.field === undefined) return [];
  return valueOffers(typed.slice(0, last.start), { field: last.field, begun: last.value }, source);
}

function fieldOffers(before: string, { codebook }: TreeSource): FilterOffer[] {
  const fields = new Map([
    ['tag', l10n.t('Tag')],
    ['by', l10n.t('Person')],
    ['status', l10n.t('Status')],
  ]);
  for (const one of attributesOf(codebook)) {
    const name = fieldName(one.name);
    if (!fields.has(name)) fields.set(name, attributeLabel(one));
  }
  return [...fields].map(([name, label]) => ({ label, description: `${name}:`, typed: `${before}${name}:` }));
}

/** The values of a field that begin like what was typed behind it, the most frequent first, and last the annotations that have none. */
function valueOffers(
  before: string,
  { field, begun }: { readonly field: string; readonly begun: string },
  source: TreeSource,
): FilterOffer[] {
  const values = valuesOf(field, source);
  if (!values) return [];
  const { filter } = annotationFilter(before, source);
  const counts = new Map<string, { readonly label: string; count: number }>();
  let without = 0;
  for (const annotation of source.set.annotations) {
    if (filter && !filter(annotation)) continue;
    const all = values(annotation);
    if (all.length === 0) without++;
    for (const names of all) {
      const [name, label = name] = names;
      const known = counts.get(name);
      if (known) known.count++;
      else if (names.some((one) => folded(one).includes(folded(begun)))) counts.set(name, { label, count: 1 });
    }
  }
  const found = [...counts]
    .sort(([, a], [, b]) => b.count - a.count || a.label.localeCompare(b.label))
    .slice(0, mostOffered);
  const offers = found.map(([name, { label, count }]) => ({
    label,
    description: l10n.number(count),
    typed: `${before}${termText(field, name)} `,
  }));
  if (without === 0 || begun !== '') return offers;
  return [
    ...offers,
    { label: l10n.t('None'), description: l10n.number(without), typed: `${before}${termText(field, '')} ` },
  ];
}

const mostOffered = 100;
