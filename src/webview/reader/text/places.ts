/* Between offsets of the canonical text (UTF-16 units) and places in the DOM. Every text node of the page is known by its run. */
import type { Span } from '../../../core/article/article';
import { lastStartingBy } from '../../../core/article/ranges';
import type { Page } from './page';

export interface Place {
  readonly node: Text;
  readonly offset: number;
}

export interface Places {
  /** Where an offset stands. In text that is not shown: at the end of the run before (`back`) or the start of the one after. */
  place(offset: number, bias: 'back' | 'forward'): Place | undefined;
  /** The offset of a place in the DOM; a place in an element is that of the text that follows. Undefined outside of the text. */
  offsetOf(node: Node, offset: number): number | undefined;
  range(span: Span): Range | undefined;
}

export function createPlaces(column: HTMLElement, page: Page): Places {
  const runOf = new Map<Node, number>();
  page.texts.forEach((text, i) => {
    runOf.set(text, i);
  });

  const place: Places['place'] = (offset, bias) => {
    let i = lastStartingBy(page.runs, offset);
    let run = page.runs[i];
    // At the seam of two runs that touch, both are right: the caret and an end belong to the earlier one.
    if (run && bias === 'back' && run.start === offset && page.runs[i - 1]?.end === offset) run = page.runs[--i];
    if (!run || (offset > run.end && bias === 'forward')) run = page.runs[++i];
    const node = page.texts[i];
    if (!run || !node) {
      const last = page.texts.at(-1);
      return last && offset > 0 ? { node: last, offset: last.length } : undefined;
    }
    return { node, offset: Math.min(Math.max(0, offset - run.start), run.end - run.start) };
  };

  const offsetOf: Places['offsetOf'] = (node, offset) => {
    const own = runOf.get(node);
    if (own !== undefined) return (page.runs[own]?.start ?? 0) + offset;
    if (!column.contains(node)) return undefined;
    const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT);
    const child = node.childNodes[offset];
    let text: Node | null;
    if (child) {
      walker.currentNode = child;
      text = child.nodeType === Node.TEXT_NODE ? child : walker.nextNode();
    } else {
      walker.currentNode = lastWithin(node);
      text =
        walker.currentNode === node || walker.currentNode.nodeType !== Node.TEXT_NODE
          ? walker.nextNode()
          : walker.currentNode;
      const i = text ? runOf.get(text) : undefined;
      if (i !== undefined && node.contains(text)) return page.runs[i]?.end;
    }
    while (text && !runOf.has(text)) text = walker.nextNode();
    const i = text ? runOf.get(text) : undefined;
    return i === undefined ? page.runs.at(-1)?.end : page.runs[i]?.start;
  };

  const range: Places['range'] = (span) => {
    const start = place(span.start, 'forward');
    const end = place(span.end, 'back');
    if (!start || !end) return undefined;
    const found = document.createRange();
    found.setStart(start.node, start.offset);
    found.setEnd(end.node, end.offset);
    return found;
  };

  return { place, offsetOf, range };
}

function lastWithin(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}
