/*
 * Markdown (CommonMark and GitHub's additions, with front matter): its tree becomes a flat list of blocks whose runs point at the
 * source, signs left out. HTML in it is shown as the text that it is, and nothing is loaded or executed.
 */
import type { List, ListItem, Nodes, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Block, Run } from './article';
import { coverAll } from './cover';
import { frontMatterFacts } from './frontMatter';
import { countLines } from './lines';
import { readMarkdownHead } from './markdownHead';
import { inlineRuns, type LinkTargets } from './markdownRuns';
import { noFacts } from './metadata';
import type { Reading } from './plain';
import { treeOf } from './plainProse';
import { rangesOfLines } from './shown';
import { trimmed } from './whiteSpace';

const matters = ['yaml' as const, 'toml' as const];
// The transforms look for addresses that the tokenizer passed over, and make nodes without a place in the source.
const treeExtensions = [
  ...gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest),
  frontmatterFromMarkdown(matters),
];
const syntaxExtensions = [gfm(), frontmatter(matters)];

/** Reads a canonical text as Markdown. */
export function readMarkdown(text: string): Reading {
  const tree = treeOf(text, (source) =>
    fromMarkdown(source, { extensions: syntaxExtensions, mdastExtensions: treeExtensions }),
  );
  const links: Map<string, string> = new Map();
  let facts = noFacts;
  for (const node of tree.children) {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node.url);
    if (node.type === 'yaml' || (node.type as string) === 'toml')
      facts = frontMatterFacts(node as { type: string; value: string });
  }
  const blocks: Block[] = [];
  const writer: Writer = { text, links, blocks };
  for (const node of tree.children) write(writer, node, { quote: 0, list: 0, depth: 0 });
  return readMarkdownHead(text, coverAll(text, blocks), facts);
}

interface Writer {
  readonly text: string;
  readonly links: LinkTargets;
  readonly blocks: Block[];
}

/** What stands around a node: how deep in quotes and lists, and the marker that its first block is to show. */
interface Around {
  readonly quote: number;
  readonly list: number;
  readonly depth: number;
  readonly item?: { readonly start: number; readonly marker: string };
}

// Deeper nesting than any text has is shown as its source; the recursion must end before the stack does.
const deepest = 60;

