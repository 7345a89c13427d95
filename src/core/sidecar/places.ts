/*
 * Where a value stands in the text. Neither reader keeps places, since hardly any is ever asked for: the piece in question is parsed again,
 * alone, when a problem is listed or a place is looked up.
 */
import { isMap, isSeq } from 'yaml';
import { keyOf, nodeAt, parseYaml, startOf } from '../yaml/nodes';
import { type EntryRecord, type Path, type Piece, recordsOf } from './pieces';
import { ownKind } from './sectionMarks';

const parsed = new WeakMap<Piece, unknown>();

/** The root node of a piece's text read alone. */
export function rootOf(piece: Piece): unknown {
  if (!parsed.has(piece)) parsed.set(piece, parseYaml(piece.text).contents);
  return parsed.get(piece);
}

/** The node of an entry in its piece. */
export function entryNode(piece: Piece, record: EntryRecord): unknown {
  const root = rootOf(piece);
  if (piece.form === 'entry') return isSeq(root) ? root.items[0] : undefined;
  return entryNodes(root)[recordsOf(piece).indexOf(record)];
}

function entryNodes(root: unknown): readonly unknown[] {
  if (!isMap(root)) return [];
  return root.items.flatMap((pair) => (ownKind(keyOf(pair)) && isSeq(pair.value) ? pair.value.items : []));
}

/** The offset in the piece of the value that the path leads to, or of the last thing before it that is there; 0 where nothing is. */
export function placeIn(piece: Piece, record: EntryRecord | undefined, path: Path): number {
  const found = nodeAt(record ? entryNode(piece, record) : rootOf(piece), path);
  return startOf(found.node) || startOf(found.key);
}

/** As `placeIn`, but undefined where the path leads nowhere. */
export function exactPlaceIn(piece: Piece, record: EntryRecord, path: Path): number | undefined {
  const found = nodeAt(entryNode(piece, record), path);
  return found.whole && found.node ? startOf(found.node) : undefined;
}
