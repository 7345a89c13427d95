/*
 * Where a YAML text is cut so that a part of it comes, goes, or is another one: the splices for one change of shape, at the places where the nodes
 * stand. Quotes, comments, indents and unknown keys around them stay. Offsets are UTF-16 units.
 */
import { isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import {
  colonEnd,
  dashesOf,
  endOf,
  isEmptyScalar,
  keyOf,
  lineEnd,
  lineStart,
  pairEnd,
  pairStart,
  startOf,
} from '../yaml/nodes';
import { flowPair, flowText, itemLines, pairLines, rendered, type Value } from './entryText';
import { linesText } from './lines';

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text that nodes were read from, and how it is written. */
export interface PatchBase {
  readonly text: string;
  readonly newline: string;
  /** The file is JSON, and stays so. */
  readonly json: boolean;
  /** Takes away what stands between a colon and its value too (anchors, tags); tried when keeping it does not give the right value. */
  readonly bare: boolean;
}

/** Whether a text is JSON, as far as its first letters tell. */
export const isJson = (text: string): boolean => /^\s*\{\s*"/.test(text);

export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** Takes an item out of a list of at least two. */
export function removeItem(base: PatchBase, node: YAMLSeq, i: number): Splice[] {
  const { text } = base;
  const item = node.items[i];
  if (node.flow) {
    const previous = i > 0 ? endOf(node.items[i - 1]) : undefined;
    return removeFlow(text, startOf(item), endOf(item), previous, startOf(node.items[i + 1]));
  }
  const dash = dashesOf(node)[i] ?? 0;
  const end = lineEnd(text, Math.max(dash + 1, isEmptyScalar(item) ? 0 : endOf(item)));
  return [{ start: lineStart(text, dash), end, text: '' }];
}

/** Puts an item into a list that is not empty, or in flow style. */
export function insertItem(base: PatchBase, node: YAMLSeq, i: number, key: string, value: Value): Splice[] {
  const { text } = base;
  if (node.flow) {
    const item = flowText(key, value, base.json);
    if (node.items.length === 0) return [at(startOf(node) + 1, item)];
    if (i > 0) return [at(endOf(node.items[i - 1]), flowBreak(base, startOf(node.items[i - 1])) + item)];
    return [at(startOf(node.items[0]), `${item}${flowBreak(base, startOf(node.items[0]))}`)];
  }
  const dashes = dashesOf(node);
  const lines = itemLines(key, value, column(text, dashes[0] ?? 0));
  if (i === 0) return [at(lineStart(text, dashes[0] ?? 0), joined(base, lines))];
  return insertLines(base, lineEnd(text, Math.max(1 + (dashes[i - 1] ?? 0), endOf(node.items[i - 1]))), lines);
}

/** Puts a value of any shape in the place of an item. */
export function replaceItem(base: PatchBase, node: YAMLSeq, i: number, key: string, value: Value): Splice[] {
  const { text } = base;
  const item = node.items[i];
  if (node.flow) return [{ start: startOf(item), end: endOf(item), text: flowText(key, value, base.json) }];
  const dash = dashesOf(node)[i] ?? 0;
  const lines = joined(base, itemLines(key, value, column(text, dash))).trimStart();
  return [{ start: dash, end: lineEnd(text, Math.max(dash + 1, endOf(item))), text: lines }];
}

/** Puts a key into a map, behind the last of those that come before it in the order. */
export function addPair(base: PatchBase, node: YAMLMap, key: string, value: Value, order: readonly string[]): Splice[] {
  const { text } = base;
  const place = order.indexOf(key);
  const earlier = node.items.filter(
    (pair) => order.indexOf(keyOf(pair) ?? '') < place && order.includes(keyOf(pair) ?? ''),
  );
  const previous = earlier.at(-1) ?? node.items.at(-1);
  if (node.flow) {
    const pair = flowPair(key, value, base.json);
    if (previous) return [at(pairEnd(previous), flowBreak(base, pairStart(previous)) + pair)];
    return [at(startOf(node) + 1, ` ${pair} `)];
  }
  const lines = pairLines(key, value, column(text, pairStart(node.items[0] as Pair)));
  return insertLines(base, lineEnd(text, pairEnd(previous as Pair)), lines);
}

export function removePair({ text }: PatchBase, node: YAMLMap, pair: Pair): Splice[] {
  const i = node.items.indexOf(pair);
  const next = node.items[i + 1];
  const start = pairStart(pair);
  const end = pairEnd(pair);
  if (node.flow) {
    const previous = node.items[i - 1];
    return removeFlow(text, start, end, previous && pairEnd(previous), next ? pairStart(next) : 0);
  }
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  if (/^ *$/.test(text.slice(from, start))) return [{ start: from, end: to, text: '' }];
  if (next && /^ *$/.test(text.slice(to, pairStart(next)))) return [{ start, end: pairStart(next), text: '' }];
  const eol = /\r?\n$/.exec(text.slice(0, to))?.[0].length ?? 0;
  return [{ start, end: to - eol, text: '' }];
}

/** A part of a flow collection with the comma that it needs no more; comments between the parts stay. `next`: where the next part starts, 0 for none. */
function removeFlow(text: string, start: number, end: number, previous: number | undefined, next: number): Splice[] {
  if (next > 0 && !text.slice(end, next).includes('#')) return [{ start, end: next, text: '' }];
  if (next === 0 && previous !== undefined && !text.slice(previous, start).includes('#'))
    return [{ start: previous, end, text: '' }];
  // The comma in front of the last part may stay: YAML allows one there.
  const part = { start, end, text: '' };
  const comma = /^(?:\s|(?<=\s)#[^\n]*\n)*,/.exec(text.slice(end))?.[0].length;
  return comma ? [part, { start: end + comma - 1, end: end + comma, text: '' }] : [part];
}

/** Puts a value of any shape in the place of a pair's value, of any shape. */
export function replaceValue(base: PatchBase, parent: YAMLMap, pair: Pair, key: string, value: Value): Splice[] {
  const { text, bare } = base;
  const colon = colonEnd(pair);
  const node = pair.value;
  const isEmpty = isEmptyScalar(node);
  const after = colon ?? endOf(pair.key);
  const start = startOf(node);
  if (parent.flow) {
    const flow = flowText(key, value, base.json);
    if (isEmpty) return [at(after, `${colon === undefined ? ':' : ''} ${flow}`)];
    return [{ start, end: endOf(node), text: flow }];
  }
  const { head, body } = rendered(key, value, column(text, pairStart(pair)));
  const keyLineEnd = lineEnd(text, after);
  if (isEmpty || start >= keyLineEnd) {
    const properties =
      bare && !isEmpty ? (/^[^#\n\r]*/.exec(text.slice(after, keyLineEnd))?.[0].trimEnd().length ?? 0) : 0;
    const first = isSeq(node) && !node.flow ? (dashesOf(node)[0] ?? start) : start;
    const from = isEmpty ? keyLineEnd : lineStart(text, first);
    return [
      { start: after, end: after + properties, text: head && ` ${head}` },
      ...replaceLines(base, from, isEmpty ? keyLineEnd : lineEnd(text, endOf(node)), body),
    ];
  }
  const isBlock = isScalar(node) && node.type?.startsWith('BLOCK') === true;
  const headEnd = isBlock ? start + (/^[|>][0-9+-]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1) : endOf(node);
  const headStart = bare || head === '' ? after : start;
  return [
    { start: headStart, end: headEnd, text: headStart === start ? head : head && ` ${head}` },
    ...replaceLines(base, isBlock ? keyLineEnd : lineEnd(text, headEnd), lineEnd(text, endOf(node)), body),
  ];
}

function replaceLines(base: PatchBase, start: number, end: number, lines: readonly string[]): Splice[] {
  if (lines.length === 0) return start === end ? [] : [{ start, end, text: '' }];
  const text = joined(base, lines);
  if (start === 0 || base.text[start - 1] === '\n') return [{ start, end, text }];
  return [{ start, end, text: base.newline + text.slice(0, -base.newline.length) }];
}

/** Lines put in at the start of a line, or behind a last line that has no line break, which then still has none at the end. */
function insertLines(base: PatchBase, offset: number, lines: readonly string[]): Splice[] {
  return replaceLines(base, offset, offset, lines);
}

function joined({ newline }: PatchBase, lines: readonly string[]): string {
  return linesText(lines, newline);
}

function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** What parts two values of a flow collection: a line break and an indent where the one beside has its own line. */
function flowBreak({ text, newline }: PatchBase, neighbour: number): string {
  const start = lineStart(text, neighbour);
  const indent = text.slice(start, neighbour);
  return start > 0 && /^[ \t]+$/.test(indent) ? `,${newline}${indent}` : ', ';
}

const at = (offset: number, text: string): Splice => ({ start: offset, end: offset, text });
