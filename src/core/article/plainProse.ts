/*
 * What spares the Markdown parser most of its work: paragraphs of plain prose, in which no character could be a sign of Markdown, are
 * handed to it as one letter, and put back into its tree afterwards. Articles are mostly prose, and the parser looks at each character
 * a dozen times.
 */
import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { Span } from './article';

const letter = 'x';

/** What a line of plain prose begins with: nothing that could begin a block of another kind, once `signs` has been ruled out as well. */
const begins = /^(?!\d{1,9}[.)])[^\s\-+=:]/u;
/** What could open, close or break anything within it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a parser may do anything with them.
const signs = /[\x00-\x09\x0b-\x1f\\`*_[\]<>&~|@#$^{}]|:\/\/|www\.| \n|[ \n]$|\n(?:\d{1,9}[.)]|[\s\-+=:])/iu;

/** A text with a letter in the place of each passage of plain paragraphs. Offsets are UTF-16 units. */
interface Shortened {
  readonly text: string;
  /** The paragraphs of each passage by the offset of its letter in the shortened text, ascending. */
  readonly passages: ReadonlyMap<number, readonly Span[]>;
}

/** The tree that `parse` makes of a text, with offsets (UTF-16 units) of that text; lines and columns in it are not to be relied on. */
export function treeOf(text: string, parse: (text: string) => Root): Root {
  const shortened = withoutProse(text);
  const tree = parse(shortened.text);
  // Where a letter has become anything but a paragraph of its own, prose stood in a fence or a comment: then nothing is spared.
  return putBack(tree, text, shortened) ? tree : parse(text);
}

function withoutProse(text: string): Shortened {
  const passages = new Map<number, Span[]>();
  let short = '';
  let kept = 0;
  let passage: Span[] | undefined;
  for (let start = 0; start < text.length; ) {
    const gap = text.indexOf('\n\n', start);
    const end = gap < 0 ? text.length : gap;
    const paragraph = text.slice(start, end);
    if (!begins.test(paragraph) || signs.test(paragraph)) passage = undefined;
    else if (passage) {
      passage.push({ start, end });
      kept = end;
    } else {
      short += text.slice(kept, start);
      passage = [{ start, end }];
      passages.set(short.length, passage);
      short += letter;
      kept = end;
    }
    start = end + 2;
  }
  return { text: short + text.slice(kept), passages };
}

/** False where a passage does not stand in the tree as it should; the tree is of no use then. */
function putBack(tree: Root, text: string, { passages }: Shortened): boolean {
  const moved = mover(passages);
  const children: RootContent[] = [];
  let found = 0;
  for (const node of tree.children) {
    const passage = node.type === 'paragraph' ? passages.get(node.position?.start.offset ?? -1) : undefined;
    const [only, other] = passage && node.type === 'paragraph' ? node.children : [];
    if (passage && only?.type === 'text' && only.value === letter && !other) {
      found++;
      for (const span of passage) children.push(paragraphOf(text, span));
    } else {
      move(node, moved);
      children.push(node);
    }
  }
  tree.children = children;
  if (tree.position) tree.position.end.offset = text.length;
  return found === passages.size;
}

function paragraphOf(text: string, { start, end }: Span): Paragraph {
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  return { type: 'paragraph', position, children: [{ type: 'text', position, value: text.slice(start, end) }] };
}

function move(node: Nodes, moved: (offset: number) => number): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point?.offset !== undefined) point.offset = moved(point.offset);
  }
  if ('children' in node) for (const child of node.children) move(child, moved);
}

/** From an offset of the shortened text to that of the whole one; cheap where the offsets asked for are near each other. */
function mover(passages: Shortened['passages']): (offset: number) => number {
  const letters = [...passages.keys()];
  const shifts = [...passages].map(([at, passage]) => (passage[passage.length - 1]?.end ?? 0) - at - letter.length);
  let next = 0;
  return (offset) => {
    while (next > 0 && (letters[next - 1] ?? 0) >= offset) next--;
    while (next < letters.length && (letters[next] ?? 0) < offset) next++;
    return offset + (shifts[next - 1] ?? 0);
  };
}
