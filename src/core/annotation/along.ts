/* Along the arguments of an article: from a premise to what it supports or attacks, and from there back to what is said for and against it. */
import * as l10n from '../l10n';
import { conclusionOf, type EntriesById } from './model';
import { byPlace } from './order';
import type { Placements } from './placement';

export type Direction = 'conclusion' | 'premise';

/**
 * The annotations one step along from an annotation, each once, in text order. An undercut leads to the conclusion of the argument that it attacks;
 * the way back leads from a conclusion to the premises of its arguments and of those that undercut them.
 */
export function along(
  { entries, placements }: { readonly entries: EntriesById; readonly placements: Placements },
  id: string,
  direction: Direction,
): string[] {
  const found = new Set<string>();
  if (direction === 'conclusion') {
    for (const argument of entries.premiseIn.get(id) ?? []) {
      let target = conclusionOf(argument)?.target;
      // As long as it is an argument that is attacked; a file may hold a circle of them.
      for (const seen = new Set<string>(); target !== undefined && !seen.has(target); ) {
        seen.add(target);
        const attacked = entries.arguments.get(target);
        if (!attacked || entries.annotations.has(target)) break;
        target = conclusionOf(attacked)?.target;
      }
      if (target !== undefined) found.add(target);
    }
  } else {
    const open = [...(entries.onto.get(id) ?? [])];
    const seen = new Set<string>();
    for (let argument = open.pop(); argument; argument = open.pop()) {
      if (seen.has(argument.id)) continue;
      seen.add(argument.id);
      for (const premise of argument.premises) found.add(premise);
      open.push(...(entries.onto.get(argument.id) ?? []));
    }
  }
  found.delete(id);
  const annotations = [...found].flatMap((one) => entries.annotations.get(one) ?? []);
  return byPlace(annotations, placements).map((one) => one.id);
}

/** What is said where nothing is along there. */
export const endOfTheWay = (direction: Direction): string =>
  direction === 'conclusion'
    ? l10n.t('This supports and attacks nothing yet.')
    : l10n.t('Nothing supports or attacks this yet.');
