/*
 * The words of a line in which each sign of Markdown is plainly what it seems: text, `code`, **bold** and _slanted_ words, images, and
 * links with their address. Told with a few patterns, which refuse whatever CommonMark could take for something else.
 */
import type { Link, PhrasingContent, Text } from 'mdast';
import type { Span } from './article';
import { type LabelledText, normal } from './plainLabels';

/** Characters that are no sign, */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a parser may do anything with them.
const words = /[^\x00-\x1f\x7f\ue000\\`*_[\]<>&~|@:!#]+/y;
/** and signs where they cannot be one: within a word, or before what is no name or address. */
const harmless = /(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|&(?!#?\w{1,31};)|(?<![\w.+-])@|:(?!\/\/)|!(?!\[)|#(?=\w)/uy;
const address = /www\./i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same.
const code = /`((?!\s)[^`|\x00-\x1f\ue000]+(?<!\s))`(?!`)/y;
const emphasis = /(\*\*?)(?![\s*_])([^*|\n]+)(?<![\s_])\1(?![*_])|(__?)(?![\s*_])([^_|\n]+)(?<![\s*])\3(?![*_])/y;
const link =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the same.
  /(!?)\[([^[\]\n]+|!\[[^[\]\n]+\]\([^()\n]*\))\]\(([^()<>\\`|;\s\x00-\x1f\x7f\ue000]+)(?: "([^"\\&`<>|\n\x00-\x1f\ue000]+)")?\)/y;
const reference = /\[(?! )([^[\]\n\\&|]+)\](?:\[([^[\]\n\\&|]*)\])?(?![([:])/y;
/** What may touch emphasis from outside, if a letter or a digit touches it from inside. */
const outside = /[\s("'“”‘’–—[\].,;:!?)|]/;
const wordCharacter = /[\p{L}\p{N}]/u;

/** The nodes of `[start, end)` of a text, with its offsets; undefined where there is doubt, or nothing. */
export function readInline(source: LabelledText, { start, end }: Span, inLink = false): PhrasingContent[] | undefined {
  if (/\s/.test(source.text[end - 1] ?? '')) return undefined;
  const nodes: PhrasingContent[] = [];
  let at = start;
  while (at < end) {
    const node =
      readText(source.text, at, end) ??
      readCode(source.text, at) ??
      readLink(source, at, inLink) ??
      readReference(source, at, inLink) ??
      readEmphasis(source, at, inLink);
    if (!node || endOf(node) > end) return undefined;
    at = endOf(node);
    appendTo(nodes, node);
  }
  return nodes.length > 0 ? nodes : undefined;
}

function readText(text: string, start: number, end: number): Text | undefined {
  if (text.startsWith('&amp;', start)) return { type: 'text', value: '&', position: position(start, start + 5) };
  const value = plainWords(text, start, end);
  return value === '' ? undefined : { type: 'text', value, position: position(start, start + value.length) };
}

/** What stands in `[start, end)` as it is, from its beginning on; nothing where an address could be in it. */
function plainWords(text: string, start: number, end: number): string {
  let at = start;
  for (let match: RegExpExecArray | undefined; at < end; at += match[0].length) {
    match = matchAt(words, text, at) ?? matchAt(harmless, text, at);
    if (!match) break;
  }
  const value = text.slice(start, Math.min(at, end));
  return address.test(value) ? '' : value;
}

function readCode(text: string, start: number): PhrasingContent | undefined {
  const match = matchAt(code, text, start);
  return match && { type: 'inlineCode', value: match[1] ?? '', position: position(start, start + match[0].length) };
}

function readLink(source: LabelledText, start: number, inLink: boolean): PhrasingContent | undefined {
  const { text } = source;
  const match = matchAt(link, text, start);
  if (!match) return undefined;
  const [all, image, inner = '', url = '', title = null] = match;
  const inside = { start: start + all.indexOf('[') + 1, end: start + all.indexOf('[') + 1 + inner.length };
  const place = position(start, start + all.length);
  if (image) {
    const alt = plainWords(text, inside.start, inside.end);
    return alt === inner ? { type: 'image', title, url, alt, position: place } : undefined;
  }
  const children = inLink ? undefined : readInline(source, inside, true);
  return children && { type: 'link', title, url, children: children as Link['children'], position: place };
}

/** A reference to an address or a footnote; or brackets that are none. */
function readReference(source: LabelledText, start: number, inLink: boolean): PhrasingContent | undefined {
  const match = matchAt(reference, source.text, start);
  if (!match) return undefined;
  const [all, first = '', second] = match;
  const place = position(start, start + all.length);
  const inside = { start: start + 1, end: start + 1 + first.length };
  const label = second || first;
  const identifier = normal(label);
  if (!source.likely.has(identifier)) {
    const known = Boolean(second) || source.possible === 'any' || source.possible.has(identifier);
    const plain = plainWords(source.text, inside.start, inside.end) === first;
    return known || !plain ? undefined : { type: 'text', value: all, position: place };
  }
  if (inLink) return undefined;
  source.used.add(identifier);
  if (label[0] === '^') {
    const footnote = { identifier: identifier.slice(1), label: label.slice(1) };
    return second === undefined ? { type: 'footnoteReference', ...footnote, position: place } : undefined;
  }
  const children = readInline(source, inside, true);
  const referenceType = second ? 'full' : second === undefined ? 'shortcut' : 'collapsed';
  return (
    children && {
      type: 'linkReference',
      identifier,
      label,
      referenceType,
      children: children as Link['children'],
      position: place,
    }
  );
}

function readEmphasis(source: LabelledText, start: number, inLink: boolean): PhrasingContent | undefined {
  const { text } = source;
  const match = matchAt(emphasis, text, start);
  if (!match) return undefined;
  const end = start + match[0].length;
  const sign = match[1] ?? match[3] ?? '';
  const inside = { start: start + sign.length, end: end - sign.length };
  if (!touches(text[start - 1], text[inside.start]) || !touches(text[end], text[inside.end - 1])) return undefined;
  const children = readInline(source, inside, inLink);
  return children && { type: sign.length > 1 ? 'strong' : 'emphasis', children, position: position(start, end) };
}

/** Whether emphasis can begin or end between what stands outside of it and what stands inside, and nothing else. */
function touches(outer: string | undefined, inner: string | undefined): boolean {
  if (outer === undefined || /\s/.test(outer)) return true;
  return outside.test(outer) && inner !== undefined && wordCharacter.test(inner);
}

/** What a sticky pattern finds there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function endOf(node: PhrasingContent): number {
  return node.position?.end.offset ?? 0;
}

/** Between two offsets, with no line or column to rely on. */
export function position(start: number, end: number): NonNullable<Text['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

/** Adds a node; a text after a text is one with it. */
export function appendTo(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes[nodes.length - 1];
  if (last?.type === 'text' && node.type === 'text') {
    last.value += node.value;
    last.position = node.position && last.position && { start: last.position.start, end: node.position.end };
  } else nodes.push(node);
}
