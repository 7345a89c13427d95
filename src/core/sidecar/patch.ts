/*
 * An edit -> the same text with only that edit's entries changed: the last step of a gesture's way before the file is written. Sets follow
 * `applyEdit`; the text follows rule 1: no byte changes outside of the entries edited, and taking an edit back brings the first bytes back.
 */
import { applyEdit, type Change, type Edit, type EntryChange, sameValue } from '../annotation/edit';
import { withoutPrime } from '../annotation/ids';
import { type Entry, type EntryKind, listOf } from '../annotation/model';
import * as l10n from '../l10n';
import { patchArticle } from './articlePatch';
import { Draft } from './draft';
import { patchedEntry } from './entryPatch';
import { insertion, newPiece, removal } from './entryPlaces';
import { keepsBlankLines } from './lines';
import { type EntryRecord, joined, type Piece, recordsOf, type SourceState, statesOf, type WholePiece } from './pieces';
import { readYaml } from './readYaml';
import type { Sidecar } from './sidecar';
import { sidecarOf, sourceOf, withDistinctIds } from './source';
import { patchedAmong, patchedWhole } from './wholePatch';

/** Why an edit was not made, in a whole sentence. */
export interface Refusal {
  readonly code: 'read-only' | 'duplicate-id' | 'cannot-patch';
  readonly message: string;
  readonly id?: string;
}

export interface Applied {
  readonly sidecar: Sidecar;
  /** What was changed, with the text that makes its inverse bring the first bytes back. Changes that were passed over are not in it. */
  readonly edit: Edit;
  /** The ids of changes that were passed over: their entry is gone, or there already, or the edit was refused. */
  readonly skipped: readonly string[];
  /** Set where the edit was refused as a whole, since the text could not be changed without the risk of losing something. */
  readonly refusal?: Refusal;
}

/** Applies an edit to the set and to the text. All or nothing, but for changes whose entry is gone or there already, which are passed over. */
export function applyToSidecar(sidecar: Sidecar, edit: Edit): Applied {
  const source = sourceOf(sidecar);
  if (source.readOnly) {
    return refused(sidecar, edit, {
      code: 'read-only',
      message: l10n.t('The file of annotations cannot be read as it is, so it is not changed.'),
    });
  }
  const draft = new Draft(source, edit.changes.length);
  const changes: Change[] = [];
  const skipped: string[] = [];
  for (const change of edit.changes) {
    const outcome = applyChange(draft, change);
    if (outcome === 'skipped') skipped.push(change.id);
    else if ('message' in outcome) return refused(sidecar, edit, outcome);
    else changes.push(outcome);
  }
  const result = sidecarOf({ ...source, article: draft.article, pieces: draft.pieces });
  if (draft.mustVerify && !readsAs(result)) {
    return refused(sidecar, edit, {
      code: 'cannot-patch',
      message: l10n.t(
        'The file is written in a way (anchors, aliases or long text that runs on) that this change would break, so it was not made. Change it by hand.',
      ),
    });
  }
  return { sidecar: result, edit: { label: edit.label, changes }, skipped };
}

function refused(sidecar: Sidecar, edit: Edit, refusal: Refusal): Applied {
  return {
    sidecar,
    edit: { label: edit.label, changes: [] },
    skipped: edit.changes.map((change) => change.id),
    refusal,
  };
}

function applyChange(draft: Draft, change: Change): Change | Refusal | 'skipped' {
  if (change.kind === 'article') return patchArticle(draft, change) ?? cannotPatch('article');
  const found = draft.find(change.kind, change.id);
  if (change.before && change.after && found) return modify(draft, change, found.at, found.record);
  if (change.before && !change.after && found) return remove(draft, change, found.at, found.record);
  if (!change.before && change.after && !found) return add(draft, change, change.after);
  return 'skipped';
}

