/*
 * A parsed YAML document seen as values and places. `yaml` gives nodes with ranges; this gives from them plain values (aliases followed within
 * bounds, `__proto__` an ordinary key) and the ranges that patches cut at. Used for whole files in other shapes and for single entries alike.
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
import type { Path } from './pieces';

export type { Document, Node, Pair, YAMLMap, YAMLSeq };

/** Values that aliases may add to a file by pointing at others. More is a bomb, not a saving. */
const mostAliasedValues = 100_000;

/** A document with ranges and source tokens. Duplicate keys are looked for by `surveyOf`, which does it in linear time. */
export function parseYaml(text: string): Document {
  return parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: false,
  });
}

/** What was found in walking over a document once. */
export interface Survey {
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly duplicateKeys: readonly { readonly key: string; readonly offset: number }[];
  readonly unknownAliases: readonly { readonly name: string; readonly offset: number }[];
  readonly mergeKeys: readonly number[];
  /** Whether there are aliases, so that one part of the text stands for another. */
  readonly entangled: boolean;
}

export function surveyOf(root: unknown): Survey {
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  const duplicateKeys: { key: string; offset: number }[] = [];
  const unknownAliases: { name: string; offset: number }[] = [];
  const mergeKeys: number[] = [];
  let entangled = false;
  const todo: unknown[] = [root];
  while (todo.length > 0) {
    const node = todo.pop();
    if (isAlias(node)) {
      entangled = true;
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      else unknownAliases.push({ name: node.source, offset: startOf(node) });
      continue;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) continue;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isSeq(node)) for (let i = node.items.length - 1; i >= 0; i--) todo.push(node.items[i]);
    if (isMap(node)) {
      const seen = new Set<string>();
      for (const pair of node.items) {
        const key = keyOf(pair);
        if (key === undefined) continue;
        if (seen.has(key)) duplicateKeys.push({ key, offset: startOf(pair.key) });
        else seen.add(key);
        if (key === '<<') mergeKeys.push(startOf(pair.key));
      }
      for (let i = node.items.length - 1; i >= 0; i--) todo.push(node.items[i]?.value, node.items[i]?.key);
    }
  }
  return { targets, duplicateKeys, unknownAliases, mergeKeys, entangled };
}

/** The key of a pair as text; undefined for a key that is a list or a map. */
export function keyOf(pair: Pair): string | undefined {
  if (pair.key === null) return '';
  if (!isScalar(pair.key)) return undefined;
  const { value } = pair.key;
  return typeof value === 'string' ? value : (pair.key.source ?? String(value));
}

/** A plain value: text, number, boolean, null, list, or object without prototype. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** Turns nodes into plain values. Throws nothing: an alias that leads in a circle or over the bound becomes null, and `exceeded` says so. */
export class Values {
  exceeded = false;
  private left = mostAliasedValues;
  private readonly open = new Set<Node>();
  private readonly targets: ReadonlyMap<Alias, Node>;

  constructor(targets: ReadonlyMap<Alias, Node>) {
    this.targets = targets;
  }

  of(node: unknown, aliased = false): Plain {
    if (aliased && --this.left < 0) this.exceeded = true;
    if (this.exceeded) return null;
    if (isAlias(node)) return this.ofAlias(node);
    if (isSeq(node)) return node.items.map((item) => this.of(item, aliased));
    if (isMap(node)) {
      const object = Object.create(null) as { [key: string]: Plain };
      for (const pair of node.items) {
        const key = keyOf(pair);
        if (key !== undefined && !Object.hasOwn(object, key)) object[key] = this.of(pair.value, aliased);
      }
      return object;
    }
    if (!isScalar(node)) return null;
    const { value } = node;
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    return node.source ?? String(value);
  }

  private ofAlias(alias: Alias): Plain {
    const target = this.targets.get(alias);
    if (!target) return null;
    if (this.open.has(target)) {
      this.exceeded = true;
      return null;
    }
    this.open.add(target);
    const value = this.of(target, true);
    this.open.delete(target);
    return value;
  }
}

/** The node that a path leads to, or as far as it leads; `whole` is false where it ends early. */
export function nodeAt(
  root: unknown,
  path: Path,
): { readonly node: unknown; readonly key: unknown; readonly whole: boolean } {
  let node = root;
  let key: unknown;
  for (const step of path) {
    if (isMap(node) && typeof step === 'string') {
      const pair = node.items.find((pair) => keyOf(pair) === step);
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
