/*
 * What spares the Markdown parser most of its work: blocks that are plainly what they seem are read without it (see `plainBlocks.ts`).
 * It is handed one letter in the place of each passage of them, and they are put into its tree afterwards. Articles are mostly such
 * blocks, and the parser looks at each character a dozen times.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import type { Span } from './article';
import { readBlocks } from './plainBlocks';
import { matchAt } from './plainInline';
import { type LabelledText, labelled } from './plainLabels';

/** To the parser a letter as any other, and in hardly any text. */
const letter = '\ue000';

/** Neighbouring blocks that the parser does not see. */
interface Passage {
  readonly start: number;
  end: number;
  readonly blocks: RootContent[];
}

/** A text with a letter in the place of each passage. Offsets are UTF-16 units. */
interface Shortened {
  readonly text: string;
  /** The passages by the offset of their letter in the shortened text, ascending. */
  readonly passages: ReadonlyMap<number, Passage>;
}

/** In a text that begins as front matter that never ends, the parser finds no list at all. */
const fenced = /^(?:---|\+\+\+)[ \t]*(?:\n|$)/;
const matter = /^(---|\+\+\+)[ \t]*\n(?:[\s\S]*?\n)?\1[ \t]*(?:\n|$)/;

/** What follows a list that is at its end, after empty lines: neither indented nor an item. */
const ends = /\n*(?:$|[^\s\-+*\d])/y;

/** The tree that `parse` makes of a text, with offsets (UTF-16 units) of that text; lines and columns in it are not to be relied on. */
export function treeOf(text: string, parse: (text: string) => Root): Root {
  if (text.includes(letter) || (fenced.test(text) && !matter.test(text))) return parse(text);
  const source = labelled(text);
  const shortened = withoutPlain(source);
  const tree = parse(shortened.text);
  return putBack(tree, source, shortened) ? tree : parse(text);
}

function withoutPlain(source: LabelledText): Shortened {
  const { text } = source;
  const passages = new Map<number, Passage>();
  let short = '';
  let kept = 0;
  let passage: Passage | undefined;
  for (let start = 0; start < text.length; ) {
    const gap = text.indexOf('\n\n', start);
    const end = gap >= 0 ? gap : text.endsWith('\n') ? text.length - 1 : text.length;
    const blocks = readAlone(source, { start, end }, passage);
    if (!blocks) passage = undefined;
    else {
      if (!passage) {
        short += text.slice(kept, start);
        passage = { start, end, blocks: [] };
        passages.set(short.length, passage);
        short += letter;
      }
      passage.blocks.push(...blocks);
      passage.end = kept = end;
    }
    start = end + 2;
    while (text[start] === '\n') start++;
  }
  return { text: short + text.slice(kept), passages };
}

/** The blocks between two blank lines, where there is neither a doubt nor a list that goes on before or after them. */
function readAlone(source: LabelledText, span: Span, before: Passage | undefined): RootContent[] | undefined {
  const blocks = readBlocks(source, span);
  if (blocks?.[0]?.type === 'list' && (!before || before.blocks[before.blocks.length - 1]?.type === 'list'))
    return undefined;
  return blocks?.[blocks.length - 1]?.type === 'list' && !matchAt(ends, source.text, span.end) ? undefined : blocks;
}

/** False where a passage does not stand in the tree as it should; the tree is of no use then. */
function putBack(tree: Root, { text, used }: LabelledText, { passages }: Shortened): boolean {
  const moved = mover(passages);
  const given = new Set<string>();
  const inOrder = [...passages.values()];
  const children: RootContent[] = [];
  let found = 0;
  for (const node of tree.children) {
    const passage = node.type === 'paragraph' ? passages.get(node.position?.start.offset ?? -1) : undefined;
    const [only, other] = passage && node.type === 'paragraph' ? node.children : [];
    if (passage && only?.type === 'text' && only.value === letter && !other) {
      found++;
      for (const block of passage.blocks) children.push(block);
      continue;
    }
    move(node, moved, given);
    children.push(node);
    // In a fence, in a comment and in front matter, it is what it was.
    if ('value' in node) {
      node.value = node.value.replaceAll(letter, () => text.slice(inOrder[found]?.start, inOrder[found++]?.end));
    }
  }
  tree.children = children;
  if (tree.position) tree.position.end.offset = text.length;
  return found === passages.size && [...used].every((label) => given.has(label));
}

/** Moves a node and all in it, and adds the labels that it gives. */
function move(node: Nodes, moved: (offset: number) => number, given: Set<string>): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point?.offset !== undefined) point.offset = moved(point.offset);
  }
  if (node.type === 'definition') given.add(node.identifier);
  if (node.type === 'footnoteDefinition') given.add(`^${node.identifier}`);
  if ('children' in node) for (const child of node.children) move(child, moved, given);
}

/** From an offset of the shortened text to that of the whole one; cheap where the offsets asked for are near each other. */
function mover(passages: Shortened['passages']): (offset: number) => number {
  const letters = [...passages.keys()];
  const shifts = [...passages].map(([at, { end }]) => end - at - letter.length);
  let next = 0;
  return (offset) => {
    while (next > 0 && (letters[next - 1] ?? 0) >= offset) next--;
    while (next < letters.length && (letters[next] ?? 0) < offset) next++;
    return offset + (shifts[next - 1] ?? 0);
  };
}
