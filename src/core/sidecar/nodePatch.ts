/*
 * Changes of single values in a YAML text, as splices at the places where its nodes stand: quotes, comments, order, indents and unknown keys
 * around them stay. One change at a time, since the text is read again after each; a change of shape never comes with others.
 */
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { sameValue } from '../annotation/edit';
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
import {
  flowPair,
  flowText,
  isList,
  isMap as isMapValue,
  itemLines,
  pairLines,
  rendered,
  type Value,
  type ValueMap,
} from './entryText';
import { stepById } from './listSteps';
import { scalar } from './scalars';

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface PatchStyle {
  readonly newline: string;
  /** The file is JSON, and stays so. */
  readonly json: boolean;
  /** Takes away what stands between a colon and its value too (anchors, tags); tried when keeping it does not give the right value. */
  readonly bare: boolean;
}

export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** Gathers the splices of one step. */
export class NodePatch {
  readonly splices: Splice[] = [];
  private readonly text: string;
  private readonly style: PatchStyle;
  /** Set once a change of shape was made: nothing else may follow before the text is read again. */
  private closed = false;

  constructor(text: string, style: PatchStyle) {
    this.text = text;
    this.style = style;
  }

  /** Takes a map a step from what it says now towards what it should say. `order`: where new keys go. */
  map(node: YAMLMap, before: ValueMap, after: ValueMap, order: readonly string[]): void {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (this.closed) return;
      const previous = own(before, key);
      const next = own(after, key);
      if (sameValue(previous, next)) continue;
      const pair = node.items.find((pair) => keyOf(pair) === key);
      if (next === undefined) {
        if (pair) this.shape(() => this.removePair(node, pair));
      } else if (!pair) this.shape(() => this.addPair(node, key, next, order));
      else this.pair(node, pair, key, previous, next);
    }
  }

  private pair(parent: YAMLMap, pair: Pair, key: string, before: Value | undefined, after: Value): void {
    const node = pair.value;
    if (isList(before) && isList(after) && isSeq(node) && after.length > 0 && (node.items.length > 0 || node.flow)) {
      this.list(node, key, before, after);
    } else if (
      isMapValue(before) &&
      isMapValue(after) &&
      isMap(node) &&
      (Object.keys(after).length > 0 || node.items.length > Object.keys(before).length)
    ) {
      this.map(node, before, after, Object.keys(after));
    } else if (!this.replacesInPlace(node, key, after, parent))
      this.shape(() => this.replaceValue(parent, pair, key, after));
  }

  /** A value on one line in the place of another one. */
  private replacesInPlace(node: unknown, key: string, after: Value, parent: YAMLMap | undefined): boolean {
    if (isList(after) || isMapValue(after) || this.style.bare) return false;
    if (!isAlias(node) && !isScalar(node)) return false;
    if (isEmptyScalar(node) || (isScalar(node) && node.type?.startsWith('BLOCK'))) return false;
    if (parent && !parent.flow && rendered(key, after, 0).body.length > 0) return false;
    this.splices.push({ start: startOf(node), end: endOf(node), text: scalar(key, after, this.style.json) });
    return true;
  }

  private list(node: YAMLSeq, key: string, before: readonly Value[], after: readonly Value[]): void {
    const step = stepById(before, after);
    if (step) {
      if (step.do === 'remove') this.shape(() => this.removeItem(node, step.at));
      else this.shape(() => this.insertItem(node, step.at, key, after[step.at] as Value));
      return;
    }
    let from = 0;
    while (from < before.length && from < after.length && sameValue(before[from], after[from])) from++;
    let [end, nextEnd] = [before.length, after.length];
    while (end > from && nextEnd > from && sameValue(before[end - 1], after[nextEnd - 1])) {
      end--;
      nextEnd--;
    }
    if (end > nextEnd) this.shape(() => this.removeItem(node, nextEnd));
    else if (end < nextEnd) this.shape(() => this.insertItem(node, end, key, after[end] as Value));
    else
      for (let i = from; i < end && !this.closed; i++) this.item(node, i, key, before[i] as Value, after[i] as Value);
  }

  private item(node: YAMLSeq, i: number, key: string, before: Value, after: Value): void {
    const item = node.items[i];
    if (isMapValue(before) && isMapValue(after) && isMap(item)) this.map(item, before, after, Object.keys(after));
    else if (!this.replacesInPlace(item, key, after, undefined)) {
      this.shape(() => {
        if (node.flow)
          this.splices.push({ start: startOf(item), end: endOf(item), text: flowText(key, after, this.style.json) });
        else {
          const dash = dashesOf(node)[i] ?? 0;
          const lines = itemLines(key, after, this.column(dash));
          this.splices.push({
            start: dash,
            end: lineEnd(this.text, Math.max(dash + 1, endOf(item))),
            text: this.lines(lines).trimStart(),
          });
        }
      });
    }
  }

  /** Takes an item out of a list of at least two. */
  removeItem(node: YAMLSeq, i: number): void {
    const item = node.items[i];
    if (node.flow) {
      this.removeFlow(startOf(item), endOf(item), previousEnd(node.items[i - 1]), startOf(node.items[i + 1]));
      return;
    }
    const dash = dashesOf(node)[i] ?? 0;
    const end = lineEnd(this.text, Math.max(dash + 1, isEmptyScalar(item) ? 0 : endOf(item)));
    this.splices.push({ start: lineStart(this.text, dash), end, text: '' });
  }

  /** Puts an item into a list that is not empty, or in flow style. */
  insertItem(node: YAMLSeq, i: number, key: string, value: Value): void {
    const { text } = this;
    if (node.flow) {
      const item = flowText(key, value, this.style.json);
      if (node.items.length === 0) this.splices.push({ start: startOf(node) + 1, end: startOf(node) + 1, text: item });
      else if (i > 0)
        this.splices.push(at(endOf(node.items[i - 1]), this.flowBreak(startOf(node.items[i - 1])) + item));
      else this.splices.push(at(startOf(node.items[0]), `${item}${this.flowBreak(startOf(node.items[0]))}`));
      return;
    }
    const dashes = dashesOf(node);
    const lines = itemLines(key, value, this.column(dashes[0] ?? 0));
    if (i === 0) this.splices.push(at(lineStart(text, dashes[0] ?? 0), this.lines(lines)));
    else this.insertLines(lineEnd(text, Math.max(1 + (dashes[i - 1] ?? 0), endOf(node.items[i - 1]))), lines);
  }

  /** Puts a key into a map, behind the last of those that come before it in the order. */
  addPair(node: YAMLMap, key: string, value: Value, order: readonly string[]): void {
    const place = order.indexOf(key);
    const earlier = node.items.filter(
      (pair) => order.indexOf(keyOf(pair) ?? '') < place && order.includes(keyOf(pair) ?? ''),
    );
    const previous = earlier.at(-1) ?? node.items.at(-1);
    if (node.flow) {
      const pair = flowPair(key, value, this.style.json);
      if (previous) this.splices.push(at(pairEnd(previous), this.flowBreak(pairStart(previous)) + pair));
      else this.splices.push(at(startOf(node) + 1, ` ${pair} `));
      return;
    }
    const column = this.column(pairStart(node.items[0] as Pair));
    this.insertLines(lineEnd(this.text, pairEnd(previous as Pair)), pairLines(key, value, column));
  }

  private removePair(node: YAMLMap, pair: Pair): void {
    const i = node.items.indexOf(pair);
    const next = node.items[i + 1];
    const start = pairStart(pair);
    const end = pairEnd(pair);
    if (node.flow) {
      const previous = node.items[i - 1];
      this.removeFlow(start, end, previous && pairEnd(previous), next ? pairStart(next) : 0);
      return;
    }
    const { text } = this;
    const from = lineStart(text, start);
    const to = lineEnd(text, end);
    if (/^ *$/.test(text.slice(from, start))) this.splices.push({ start: from, end: to, text: '' });
    else if (next && /^ *$/.test(text.slice(to, pairStart(next))))
      this.splices.push({ start, end: pairStart(next), text: '' });
    else {
      const eol = /\r?\n$/.exec(text.slice(0, to))?.[0].length ?? 0;
      this.splices.push({ start, end: to - eol, text: '' });
    }
  }

  /** A part of a flow collection with the comma that it needs no more; comments between the parts stay. */
  private removeFlow(start: number, end: number, previous: number | undefined, next: number): void {
    const { text } = this;
    if (next > 0 && !text.slice(end, next).includes('#')) {
      this.splices.push({ start, end: next, text: '' });
    } else if (next === 0 && previous !== undefined && !text.slice(previous, start).includes('#')) {
      this.splices.push({ start: previous, end, text: '' });
    } else {
      // The comma in front of the last part may stay: YAML allows one there.
      this.splices.push({ start, end, text: '' });
      const comma = /^(?:\s|(?<=\s)#[^\n]*\n)*,/.exec(text.slice(end))?.[0].length;
      if (comma) this.splices.push({ start: end + comma - 1, end: end + comma, text: '' });
    }
  }

  /** Puts a value of any shape in the place of a pair's value, of any shape. */
  replaceValue(parent: YAMLMap, pair: Pair, key: string, value: Value): void {
    const { text, style } = this;
    const colon = colonEnd(pair);
    const node = pair.value;
    const isEmpty = isEmptyScalar(node);
    if (parent.flow) {
      const flow = flowText(key, value, style.json);
      if (isEmpty) this.splices.push(at(colon ?? endOf(pair.key), `${colon === undefined ? ':' : ''} ${flow}`));
      else this.splices.push({ start: startOf(node), end: endOf(node), text: flow });
      return;
    }
    const after = colon ?? endOf(pair.key);
    const { head, body } = rendered(key, value, this.column(pairStart(pair)));
    const keyLineEnd = lineEnd(text, after);
    const start = startOf(node);
    if (isEmpty || start >= keyLineEnd) {
      const properties =
        style.bare && !isEmpty ? (/^[^#\n\r]*/.exec(text.slice(after, keyLineEnd))?.[0].trimEnd().length ?? 0) : 0;
      this.splices.push({ start: after, end: after + properties, text: head && ` ${head}` });
      const from = isEmpty
        ? keyLineEnd
        : lineStart(text, isSeq(node) && !node.flow ? (dashesOf(node)[0] ?? start) : start);
      this.replaceLines(from, isEmpty ? keyLineEnd : lineEnd(text, endOf(node)), body);
      return;
    }
    const isBlock = isScalar(node) && node.type?.startsWith('BLOCK') === true;
    const headEnd = isBlock
      ? start + (/^[|>][0-9+-]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1)
      : endOf(node);
    const headStart = style.bare || head === '' ? after : start;
    this.splices.push({ start: headStart, end: headEnd, text: headStart === start ? head : head && ` ${head}` });
    this.replaceLines(isBlock ? keyLineEnd : lineEnd(text, headEnd), lineEnd(text, endOf(node)), body);
  }

  private shape(change: () => void): void {
    if (this.splices.length === 0) change();
    this.closed = true;
  }

  private replaceLines(start: number, end: number, lines: readonly string[]): void {
    if (lines.length === 0 && start === end) return;
    if (lines.length === 0) this.splices.push({ start, end, text: '' });
    else if (start === 0 || this.text[start - 1] === '\n') this.splices.push({ start, end, text: this.lines(lines) });
    else
      this.splices.push({
        start,
        end,
        text: this.style.newline + this.lines(lines).slice(0, -this.style.newline.length),
      });
  }

  /** Lines put in at the start of a line, or behind a last line that has no line break, which then still has none at the end. */
  private insertLines(offset: number, lines: readonly string[]): void {
    this.replaceLines(offset, offset, lines);
  }

  private lines(lines: readonly string[]): string {
    return lines.map((line) => line + this.style.newline).join('');
  }

  private column(offset: number): number {
    return offset - lineStart(this.text, offset);
  }

  /** What parts two values of a flow collection: a line break and an indent where the one beside has its own line. */
  private flowBreak(neighbour: number): string {
    const start = lineStart(this.text, neighbour);
    const indent = this.text.slice(start, neighbour);
    return start > 0 && /^[ \t]+$/.test(indent) ? `,${this.style.newline}${indent}` : ', ';
  }
}

const own = (map: ValueMap, key: string): Value | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

const at = (offset: number, text: string): Splice => ({ start: offset, end: offset, text });

const previousEnd = (node: unknown): number | undefined => (node === undefined ? undefined : endOf(node));
