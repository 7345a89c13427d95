/*
 * The pieces of a sidecar while an edit changes them, and how an entry's place among them is known again later: by what stands before and behind
 * it, with the bytes in between. That is how undo brings the first bytes back, and why it leaves alone what somebody else has changed meanwhile.
 */
import type { Entry, EntryKind } from '../annotation/model';
import { indentAt, newlineOf } from './lines';
import {
  type EntryPiece,
  type EntryRecord,
  joined,
  type Piece,
  type PieceName,
  recordsOf,
  type SourceState,
} from './pieces';
import type { Source } from './source';

/** A stretch of pieces, `[from, to)`. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

export class Draft {
  readonly pieces: Piece[];
  readonly newline: string;
  /** Set where the parts that were changed cannot be checked alone: the whole text must then be read again. */
  mustVerify: boolean;
  /** Whether parts of the text stand for others, so that no entry can be understood alone. */
  readonly isEntangled: boolean;
  article: Source['article'];

  private readonly hasWhole: boolean;
  private readonly dashColumns = new Map<EntryKind, number>();
  /** For edits of many changes only: the ids of shown entries by kind, and of all entries of the file. */
  private readonly shown: Set<string> | undefined;
  private readonly ids: Map<string, number> | undefined;
  private near = 0;

  /** `changes`: how many are to be made, which decides whether an index pays. */
  constructor(source: Source, changes = 1) {
    this.pieces = [...source.pieces];
    this.hasWhole = source.pieces.some((piece) => piece.form === 'whole');
    if (changes > 8) {
      this.shown = new Set();
      this.ids = new Map();
      for (const record of source.pieces.flatMap(recordsOf)) this.count(record, 1);
    }
    this.isEntangled = source.entangled;
    this.mustVerify = !source.regular;
    this.article = source.article;
    this.newline = newlineOf(source.pieces.find((piece) => piece.text.includes('\n'))?.text ?? '');
  }

  /** Where the keys of the root stand. */
  get rootColumn(): number {
    const key = this.pieces.find((piece) => piece.form === 'header' || (piece.form === 'text' && piece.name !== ''));
    return key ? indentAt(key.text, 0) : 0;
  }

  /** The piece and the record of the entry shown under this id. */
  find(kind: EntryKind, id: string): { readonly at: number; readonly record: EntryRecord } | undefined {
    if (this.shown && !this.shown.has(`${kind} ${id}`)) return undefined;
    const { pieces } = this;
    // Changes of one edit are mostly neighbours: the search begins at the last one and goes both ways.
    const start = Math.min(this.near, pieces.length);
    for (let down = start, up = start - 1; down < pieces.length || up >= 0; down++, up--) {
      for (const at of [down, up]) {
        const record = at >= 0 && at < pieces.length ? shownIn(pieces[at] as Piece, kind, id) : undefined;
        if (record) {
          this.near = at;
          return { at, record };
        }
      }
    }
    return undefined;
  }

  /** The id of the next shown entry of a kind behind a piece of its section. */
  nextShown(kind: EntryKind, at: number): string | undefined {
    for (let i = at + 1; i < this.pieces.length; i++) {
      const piece = this.pieces[i] as Piece;
      if (piece.form === 'entry' && piece.record.kind === kind && piece.record.entry) return piece.record.entry.id;
      if (piece.form !== 'entry' && piece.form !== 'gap') return undefined;
    }
    return undefined;
  }

  /** The id of the first shown entry of a kind whose id stands behind this one in order. */
  nextById(kind: EntryKind, id: string): string | undefined {
    for (const piece of this.pieces) {
      for (const record of recordsOf(piece))
        if (record.kind === kind && record.entry && record.entry.id > id) return record.entry.id;
    }
    return undefined;
  }

  /** The shown entries of a kind in their order. */
  entries(kind: EntryKind): Entry[] {
    const entries: Entry[] = [];
    for (const piece of this.pieces) {
      for (const record of recordsOf(piece)) if (record.kind === kind && record.entry) entries.push(record.entry);
    }
    return entries;
  }

  /** Whether an entry of the file, shown or not, bears this id. */
  hasId(id: string): boolean {
    if (this.ids) return (this.ids.get(id) ?? 0) > 0;
    for (const piece of this.pieces) {
      if (piece.form === 'entry') {
        if (piece.record.id === id) return true;
      } else if (piece.form === 'whole' && piece.records.some((record) => record.id === id)) return true;
    }
    return false;
  }

  /** Where the piece that cannot be cut stands that holds the entries of this kind; -1 where they have their own lines. */
  wholeOf(kind: EntryKind): number {
    if (!this.hasWhole) return -1;
    return this.pieces.findIndex(
      (piece) => piece.form === 'whole' && (piece.kind === undefined || piece.kind === kind),
    );
  }

  /** Where the dashes of a section stand: as in it, else as deep below the keys as in another one, else two spaces below them. */
  dashColumn(kind: EntryKind): number {
    const known = this.dashColumns.get(kind);
    if (known !== undefined) return known;
    const isEntry = (piece: Piece): piece is EntryPiece => piece.form === 'entry';
    const own = this.pieces.find((piece) => isEntry(piece) && piece.record.kind === kind) ?? this.pieces.find(isEntry);
    const column = own ? indentAt(own.text, 0) : this.rootColumn + 2;
    this.dashColumns.set(kind, column);
    return column;
  }

  /** The region widened by the gaps on both sides, and by the header of the section of this kind among them. */
  around(kind: EntryKind, region: Region): Region {
    let { from, to } = region;
    while (from > 0 && isSoft(this.pieces[from - 1] as Piece, kind)) from--;
    while (to < this.pieces.length && isSoft(this.pieces[to] as Piece, kind)) to++;
    return { from, to };
  }

  /** What stands in a region, with what it stands between. */
  state(region: Region): SourceState {
    return {
      pieces: this.pieces.slice(region.from, region.to),
      previous: nameOf(this.pieces[region.from - 1]),
      next: nameOf(this.pieces[region.to]),
    };
  }

  replace(region: Region, pieces: readonly Piece[]): void {
    const gone = this.pieces.splice(region.from, region.to - region.from, ...pieces);
    this.near = region.from;
    for (const record of gone.flatMap(recordsOf)) this.count(record, -1);
    for (const record of pieces.flatMap(recordsOf)) this.count(record, 1);
  }

  private count({ kind, entry, id }: EntryRecord, by: 1 | -1): void {
    if (!this.shown || !this.ids) return;
    if (entry && by > 0) this.shown.add(`${kind} ${entry.id}`);
    else if (entry) this.shown.delete(`${kind} ${entry.id}`);
    if (id !== undefined) this.ids.set(id, (this.ids.get(id) ?? 0) + by);
  }

  /** The region that is to the byte what the state says, between the same neighbours; undefined where there is none any more. */
  matching(kind: EntryKind, state: SourceState): Region | undefined {
    const text = joined(state.pieces);
    const { pieces } = this;
    const start = Math.min(this.near, pieces.length);
    for (let down = start, up = start - 1; down <= pieces.length || up >= 0; down++, up--) {
      for (const from of [down, up]) {
        if (from < 0 || from > pieces.length || !isNamed(pieces[from - 1], state.previous)) continue;
        const region = this.extent(kind, from, state);
        if (region && joined(pieces.slice(region.from, region.to)) === text) return region;
      }
    }
    return undefined;
  }

  /** From a place on over gaps, headers and as many entries as the state has, up to its next neighbour. */
  private extent(kind: EntryKind, from: number, state: SourceState): Region | undefined {
    let hard = state.pieces.filter((piece) => !isSoft(piece, kind)).length;
    let to = from;
    while (to < this.pieces.length) {
      const piece = this.pieces[to] as Piece;
      if (!isSoft(piece, kind) && hard-- === 0) break;
      to++;
    }
    return isNamed(this.pieces[to], state.next) ? { from, to } : undefined;
  }
}

