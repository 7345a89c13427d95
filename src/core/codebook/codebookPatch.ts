/*
 * Changes that views make in a codebook's text: a tag's colour, and its place among the others. As in a sidecar, only the lines that it is
 * about change, and what comes out is read again before it is believed.
 */
import { isMap, isScalar } from 'yaml';
import type { TagColour } from '../annotation/codebook';
import { sameValue } from '../annotation/edit';
import { commentsBelow, newlineOf } from '../sidecar/lines';
import { asMap, type Find, patchedMapText } from '../sidecar/mapPatch';
import {
  endOf,
  keyOf,
  lineEnd,
  lineStart,
  nodeAt,
  pairEnd,
  pairStart,
  parseYaml,
  startOf,
  type YAMLMap,
} from '../yaml/nodes';
import { isPlainMap, type Plain, surveyOf, Values } from '../yaml/values';

/** The order in which a tag's keys are written; new ones go behind those before them. */
const tagOrder = [
  'label',
  'parent',
  'key',
  'colour',
  'line',
  'guideline',
  'examples',
  'counter-examples',
  'attributes',
];

/** Whether a codebook's text has a tag; undefined where it cannot be read without losing something. */
export function hasTag(text: string, tag: string): boolean | undefined {
  const said = saidBy(text);
  return said && isPlainMap(said.tags) && Object.hasOwn(said.tags, tag);
}

/** The text with another colour for a tag; undefined where it holds no such tag, or in no way that can be changed without losing something. */
export function withTagColour(text: string, tag: string, colour: TagColour): string | undefined {
  const said = saidBy(text);
  const tags = said?.tags;
  if (!said || !isPlainMap(tags) || !Object.hasOwn(tags, tag)) return undefined;
  const own = tags[tag] ?? {};
  if (!isPlainMap(own)) return undefined;
  const root = parseYaml(text).contents;
  const before = nodeAt(root, ['tags', tag, 'colour']);
  const find: Find = (node) => asMap(nodeAt(node, ['tags', tag]).node);
  const after = { ...own, colour };
  const expected = { ...said, tags: { ...tags, [tag]: after } };
  const newline = newlineOf(text);
  const patched = find(root)
    ? patchedMapText(text, find, after, tagOrder, newline)
    : patchedMapText(text, asMap, expected, [], newline);
  const style = before.whole && isScalar(before.node) ? before.node.type : undefined;
  const result = patched && withColourQuotedAs(style, patched, tag);
  return result !== undefined && sameValue(saidBy(result), expected) ? result : undefined;
}

