/*
 * What is to be said of single entries of a sidecar that can be read: words that are not found any more, tags and attributes that the
 * codebook lacks, doubtful arguments. None of it is a fault of the file; each is told at the field that it is about, in the editor's
 * Problems view and on the command line alike.
 */
import type { Codebook } from '../annotation/codebook';
import { articleMismatches, codebookMismatches } from '../annotation/codebookCheck';
import type { Placements } from '../annotation/placement';
import type { SetProblem } from '../annotation/setProblem';
import { graphProblems } from '../argument/graph';
import * as l10n from '../l10n';
import { articlePosition, positionOf } from './positions';
import type { Sidecar } from './sidecar';

/** A remark at its place: line and column from 1, columns in UTF-16 units. */
export interface Remark extends Pick<SetProblem, 'code' | 'severity' | 'message'> {
  readonly line: number;
  readonly column: number;
  /** The entry that it is about; none for the article's own attributes. */
  readonly id?: string;
}

/** An entry and what is said of it, before its place is looked up. */
interface EntryRemark extends Omit<SetProblem, 'field'> {
  readonly field?: readonly (string | number)[];
}

/**
 * Those of the article's attributes first, then orphans, words to look at, arguments and the codebook's. Empty for a sidecar that can only be read: its entries may
 * not be those of the file.
 * @param articleName the file's name, as it is called in messages.
 * @param mostOfKind so many of each kind at most.
 */
export function remarksOn(
  sidecar: Sidecar,
  placements: Placements,
  codebook: Codebook,
  articleName: string,
  mostOfKind = Number.POSITIVE_INFINITY,
): Remark[] {
  if (sidecar.readOnly) return [];
  const kinds: readonly (readonly EntryRemark[])[] = [
    orphansOf(sidecar, placements, articleName),
    driftedOf(sidecar, placements, articleName),
    graphProblems(sidecar.set),
    codebookMismatches(sidecar.set, codebook),
  ];
  return [
    ...articleMismatches(sidecar.set, codebook).map(({ field = [], ...remark }) => {
      const { line, column } = articlePosition(sidecar, field);
      return { ...remark, line, column };
    }),
    ...kinds.flatMap((remarks) => remarks.slice(0, mostOfKind).flatMap((remark) => placed(remark, sidecar))),
  ];
}

function orphansOf({ set }: Sidecar, placements: Placements, articleName: string): EntryRemark[] {
  const orphans = set.annotations.filter(({ id }) => placements.get(id)?.status === 'orphan');
  return orphans.map(({ id }) => ({
    id,
    code: 'orphan',
    severity: 'information',
    field: ['spans', 0, 'quote'],
    message: l10n.t(
      'These words are not in {0} any more, or not surely so: the annotation {1} is an orphan.',
      articleName,
      id,
    ),
  }));
}

function driftedOf({ set }: Sidecar, placements: Placements, articleName: string): EntryRemark[] {
  return set.annotations.flatMap(({ id }): EntryRemark[] => {
    const placement = placements.get(id);
    if (placement?.status !== 'drifted') return [];
    return [
      {
        id,
        code: 'drifted',
        severity: 'information',
        field: ['spans', placement.lost?.[0] ?? 0, 'quote'],
        message: [l10n.t('Please look where the annotation {0} stands in {1}.', id, articleName), placement.why ?? '']
          .join(' ')
          .trim(),
      },
    ];
  });
}

function placed({ field, ...remark }: EntryRemark, sidecar: Sidecar): Remark[] {
  const place = (field && positionOf(sidecar, remark.id, field)) ?? positionOf(sidecar, remark.id);
  return place ? [{ ...remark, line: place.line, column: place.column }] : [];
}