const isSoft = (piece: Piece, kind: EntryKind): boolean =>
  piece.form === 'gap' || (piece.form === 'header' && piece.kind === kind);

function shownIn(piece: Piece, kind: EntryKind, id: string): EntryRecord | undefined {
  if (piece.form === 'entry') {
    const { record } = piece;
    return record.kind === kind && record.entry?.id === id ? record : undefined;
  }
  if (piece.form !== 'whole') return undefined;
  return piece.records.find((record) => record.kind === kind && record.entry?.id === id);
}

/** What a piece is known by while others around it change; undefined for the ends of the text. */
function nameOf(piece: Piece | undefined): PieceName | undefined {
  switch (piece?.form) {
    case 'entry': {
      const name = piece.record.entry?.id ?? piece.record.id;
      return { form: 'entry', kind: piece.record.kind, name: name ?? piece.text };
    }
    case 'header':
      return { form: 'header', kind: piece.kind, name: '' };
    case 'text':
      return { form: 'text', kind: undefined, name: piece.name };
    case 'whole':
      return { form: 'whole', kind: piece.kind, name: '' };
    default:
      return undefined;
  }
}

function isNamed(piece: Piece | undefined, name: PieceName | undefined): boolean {
  if (!piece || !name) return piece === name;
  if (piece.form !== name.form) return false;
  if (piece.form === 'entry') {
    const { record } = piece;
    return record.kind === name.kind && (record.entry?.id ?? record.id ?? piece.text) === name.name;
  }
  return piece.form === 'text' ? piece.name === name.name : piece.form !== 'gap' && piece.kind === name.kind;
}
