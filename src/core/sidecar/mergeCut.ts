/* A merge's plan carried out on our pieces: their lines word for word where ours were not changed, single values patched where both were. */

import { sameValue } from '../annotation/edit';
import { entryKinds } from '../annotation/model';
import { Draft } from './draft';
import { patchedValue, recordIn } from './entryPatch';
import { insertion, removal, withLineBreak } from './entryPlaces';
import { itemLines, pairLines, type Value } from './entryText';
import { indentAt, linesText } from './lines';
import { asMap, patchedMapText } from './mapPatch';
import type { PlainMap } from './mergeFields';
import type { Item, Version } from './mergeItems';
import { type Fate, Plan } from './mergePlan';
import { type EntryPiece, joined, type Piece, type TextPiece } from './pieces';
import { sourceOf } from './source';

/** The text of the result; undefined where a change could not be made. */
export function mergedCut(plan: Plan): string | undefined {
  const draft = new Draft(sourceOf(plan.ours.sidecar));
  const now = new Map<Item, Piece>();
  mergeKeys(draft, plan);
  for (const item of plan.dropped) {
    const replacement = removal(draft, item.kind, draft.pieces.indexOf(item.piece));
    draft.replace(replacement, replacement.pieces);
  }
  for (const kind of entryKinds) {
    for (const fate of plan.fates[kind]) {
      if (fate.do === 'add') continue;
      now.set(fate.ours, fate.ours.piece);
      if (fate.do === 'keep') continue;
      const piece = changed(fate, plan, draft);
      if (!piece) return undefined;
      now.set(fate.ours, piece);
      const at = draft.pieces.indexOf(fate.ours.piece);
      draft.replace({ from: at, to: at + 1 }, [piece]);
    }
    for (let i = plan.fates[kind].length - 1; i >= 0; i--) {
      const fate = plan.fates[kind][i] as Fate;
      if (fate.do !== 'add') continue;
      const next = plan.fates[kind][i + 1];
      const at = next && draft.pieces.indexOf(now.get(Plan.itemOf(next)) as Piece);
      const replacement = insertion(
        draft,
        kind,
        (column) => theirPiece(plan.theirs, fate.theirs, column, draft.newline),
        at,
      );
      const piece = replacement.pieces.find((piece): piece is EntryPiece => piece.form === 'entry');
      if (!piece) return undefined;
      now.set(fate.theirs, piece);
      draft.replace(replacement, replacement.pieces);
    }
  }
  return joined(draft.pieces);
}

function changed(fate: Exclude<Fate, { do: 'add' | 'keep' }>, plan: Plan, draft: Draft): Piece | undefined {
  const piece = fate.ours.piece as EntryPiece;
  if (fate.do === 'take') return theirPiece(plan.theirs, fate.theirs, indentAt(piece.text, 0), draft.newline);
  return patchedValue(piece, fate.value as { [key: string]: Value }, draft.newline);
}

/** Their entry for our file: its own lines, moved to our depth, where it has some; else written anew. */
function theirPiece(theirs: Version, item: Item, column: number, newline: string): EntryPiece {
  const value = theirs.valueOf(item);
  if (theirs.isCut && item.piece.form === 'entry') {
    const text = moved(item.piece.text, column - indentAt(item.piece.text, 0), newline);
    const record = text === undefined ? undefined : recordIn(text, item.kind);
    if (text !== undefined && record && sameValue(record.value, value))
      return { form: 'entry', text, record: record.record };
  }
  const text = linesText(itemLines('', value as Value, column), newline);
  return { form: 'entry', text, record: item.record };
}

/** The lines all moved to the right, or to the left as far as none stands too far left for it. */
function moved(text: string, by: number, newline: string): string | undefined {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (by < 0 && lines.some((line) => line.trim() !== '' && indentAt(line, 0) < -by)) return undefined;
  const shifted = lines.map((line) => (line === '' ? '' : by < 0 ? line.slice(-by) : ' '.repeat(by) + line));
  return linesText(shifted, newline);
}

/** Keys of the root that hold no entries: changed in their own lines, taken out, or put in behind the others. */
function mergeKeys(draft: Draft, plan: Plan): void {
  const ours: PlainMap = plan.ours.keys();
  for (const piece of [...draft.pieces]) {
    if (piece.form !== 'text' || piece.name === '' || sameValue(ours[piece.name], plan.keys[piece.name])) continue;
    const at = draft.pieces.indexOf(piece);
    const value = plan.keys[piece.name] as Value | undefined;
    draft.replace({ from: at, to: at + 1 }, value === undefined ? [] : [changedKey(piece, value, draft.newline)]);
  }
  for (const name of Object.keys(plan.keys)) {
    if (Object.hasOwn(ours, name)) continue;
    const first = draft.pieces.findIndex((piece) => piece.form === 'header');
    const before = draft.pieces.slice(0, first < 0 ? undefined : first).findLastIndex((piece) => piece.form === 'text');
    const text = linesText(pairLines(name, plan.keys[name] as Value, draft.rootColumn), draft.newline);
    withLineBreak(draft, before);
    draft.replace({ from: before + 1, to: before + 1 }, [{ form: 'text', name, text, faults: [] }]);
  }
}

function changedKey(piece: TextPiece, value: Value, newline: string): TextPiece {
  const text =
    patchedMapText(piece.text, asMap, { [piece.name]: value }, [], newline) ??
    linesText(pairLines(piece.name, value, indentAt(piece.text, 0)), newline);
  return { ...piece, text };
}
