/*
 * What can be wrong with an entry whose fields are each of the right type: said of entries from either reader, so that both say the same.
 * Such an entry is shown and can be edited; its problem stays until somebody mends it.
 */
import {
  type Annotation,
  type AnnotationSet,
  type Argument,
  type Entry,
  type EntryKind,
  indexOf,
  type Link,
} from '../annotation/model';
import * as l10n from '../l10n';
import type { EntryRecord, Fault, Path } from './pieces';

/** What one entry alone shows to be wrong. */
export function faultsWithin(kind: EntryKind, entry: Entry): readonly Fault[] {
  if (kind === 'annotation') return annotationFaults(entry as Annotation);
  return kind === 'argument' ? argumentFaults(entry as Argument) : none;
}

const none: readonly Fault[] = [];

function annotationFaults(annotation: Annotation): readonly Fault[] {
  let faults: Fault[] | undefined;
  if (annotation.spans.length === 0 && !annotation.wording) {
    faults = [
      error(
        'unstated-without-wording',
        l10n.t('The annotation {0} stands on no words and has no `wording` either, so it says nothing.', annotation.id),
        [],
      ),
    ];
  }
  for (let i = 0; i < annotation.spans.length; i++) {
    const { quote, start, end } = annotation.spans[i] as Annotation['spans'][number];
    if (quote === '') {
      faults = [
        ...(faults ?? []),
        error('empty-quote', l10n.t('A span of {0} quotes nothing, so it cannot be found.', annotation.id), [
          'spans',
          i,
          'quote',
        ]),
      ];
    }
    if (start !== undefined && end !== undefined && end < start) {
      const message = l10n.t(
        'A span of {0} ends before it starts. Its offsets are not used; its quote is.',
        annotation.id,
      );
      faults = [...(faults ?? []), warning('reversed-offsets', message, ['spans', i, 'end'])];
    }
  }
  return faults ?? none;
}

function argumentFaults(argument: Argument): readonly Fault[] {
  const { id, premises, supports, attacks } = argument;
  if (premises.length > 0 && (supports === undefined) !== (attacks === undefined)) return none;
  const faults: Fault[] = [];
  if (premises.length === 0)
    faults.push(error('no-premises', l10n.t('The argument {0} has no premises.', id), ['premises']));
  if (supports === undefined && attacks === undefined) {
    faults.push(
      error('no-conclusion', l10n.t('The argument {0} says neither what it `supports` nor what it `attacks`.', id), []),
    );
  }
  if (supports !== undefined && attacks !== undefined) {
    faults.push(
      error(
        'two-conclusions',
        l10n.t('The argument {0} both `supports` and `attacks`. It is shown as supporting {1}.', id, supports),
        ['attacks'],
      ),
    );
  }
  return faults;
}

/** What an entry refers to that is not there, or not what it should be. `known` are the ids of all entries in the file, wrong ones too. */
export function referenceFaults(record: EntryRecord, set: AnnotationSet, known: ReadonlySet<string>): readonly Fault[] {
  if (!record.entry || record.kind === 'annotation') return none;
  const faults: Fault[] = [];
  const { id } = record.entry;
  const check = (target: string, path: Path, say: (target: string) => string): void => {
    if (!known.has(target)) faults.push(error('unknown-reference', say(target), path));
  };
  if (record.kind === 'link') {
    const link = record.entry as Link;
    check(link.from, ['from'], (from) =>
      l10n.t('The link {0} is from {1}, but no entry of this file has that id.', id, from),
    );
    if (link.rephrases.includes('#')) return faults;
    check(link.rephrases, ['rephrases'], (target) =>
      l10n.t('The link {0} rephrases {1}, but no entry of this file has that id.', id, target),
    );
    return faults;
  }
  const argument = record.entry as Argument;
  argument.premises.forEach((premise, i) => {
    check(premise, ['premises', i], (target) =>
      l10n.t('The argument {0} has the premise {1}, but no entry of this file has that id.', id, target),
    );
  });
  if (argument.supports !== undefined) {
    check(argument.supports, ['supports'], (target) =>
      l10n.t('The argument {0} supports {1}, but no entry of this file has that id.', id, target),
    );
    const { annotations, arguments: others } = indexOf(set);
    if (!annotations.has(argument.supports) && others.has(argument.supports)) {
      const message = l10n.t(
        'The argument {0} supports an argument, which this format does not have. Make its warrant an unstated premise and support that.',
        id,
      );
      faults.push(error('supports-argument', message, ['supports']));
    }
  }
  if (argument.attacks !== undefined) {
    check(argument.attacks, ['attacks'], (target) =>
      l10n.t('The argument {0} attacks {1}, but no entry of this file has that id.', id, target),
    );
  }
  return faults;
}

const error = (code: string, message: string, path: Path): Fault => ({ code, severity: 'error', message, path });
const warning = (code: string, message: string, path: Path): Fault => ({ code, severity: 'warning', message, path });
