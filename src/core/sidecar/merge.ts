/*
 * Two versions of a sidecar and the one that both came from, made into one by id and field (sidecar.md, rule 6): the same way for another program's
 * changes found when saving or reloading, and for git. The result is our text with their changes patched in; nobody's work is dropped unasked.
 */
import { sameValue } from '../annotation/edit';
import { entryKinds } from '../annotation/model';
import * as l10n from '../l10n';
import type { Problem } from '../problem';
import { mergedCut } from './mergeCut';
import type { Choose, Clash } from './mergeFields';
import { sameLines, Version } from './mergeItems';
import { Plan } from './mergePlan';
import { mergedWhole } from './mergeWhole';
import { readSidecar, sidecarText } from './read';
import type { Sidecar } from './sidecar';

export interface Merged {
  readonly sidecar: Sidecar;
  /** What both sides changed, each in another way. Their values in the result are what `choose` said, else ours. */
  readonly clashes: readonly Clash[];
  /** Why nothing was merged, in a sentence: then the result is our version, unchanged, and theirs must not be written over. */
  readonly failure?: string;
}

/**
 * Merges their changes since `base` into our version. `base` undefined: there is none that both are known to come from, so what both have is taken for
 * it, and nothing counts as taken out. `choose` decides clashes; without it our fields stay, and an entry that one side changed and the other
 * took out stays with its changes.
 */
export function mergeVersions(base: Sidecar | undefined, ours: Sidecar, theirs: Sidecar, choose?: Choose): Merged {
  const why = (side: Sidecar): string => (side.problems[0] as Problem).message;
  if (base?.readOnly) return failed(ours, l10n.t('The version that both came from cannot be read: {0}', why(base)));
  if (ours.readOnly) return failed(ours, l10n.t('Our version cannot be read: {0}', why(ours)));
  if (theirs.readOnly) return failed(ours, l10n.t('Their version cannot be read: {0}', why(theirs)));
  const plan = new Plan(base && new Version(base), new Version(ours), new Version(theirs), choose);
  const text = plan.ours.isCut ? mergedCut(plan) : mergedWhole(plan);
  const sidecar = text === undefined ? undefined : text === sidecarText(ours) ? ours : readSidecar(text);
  if (!sidecar || !says(sidecar, plan)) {
    return failed(
      ours,
      l10n.t(
        'The two versions are written in ways that cannot be merged without losing something. Merge them by hand.',
      ),
    );
  }
  return { sidecar, clashes: plan.clashes };
}

const failed = (ours: Sidecar, failure: string): Merged => ({ sidecar: ours, clashes: [], failure });

/** Whether what was written says what was planned, entry by entry: read again, not taken on trust. */
function says(sidecar: Sidecar, plan: Plan): boolean {
  if (sidecar.readOnly) return false;
  const result = new Version(sidecar);
  if (!sameValue({ ...result.keys() }, { ...plan.keys })) return false;
  return entryKinds.every((kind) => {
    const items = result.items[kind];
    return (
      items.length === plan.fates[kind].length &&
      plan.fates[kind].every((fate, at) => {
        const item = items[at];
        if (!item) return false;
        if (fate.do === 'keep' && plan.ours.isCut && sameLines(item.piece, fate.ours.piece)) return true;
        return sameValue(result.valueOf(item), plan.valueOf(fate));
      })
    );
  });
}
