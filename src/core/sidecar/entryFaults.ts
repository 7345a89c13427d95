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
        `The annotation ${annotation.id} stands on no words and has no \`wording\` either, so it says nothing.`,
        [],
      ),
    ];
  }
  for (let i = 0; i < annotation.spans.length; i++) {
    const { quote, start, end } = annotation.spans[i] as Annotation['spans'][number];
    if (quote === '') {
      faults = [
        ...(faults ?? []),
        error('empty-quote', `A span of ${annotation.id} quotes nothing, so it cannot be found.`, [
          'spans',
          i,
          'quote',
        ]),
      ];
    }
    if (start !== undefined && end !== undefined && end < start) {
      const message = `A span of ${annotation.id} ends before it starts. Its offsets are not used; its quote is.`;
      faults = [...(faults ?? []), warning('reversed-offsets', message, ['spans', i, 'end'])];
    }
  }
  return faults ?? none;
}

function argumentFaults(argument: Argument): readonly Fault[] {
  const { id, premises, supports, attacks } = argument;
  if (premises.length > 0 && (supports === undefined) !== (attacks === undefined)) return none;
  const faults: Fault[] = [];
  if (premises.length === 0) faults.push(error('no-premises', `The argument ${id} has no premises.`, ['premises']));
  if (supports === undefined && attacks === undefined) {
    faults.push(
      error('no-conclusion', `The argument ${id} says neither what it \`supports\` nor what it \`attacks\`.`, []),
    );
  }
  if (supports !== undefined && attacks !== undefined) {
    faults.push(
      error(
        'two-conclusions',
        `The argument ${id} both \`supports\` and \`attacks\`. It is shown as supporting ${supports}.`,
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
  const check = (target: string, path: Path, what: string): void => {
    if (!known.has(target)) {
      faults.push(
        error(
          'unknown-reference',
          `The ${record.kind} ${id} ${what} ${target}, but no entry of this file has that id.`,
          path,
        ),
      );
    }
  };
  if (record.kind === 'link') {
    const link = record.entry as Link;
    check(link.from, ['from'], 'is from');
    if (!link.rephrases.includes('#')) check(link.rephrases, ['rephrases'], 'rephrases');
    return faults;
  }
  const argument = record.entry as Argument;
  argument.premises.forEach((premise, i) => {
    check(premise, ['premises', i], 'has the premise');
  });
  if (argument.supports !== undefined) {
    check(argument.supports, ['supports'], 'supports');
    const { annotations, arguments: others } = indexOf(set);
    if (!annotations.has(argument.supports) && others.has(argument.supports)) {
      const message = `The argument ${id} supports an argument, which this format does not have. Make its warrant an unstated premise and support that.`;
      faults.push(error('supports-argument', message, ['supports']));
    }
  }
  if (argument.attacks !== undefined) check(argument.attacks, ['attacks'], 'attacks');
  return faults;
}

const error = (code: string, message: string, path: Path): Fault => ({ code, severity: 'error', message, path });
const warning = (code: string, message: string, path: Path): Fault => ({ code, severity: 'warning', message, path });
