/*
 * What changed words mean for the reasoning: an argument was made on the words as they were, so whoever looks at them anew is told which
 * arguments that is.
 */
import * as l10n from '../l10n';
import type { Argument, EntriesById } from './model';
import type { Placements } from './placement';
import { argumentInWords } from './relations';
import { needsReview } from './review';

export interface Touched {
  /** "The premise of 2 arguments changed." */
  readonly sentence: string;
  /** Each of the arguments in words. */
  readonly arguments: readonly string[];
}

/** The arguments that an annotation takes part in, all or those of `among`, as words that have changed; undefined where there is none. */
export function touchedBy(id: string, entries: EntriesById, among?: readonly Argument[]): Touched | undefined {
  const { premiseIn, onto } = entries;
  const isMeant = (argument: Argument) => !among || among.includes(argument);
  const as = [...new Set(premiseIn.get(id) ?? [])].filter(isMeant);
  const on = (onto.get(id) ?? []).filter((argument) => isMeant(argument) && !as.includes(argument));
  const all = [...as, ...on];
  if (all.length === 0) return undefined;
  const sentences: string[] = [];
  if (as.length > 0)
    sentences.push(
      l10n.plural(as.length, 'The premise of one argument changed.', 'The premise of {0} arguments changed.'),
    );
  if (on.length > 0)
    sentences.push(
      l10n.plural(
        on.length,
        'What one argument supports or attacks changed.',
        'What {0} arguments support or attack changed.',
      ),
    );
  return { sentence: sentences.join(' '), arguments: all.map((argument) => `${argumentInWords(argument, entries)}.`) };
}

/** What a row says of an argument whose premises are not surely the words that were tagged; empty where they are. */
export function premisesNote(argument: Argument, placements: Placements): string {
  const changed = argument.premises.filter((id) => needsReview(placements.get(id))).length;
  return changed === 0 ? '' : l10n.plural(changed, 'premise changed', '{0} premises changed');
}
