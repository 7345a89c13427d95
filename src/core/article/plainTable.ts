/* A table of a Markdown text that is plainly one: each row between bars, and nothing in a cell that could be in doubt. */
import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import type { Span } from './article';
import { position, readInline } from './plainInline';
import type { LabelledText } from './plainLabels';

const delimiters = /^\|(?: *:?-+:? *\|)+$/;

/** The table that `[start, end)` is; undefined where there is doubt. */
export function readTable(source: LabelledText, { start, end }: Span): Table | undefined {
  const { text } = source;
  const lines: Span[] = [];
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline > end ? end : newline;
    lines.push({ start: at, end: stop });
    at = stop + 1;
  }
  const [, second] = lines;
  const rule = second ? text.slice(second.start, second.end) : '';
  if (!delimiters.test(rule)) return undefined;
  const align = rule.slice(1, -1).split('|').map(alignOf);
  const children: TableRow[] = [];
  for (const line of lines) {
    if (line === second) continue;
    const row = readRow(source, line);
    if (!row || (line === lines[0] && row.children.length !== align.length)) return undefined;
    children.push(row);
  }
  return { type: 'table', align, children, position: position(start, end) };
}

function alignOf(cell: string): AlignType {
  const [left, right] = [cell.trim().startsWith(':'), cell.trim().endsWith(':')];
  if (left) return right ? 'center' : 'left';
  return right ? 'right' : null;
}

function readRow(source: LabelledText, { start, end }: Span): TableRow | undefined {
  const { text } = source;
  const children: TableCell[] = [];
  for (let bar = start; bar < end - 1; ) {
    const next = text.indexOf('|', bar + 1);
    if (text[bar] !== '|' || next < 0 || next >= end) return undefined;
    let [from, until] = [bar + 1, next];
    while (text[from] === ' ') from++;
    while (text[until - 1] === ' ') until--;
    const words = from < until ? readInline(source, { start: from, end: until }) : [];
    if (!words) return undefined;
    const last = next === end - 1;
    children.push({ type: 'tableCell', children: words, position: position(bar, last ? end : next) });
    bar = next;
  }
  return children.length > 0 ? { type: 'tableRow', children, position: position(start, end) } : undefined;
}