function modify(draft: Draft, change: EntryChange, at: number, record: EntryRecord): Change | Refusal | 'skipped' {
  const piece = draft.pieces[at] as Piece;
  const before = record.entry as Entry;
  const after = changedEntry(change, before);
  if (sameValue(before, after)) return sameValue(before, change.after) ? made(change, { before, after }) : 'skipped';
  if (before.id !== record.id) return duplicate(before.id, record.id ?? '');
  const region = { from: at, to: at + 1 };
  const states = statesOf(change);
  const known = states.after?.pieces[0];
  const isKnown =
    known !== undefined && states.before?.pieces[0]?.text === piece.text && says(known, change.kind, after);
  const next = isKnown ? known : patched(draft, piece, record, after);
  if (!next) return cannotPatch(before.id);
  if (keepsBlankLines(piece.text) || keepsBlankLines(next.text)) draft.mustVerify = true;
  const beforeSource = draft.state(region);
  draft.replace(region, [next]);
  return made(change, { before, after, beforeSource, afterSource: draft.state(region) });
}

function patched(draft: Draft, piece: Piece, record: EntryRecord, after: Entry): Piece | undefined {
  if (piece.form === 'entry' && draft.isEntangled) {
    const at = draft.pieces.indexOf(piece);
    const before = draft.pieces.slice(0, at);
    const place = before.flatMap(recordsOf).filter(({ kind }) => kind === record.kind).length;
    return patchedAmong(joined(draft.pieces), piece, joined(before).length, place, after, draft.newline);
  }
  if (piece.form === 'entry') return patchedEntry(piece, after, draft.newline);
  if (piece.form !== 'whole') return undefined;
  draft.mustVerify = true;
  return patchedWhole(piece, { kind: record.kind, record, after }, draft.newline);
}

/** The entry with the fields that the change changes. */
function changedEntry(change: EntryChange, current: Entry): Entry {
  const set = { annotations: [], arguments: [], links: [], [listOf[change.kind]]: [current] };
  return applyEdit(set, { label: '', changes: [change] }).set[listOf[change.kind]][0] as Entry;
}

const says = (piece: Piece, kind: EntryKind, entry: Entry): boolean =>
  recordsOf(piece).some(
    (record) => record.kind === kind && record.entry !== undefined && sameValue(record.entry, entry),
  );

function remove(draft: Draft, change: EntryChange, at: number, record: EntryRecord): Change | Refusal {
  const piece = draft.pieces[at] as Piece;
  const before = record.entry as Entry;
  const nextId = piece.form === 'entry' ? draft.nextShown(change.kind, at) : following(draft, change.kind, before.id);
  const extra = { before, after: undefined, ...(nextId !== undefined && { nextId }) };
  if (piece.form === 'whole') return replaceWhole(draft, change, at, { kind: change.kind, record }, extra);
  const { before: given, after: known } = statesOf(change);
  const matching = given && known && draft.matching(change.kind, given);
  const isKnown = matching !== undefined && matching.from <= at && at < matching.to;
  const around = isKnown ? matching : draft.around(change.kind, { from: at, to: at + 1 });
  const beforeSource = draft.state(around);
  const replacement = isKnown ? { ...around, pieces: known?.pieces ?? [] } : removal(draft, change.kind, at);
  draft.replace(replacement, replacement.pieces);
  const region = { from: replacement.from, to: replacement.from + replacement.pieces.length };
  return made(change, { ...extra, beforeSource, afterSource: draft.state(region) });
}

function add(draft: Draft, given: EntryChange, after: Entry): Change | Refusal {
  const { kind } = given;
  const known = restored(draft, given, after);
  if (known) return known;
  // Arguments and links stand by id, so that two people's new ones seldom meet in one place.
  const nextId = given.nextId ?? (kind === 'annotation' ? undefined : draft.nextById(kind, after.id));
  const change = { ...given, ...(nextId !== undefined && { nextId }) } as EntryChange;
  if (withoutPrime(after.id) !== after.id || draft.hasId(after.id)) return duplicate(after.id, withoutPrime(after.id));
  const next = nextId === undefined ? undefined : draft.find(kind, nextId);
  const whole = draft.wholeOf(kind);
  if (whole >= 0) return replaceWhole(draft, change, whole, { kind, after, next: next?.record }, { after });
  const replacement = insertion(draft, kind, newPiece(draft, kind, after), next?.at);
  const around = draft.around(kind, replacement);
  const beforeSource = draft.state(around);
  draft.replace(replacement, replacement.pieces);
  const grown = replacement.pieces.length - (replacement.to - replacement.from);
  return made(change, { after, beforeSource, afterSource: draft.state({ from: around.from, to: around.to + grown }) });
}

