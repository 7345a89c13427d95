/* From an id and a field to its place in the sidecar's text, for diagnostics and for "show in the file". */
import { placesIn } from '../problem';
import { type EntryRecord, type Path, type Piece, recordsOf } from './pieces';
import { exactPlaceIn, placeIn } from './places';
import type { Sidecar } from './sidecar';
import { lineBreaks, sourceOf } from './source';

/** A place in a text: line and column from 1, columns and the offset in UTF-16 units. A byte order mark counts in the offset only. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * Where an entry stands, or the value of one of its fields: a key (`'tag'`) or a path (`['spans', 0, 'quote']`).
 * Undefined where the sidecar has no such entry, or the entry no such field. `id` may also be that of an entry too wrong to be shown.
 */
export function positionOf(sidecar: Sidecar, id: string, field: string | Path = []): Position | undefined {
  const path = typeof field === 'string' ? [field] : field;
  const place = placesOf(sidecar).get(id);
  if (!place) return undefined;
  const { piece, record } = place;
  const inside = path.length === 0 ? placeIn(piece, record, path) : exactPlaceIn(piece, record, path);
  if (inside === undefined) return undefined;
  const { line, column } = placesIn(piece.text)(inside);
  return { line: place.line + line - 1, column, offset: place.offset + inside };
}

/** Where a value below `article:` stands, or what is nearest to it; the first line where nothing is said of the article. */
export function articlePosition(sidecar: Sidecar, path: Path): Position {
  let offset = 0;
  let line = 1;
  for (const piece of sourceOf(sidecar).pieces) {
    if ((piece.form === 'text' && piece.name === 'article') || (piece.form === 'whole' && !piece.kind)) {
      const inside = placeIn(piece, undefined, ['article', ...path]);
      const place = placesIn(piece.text)(inside);
      return { line: line + place.line - 1, column: place.column, offset: offset + inside };
    }
    offset += piece.text.length;
    line += lineBreaks(piece);
  }
  return { line: 1, column: 1, offset: 0 };
}

interface EntryPlace {
  readonly piece: Piece;
  readonly record: EntryRecord;
  /** Of the piece. */
  readonly offset: number;
  readonly line: number;
}

const places = new WeakMap<Sidecar, ReadonlyMap<string, EntryPlace>>();

/** Where each entry's piece begins; gathered once for a sidecar, when a first place is asked for. */
function placesOf(sidecar: Sidecar): ReadonlyMap<string, EntryPlace> {
  const known = places.get(sidecar);
  if (known) return known;
  const found = new Map<string, EntryPlace>();
  let offset = 0;
  let line = 1;
  for (const piece of sourceOf(sidecar).pieces) {
    for (const record of recordsOf(piece)) {
      const id = record.entry?.id ?? record.id;
      if (id !== undefined && !found.has(id)) found.set(id, { piece, record, offset, line });
    }
    offset += piece.text.length;
    line += lineBreaks(piece);
  }
  places.set(sidecar, found);
  return found;
}
