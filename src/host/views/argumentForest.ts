/*
 * The annotations of an article as trees of arguments: under a claim the arguments onto it, under an argument its premises and what
 * undercuts it. The relation is a graph (a premise may serve twice, reasoning may run in a circle), so every annotation has one main
 * place, found breadth first; where it comes up again it is a node of its own whose inside is unfolded only when asked for.
 */
import { sameValue } from '../../core/annotation/edit';
import { type Annotation, type Argument, conclusionOf, indexOf, type SetIndex } from '../../core/annotation/model';
import { keyPart } from './nodeKeys';
import type { Again, AnnotationNode, ArgumentNode, TreeSource } from './treeNodes';

export type ForestNode = AnnotationNode | ArgumentNode;

export interface ArgumentForest {
  /** The ids of the annotations that take part in arguments and are shown. */
  readonly annotations: ReadonlySet<string>;
  /** In text order, arguments that lead nowhere last. */
  readonly roots: readonly ForestNode[];
  /** All other main places and the first ones where something comes up again, by key; and the keys under a node, in order. */
  readonly below: ReadonlyMap<string, ForestNode>;
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
  /** What stands under a node that comes up again. */
  unfold(node: ForestNode, nodeOf: (key: string) => ForestNode | undefined): readonly ForestNode[];
  /** What it was made of, where no filter took a part in it. */
  readonly madeOf: Seeds | undefined;
}

interface Seeds {
  readonly inferences: readonly Argument[];
  /** The annotations that take part, in order. */
  readonly ids: readonly string[];
  readonly prefix: string;
}

/**
 * `inOrder` are the annotations in text order, `matching` the ids that a filter lets through, where there is one: what leads
 * down to them is shown as well. Keys begin with `prefix`. Linear in annotations and premises. The forest `before` is taken over where
 * arguments and order are the same: few edits change them.
 */
export function argumentForest(
  source: TreeSource,
  inOrder: readonly Annotation[],
  matching: ReadonlySet<string> | undefined,
  prefix: string,
  before?: ArgumentForest,
): ArgumentForest {
  const index = indexOf(source.set);
  const kept = matching && leadingTo(matching, index);
  const isKept = (id: string) => kept === undefined || kept.has(id);
  const argumentsOnto = (id: string) =>
    (index.onto.get(id) ?? []).filter((one) => index.arguments.get(one.id) === one && isKept(one.id));
  const premisesOf = (id: string) =>
    [...new Set(index.arguments.get(id)?.premises)].filter((one) => index.annotations.has(one) && isKept(one));
  const annotations = new Set(
    inOrder.map(({ id }) => id).filter((id) => isKept(id) && (index.premiseIn.has(id) || index.onto.has(id))),
  );

  const inArguments = inOrder.filter(({ id }) => annotations.has(id));
  const inferences = [...index.arguments.values()].filter(({ id }) => isKept(id));
  const madeOf = kept ? undefined : { inferences, ids: inArguments.map(({ id }) => id), prefix };
  if (before?.madeOf && madeOf && isSame(before.madeOf, madeOf)) return before;

  const keyOf = (kind: ForestNode['kind'], id: string) =>
    `${prefix}${kind === 'annotation' ? 'a' : 'g'}:${keyPart(id)}`;
  const planted = new Map<string, ForestNode>();
  const roots: ForestNode[] = [];
  const below = new Map<string, ForestNode>();
  const childKeys = new Map<string, readonly string[]>();

  const childrenOf = (node: ForestNode, nodeOf: (key: string) => ForestNode | undefined): ForestNode[] => {
    if (node.again === 'cycle') return [];
    const mainPlace = node.key === keyOf(node.kind, node.id);
    const child = (kind: ForestNode['kind'], id: string): ForestNode => {
      const key = keyOf(kind, id);
      const isMain = mainPlace && !planted.has(key);
      const again: Again | undefined = isMain ? undefined : isAbove(kind, id, node, nodeOf) ? 'cycle' : 'elsewhere';
      const common = {
        key: isMain ? key : `${node.key}>${keyPart(id)}`,
        parent: node.key,
        id,
        ...(again && { again }),
      };
      return kind === 'argument' ? { kind, ...common } : { kind, ...common, premiseOf: node.id };
    };
    const children: ForestNode[] = [];
    if (node.kind === 'argument') children.push(...premisesOf(node.id).map((id) => child('annotation', id)));
    children.push(...argumentsOnto(node.id).map(({ id }) => child('argument', id)));
    return children;
  };
  const plant = (kind: ForestNode['kind'], id: string): void => {
    const key = keyOf(kind, id);
    if (planted.has(key)) return;
    const root: ForestNode = { kind, key, parent: undefined, id };
    planted.set(key, root);
    roots.push(root);
    const queue = [root];
    const nodeOf = (one: string) => planted.get(one);
    for (let i = 0; i < queue.length; i++) {
      const children = childrenOf(queue[i] as ForestNode, nodeOf);
      if (children.length > 0)
        childKeys.set(
          queue[i]?.key ?? '',
          children.map(({ key }) => key),
        );
      for (const child of children) {
        below.set(child.key, child);
        if (child.key !== keyOf(child.kind, child.id)) continue;
        planted.set(child.key, child);
        queue.push(child);
      }
    }
  };

  for (const { id } of inArguments) if (!index.premiseIn.has(id)) plant('annotation', id);
  for (const argument of inferences) if (!hasTarget(argument, index)) plant('argument', argument.id);
  // What is left reasons in a circle: the first one in the text begins it.
  for (const { id } of inArguments) plant('annotation', id);
  for (const argument of inferences) plant('argument', argument.id);
  const place = new Map(inOrder.map(({ id }, i) => [id, i]));
  const rank = (root: ForestNode) => (root.kind === 'argument' ? inOrder.length : (place.get(root.id) ?? 0));
  roots.sort((a, b) => rank(a) - rank(b));
  return { annotations, roots, below, childrenOf: childKeys, unfold: childrenOf, madeOf };
}

function isSame(a: Seeds, b: Seeds): boolean {
  return (
    a.prefix === b.prefix &&
    a.ids.length === b.ids.length &&
    a.ids.every((id, i) => id === b.ids[i]) &&
    sameValue(a.inferences, b.inferences)
  );
}

function hasTarget(argument: Argument, index: SetIndex): boolean {
  const target = conclusionOf(argument)?.target;
  return target !== undefined && (index.annotations.has(target) || index.arguments.has(target));
}

/** The matching annotations with everything that they lead up to. */
function leadingTo(matching: ReadonlySet<string>, index: SetIndex): ReadonlySet<string> {
  const kept = new Set(matching);
  const queue = [...matching];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const above: string[] = (index.premiseIn.get(id) ?? []).map((argument) => argument.id);
    const argument = index.arguments.get(id);
    const target = argument && conclusionOf(argument)?.target;
    if (target !== undefined) above.push(target);
    for (const one of above) {
      if (kept.has(one)) continue;
      kept.add(one);
      queue.push(one);
    }
  }
  return kept;
}

function isAbove(
  kind: ForestNode['kind'],
  id: string,
  node: ForestNode,
  nodeOf: (key: string) => ForestNode | undefined,
): boolean {
  for (let at: ForestNode | undefined = node; at; at = at.parent === undefined ? undefined : nodeOf(at.parent)) {
    if (at.kind === kind && at.id === id) return true;
  }
  return false;
}
