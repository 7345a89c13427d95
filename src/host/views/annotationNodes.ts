/*
 * The shape of the "Annotations" tree, without VS Code: which nodes there are, in what order and under what parent. Nodes are named by
 * stable keys, so that the view can be told which of them changed. What stands inside a group is made when somebody looks into it, and
 * the way to every node is known without a search: revealing one of 10,000 annotations costs as much as one of ten.
 */
import type { Annotation } from '../../core/annotation/model';
import { append } from '../../core/append';
import * as l10n from '../../core/l10n';
import { annotationFilter } from './annotationFilter';
import { type Group, groupsOf } from './annotationGroups';
import { inTreeOrder } from './annotationOrder';
import { type ArgumentForest, argumentForest, type ForestNode } from './argumentForest';
import { chunked, evenParts } from './chunks';
import { fromKeyPart, keyPart } from './nodeKeys';
import type { GroupNode, TreeNode, TreeSource } from './treeNodes';
import type { Grouping, Sort } from './treeShape';

export interface AnnotationTree {
  readonly source: TreeSource;
  readonly grouping: Grouping;
  readonly sort: Sort;
  readonly filtered: boolean;
  /** What in the filter cannot be answered, as a sentence. */
  readonly problem: string | undefined;
  /** The arguments and what stands in them, as last seen without a filter: for the next tree to take over. */
  readonly forest: ArgumentForest | undefined;
  /** How many annotations there are, and how many of them the filter lets through. */
  readonly total: number;
  readonly shown: number;
  /** The keys of the nodes under a node, or on top. Empty for a key that is not in the tree (any more). */
  children(key?: string): readonly string[];
  /** Whether there is anything under a node: known without making it. */
  hasChildren(key: string): boolean;
  node(key: string): TreeNode | undefined;
  /** The main place of an annotation or argument in the tree; undefined where the filter hides it. */
  keyOf(id: string): string | undefined;
}

const top = '';

/** The list that an annotation stands in: what it hangs under, and a letter that tells its row there from others of the same annotation. */
interface Home {
  readonly parent: string | undefined;
  readonly letter: 'a' | 'o';
}

/**
 * The tree of one state of an article: O(n log n) in its annotations and arguments, with little done for what is folded, and for what is as it
 * was in the tree `before`.
 */
