/*
 * From the nodes of a parsed YAML text to plain values: aliases followed within bounds, `__proto__` an ordinary key, of a key that stands
 * twice the first. The survey before it goes over all nodes once and finds what values do not show, in time linear in their number.
 */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { keyOf, startOf } from './nodes';

/** Values that aliases may add to a file by pointing at others. More is a bomb, not a saving. */
const mostAliasedValues = 100_000;

/** What was found in walking over a document once. */
export interface Survey {
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly duplicateKeys: readonly { readonly key: string; readonly offset: number }[];
  readonly unknownAliases: readonly { readonly name: string; readonly offset: number }[];
  readonly mergeKeys: readonly number[];
  /** Offsets of the keys called `__proto__`. */
  readonly protoKeys: readonly number[];
  /** Whether there are aliases, so that one part of the text stands for another. */
  readonly entangled: boolean;
  /** How many nodes there are, keys and aliases among them. */
  readonly size: number;
}

export function surveyOf(root: unknown): Survey {
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Node>();
  const duplicateKeys: { key: string; offset: number }[] = [];
  const unknownAliases: { name: string; offset: number }[] = [];
  const mergeKeys: number[] = [];
  const protoKeys: number[] = [];
  let entangled = false;
  let size = 0;
  const todo: unknown[] = [root];
  while (todo.length > 0) {
    const node = todo.pop();
    size++;
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
        if (key === '__proto__') protoKeys.push(startOf(pair.key));
      }
      for (let i = node.items.length - 1; i >= 0; i--) todo.push(node.items[i]?.value, node.items[i]?.key);
    }
  }
  return { targets, duplicateKeys, unknownAliases, mergeKeys, protoKeys, entangled, size };
}

/** A plain value: text, number, boolean, null, list, or object without prototype. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

export const isPlainMap = (value: Plain | undefined): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy that may be changed. */
export function copyOf(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as { [key: string]: Plain };
  for (const key of Object.keys(value)) copy[key] = copyOf(value[key] as Plain);
  return copy;
}

/** Turns nodes into plain values. Throws nothing: an alias that leads in a circle or over the bound becomes null, and `exceeded` says so. */
export class Values {
  exceeded = false;
  private left = mostAliasedValues;
  private readonly open = new Set<Node>();
  private readonly targets: ReadonlyMap<Alias, Node>;
  private readonly passedOver: string | undefined;

  /** `passedOver`: a key that is left out wherever it stands. */
  constructor(targets: ReadonlyMap<Alias, Node> = new Map(), passedOver?: string) {
    this.targets = targets;
    this.passedOver = passedOver;
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
        if (key !== undefined && key !== this.passedOver && !Object.hasOwn(object, key))
          object[key] = this.of(pair.value, aliased);
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
