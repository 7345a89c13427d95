/*
 * What VS Code has to be told after a change: only the rows that read differently and the lists that got other members, out of those
 * that it has asked for so far. The whole tree only where a node has moved, since VS Code knows each node at one place.
 */
import { sameValue } from '../../core/annotation/edit';
import { type AnnotationSet, type Argument, conclusionOf, type Entry, indexOf } from '../../core/annotation/model';
import type { AnnotationTree } from './annotationNodes';

/** `served` are the keys whose children VS Code has been given, the empty one for the top. The answer is `all`, or keys, none if nothing is to be done. */
export function changedKeys(
  before: AnnotationTree | undefined,
  after: AnnotationTree,
  served: Iterable<string>,
): 'all' | readonly string[] {
  if (!before || before.filtered !== after.filtered) return 'all';
  if (before.grouping !== after.grouping || before.sort !== after.sort) return 'all';
  const touched = touchedIds(before, after);
  const changed = new Set<string>();
  for (const key of served) {
    const children = after.children(key || undefined);
    if (!sameList(before.children(key || undefined), children)) {
      if (key === '' || children.some((child) => hasMoved(child, before, after))) return 'all';
      changed.add(key);
    }
    for (const child of children) if (readsDifferently(child, before, after, touched)) changed.add(child);
  }
  return [...changed].filter((key) => after.node(key));
}

/** Nodes on screen that had nothing under them and have now: VS Code leaves those folded, whatever their item says. */
export function newParents(before: AnnotationTree, after: AnnotationTree, served: Iterable<string>): readonly string[] {
  const found: string[] = [];
  for (const key of served) {
    for (const child of after.children(key || undefined)) {
      const wasLeaf = before.node(child) !== undefined && !before.hasChildren(child);
      if (wasLeaf && after.hasChildren(child)) found.push(child);
    }
  }
  return found;
}

function hasMoved(key: string, before: AnnotationTree, after: AnnotationTree): boolean {
  const old = before.node(key);
  return old !== undefined && old.parent !== after.node(key)?.parent;
}

function readsDifferently(
  key: string,
  before: AnnotationTree,
  after: AnnotationTree,
  touched: ReadonlySet<string>,
): boolean {
  const node = after.node(key);
  const old = before.node(key);
  if (!node || !old) return false;
  if (node.kind === 'group' || old.kind === 'group') return !sameValue(node, old);
  // A row that could be unfolded and cannot any more, or the other way round, has another arrow.
  return touched.has(node.id) || !sameValue(node, old) || before.hasChildren(key) !== after.hasChildren(key);
}

/** Entries that are not what they were, and those whose rows speak of them. */
function touchedIds(before: AnnotationTree, after: AnnotationTree): ReadonlySet<string> {
  const touched = new Set<string>();
  const { set: old, placements: oldPlacements, codebook: oldCodebook } = before.source;
  const { set, placements, codebook } = after.source;
  const sameTags = oldCodebook === codebook || sameValue(oldCodebook, codebook);
  for (const { id } of set.annotations) {
    const same = sameValue(indexOf(old).annotations.get(id), indexOf(set).annotations.get(id));
    if (!sameTags || !same || oldPlacements.get(id)?.status !== placements.get(id)?.status) touched.add(id);
  }
  for (const [one, other] of [
    [old, set],
    [set, old],
  ] as const) {
    for (const argument of one.arguments) {
      if (sameValue(indexOf(other).arguments.get(argument.id), argument)) continue;
      touched.add(argument.id);
      for (const end of endsOf(argument)) touched.add(end);
    }
  }
  // Rows name what they support or attack, so those of an entry that was rewritten read differently too.
  for (const id of [...touched]) for (const end of neighbours(id, set)) touched.add(end);
  return touched;
}

function endsOf(argument: Argument): string[] {
  const target = conclusionOf(argument)?.target;
  return target === undefined ? [...argument.premises] : [...argument.premises, target];
}

function neighbours(id: string, set: AnnotationSet): string[] {
  const index = indexOf(set);
  const onto: readonly Entry[] = index.onto.get(id) ?? [];
  return [...onto, ...(index.premiseIn.get(id) ?? [])].flatMap((argument) => [
    argument.id,
    ...endsOf(argument as Argument),
  ]);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
