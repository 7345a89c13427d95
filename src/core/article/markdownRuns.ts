/* The runs of a Markdown paragraph: its inline nodes flattened to styled stretches of the source, without Markdown's signs. */
import type { PhrasingContent } from 'mdast';
import type { Run, RunStyle } from './article';
import { rangesOfText } from './shown';

/** Addresses by the identifier of a link's definition. */
export type LinkTargets = ReadonlyMap<string, string>;

interface Look {
  readonly styles: readonly RunStyle[];
  readonly href?: string;
}

/** The runs of inline nodes, in order. `links` resolves links by reference. */
export function inlineRuns(text: string, nodes: readonly PhrasingContent[], links: LinkTargets): Run[] {
  const runs: Run[] = [];
  collect({ text, links, runs }, nodes, { styles: [] }, 0);
  return runs;
}

interface Collector {
  readonly text: string;
  readonly links: LinkTargets;
  readonly runs: Run[];
}

const deepest = 60;

function collect(collector: Collector, nodes: readonly PhrasingContent[], look: Look, depth: number): void {
  const { text, links } = collector;
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (depth > deepest) {
      show(collector, start, end, look);
      continue;
    }
    switch (node.type) {
      case 'text':
        for (const range of rangesOfText(text, start, end, node.value)) show(collector, range.start, range.end, look);
        break;
      case 'emphasis':
        collect(collector, node.children, styled(look, 'emphasis'), depth + 1);
        break;
      case 'strong':
        collect(collector, node.children, styled(look, 'strong'), depth + 1);
        break;
      case 'delete':
        collect(collector, node.children, styled(look, 'strikethrough'), depth + 1);
        break;
      case 'inlineCode': {
        const [from, to] = codeInside(text, start, end);
        for (const range of rangesOfText(text, from, to, text.slice(from, to))) {
          show(collector, range.start, range.end, styled(look, 'code'));
        }
        break;
      }
      case 'link':
        collect(collector, node.children, linked(look, node.url), depth + 1);
        break;
      case 'linkReference':
        collect(collector, node.children, linked(look, links.get(node.identifier)), depth + 1);
        break;
      case 'image':
      case 'imageReference': {
        const href = node.type === 'image' ? node.url : links.get(node.identifier);
        const alt = node.alt ?? '';
        const plain = alt !== '' && text.startsWith(`![${alt}]`, start);
        if (plain) show(collector, start + 2, start + 2 + alt.length, linked(look, href));
        else show(collector, start, end, linked(look, href));
        break;
      }
      case 'break': {
        const newline = text.indexOf('\n', start);
        if (newline >= start && newline < end)
          collector.runs.push({ start: newline, end: newline + 1, keepsLines: true });
        break;
      }
      case 'footnoteReference':
        // "[^3]" is shown as "[3]".
        show(collector, start, start + 1, look);
        show(collector, start + 2, end, look);
        break;
      case 'html':
        show(collector, start, end, styled(look, 'code'));
        break;
      default:
        show(collector, start, end, look);
    }
  }
}

function show(collector: Collector, start: number, end: number, look: Look): void {
  const before = collector.runs[collector.runs.length - 1]?.end ?? 0;
  if (Math.max(start, before) >= end) return;
  collector.runs.push({
    start: Math.max(start, before),
    end,
    ...(look.styles.length > 0 && { styles: look.styles }),
    ...(look.href !== undefined && { href: look.href }),
  });
}

function styled(look: Look, style: RunStyle): Look {
  return look.styles.includes(style) ? look : { ...look, styles: [...look.styles, style] };
}

function linked(look: Look, href: string | undefined): Look {
  return href === undefined ? look : { ...styled(look, 'link'), href };
}

/** What stands between the backticks, without the one space that may pad it. */
function codeInside(text: string, start: number, end: number): [number, number] {
  let ticks = 0;
  while (text.charCodeAt(start + ticks) === 0x60) ticks++;
  const from = start + ticks;
  const to = end - ticks;
  const padded = to - from > 2 && text.charAt(from) === ' ' && text.charAt(to - 1) === ' ';
  return padded ? [from + 1, to - 1] : [from, to];
}