export function annotationTree(
  source: TreeSource,
  grouping: Grouping,
  typed: string,
  sort: Sort = 'position',
  before?: AnnotationTree,
): AnnotationTree {
  const { placements, article } = source;
  const { filter, problem } = annotationFilter(typed, source);
  const prefix = `${keyPart(grouping)}${filter ? '?' : ''}:`;
  const nodes = new Map<string, TreeNode>();
  const childrenOf = new Map<string, string[]>();
  /** How to make the rows in a group that nobody has looked into. */
  const folded = new Map<string, () => void>();
  const homes = new Map<string, Home>();
  const placeOf = (id: string) => placements.get(id)?.spans[0]?.start;
  const add = (node: TreeNode): string => {
    nodes.set(node.key, node);
    append(childrenOf, node.parent ?? top, node.key);
    return node.key;
  };
  /** A long list is cut into parts: `hangIn` puts its members into one of them. */
  const cut = <T extends { readonly id: string }>(
    members: readonly T[],
    parent: string | undefined,
    hangIn: (members: readonly T[], chunk: string) => void,
  ): boolean => {
    const chunks = sort === 'position' ? chunked(members, ({ id }) => placeOf(id), article) : evenParts(members);
    chunks?.forEach(({ label, members: some }, i) => {
      const key = `${parent ?? prefix}/${i}`;
      hangIn(some, add({ kind: 'group', of: 'chunk', key, parent, label, count: some.length }));
    });
    return chunks !== undefined;
  };
  const hang = (members: readonly Annotation[], home: Home, isPart = false): void => {
    for (const { id } of members) homes.set(id, home);
    const { parent, letter } = home;
    const make = () => {
      if (!isPart && cut(members, parent, (some, chunk) => hang(some, { parent: chunk, letter }, true))) return;
      for (const { id } of members) add({ kind: 'annotation', key: leafKey(prefix, letter, id), parent, id });
    };
    if (parent === undefined) make();
    else folded.set(parent, make);
  };
  const addGroup = (
    group: Pick<GroupNode, 'of' | 'label' | 'gives'>,
    name: string,
    members: readonly Annotation[],
    { parent, count = members.length }: { readonly parent?: string; readonly count?: number } = {},
  ): string => {
    const key = add({ kind: 'group', ...group, key: `${parent ?? prefix}${name}`, parent, count });
    hang(members, { parent: key, letter: group.of === 'orphans' ? 'o' : 'a' });
    return key;
  };
  const addAlike = (group: Group, parent?: string): void => {
    const { label, gives, members, below = [] } = group;
    const name = `${parent === undefined ? '' : '/'}=${keyPart(group.key)}`;
    const inside = { count: sizeOf(group), ...(parent !== undefined && { parent }) };
    const key = addGroup({ of: 'same', label, gives }, name, members, inside);
    for (const one of below) addAlike(one, key);
  };
  const plant = (roots: readonly ForestNode[], parent?: string): void => {
    for (const node of roots) add({ ...node, parent });
  };

  const all = inTreeOrder(source, sort);
  const shown = filter ? all.filter(filter) : all;
  const isOrphan = ({ id }: Annotation) => placements.get(id)?.status === 'orphan';
  // By status they have a group of their own as it is.
  const orphans = grouping === 'status' ? [] : shown.filter(isOrphan);
  const placed = orphans.length === 0 ? shown : shown.filter((annotation) => !isOrphan(annotation));
  if (orphans.length > 0) addGroup({ of: 'orphans', label: l10n.t('Orphans') }, 'orphans', orphans);
  const groups = groupsOf(placed, grouping, source);
  let forest: ArgumentForest | undefined;
  if (groups) for (const group of groups) addAlike(group);
  else if (grouping === 'argument') {
    forest = argumentForest(source, all, filter && new Set(shown.map((one) => one.id)), prefix, before?.forest);
    const { annotations, roots } = forest;
    if (!cut(roots, undefined, plant)) plant(roots);
    const loose = placed.filter((one) => !annotations.has(one.id));
    if (loose.length > 0 && roots.length > 0)
      addGroup({ of: 'loose', label: l10n.t('Not in an argument') }, 'loose', loose);
    else hang(loose, { parent: undefined, letter: 'a' });
  } else hang(placed, { parent: undefined, letter: 'a' });

  const nodeOf = (key: string) => nodes.get(key) ?? forest?.below.get(key);
  const children = (key: string): readonly string[] => {
    const make = folded.get(key);
    if (make) {
      folded.delete(key);
      // What hangs there already are sections, which come after what stands in none of them.
      const sections = childrenOf.get(key) ?? [];
      childrenOf.set(key, []);
      make();
      childrenOf.get(key)?.push(...sections);
    }
    const known = childrenOf.get(key) ?? forest?.childrenOf.get(key);
    const node = nodeOf(key);
    if (known || !forest || !node || node.kind === 'group' || !key.includes('>')) return known ?? [];
    childrenOf.set(key, []);
    return forest.unfold(node, (one) => nodeOf(one) as ForestNode | undefined).map(add);
  };
  /** Makes the row of an annotation that is inside of something folded. */
  const reach = (id: string, letter: Home['letter']): string | undefined => {
    for (let home = homes.get(id); home?.letter === letter; home = homes.get(id)) {
      const key = leafKey(prefix, letter, id);
      if (nodes.has(key)) return key;
      if (home.parent === undefined || !folded.has(home.parent)) return undefined;
      children(home.parent);
    }
    return undefined;
  };
  const node = (key: string): TreeNode | undefined => {
    const found = nodeOf(key);
    if (found || !key.startsWith(prefix)) return found;
    const [, letter, leaf] = /^([ao]):([^>]*)$/s.exec(key.slice(prefix.length)) ?? [];
    if (leaf !== undefined) reach(fromKeyPart(leaf), letter as Home['letter']);
    const [, parent] = /^(.*)\/\d+$/s.exec(key) ?? [];
    if (parent !== undefined) children(parent);
    return nodeOf(key);
  };
  return {
    ...{ source, grouping, sort, problem, node },
    forest: forest?.madeOf ? forest : before?.forest,
    filtered: filter !== undefined,
    total: all.length,
    shown: shown.length,
    children: (key = top) => children(key),
    hasChildren: (key) => folded.has(key) || children(key).length > 0,
    keyOf(id) {
      const home = homes.get(id);
      if (home) return reach(id, home.letter);
      return [`${prefix}a:${keyPart(id)}`, `${prefix}g:${keyPart(id)}`].find(nodeOf);
    },
  };
}

const leafKey = (prefix: string, letter: Home['letter'], id: string) => `${prefix}${letter}:${keyPart(id)}`;

const sizeOf = ({ members, below = [] }: Group): number =>
  below.reduce((sum, group) => sum + sizeOf(group), members.length);
