/*
 * The nodes of a parsed YAML text: what their keys are, which one a path leads to, and the ranges of the text that they stand in, at which
 * patches cut. Offsets are UTF-16 units.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

export type { Alias, Node, Pair, YAMLMap, YAMLSeq };

/** A document with ranges and source tokens. Duplicate keys are left to `surveyOf`, which finds them in linear time. */
export function parseYaml(text: string): Document {
  return parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: false,
  });
}

/** The key of a pair as text; undefined for a key that is a list or a map. */
export function keyOf(pair: Pair): string | undefined {
  if (pair.key === null) return '';
  if (!isScalar(pair.key)) return undefined;
  const { value } = pair.key;
  return typeof value === 'string' ? value : (pair.key.source ?? String(value));
}

const pairsByKey = new WeakMap<YAMLMap, ReadonlyMap<string | undefined, Pair>>();

/** The first pair of a map with this key. What a map holds is gathered once, since many paths may lead through it. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  let pairs = pairsByKey.get(map);
  if (!pairs) {
    pairs = new Map([...map.items].reverse().map((pair) => [keyOf(pair), pair]));
    pairsByKey.set(map, pairs);
  }
  return pairs.get(key);
}

/** The node that a path leads to, or as far as it leads; `whole` is false where it ends early. Aliases are followed where `targets` are given. */
export function nodeAt(
  root: unknown,
  path: readonly PropertyKey[],
  targets?: ReadonlyMap<Alias, Node>,
): { readonly node: unknown; readonly key: unknown; readonly whole: boolean } {
  let node = root;
  let key: unknown;
  for (const step of path) {
    if (isAlias(node)) node = targets?.get(node) ?? node;
    if (isMap(node) && typeof step === 'string') {
      const pair = pairOf(node, step);
      if (!pair) return { node, key, whole: false };
      key = pair.key;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step];
      key = undefined;
    } else return { node, key, whole: false };
  }
  return { node, key, whole: true };
}

/** Where a node's own text starts (behind its anchor and tag), in UTF-16 units; 0 for none. */
export function startOf(node: unknown): number {
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[0] ?? 0;
}

/** The end of the last character that a node's value is made of: comments and line ends behind it are not its own, but for a block scalar's last. */
export function endOf(node: unknown): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    return last ? pairEnd(last) : startOf(node);
  }
  if (isSeq(node) && !node.flow) {
    const token = node.srcToken;
    const last = node.items.at(-1);
    const dash = token && 'items' in token ? lastOffset(token.items.at(-1)?.start) : 0;
    return Math.max(endOf(last), dash);
  }
  return (node as { range?: readonly number[] | null } | null | undefined)?.range?.[1] ?? 0;
}

/** The end of a pair's value, or of its colon where it has none. */
export function pairEnd(pair: Pair): number {
  return Math.max(
    endOf(pair.key),
    colonEnd(pair) ?? 0,
    propsEnd(pair.srcToken?.sep),
    isEmptyScalar(pair.value) ? 0 : endOf(pair.value),
  );
}

/** Whether a node is a value that nothing is written for. */
export function isEmptyScalar(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

/** Behind the colon of a pair; undefined where it has none. */
export function colonEnd(pair: Pair): number | undefined {
  const colon = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
  return colon && colon.offset + colon.source.length;
}

/** Where a pair starts: at its `?`, its anchor or tag, or its key. */
export function pairStart(pair: Pair): number {
  for (const token of pair.srcToken?.start ?? []) {
    if (token.type === 'explicit-key-ind' || token.type === 'anchor' || token.type === 'tag') return token.offset;
  }
  return pair.key === null ? (colonEnd(pair) ?? 1) - 1 : startOf(pair.key);
}

type Tokens = readonly { readonly type: string; readonly offset: number; readonly source: string }[] | undefined;

function propsEnd(tokens: Tokens): number {
  const last = tokens?.findLast((token) => token.type === 'anchor' || token.type === 'tag');
  return last ? last.offset + last.source.length : 0;
}

function lastOffset(tokens: Tokens): number {
  const last = tokens?.findLast(
    (token) => token.type === 'seq-item-ind' || token.type === 'anchor' || token.type === 'tag',
  );
  return last ? last.offset + last.source.length : 0;
}

/** The offsets of a block list's dashes. */
export function dashesOf(seq: YAMLSeq): number[] {
  const token = seq.srcToken;
  if (!token || !('items' in token)) return [];
  return token.items.flatMap((item) =>
    item.start.filter((part) => part.type === 'seq-item-ind').map((part) => part.offset),
  );
}

/** The start of the line that an offset is in. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line break of the line that a value ends in; the offset itself where it stands behind one already. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