/** A colour is a name, and written without quotes where nobody has put it into some, unless all around it is written as JSON. */
function withColourQuotedAs(style: string | undefined, text: string, tag: string): string {
  const root = parseYaml(text).contents;
  const { node, whole } = nodeAt(root, ['tags', tag, 'colour']);
  if (!whole || !isScalar(node) || typeof node.value !== 'string' || style === 'QUOTE_DOUBLE') return text;
  const map = nodeAt(root, ['tags', tag]).node;
  const isJson = isMap(map) && /^\{\s*"/.test(text.slice(startOf(map)));
  const quote = style === 'QUOTE_SINGLE' ? "'" : isJson && style === undefined ? '"' : '';
  return text.slice(0, startOf(node)) + quote + node.value + quote + text.slice(endOf(node));
}

/**
 * The text with a tag in the place of another one, which moves on by one; at the end where no other is named. Tags move with the comments right
 * above and deeper below them; blank lines stay where they are. Undefined where the tags do not stand as lines, or parts, of their own.
 */
export function withTagMoved(text: string, tag: string, place: string | undefined): string | undefined {
  const root = parseYaml(text).contents;
  const tags = nodeAt(root, ['tags']).node;
  const said = saidBy(text);
  if (!said || !isMap(tags)) return undefined;
  const names = tags.items.map((pair) => keyOf(pair) ?? '');
  const from = names.indexOf(tag);
  const to = place === undefined ? names.length - 1 : names.indexOf(place);
  if (from < 0 || to < 0) return undefined;
  const order = names.map((_, i) => i);
  order.splice(to, 0, ...order.splice(from, 1));
  const parts = tags.flow ? flowParts(text, tags) : blockParts(text, tags);
  if (!parts) return undefined;
  const result = reordered(text, parts, order);
  const moved = nodeAt(parseYaml(result).contents, ['tags']).node;
  const isMoved =
    isMap(moved) &&
    sameValue(
      moved.items.map(keyOf),
      order.map((i) => names[i]),
    );
  return isMoved && sameValue(saidBy(result), said) ? result : undefined;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Undefined where comments stand among them: which tag one of those is about cannot be told. */
function flowParts(text: string, tags: YAMLMap): Part[] | undefined {
  const parts = tags.items.map((pair) => ({ start: pairStart(pair), end: pairEnd(pair) }));
  const starts = [...parts.map(({ start }) => start), endOf(tags)];
  const ends = [startOf(tags), ...parts.map(({ end }) => end)];
  return starts.some((start, i) => text.slice(ends[i], start).includes('#')) ? undefined : parts;
}

function blockParts(text: string, tags: YAMLMap): Part[] | undefined {
  const parts: Part[] = [];
  for (const pair of tags.items) {
    const start = lineStart(text, pairStart(pair));
    const column = pairStart(pair) - start;
    if (!/^ *$/.test(text.slice(start, start + column))) return undefined;
    const end = commentsBelow(text, lineEnd(text, pairEnd(pair)), column);
    const least = parts.at(-1)?.end ?? lineEnd(text, startOfTags(text, tags));
    parts.push({ start: commentsAbove(text, start, least), end });
  }
  return parts;
}

/** The line of the key that the tags stand below: nothing above its end is a tag's. */
function startOfTags(text: string, tags: YAMLMap): number {
  const first = tags.items[0];
  const start = first ? lineStart(text, pairStart(first)) : 0;
  const key = text.slice(0, start).search(/^[ ]*["']?tags["']?[ ]*:[^\n]*\n(?:[ ]*(?:#[^\n]*)?\r?\n)*$/m);
  return key < 0 ? Math.max(0, start - 1) : key;
}

/** The start of the comment lines that stand right above a line. */
function commentsAbove(text: string, line: number, least: number): number {
  let start = line;
  while (start > least) {
    const above = lineStart(text, start - 1);
    if (above < least || !/^ *#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** What stands between the parts stays between them. */
function reordered(text: string, parts: readonly Part[], order: readonly number[]): string {
  const newline = newlineOf(text);
  const isLines = parts.slice(0, -1).every(({ end }) => text[end - 1] === '\n');
  const sliced = parts.map(({ start, end }) => text.slice(start, end));
  let result = text.slice(0, parts[0]?.start);
  order.forEach((part, i) => {
    const words = sliced[part] ?? '';
    const isLast = i === order.length - 1;
    const endedBefore = /\n$/.test(sliced.at(-1) ?? '');
    // A last line without a line break gets one when it moves up, and the one that is last now loses its own.
    if (!isLines) result += words;
    else if (isLast && !endedBefore) result += words.replace(/\r?\n$/, '');
    else result += /\n$/.test(words) ? words : words + newline;
    const [end, next] = [parts[i]?.end, parts[i + 1]?.start];
    if (next !== undefined) result += text.slice(end, next);
  });
  return result + text.slice(parts.at(-1)?.end);
}

function saidBy(text: string): { readonly [key: string]: Plain } | undefined {
  const document = parseYaml(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return undefined;
  const survey = surveyOf(root);
  if (survey.unknownAliases.length > 0 || survey.duplicateKeys.length > 0) return undefined;
  const values = new Values(survey.targets);
  const said = values.of(root) as { readonly [key: string]: Plain };
  return values.exceeded ? undefined : said;
}
