/* A merge's plan carried out on a text of ours that cannot be cut by lines: all of its values at once, changed one by one where they stand. */
import { entryKinds, listOf } from '../annotation/model';
import type { Plain } from '../yaml/values';
import type { Value } from './entryText';
import { newlineOf } from './lines';
import { asMap, patchedMapText } from './mapPatch';
import type { Plan } from './mergePlan';
import { rootOrder } from './schema';
import { sourceOf, textOf } from './source';

/** The text of the result; undefined where a change could not be made. */
export function mergedWhole(plan: Plan): string | undefined {
  const text = textOf(sourceOf(plan.ours.sidecar));
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const target: { [key: string]: Plain } = { ...plan.keys };
  const present = plan.ours.sections();
  for (const kind of entryKinds) {
    const fates = plan.fates[kind];
    const value = plan.ours.sectionValue(kind);
    // What stands in a section's place and is no list is somebody's: it is not replaced.
    if (fates.length > 0 && value !== null && !Array.isArray(value)) return undefined;
    if (fates.length > 0) target[listOf[kind]] = fates.map((fate) => plan.valueOf(fate));
    else if (present.includes(listOf[kind])) target[listOf[kind]] = plan.ours.items[kind].length > 0 ? [] : value;
  }
  const merged = patchedMapText(
    text.slice(mark.length),
    asMap,
    target as { [key: string]: Value },
    rootOrder,
    newlineOf(text),
  );
  return merged === undefined ? undefined : mark + merged;
}
