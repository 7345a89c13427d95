/* What of an article needs a person's eye, counted: for the badge of the "Annotations" view and for the rows of the "Articles" tree. */
import { indexOf } from '../../core/annotation/model';
import * as l10n from '../../core/l10n';
import type { AnnotatedArticle } from '../articles';

/** Orphans, annotations that have drifted, and problems: how many in all, and each in words, without those that there are none of. */
export function toLookAt({ sidecar, placements, codebookProblems }: AnnotatedArticle): {
  readonly count: number;
  readonly parts: readonly string[];
} {
  let orphans = 0;
  let drifted = 0;
  for (const id of indexOf(sidecar.set).annotations.keys()) {
    const status = placements.get(id)?.status;
    if (status === 'orphan') orphans++;
    if (status === 'drifted') drifted++;
  }
  const problems = sidecar.problems.length + codebookProblems.length;
  const parts = [
    ...(orphans > 0 ? [l10n.plural(orphans, '{0} orphan', '{0} orphans')] : []),
    ...(drifted > 0 ? [l10n.plural(drifted, '{0} to look at', '{0} to look at')] : []),
    ...(problems > 0 ? [l10n.plural(problems, '{0} problem', '{0} problems')] : []),
  ];
  return { count: orphans + drifted + problems, parts };
}

/** Undefined where there is nothing to look at. */
export function badgeOf(state: AnnotatedArticle): { readonly value: number; readonly tooltip: string } | undefined {
  const { count, parts } = toLookAt(state);
  return count === 0 ? undefined : { value: count, tooltip: l10n.commas(parts) };
}
