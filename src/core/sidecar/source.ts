/*
 * From pieces to the sidecar that the rest of the program sees, and back: which entries count, under which ids, and what is wrong with them where.
 * The pieces stay hidden behind the sidecar, so nobody else can come to depend on how it is written.
 */

import { prime } from '../annotation/ids';
import type { AnnotationSet, Entry } from '../annotation/model';
import * as l10n from '../l10n';
import { type Problem, placesIn } from '../problem';
import { referenceFaults } from './entryFaults';
import { type EntryRecord, type Fault, joined, type Piece, recordsOf } from './pieces';
import { placeIn } from './places';
import type { RecordedArticle, Sidecar } from './sidecar';

/** What a reader makes of a text, and a sidecar keeps of it. */
export interface Source {
  readonly pieces: readonly Piece[];
  readonly article: RecordedArticle;
  readonly readOnly: boolean;
  /** Problems of the file as a whole, at offsets of the text in UTF-16 units. */
  readonly problems: readonly FileProblem[];
  /** Whether one part of the text may change what another says (aliases, directives). */
  readonly entangled: boolean;
  /** Whether it is in a shape so regular that an edit of one place cannot change what another says, and need not be checked by reading all again. */
  readonly regular: boolean;
}
export interface FileProblem extends Pick<Problem, 'code' | 'severity' | 'message'> {
  readonly offset: number;
}

const sources = new WeakMap<Sidecar, Source>();

/** The source of a sidecar that `readSidecar`, `newSidecar` or `applyToSidecar` made; a hand-made or copied object has none, and throws. */
export function sourceOf(sidecar: Sidecar): Source {
  const source = sources.get(sidecar);
  if (!source) throw new TypeError('This sidecar was not made by core/sidecar, so its text is not known.');
  return source;
}

/** The sidecar of a source whose records bear their ids already. Problems are worked out when they are asked for. */
export function sidecarOf(source: Source): Sidecar {
  const set = setOf(source);
  let problems: readonly Problem[] | undefined;
  const sidecar: Sidecar = {
    set,
    article: source.article,
    readOnly: source.readOnly,
    get problems() {
      problems ??= problemsOf(source, set);
      return problems;
    },
  };
  sources.set(sidecar, source);
  return sidecar;
}

function setOf({ pieces, article }: Source): AnnotationSet {
  const lists = { annotation: [] as Entry[], argument: [] as Entry[], link: [] as Entry[] };
  for (const piece of pieces) {
    if (piece.form === 'entry') {
      if (piece.record.entry) lists[piece.record.kind].push(piece.record.entry);
    } else if (piece.form === 'whole') {
      for (const record of piece.records) if (record.entry) lists[record.kind].push(record.entry);
    }
  }
  const { attributes } = article;
  return {
    ...{ annotations: lists.annotation, arguments: lists.argument, links: lists.link },
    ...(attributes && Object.keys(attributes).length > 0 && { attributes }),
  } as unknown as AnnotationSet;
}

/** The pieces with a primed id for each entry whose id another one has before it: references mean the first (rule 6). */
export function withDistinctIds(pieces: readonly Piece[]): readonly Piece[] {
  const seen = new Map<string, number>();
  const distinct = (record: EntryRecord): EntryRecord => {
    if (record.id === undefined) return record;
    const before = seen.get(record.id) ?? 0;
    seen.set(record.id, before + 1);
    if (before === 0 || !record.entry) return record;
    return { ...record, entry: { ...record.entry, id: record.id + prime.repeat(before) } };
  };
  return pieces.map((piece): Piece => {
    if (piece.form === 'entry') {
      const record = distinct(piece.record);
      return record === piece.record ? piece : { ...piece, record };
    }
    return piece.form === 'whole' ? { ...piece, records: piece.records.map(distinct) } : piece;
  });
}

/** The whole text, as it is to be written. */
export function textOf(source: Source): string {
  return joined(source.pieces);
}

function problemsOf(source: Source, set: AnnotationSet): readonly Problem[] {
  const placeOf = placesIn(source.problems.length > 0 ? textOf(source) : '');
  const problems: Problem[] = source.problems.map(({ offset, ...problem }) => ({ ...problem, ...placeOf(offset) }));
  const known = new Set<string>();
  for (const piece of source.pieces)
    for (const record of recordsOf(piece)) if (record.id !== undefined) known.add(record.id);
  // Most files have no faults, and nobody asks for their lines then.
  const lineOf = lineCounter(source.pieces);
  for (const [at, piece] of source.pieces.entries()) {
    const add = (faults: readonly Fault[], record?: EntryRecord): void => {
      if (faults.length === 0) return;
      const placeOf = placesIn(piece.text);
      for (const { path, ...fault } of faults) {
        const { line, column } = placeOf(placeIn(piece, record, path));
        const id = record?.entry?.id ?? record?.id;
        problems.push({ ...fault, line: lineOf(at) + line - 1, column, ...(id !== undefined && { id }) });
      }
    };
    if (piece.form === 'text' || piece.form === 'whole') add(piece.faults);
    for (const record of recordsOf(piece)) {
      add(record.faults, record);
      add(duplicateFaults(record), record);
      add(referenceFaults(record, set, known), record);
    }
  }
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The line, from 1, that a piece begins on; to be asked for one after the other. */
function lineCounter(pieces: readonly Piece[]): (piece: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) line += lineBreaks(pieces[counted] as Piece);
    return line;
  };
}

function duplicateFaults(record: EntryRecord): readonly Fault[] {
  if (!record.entry || record.id === undefined || record.entry.id === record.id) return [];
  const message = l10n.t(
    'Two entries are called {0}. This one is shown as {1} and kept as it is until it gets a new id; references mean the first.',
    record.id,
    record.entry.id,
  );
  return [{ code: 'duplicate-id', severity: 'error', message, path: ['id'] }];
}

const counts = new WeakMap<Piece, number>();

/** Line breaks in a piece, counted once. */
export function lineBreaks(piece: Piece): number {
  let count = counts.get(piece);
  if (count === undefined) {
    count = 0;
    for (let at = piece.text.indexOf('\n'); at >= 0; at = piece.text.indexOf('\n', at + 1)) count++;
    counts.set(piece, count);
  }
  return count;
}