/** An entry put back with the bytes that it had, where what stood around it is still as it was left. */
function restored(draft: Draft, change: EntryChange, after: Entry): Change | undefined {
  const { kind } = change;
  const states = statesOf(change);
  if (!states.before || !states.after?.pieces.some((piece) => says(piece, kind, after))) return undefined;
  const region = draft.matching(kind, states.before);
  if (!region) return undefined;
  const next = change.nextId !== undefined && draft.find(kind, change.nextId) ? change.nextId : undefined;
  const gone = draft.pieces.slice(region.from, region.to);
  draft.replace(region, states.after.pieces);
  const at = draft.find(kind, after.id)?.at;
  if (at !== undefined && draft.nextShown(kind, at) === next) return change;
  draft.replace({ from: region.from, to: region.from + states.after.pieces.length }, gone);
  return undefined;
}

function replaceWhole(
  draft: Draft,
  change: EntryChange,
  at: number,
  wanted: Parameters<typeof patchedWhole>[1],
  extra: Outcome,
): Change | Refusal {
  draft.mustVerify = true;
  const region = { from: at, to: at + 1 };
  const piece = draft.pieces[at] as WholePiece;
  const states = statesOf(change);
  const known = states.after?.pieces[0];
  const isKnown = known?.form === 'whole' && states.before?.pieces[0]?.text === piece.text;
  const next = isKnown ? known : patchedWhole(piece, wanted, draft.newline);
  if (!next) return cannotPatch(change.id);
  const beforeSource = draft.state(region);
  draft.replace(region, [next]);
  return made(change, { ...extra, beforeSource, afterSource: draft.state(region) });
}

interface Outcome {
  readonly before?: Entry | undefined;
  readonly after?: Entry | undefined;
  readonly nextId?: string;
  readonly beforeSource?: SourceState;
  readonly afterSource?: SourceState;
}

/** The change as it was made, so that its inverse takes back just that. */
function made(change: EntryChange, outcome: Outcome): Change {
  const { before: _before, after: _after, beforeSource: _beforeSource, afterSource: _afterSource, ...rest } = change;
  return Object.fromEntries(
    Object.entries({ ...rest, ...outcome }).filter(([, value]) => value !== undefined),
  ) as unknown as Change;
}

function following(draft: Draft, kind: EntryKind, id: string): string | undefined {
  const entries = draft.entries(kind);
  return entries[entries.findIndex((entry) => entry.id === id) + 1]?.id;
}

/** Whether the text, read from the start, says what the set says. */
function readsAs(sidecar: Sidecar): boolean {
  const { pieces } = sourceOf(sidecar);
  const reading = readYaml(joined(pieces));
  if (reading.readOnly) return false;
  const { set } = sidecarOf({ ...reading, pieces: withDistinctIds(reading.pieces) });
  if (!sameValue(set.attributes, sidecar.set.attributes)) return false;
  return (['annotations', 'arguments', 'links'] as const).every((list) => {
    const read = set[list];
    return (
      read.length === sidecar.set[list].length &&
      sidecar.set[list].every((entry, i) => sameBut(entry, read[i] as Entry))
    );
  });
}

/** Primes are for show until the text is read again: they may have come and gone with the entry that they told this one from. */
const sameBut = (a: Entry, b: Entry): boolean =>
  sameValue({ ...a, id: withoutPrime(a.id) }, { ...b, id: withoutPrime(b.id) });

function duplicate(shown: string, id: string): Refusal {
  return {
    code: 'duplicate-id',
    id: shown,
    message: l10n.t('Two entries are called {0}. {1} is kept as it is until one of them gets a new id.', id, shown),
  };
}

function cannotPatch(id: string): Refusal {
  return {
    code: 'cannot-patch',
    id,
    message: l10n.t(
      'The lines of {0} are written in a way that cannot be changed without losing something, so they were left as they are. Change them by hand.',
      id,
    ),
  };
}
