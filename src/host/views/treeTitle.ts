/* What the "Annotations" view says of itself beside its title: how it is laid out, and what the filter lets through. */
import type { Codebook } from '../../core/annotation/codebook';
import * as l10n from '../../core/l10n';
import { groupingInWords, type Shape, sortInWords } from './treeShape';

/** "by tag · newest first · 12 of 240: depth tag:claim". */
export function describedShape(
  { grouping, sort, typed }: Shape,
  codebook: Codebook | undefined,
  tree: { readonly filtered: boolean; readonly shown: number; readonly total: number } | undefined,
): string {
  const found = tree?.filtered
    ? l10n.t('{0} of {1}: {2}', l10n.number(tree.shown), l10n.number(tree.total), typed.trim())
    : '';
  return [groupingInWords(grouping, codebook), sortInWords(sort), found].filter(Boolean).join(' · ');
}
