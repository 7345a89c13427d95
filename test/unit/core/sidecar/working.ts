/* Small edits of a sidecar and what they do to its text, for the tests of the format's rules. */
import assert from 'node:assert/strict';
import type { Change, Edit } from '../../../../src/core/annotation/edit';
import type { Annotation } from '../../../../src/core/annotation/model';
import { type Applied, applyToSidecar } from '../../../../src/core/sidecar/patch';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';

export const edit = (...changes: Change[]): Edit => ({ label: 'Step', changes });
export const annotation = (sidecar: Sidecar, id: string): Annotation => {
  const found = sidecar.set.annotations.find((entry) => entry.id === id);
  assert.ok(found, id);
  return found;
};
export const changed = (sidecar: Sidecar, id: string, fields: Partial<Annotation>): Applied => {
  const before = annotation(sidecar, id);
  return applyToSidecar(sidecar, edit({ kind: 'annotation', id, before, after: { ...before, ...fields } }));
};
export const unstated = (id: string): Annotation => ({ id, tag: 'premise', spans: [], wording: id });
export const added = (sidecar: Sidecar, id: string, nextId?: string): Applied =>
  applyToSidecar(
    sidecar,
    edit({ kind: 'annotation', id, after: unstated(id), ...(nextId !== undefined && { nextId }) }),
  );
export const removed = (sidecar: Sidecar, id: string): Applied =>
  applyToSidecar(sidecar, edit({ kind: 'annotation', id, before: annotation(sidecar, id) }));
/** The lines that only one of two texts has, as `-old` and `+new`. */
export const difference = (before: string, after: string): string[] => {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [
    ...a.slice(start, a.length - end).map((line) => `-${line}`),
    ...b.slice(start, b.length - end).map((line) => `+${line}`),
  ];
};
