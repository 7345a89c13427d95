/*
 * What a merge compares: each entry of a version under the name by which the other versions know it, as bytes first, and only where those
 * differ as values, with all keys and values that this version of the format does not know.
 */
import { isMap, isSeq } from 'yaml';
import { sameValue } from '../annotation/edit';
import { prime } from '../annotation/ids';
import type { EntryKind } from '../annotation/model';
import { keyOf, parseYaml } from '../yaml/nodes';
import { type Plain, surveyOf, Values } from '../yaml/values';
import { type EntryRecord, type Piece, recordsOf } from './pieces';
import { entryNode, rootOf } from './places';
import { ownKind, sectionPair } from './sectionMarks';
import type { Sidecar } from './sidecar';
import { sourceOf, textOf } from './source';

/** An entry of one version. */
export interface Item {
  readonly kind: EntryKind;
  /** The id as it is shown; for an entry that bears none its text, so that it is the same one only where it is the same. */
  readonly key: string;
  readonly record: EntryRecord;
  readonly piece: Piece;
  /** Its place in its section. */
  readonly at: number;
}

/** One version of a sidecar, ready to be compared. */
export class Version {
  readonly items: { readonly [K in EntryKind]: readonly Item[] };
  readonly byKey: { readonly [K in EntryKind]: ReadonlyMap<string, Item> };
  readonly sidecar: Sidecar;
  /** Whether each entry has its own lines, which say all about it. */
  readonly isCut: boolean;
  private root: unknown;

  constructor(sidecar: Sidecar) {
    this.sidecar = sidecar;
    const source = sourceOf(sidecar);
    this.isCut = !source.entangled && source.pieces.every((piece) => piece.form !== 'whole');
    const items: { [K in EntryKind]: Item[] } = { annotation: [], argument: [], link: [] };
    const byKey = {
      annotation: new Map<string, Item>(),
      argument: new Map<string, Item>(),
      link: new Map<string, Item>(),
    };
    for (const piece of source.pieces) {
      for (const record of recordsOf(piece)) {
        const list = items[record.kind];
        const name = record.entry?.id ?? record.id;
        let key = name === undefined ? `text ${textIn(piece, record)}` : `id ${name}`;
        while (byKey[record.kind].has(key)) key += prime;
        const item = { kind: record.kind, key, record, piece, at: list.length };
        list.push(item);
        byKey[record.kind].set(key, item);
      }
    }
    this.items = items;
    this.byKey = byKey;
  }

  /** All that an entry says, in its own words. */
  valueOf(item: Item): Plain {
    const node = this.isCut ? entryNode(item.piece, item.record) : this.nodes(item.kind)[item.at];
    const survey = surveyOf(this.isCut ? rootOf(item.piece) : this.wholeRoot());
    return new Values(survey.targets).of(node);
  }

  /** The values of all keys of the root but the lists of entries. */
  keys(): { readonly [key: string]: Plain } {
    const roots = this.isCut
      ? sourceOf(this.sidecar)
          .pieces.filter((piece) => piece.form === 'text')
          .map(rootOf)
      : [this.wholeRoot()];
    const result = Object.create(null) as { [key: string]: Plain };
    for (const root of roots) {
      const values = new Values(surveyOf(root).targets);
      if (!isMap(root)) continue;
      for (const pair of root.items) {
        const key = keyOf(pair);
        if (key !== undefined && ownKind(key) === undefined) result[key] = values.of(pair.value);
      }
    }
    return result;
  }

  /** The names of the lists of entries that are there. */
  sections(): readonly string[] {
    const root = this.wholeRoot();
    return isMap(root) ? root.items.flatMap((pair) => (ownKind(keyOf(pair)) ? [keyOf(pair) as string] : [])) : [];
  }

  /** The value of a list of entries, which may be none. */
  sectionValue(kind: EntryKind): Plain {
    const root = this.wholeRoot();
    return new Values(surveyOf(root).targets).of(sectionPair(root, kind)?.value);
  }

  private nodes(kind: EntryKind): readonly unknown[] {
    const list = sectionPair(this.wholeRoot(), kind)?.value;
    return isSeq(list) ? list.items : [];
  }

  private wholeRoot(): unknown {
    this.root ??= parseYaml(textOf(sourceOf(this.sidecar)).replace(/^\ufeff/, '')).contents;
    return this.root;
  }
}

function textIn(piece: Piece, record: EntryRecord): string {
  if (piece.form === 'entry') return piece.text;
  const range = (entryNode(piece, record) as { range?: readonly [number, number, number] } | undefined)?.range;
  return range ? piece.text.slice(range[0], range[1]) : '';
}

/** Whether two versions hold an entry in the same bytes, line breaks aside. */
export function sameText(a: Item, b: Item): boolean {
  if (a.piece.form !== 'entry' || b.piece.form !== 'entry') return false;
  return sameLines(a.piece, b.piece);
}

/** Whether two pieces are the same, line breaks aside. */
export function sameLines(a: Piece, b: Piece): boolean {
  if (a.text === b.text) return true;
  // Versions mostly differ in a few entries; only with other line breaks do most of them get here.
  const hasOther = a.text.includes('\r') !== b.text.includes('\r') || a.text.endsWith('\n') !== b.text.endsWith('\n');
  return hasOther && plainText(a) === plainText(b);
}

const plainText = (piece: Piece): string => piece.text.replaceAll('\r\n', '\n').replace(/\n?$/, '\n');

/** Whether two versions hold an entry that says the same. */
export function sameItem(a: Item, from: Version, b: Item, to: Version): boolean {
  return sameText(a, b) || sameValue(from.valueOf(a), to.valueOf(b));
}
