/*
 * A YAML text as plain values, and where each of them stands in it: what a reader needs that checks values and reports by line.
 * Read is any valid YAML; what would be dangerous or ambiguous in it (alias bombs, `__proto__`, a key twice) becomes a problem.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Problem } from '../problem';

/** Limits that no file made by people comes near. */
const mostUnits = 4_000_000;
const mostNodes = 200_000;
const mostDepth = 32;

export interface YamlSource {
  /** Null for an empty text. Of a key that is there twice the first counts; objects have no prototype. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Line and column, both from 1, of the value at a path, of its key where it is a map, list or missing, or of what is nearest. */
  readonly placeOf: (path: readonly PropertyKey[], part?: 'key' | 'value') => Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const nothing = (code: string, message: string): YamlSource => ({
    value: null,
    problems: [{ code, severity: 'error', message, line: 1, column: 1 }],
    placeOf: () => ({ line: 1, column: 1 }),
  });
  if (text.length > mostUnits)
    return nothing('too-large', 'The file is larger than 4 million characters and is not read.');
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return nothing('syntax', `The file cannot be read as YAML: ${reason}`);
  }
  const problems = [...document.errors, ...document.warnings].map(
    ({ code, message, pos, name }): Problem => ({
      code: code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax',
      severity: name === 'YAMLWarning' ? 'warning' : 'error',
      message:
        code === 'DUPLICATE_KEY'
          ? 'This key is there twice. The first one counts.'
          : `This is not valid YAML: ${message.replace(/\.?$/, '.')}`,
      ...placeAt(pos[0]),
    }),
  );
  const plain = plainValue(document);
  if (plain.exhausted) {
    return nothing('too-large', 'The file holds too many values, counted with its aliases, and is not read.');
  }
  for (const offset of plain.unsafeKeys) {
    problems.push({
      code: 'unsafe-key',
      severity: 'error',
      message: 'The name “__proto__” cannot be used. It is passed over.',
      ...placeAt(offset),
    });
  }
  return { value: plain.value, problems, placeOf: (path, part) => placeAt(offsetOf(document, path, part)) };
}

function plainValue(document: Document.Parsed): {
  readonly value: unknown;
  readonly exhausted: boolean;
  readonly unsafeKeys: readonly number[];
} {
  const unsafeKeys: number[] = [];
  let left = mostNodes;
  const walk = (node: unknown, depth: number): unknown => {
    if (--left < 0 || depth > mostDepth) {
      left = -1;
      return null;
    }
    if (isAlias(node)) return walk(node.resolve(document) ?? null, depth + 1);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item) => walk(item, depth + 1));
    if (!isMap(node)) return null;
    const object: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      const key = keyText(pair.key);
      if (key === '__proto__') unsafeKeys.push(startOf(pair.key) ?? 0);
      else if (key !== undefined && !Object.hasOwn(object, key)) object[key] = walk(pair.value, depth + 1);
    }
    return object;
  };
  const value = walk(document.contents, 0);
  return { value, exhausted: left < 0, unsafeKeys };
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], part?: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => keyText(item.key) === String(step));
      if (!pair) break;
      node = pair.value;
      const value = isScalar(node) && node.value !== null ? startOf(node) : undefined;
      offset = (i === path.length - 1 && part === 'key' ? undefined : value) ?? startOf(pair.key) ?? offset;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function keyText(key: unknown): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