function write(writer: Writer, node: RootContent, around: Around): void {
  const { text } = writer;
  if (around.depth > deepest) {
    add(writer, { kind: 'paragraph' }, node, [], around);
    return;
  }
  const inner = { ...around, depth: around.depth + 1 };
  switch (node.type) {
    case 'heading':
      add(writer, { kind: 'heading', level: node.depth }, node, inlineRuns(text, node.children, writer.links), around);
      return;
    case 'paragraph': {
      const runs = inlineRuns(text, node.children, writer.links);
      add(writer, paragraphKind(around), node, runs, around);
      return;
    }
    case 'blockquote':
      for (const child of node.children) write(writer, child, { ...inner, quote: around.quote + 1 });
      return;
    case 'list':
      writeList(writer, node, inner);
      return;
    case 'code': {
      const [from, to] = place(node);
      const fenced = /^[`~]/.test(text.slice(from, from + 1));
      const start = fenced ? text.indexOf('\n', from) + 1 : from;
      const runs = start > from || !fenced ? linesKept(text, start, to, node.value) : [];
      add(writer, { kind: 'code' }, node, runs, around);
      return;
    }
    case 'html': {
      const [from, to] = place(node);
      const comment = node.value.startsWith('<!--') && node.value.indexOf('-->') === node.value.trimEnd().length - 3;
      if (comment) {
        fold(writer, node, 'comment');
        return;
      }
      add(writer, { kind: 'code' }, node, linesKept(text, from, to, node.value), around);
      return;
    }
    case 'table':
      add(writer, { kind: 'table' }, node, tableRuns(writer, node), around);
      return;
    case 'thematicBreak':
      add(writer, { kind: 'rule' }, node, [], around);
      return;
    case 'definition':
      fold(writer, node, 'link addresses');
      return;
    case 'footnoteDefinition': {
      const [start] = place(node);
      const item = { start, marker: `[${node.label ?? node.identifier}]` };
      writeItem(writer, node.children, { ...inner, list: around.list + 1 }, item, place(node)[1]);
      return;
    }
    default:
      if (node.type === 'yaml' || (node.type as string) === 'toml') {
        fold(writer, node, 'front matter');
        return;
      }
      add(writer, paragraphKind(around), node, [], around);
      return;
  }
}

function paragraphKind(around: Around): Pick<Block, 'kind' | 'level'> {
  if (around.list > 0) return { kind: 'listItem', level: around.list };
  return around.quote > 0 ? { kind: 'quote', level: around.quote } : { kind: 'paragraph' };
}

function writeList(writer: Writer, list: List, around: Around): void {
  let number = list.start ?? 1;
  for (const item of list.children) {
    const [start, end] = place(item);
    const marker = list.ordered ? `${number++}.` : taskSign(item);
    writeItem(writer, item.children, { ...around, list: around.list + 1 }, { start, marker }, end);
  }
}

function taskSign(item: ListItem): string {
  if (item.checked === true) return '☑';
  return item.checked === false ? '☐' : '•';
}

function writeItem(
  writer: Writer,
  children: readonly RootContent[],
  around: Around,
  item: { readonly start: number; readonly marker: string },
  end: number,
): void {
  const first = children[0];
  if (first?.type !== 'paragraph') {
    // The marker stands before something that shows none itself: it gets a block of its own.
    const until = first ? place(first)[0] : end;
    const { start, end: stop } = trimmed(writer.text, item.start, Math.max(item.start + 1, until));
    writer.blocks.push({ kind: 'listItem', level: around.list, marker: item.marker, start, end: stop, runs: [] });
  }
  children.forEach((child, index) => {
    write(writer, child, index === 0 && child.type === 'paragraph' ? { ...around, item } : { ...around });
  });
}

function add(
  writer: Writer,
  kind: Pick<Block, 'kind' | 'level'>,
  node: Nodes,
  runs: readonly Run[],
  around: Around,
): void {
  const [from, to] = place(node);
  const { start, end } = trimmed(writer.text, around.item?.start ?? from, to);
  if (start >= end) return;
  // Markdown's white space is not all that there is: a no-break space at an end is text to it.
  const inside = runs
    .map((run) => ({ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }))
    .filter((run) => run.start < run.end);
  const shown =
    inside.length > 0 || around.item
      ? inside
      : [{ ...trimmed(writer.text, from, to), ...(kind.kind === 'code' && { keepsLines: true }) }];
  writer.blocks.push({ ...kind, ...(around.item && { marker: around.item.marker }), start, end, runs: shown });
}

function fold(writer: Writer, node: Nodes, label: string): void {
  const { start, end } = trimmed(writer.text, ...place(node));
  const last = writer.blocks[writer.blocks.length - 1];
  const joined = last?.furniture?.label === label ? writer.blocks.pop() : undefined;
  const from = joined?.start ?? start;
  const furniture = { label, lines: countLines(writer.text, from, end) };
  writer.blocks.push({
    kind: 'furniture',
    start: from,
    end,
    runs: [{ start: from, end, keepsLines: true }],
    furniture,
  });
}

function linesKept(text: string, start: number, end: number, value: string): Run[] {
  return rangesOfLines(text, start, end, value).map((range) => ({ ...range, keepsLines: true }));
}

/** The rows of a table, each on its line, with the bars between the cells; the line under the header is left out. */
function tableRuns(writer: Writer, table: Table): Run[] {
  const { text } = writer;
  const runs: Run[] = [];
  table.children.forEach((row, rowIndex) => {
    if (rowIndex > 0) {
      const newline = text.lastIndexOf('\n', place(row)[0]);
      if (newline >= 0) runs.push({ start: newline, end: newline + 1, keepsLines: true });
    }
    row.children.forEach((cell, index) => {
      const [start] = place(cell);
      if (index > 0) runs.push(bar(text, start));
      const inner = inlineRuns(text, cell.children, writer.links);
      runs.push(
        ...(rowIndex === 0
          ? inner.map((run) => ({ ...run, styles: ['strong' as const, ...(run.styles ?? [])] }))
          : inner),
      );
    });
  });
  return runs;
}

/** The bar before a cell, with a space on each side where the source has one. */
function bar(text: string, at: number): Run {
  const start = text.charAt(at - 1) === ' ' ? at - 1 : at;
  return { start, end: text.charAt(at + 1) === ' ' ? at + 2 : at + 1 };
}

function place(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
