/*
 * The way out of two entries with one id, as merges by lines can leave them (sidecar.md, rule 6): the second gets an id of its own. References keep
 * meaning the first, since nobody can know which of the two they were made for.
 */
import type { Change } from '../annotation/edit';
import { freshId, prime } from '../annotation/ids';
import { type Entry, type EntryKind, entryKinds } from '../annotation/model';
import * as l10n from '../l10n';
import { Draft } from './draft';
import { patchedEntry } from './entryPatch';
import { removal } from './entryPlaces';
import { type Applied, applyToSidecar } from './patch';
import type { Piece, SourceState } from './pieces';
import type { Sidecar } from './sidecar';
import { sourceOf } from './source';
import { patchedWhole } from './wholePatch';

/**
 * Gives the entry shown under a primed id a fresh one (or `newId`), changing nothing else of its lines: as an edit that can be taken back like any
 * other. Undefined where the id has no prime, no entry is shown under it, or the id in its lines is written in a way that cannot be changed alone.
 */
export function renumber(
  sidecar: Sidecar,
  primedId: string,
  options: { readonly newId?: string; readonly random?: () => number } = {},
): Applied | undefined {
  if (!primedId.endsWith(prime)) return undefined;
  const draft = new Draft(sourceOf(sidecar));
  for (const kind of entryKinds) {
    const entries = draft.entries(kind);
    const at = entries.findIndex((entry) => entry.id === primedId);
    const before = entries[at];
    if (!before) continue;
    const after: Entry = { ...before, id: options.newId ?? freshId(sidecar.set, options.random) };
    const sources = statesOf(draft, kind, before, after);
    if (!sources) return undefined;
    const [first, gone, second] = sources;
    const nextId = entries[at + 1]?.id;
    const next = nextId === undefined ? {} : { nextId };
    const changes = [
      { kind, id: primedId, before, beforeSource: first, afterSource: gone, ...next },
      { kind, id: after.id, after, beforeSource: gone, afterSource: second, ...next },
    ] as unknown as Change[];
    return applyToSidecar(sidecar, { label: l10n.t('Give {0} the Id {1}', primedId, after.id), changes });
  }
  return undefined;
}

/** The text around the entry as it is, without it, and with it under its new id. */
function statesOf(
  draft: Draft,
  kind: EntryKind,
  before: Entry,
  after: Entry,
): [SourceState, SourceState, SourceState] | undefined {
  const found = draft.find(kind, before.id);
  const piece = found && draft.pieces[found.at];
  if (!piece) return undefined;
  const region =
    piece.form === 'entry'
      ? draft.around(kind, { from: found.at, to: found.at + 1 })
      : { from: found.at, to: found.at + 1 };
  const first = draft.state(region);
  const pieces = (replaced: Piece): Piece[] => first.pieces.map((other) => (other === piece ? replaced : other));
  if (piece.form === 'entry') {
    const renamed = patchedEntry(piece, after, draft.newline);
    return (
      renamed && [
        first,
        { ...first, pieces: removal(draft, kind, found.at).pieces },
        { ...first, pieces: pieces(renamed) },
      ]
    );
  }
  if (piece.form !== 'whole') return undefined;
  const without = patchedWhole(piece, { kind, record: found.record }, draft.newline);
  const renamed = patchedWhole(piece, { kind, record: found.record, after }, draft.newline);
  return without && renamed && [first, { ...first, pieces: pieces(without) }, { ...first, pieces: pieces(renamed) }];
}
