/*
 * The shape of the "Annotations" tree, without VS Code: which nodes there are, in what order and under what parent. Nodes are named by
 * stable keys, so that the view can be told which of them changed; the parent of every node is known without a search, so that
 * revealing one of 10,000 annotations costs as much as one of ten.
 */
import { type Codebook, tagOf } from '../../core/annotation/codebook';
import type { Annotation } from '../../core/annotation/model';
import { inTextOrder } from '../../core/annotation/order';
import * as l10n from '../../core/l10n';
import { annotationFilter } from './annotationFilter';
import { argumentForest, type ForestNode } from './argumentForest';
import { chunked } from './chunks';
import { keyPart } from './nodeKeys';
import type { AnnotationNode, ArgumentNode, TreeNode, TreeSource } from './treeNodes';

export const groupings = ['argument', 'tag', 'order'] as const;
export type Grouping = (typeof groupings)[number];

export interface AnnotationTree {
  readonly source: TreeSource;
  readonly grouping: Grouping;
  readonly filtered: boolean;
  /** How many annotations there are, and how many of them the filter lets through. */
  readonly total: number;
  readonly shown: number;
  readonly orphans: number;
  /** The keys of the nodes under a node, or on top. Empty for a key that is not in the tree (any more). */
  children(key?: string): readonly string[];
  node(key: string): TreeNode | undefined;
  /** The main place of an annotation or argument in the tree; undefined where the filter hides it. */
  keyOf(id: string): string | undefined;
}

const top = '';

/** The tree of one state of an article. O(n log n) in its annotations and arguments; what stands in the tree twice is unfolded on demand. */
export function annotationTree(source: TreeSource, grouping: Grouping, typed: string): AnnotationTree {
  const { placements, codebook } = source;
  const filter = annotationFilter(typed, codebook);
  const prefix = `${grouping}${filter ? '?' : ''}:`;
  const nodes = new Map<string, TreeNode>();
  const childrenOf = new Map<string, string[]>();
  const mainPlaces = new Map<string, string>();
  const add = (node: TreeNode): string => {
    nodes.set(node.key, node);
    const siblings = childrenOf.get(node.parent ?? top);
    if (siblings) siblings.push(node.key);
    else childrenOf.set(node.parent ?? top, [node.key]);
    if (node.kind !== 'group' && !node.key.includes('>') && !mainPlaces.has(node.id)) mainPlaces.set(node.id, node.key);
    return node.key;
  };
  /** Adds nodes that are made without a parent under one, in parts where they are many. */
  const addAll = (list: readonly (AnnotationNode | ArgumentNode)[], parent: string | undefined): void => {
    const chunks = chunked(list, (node) => placements.get(node.id)?.spans[0]?.start, source.article);
    if (!chunks) for (const node of list) add({ ...node, parent });
    chunks?.forEach(({ label, members }, i) => {
      const key = add({
        kind: 'group',
        of: 'chunk',
        key: `${parent ?? prefix}/${i}`,
        parent,
        label,
        count: members.length,
      });
      for (const node of members) add({ ...node, parent: key });
    });
  };
  const leaf = (annotation: Annotation, letter: 'a' | 'o'): AnnotationNode => ({
    kind: 'annotation',
    key: `${prefix}${letter}:${keyPart(annotation.id)}`,
    parent: undefined,
    id: annotation.id,
  });
  const addGroup = (of: 'orphans' | 'loose', label: string, members: readonly Annotation[]): void => {
    const key = add({ kind: 'group', of, key: `${prefix}${of}`, parent: undefined, label, count: members.length });
    addAll(
      members.map((one) => leaf(one, of === 'orphans' ? 'o' : 'a')),
      key,
    );
  };

  const all = inTextOrder(source);
  const shown = filter ? all.filter((one) => filter(one, placements.get(one.id)?.status)) : all;
  const isOrphan = (annotation: Annotation) => placements.get(annotation.id)?.status === 'orphan';
  const orphans = shown.filter(isOrphan);
  const placed = shown.filter((annotation) => !isOrphan(annotation));
  let unfold: (node: ForestNode) => readonly ForestNode[] = () => [];

  if (orphans.length > 0) addGroup('orphans', l10n.t('Orphans'), orphans);
  if (grouping === 'order') {
    addAll(
      placed.map((one) => leaf(one, 'a')),
      undefined,
    );
  } else if (grouping === 'tag') {
    for (const [tag, members] of byTag(placed, codebook)) {
      const { label } = tagOf(codebook, tag);
      const key = `${prefix}tag:${keyPart(tag)}`;
      add({ kind: 'group', of: 'tag', key, parent: undefined, label, count: members.length, tag });
      addAll(
        members.map((one) => leaf(one, 'a')),
        key,
      );
    }
  } else {
    const forest = argumentForest(source, all, filter && new Set(shown.map((one) => one.id)), prefix);
    addAll(forest.roots, undefined);
    for (const node of forest.below) add(node);
    unfold = (node) => forest.unfold(node, (key) => nodes.get(key) as ForestNode | undefined);
    const loose = placed.filter((one) => !forest.annotations.has(one.id));
    if (loose.length > 0 && forest.roots.length > 0) addGroup('loose', l10n.t('Not in an argument'), loose);
    else
      addAll(
        loose.map((one) => leaf(one, 'a')),
        undefined,
      );
  }

  return {
    source,
    grouping,
    filtered: filter !== undefined,
    total: all.length,
    shown: shown.length,
    orphans: orphans.length,
    children(key = top) {
      const known = childrenOf.get(key);
      const node = nodes.get(key);
      if (known || !node || node.kind === 'group' || !key.includes('>')) return known ?? [];
      childrenOf.set(key, []);
      return unfold(node).map(add);
    },
    node: (key) => nodes.get(key),
    keyOf: (id) => mainPlaces.get(id),
  };
}

/** In the codebook's order, tags that it lacks last. */
function byTag(annotations: readonly Annotation[], codebook: Codebook): [string, Annotation[]][] {
  const groups = new Map<string, Annotation[]>(codebook.tags.map((tag) => [tag.name, []]));
  for (const annotation of annotations) {
    const group = groups.get(annotation.tag);
    if (group) group.push(annotation);
    else groups.set(annotation.tag, [annotation]);
  }
  return [...groups].filter(([, members]) => members.length > 0);
}
