/** Articles with annotations for the tests of the trees, made by hand and at random. */

import assert from 'node:assert/strict';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import type { Annotation, Argument, Attributes } from '../../../../src/core/annotation/model';
import type { Placement } from '../../../../src/core/annotation/placement';
import type { Block } from '../../../../src/core/article/article';
import type { AnnotationTree } from '../../../../src/host/views/annotationNodes';
import type { TreeSource } from '../../../../src/host/views/treeNodes';

/** `c1 claim "words"` with a place: one annotation a character, ten characters apart. */
export interface Made {
  readonly id: string;
  readonly tag?: string;
  readonly words?: string;
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
  readonly attributes?: Attributes;
  /** No place in the text: lost, or never there. */
  readonly status?: 'orphan' | 'unstated';
}

export function sourceOf(
  made: readonly Made[],
  inferences: readonly Argument[] = [],
  headings: readonly number[] = [],
): TreeSource {
  const annotations = made.map(
    ({ id, tag = 'claim', words = id, status, note, by, at, attributes }): Annotation => ({
      id,
      tag,
      spans: status === 'unstated' ? [] : [{ quote: words }],
      ...(status === 'unstated' && { wording: words }),
      ...(note !== undefined && { note }),
      ...(by !== undefined && { by }),
      ...(at !== undefined && { at }),
      ...(attributes && { attributes }),
    }),
  );
  const placements = new Map(
    made.map(({ id, status }, i): [string, Placement] => [
      id,
      {
        status: status ?? 'exact',
        score: status === 'orphan' ? 0 : 1,
        spans: status ? [] : [{ start: i * 10, end: i * 10 + 9 }],
      },
    ]),
  );
  const text = made.map((_, i) => `word ${i % 1000}`.padEnd(9).slice(0, 9)).join('\n');
  return {
    article: {
      text,
      format: 'plain',
      facts: { authors: [], topics: [], regions: [] },
      blocks: made.map((_, i): Block => {
        const start = i * 10;
        const kind = headings.includes(i) ? 'heading' : 'paragraph';
        return { kind, start, end: start + 9, runs: [{ start, end: start + 9 }] };
      }),
    },
    set: { annotations, arguments: inferences, links: [] },
    placements,
    codebook: defaultCodebook,
  };
}

export function argument(
  id: string,
  premises: readonly string[],
  relation: 'supports' | 'attacks',
  target: string,
): Argument {
  return { id, premises, [relation]: target };
}

/** The tree as an outline of ids, groups by their labels; unfolds everything, so no more than `most` rows. */
export function outline(tree: AnnotationTree, most = 500): string[] {
  const lines: string[] = [];
  const walk = (key: string | undefined, depth: number): void => {
    for (const child of tree.children(key)) {
      const node = tree.node(child);
      if (!node || lines.length >= most) return;
      const again = node.kind === 'annotation' && node.again ? ` (${node.again})` : '';
      const name = node.kind === 'group' ? `[${node.label} ${node.count}]` : node.id + again;
      lines.push('  '.repeat(depth) + name);
      walk(child, depth + 1);
    }
  };
  walk(undefined, 0);
  return lines;
}

/** All nodes that unfolding reaches. Fails on a node that stands twice, or whose parent is another one. */
export function unfolded(tree: AnnotationTree): string[] {
  const seen = new Set<string>();
  const walk = (key: string | undefined, depth: number): void => {
    for (const child of tree.children(key)) {
      assert.ok(!seen.has(child), `${child} stands twice`);
      assert.equal(tree.node(child)?.parent, key);
      seen.add(child);
      assert.ok(depth < 40, 'unfolds without end');
      walk(child, depth + 1);
    }
  };
  walk(undefined, 0);
  return [...seen];
}
