/*
 * Circles of imports: files (or folders) that need each other can only be understood together. Imports of types count too, since it is people
 * who read in circles.
 */
import { posix } from 'node:path';
import { importsOf } from './imports';

/** What imports what: for each name the names that it imports. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The imports among `files` (path relative to the checkout, with slashes -> source text). */
export function importGraph(files: ReadonlyMap<string, string>): Graph {
  return new Map(
    [...files].map(([path, text]) => {
      const targets = importsOf(text)
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => posix.join(posix.dirname(path), from))
        .flatMap((target) => [`${target}.ts`, `${target}.tsx`, target].find((name) => files.has(name)) ?? []);
      return [path, new Set(targets)];
    }),
  );
}

/** The graph of the groups that `groupOf` puts names into; what has no group is left out, and so are imports within one. */
export function grouped(graph: Graph, groupOf: (name: string) => string | undefined): Graph {
  const groups = new Map<string, Set<string>>();
  for (const [name, targets] of graph) {
    const group = groupOf(name);
    if (group === undefined) continue;
    const others = groups.get(group) ?? new Set();
    groups.set(group, others);
    for (const other of [...targets].map(groupOf)) if (other !== undefined && other !== group) others.add(other);
  }
  return groups;
}

/** Names that import each other in a circle, each circle once: the strongly connected components of more than one name (Tarjan, 1972). */
export function circlesOf(graph: Graph): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): number => {
    const own = order.size;
    order.set(name, own);
    lowest.set(name, own);
    open.push(name);
    for (const other of graph.get(name) ?? []) {
      const reached = order.has(other) ? (open.includes(other) ? order.get(other) : undefined) : visit(other);
      lowest.set(name, Math.min(lowest.get(name) ?? own, reached ?? own));
    }
    const low = lowest.get(name) ?? own;
    if (low === own) {
      const circle = open.splice(open.indexOf(name));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return low;
  };
  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return circles;
}
