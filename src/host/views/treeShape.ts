/* How a person wants the "Annotations" tree laid out: what it is grouped by, and in what order annotations stand within a group. */
import { attributeName, type Codebook } from '../../core/annotation/codebook';
import { inSentence } from '../../core/annotation/words';
import * as l10n from '../../core/l10n';

/** `heading`: below the article's headings; `order`: in one list; an attribute by its name, behind `attribute:`. */
export type Grouping = (typeof fixedGroupings)[number] | `attribute:${string}`;
export const fixedGroupings = ['argument', 'heading', 'order', 'tag', 'person', 'status'] as const;

export const sorts = ['position', 'tag', 'newest'] as const;
export type Sort = (typeof sorts)[number];

export interface Shape {
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** The text of the filter. */
  readonly typed: string;
}

/** A grouping that was remembered, or that a key names; undefined for anything else. */
export function groupingFrom(value: unknown): Grouping | undefined {
  if (typeof value !== 'string') return undefined;
  return fixedGroupings.find((one) => one === value) ?? (/^attribute:./s.test(value) ? (value as Grouping) : undefined);
}

export const sortFrom = (value: unknown): Sort | undefined => sorts.find((one) => one === value);

/** The name of the attribute that is grouped by. */
export const attributeOf = (grouping: Grouping): string | undefined => /^attribute:(.+)$/s.exec(grouping)?.[1];

/** "by tag": what stands beside the view's title. */
export function groupingInWords(grouping: Grouping, codebook: Codebook | undefined): string {
  switch (grouping) {
    case 'argument':
      return l10n.t('by argument');
    case 'heading':
      return l10n.t('by heading');
    case 'order':
      return l10n.t('in one list');
    case 'tag':
      return l10n.t('by tag');
    case 'person':
      return l10n.t('by person');
    case 'status':
      return l10n.t('by status');
    default: {
      const name = attributeOf(grouping) ?? '';
      return l10n.t('by {0}', inSentence(codebook ? attributeName(codebook, name) : name));
    }
  }
}

/** Nothing of the order that goes without saying. */
export function sortInWords(sort: Sort): string {
  switch (sort) {
    case 'position':
      return '';
    case 'tag':
      return l10n.t('sorted by tag');
    case 'newest':
      return l10n.t('newest first');
  }
}
