/*
 * The promise that no character is out of reach: what a reader of Markdown left between its blocks (signs of quotes and lists on
 * lines of their own, mostly) is given to the block that it belongs to.
 */
import type { Block } from './article';
import { trimmed } from './whiteSpace';

/**
 * The same blocks in text order, without overlaps, grown so that every character that is not white space lies in one. What is left
 * over goes to the block that follows on the same line, else to the block before; where there is none it becomes a paragraph.
 */
export function coverAll(text: string, blocks: readonly Block[]): Block[] {
  const covered: Block[] = [];
  let at = 0;
  for (const block of [...blocks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (block.end <= at) continue;
    const next = block.start < at ? clipped(block, at) : block;
    const gap = trimmed(text, at, next.start);
    if (gap.start === gap.end) covered.push(next);
    else {
      const lineStart = Math.max(gap.start, text.lastIndexOf('\n', next.start - 1) + 1);
      const before = trimmed(text, gap.start, lineStart);
      keepBefore(covered, before.start, before.end);
      const rest = trimmed(text, Math.max(gap.start, lineStart), next.start);
      covered.push(rest.start < rest.end ? { ...next, start: rest.start } : next);
    }
    at = (covered[covered.length - 1] as Block).end;
  }
  const tail = trimmed(text, at, text.length);
  keepBefore(covered, tail.start, tail.end);
  return covered;
}

function keepBefore(covered: Block[], start: number, end: number): void {
  if (start >= end) return;
  const last = covered.pop();
  if (last) covered.push({ ...last, end });
  else covered.push({ kind: 'paragraph', start, end, runs: [{ start, end }] });
}

function clipped(block: Block, start: number): Block {
  const runs = block.runs
    .filter((run) => run.end > start)
    .map((run) => ({ ...run, start: Math.max(run.start, start) }));
  return { ...block, start, runs };
}
