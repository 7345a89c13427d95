/*
 * Blocks of a Markdown text that are plainly what they seem: paragraphs, headings, lists and tables, in whose lines each sign is plain as
 * well (see `plainInline.ts`). They are read here, in a fraction of the parser's time and as it would; undefined means doubt.
 */
import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Span } from './article';
import { appendTo, matchAt, position, readInline } from './plainInline';
import type { LabelledText } from './plainLabels';
import { readTable } from './plainTable';

/** What a line of words begins with: nothing that could make it anything else. */
const begins = /(?!\d{1,9}[.)])[^\s\-+=:]/y;
const headingSign = /(#{1,6}) (?! )/y;
/** The sign of an item with its spaces, and a box. */
const itemSign = /(?:([-+*])|(\d{1,9})([.)])) {1,4}(?! )/y;
/** The parser moves the place of a paragraph by the box before it, if words follow that are no sign. */
const box = /\[([ xX])\] (?=[\p{L}\p{N}])/uy;
const boxOnly = /\[[ \txX]\](?!\()/y;

/** An item that may go on, in its list: what is indented to its `content` belongs to it. */
interface OpenItem {
  readonly kind: string;
  readonly list: List;
  readonly item: ListItem;
  readonly content: number;
}

/** The blocks of `[start, end)`, which stands between blank lines and in no other block. */
export function readBlocks(source: LabelledText, { start, end }: Span): RootContent[] | undefined {
  const { text } = source;
  const blocks: RootContent[] = [];
  const open: OpenItem[] = [];
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const line = { start: at, end: newline < 0 || newline > end ? end : newline };
    at = line.end + 1;
    const sign = matchAt(headingSign, text, line.start);
    if (sign) {
      const children = readInline(source, { start: line.start + sign[0].length, end: line.end });
      if (!children) return undefined;
      const depth = sign[1]?.length as Heading['depth'];
      blocks.push({ type: 'heading', depth, children, position: position(line.start, line.end) });
      open.length = 0;
    } else if (text[line.start] === '|' && open.length === 0 && blocks[blocks.length - 1]?.type !== 'paragraph') {
      const table = readTable(source, { start: line.start, end });
      return table && [...blocks, table];
    } else if (open.length > 0 || matchAt(itemSign, text, line.start)) {
      if (!readItemLine(source, line, open, blocks)) return undefined;
    } else if (!readLine(source, line, blocks)) return undefined;
  }
  return blocks;
}

/** A line of words: of the paragraph before it, where there is one. */
function readLine(source: LabelledText, line: Span, siblings: RootContent[]): boolean {
  const { text } = source;
  const words = matchAt(begins, text, line.start) ? readInline(source, line) : undefined;
  if (!words) return false;
  const last = siblings[siblings.length - 1];
  if (last?.type !== 'paragraph') {
    siblings.push({ type: 'paragraph', children: words, position: position(line.start, line.end) });
    return true;
  }
  const newline = text.lastIndexOf('\n', line.start - 1);
  appendTo(last.children, { type: 'text', value: '\n', position: position(newline, newline + 1) });
  for (const word of words) appendTo(last.children, word);
  endAt(last, line.end);
  return true;
}

/** A line of a list: a new item of one of the open lists, or of a new one, or more of the last item's words. */
function readItemLine(source: LabelledText, line: Span, open: OpenItem[], blocks: RootContent[]): boolean {
  const { text } = source;
  let start = line.start;
  while (text[start] === ' ') start++;
  const indent = start - line.start;
  let depth = 0;
  while (indent >= (open[depth]?.content ?? Number.POSITIVE_INFINITY)) depth++;
  const around = open[depth - 1];
  const sign = matchAt(itemSign, text, start);
  if (!sign) {
    const words = { start, end: line.end };
    return depth === open.length && around !== undefined && readLine(source, words, around.item.children) && goOn();
  }
  const [all, bullet, number, point = ''] = sign;
  const kind = bullet ?? point;
  const before = open[depth];
  const list = before?.kind === kind ? before.list : undefined;
  // Only a list that begins with 1 may follow a text at once.
  const follows = list === undefined && (around ?? before ?? blocks[0]) !== undefined;
  if (indent - (around?.content ?? 0) > 3 || (follows && number !== undefined && number !== '1')) return false;
  open.length = depth;
  const checked = matchAt(box, text, start + all.length);
  if (!checked && matchAt(boxOnly, text, start + all.length)) return false;
  const item: ListItem = {
    ...{ type: 'listItem', spread: false, checked: checked ? checked[1] !== ' ' : null },
    ...{ children: [], position: position(start, line.end) },
  };
  const into = list ?? newList(start, number);
  if (!list) ((around?.item.children ?? blocks) as RootContent[]).push(into);
  into.children.push(item);
  open.push({ kind, list: into, item, content: indent + all.length });
  const words = { start: start + all.length + (checked?.[0].length ?? 0), end: line.end };
  return readLine(source, words, item.children) && goOn();

  function goOn(): boolean {
    for (const one of open) {
      endAt(one.list, line.end);
      endAt(one.item, line.end);
    }
    return true;
  }
}

function newList(start: number, number: string | undefined): List {
  const first = number === undefined ? null : Number(number);
  return {
    ...{ type: 'list', ordered: first !== null, start: first, spread: false },
    ...{ children: [], position: position(start, start) },
  };
}

function endAt(node: Paragraph | List | ListItem, end: number): void {
  if (node.position) node.position.end.offset = end;
}
