/* Merges of two random histories from one base: the same set both ways, nobody's entry lost, and a question only where both changed one field. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { inverse, sameValue } from '../../../../src/core/annotation/edit';
import { type AnnotationSet, type Entry, type EntryKind, listOf } from '../../../../src/core/annotation/model';
import { mergeVersions } from '../../../../src/core/sidecar/merge';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';
import { editOf, type Step, stepArbitrary } from './arbitraries';
import { shape } from './fixtures';

const kinds = Object.keys(listOf) as EntryKind[];
const names = ['canonical', 'comments', 'plain', 'flow', 'json', 'unknown', 'odd', 'indented', 'empty'];
const history = fc.array(stepArbitrary, { minLength: 1, maxLength: 8 });
const runs = { numRuns: Number(process.env.RUNS ?? 25), includeErrorInReport: true };

/** `salt` keeps the two sides from making up the same ids. */
function worked(base: Sidecar, steps: readonly Step[], salt: number): Sidecar {
  let sidecar = base;
  for (const step of steps) {
    const edit = editOf(sidecar.set, step.do === 'add' ? { ...step, seed: step.seed * 2 + salt } : step);
    if (!edit) continue;
    const applied = applyToSidecar(sidecar, edit);
    assert.equal(applied.refusal, undefined);
    sidecar = applied.sidecar;
    if (step.do === 'change' && step.fields % 7 === 0) sidecar = applyToSidecar(sidecar, inverse(applied.edit)).sidecar;
  }
  return sidecar;
}

const byId = (set: AnnotationSet): Map<string, Entry> =>
  new Map(kinds.flatMap((kind) => set[listOf[kind]].map((entry): [string, Entry] => [`${kind} ${entry.id}`, entry])));

const fieldOf = (entry: Entry | undefined, field: string): unknown =>
  (entry as unknown as Record<string, unknown> | undefined)?.[field];

test('merged both ways it is the same set', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), history, history, (name, one, two) => {
      const base = readSidecar(shape(name));
      const a = worked(base, one, 0);
      const b = worked(base, two, 1);
      const ab = mergeVersions(base, a, b, () => 'ours');
      const ba = mergeVersions(base, b, a, () => 'theirs');
      assert.equal(ab.failure, undefined);
      assert.equal(ba.failure, undefined);
      const [x, y] = [byId(ab.sidecar.set), byId(ba.sidecar.set)];
      assert.deepEqual([...x.keys()].sort(), [...y.keys()].sort());
      for (const [id, entry] of x)
        assert.ok(sameValue(entry, y.get(id)), `${id}\n${JSON.stringify(entry)}\n${JSON.stringify(y.get(id))}`);
      assert.equal(ab.clashes.length, ba.clashes.length);
    }),
    runs,
  );
});

test('no entry is lost, every change of one side alone is in, and only what both changed is asked about', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), history, history, (name, one, two) => {
      const base = readSidecar(shape(name));
      const a = worked(base, one, 0);
      const b = worked(base, two, 1);
      const merged = mergeVersions(base, a, b);
      assert.equal(merged.failure, undefined);
      const [was, ours, theirs, is] = [base, a, b, merged.sidecar].map((sidecar) => byId(sidecar.set)) as [
        Map<string, Entry>,
        Map<string, Entry>,
        Map<string, Entry>,
        Map<string, Entry>,
      ];
      const asked = new Set(merged.clashes.map((clash) => `${clash.kind} ${clash.id}`));
      for (const id of new Set([...was.keys(), ...ours.keys(), ...theirs.keys()])) {
        const [w, o, t, i] = [was.get(id), ours.get(id), theirs.get(id), is.get(id)];
        if (w && !o && sameValue(w, t)) assert.equal(i, undefined, `${id} was taken out by us`);
        else if (w && !t && sameValue(w, o)) assert.equal(i, undefined, `${id} was taken out by them`);
        else if (w && !o && !t) assert.equal(i, undefined);
        else assert.ok(i, `${id} is lost`);
        if (!i) continue;
        if (!o || !t) {
          assert.ok(sameValue(i, o ?? t));
          assert.equal(asked.has(id), w !== undefined);
          continue;
        }
        for (const field of new Set([...Object.keys(o), ...Object.keys(t), ...Object.keys(w ?? {})])) {
          if (field === 'attributes' || field === 'supports' || field === 'attacks') continue;
          const before = fieldOf(w, field);
          const mine = fieldOf(o, field);
          const yours = fieldOf(t, field);
          const merge = fieldOf(i, field);
          const isClash = merged.clashes.some((clash) => `${clash.kind} ${clash.id}` === id && clash.field === field);
          assert.equal(
            isClash,
            !sameValue(mine, before) && !sameValue(yours, before) && !sameValue(mine, yours),
            `${id} ${field}`,
          );
          assert.ok(sameValue(merge, sameValue(mine, before) ? yours : mine), `${id} ${field}`);
        }
      }
    }),
    runs,
  );
});

test('what only one side changed is that side, to the byte for ours', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), history, (name, steps) => {
      const base = readSidecar(shape(name));
      const a = worked(base, steps, 0);
      const kept = mergeVersions(base, a, base);
      assert.equal(sidecarText(kept.sidecar), sidecarText(a));
      const taken = mergeVersions(base, base, a);
      assert.deepEqual(taken.clashes, []);
      assert.ok(sameValue(taken.sidecar.set, readSidecar(sidecarText(a)).set), sidecarText(taken.sidecar));
      assert.equal(sidecarText(mergeVersions(base, a, a).sidecar), sidecarText(a));
    }),
    runs,
  );
});
