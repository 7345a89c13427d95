/* What the "Annotations" view says of itself: how it is laid out, beside its title, and what needs a look, as its badge. */
import type { Codebook } from '../../core/annotation/codebook';
import { indexOf } from '../../core/annotation/model';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';
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

/** What is to be looked at in an article: orphans, annotations that have drifted, problems; undefined where there is nothing. */
export function badgeOf({
  sidecar,
  placements,
  codebookProblems,
}: Pick<AnnotatedArticle, 'sidecar' | 'placements' | 'codebookProblems'>):
  | { readonly value: number; readonly tooltip: string }
  | undefined {
  let orphans = 0;
  let drifted = 0;
  for (const id of indexOf(sidecar.set).annotations.keys()) {
    const status = placements.get(id)?.status;
    if (status === 'orphan') orphans++;
    if (status === 'drifted') drifted++;
  }
  const problems = sidecar.problems.length + codebookProblems.length;
  if (orphans + drifted + problems === 0) return undefined;
  const parts = [
    ...(orphans > 0 ? [l10n.plural(orphans, '{0} orphan', '{0} orphans')] : []),
    ...(drifted > 0 ? [l10n.plural(drifted, '{0} to look at', '{0} to look at')] : []),
    ...(problems > 0 ? [l10n.plural(problems, '{0} problem', '{0} problems')] : []),
  ];
  return { value: orphans + drifted + problems, tooltip: l10n.commas(parts) };
}
