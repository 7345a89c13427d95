/*
 * The pieces of a sidecar while an edit changes them, and how an entry's place among them is known again later: by what stands before and behind
 * it, with the bytes in between. That is how undo brings the first bytes back, and why it leaves alone what somebody else has changed meanwhile.
 */
import type { Entry, EntryKind } from '../annotation/model';
import { indentAt, newlineOf } from './lines';
import { type EntryRecord, joined, type Piece, recordsOf, type SourceState } from './pieces';
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
  readonly article: Source['article'];

  constructor(source: Source) {
    this.pieces = [...source.pieces];
    this.mustVerify = source.entangled;
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
    const { pieces } = this;
    for (let at = 0; at < pieces.length; at++) {
      const piece = pieces[at] as Piece;
      if (piece.form === 'entry') {
        const { record } = piece;
        if (record.kind === kind && record.entry?.id === id) return { at, record };
      } else if (piece.form === 'whole') {
        const record = piece.records.find((record) => record.kind === kind && record.entry?.id === id);
        if (record) return { at, record };
      }
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
    return this.pieces.some((piece) => recordsOf(piece).some((record) => record.id === id));
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
    this.pieces.splice(region.from, region.to - region.from, ...pieces);
  }

  /** The region that is to the byte what the state says, between the same neighbours; undefined where there is none any more. */
  matching(kind: EntryKind, state: SourceState): Region | undefined {
    const text = joined(state.pieces);
    for (let from = 0; from <= this.pieces.length; from++) {
      if (nameOf(this.pieces[from - 1]) !== state.previous) continue;
      const region = this.extent(kind, from, state);
      if (region && joined(this.pieces.slice(region.from, region.to)) === text) return region;
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
    return nameOf(this.pieces[to]) === state.next ? { from, to } : undefined;
  }
}

const isSoft = (piece: Piece, kind: EntryKind): boolean =>
  piece.form === 'gap' || (piece.form === 'header' && piece.kind === kind);

/** What a piece is known by while others around it change; `''` for the ends of the text. */
function nameOf(piece: Piece | undefined): string {
  if (!piece) return '';
  switch (piece.form) {
    case 'entry':
      return piece.record.id === undefined
        ? `entry ${piece.text}`
        : `${piece.record.kind} ${piece.record.entry?.id ?? piece.record.id}`;
    case 'header':
      return `section ${piece.kind}`;
    case 'text':
      return `key ${piece.name}`;
    default:
      return piece.form;
  }
}
