/*
 * The text of a sidecar, cut where an edit may have to cut it: one piece for each entry, one for each section's key, the rest in between.
 * Joined they are the text to the byte, so an edit that changes one piece cannot change another (sidecar.md, rule 1).
 */
import type { Change } from '../annotation/edit';
import type { Entry, EntryKind } from '../annotation/model';
import type { Problem } from '../problem';

/** From an entry (or a piece that holds none: from the root of the file) to a value: keys and list positions from 0. */
export type Path = readonly (string | number)[];

/** A problem before its place is worked out. */
export interface Fault extends Pick<Problem, 'code' | 'severity' | 'message'> {
  readonly path: Path;
}

/** What one entry says. Without `entry` it is wrong in a way that leaves nothing to show; its text is kept all the same. */
export interface EntryRecord {
  readonly kind: EntryKind;
  /** As it stands in the file, without primes. */
  readonly id: string | undefined;
  readonly entry: Entry | undefined;
  readonly faults: readonly Fault[];
}

/** Blank lines and comments between the others. */
export interface GapPiece {
  readonly form: 'gap';
  readonly text: string;
}
/** A key of the root that holds no entries, with its value; or what stands before the root (`name` is then empty). */
export interface TextPiece {
  readonly form: 'text';
  readonly text: string;
  readonly name: string;
  readonly faults: readonly Fault[];
}
/** The line with a section's key: its entries follow, or it says that there are none. */
export interface HeaderPiece {
  readonly form: 'header';
  readonly text: string;
  readonly kind: EntryKind;
}
/** The lines of one entry of a block list, from the one with its dash on. */
export interface EntryPiece {
  readonly form: 'entry';
  readonly text: string;
  readonly record: EntryRecord;
}
/** A section, or a file, in a shape that cannot be cut by lines (flow style, anchored lists, explicit keys): all its entries in one piece. */
export interface WholePiece {
  readonly form: 'whole';
  readonly text: string;
  /** The section's kind; undefined for a whole file. */
  readonly kind: EntryKind | undefined;
  readonly records: readonly EntryRecord[];
  readonly faults: readonly Fault[];
}
export type Piece = GapPiece | TextPiece | HeaderPiece | EntryPiece | WholePiece;

/**
 * Some pieces as they stood before or after a change, and the names of what they stood between: what a change of an edit keeps, so that taking it
 * back brings the first bytes back. Plain data, made and understood here alone.
 */
export interface SourceState {
  readonly pieces: readonly Piece[];
  /** Undefined at the ends of the text. */
  readonly previous: PieceName | undefined;
  readonly next: PieceName | undefined;
}
export interface PieceName {
  readonly form: Piece['form'];
  readonly kind: EntryKind | undefined;
  readonly name: string;
}

/** What the text was before and after a change that was made on it. */
export function statesOf({ beforeSource, afterSource }: Change): {
  readonly before: SourceState | undefined;
  readonly after: SourceState | undefined;
} {
  return { before: beforeSource as SourceState | undefined, after: afterSource as SourceState | undefined };
}

/** A piece by where it stands in the text, `[start, end)` in UTF-16 units. */
export type Mark = (
  | Omit<TextPiece, 'text'>
  | Omit<HeaderPiece, 'text'>
  | Omit<EntryPiece, 'text'>
  | Omit<WholePiece, 'text'>
) & {
  readonly start: number;
  readonly end: number;
};

/** The text as pieces: the marks, which are in order, and gaps between them. */
export function cut(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push({ form: 'gap', text: text.slice(at, mark.start) });
    pieces.push(pieceOf(mark, text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  if (at < text.length) pieces.push({ form: 'gap', text: text.slice(at) });
  return pieces;
}

/** Written out, since taking a mark's other fields over with `...` is most of the time of cutting. */
function pieceOf(mark: Mark, text: string): Piece {
  switch (mark.form) {
    case 'entry':
      return { form: 'entry', text, record: mark.record };
    case 'header':
      return { form: 'header', text, kind: mark.kind };
    case 'text':
      return { form: 'text', text, name: mark.name, faults: mark.faults };
    case 'whole':
      return { form: 'whole', text, kind: mark.kind, records: mark.records, faults: mark.faults };
  }
}

export function joined(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += piece.text;
  return text;
}

const none: readonly EntryRecord[] = [];

/** The entries that a piece holds. */
export function recordsOf(piece: Piece): readonly EntryRecord[] {
  if (piece.form === 'entry') return [piece.record];
  return piece.form === 'whole' ? piece.records : none;
}
