/* Any sequence of edits and undos on any shape of file: the set is the naive model's, the text changes only in the entry edited. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isMap, isSeq } from 'yaml';
import { applyEdit, type Edit, inverse, sameValue } from '../../../../src/core/annotation/edit';
import { prime } from '../../../../src/core/annotation/ids';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import { commentsBelow } from '../../../../src/core/sidecar/lines';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';
import { dashesOf, endOf, lineEnd, lineStart, parseYaml, startOf } from '../../../../src/core/yaml/nodes';
import { editOf, type Step, stepArbitrary } from './arbitraries';
import { shapes, variantsOf } from './fixtures';

/** Shapes in which one part of the text stands for another: there an edit may be refused, but must not go wrong. */
const entangled = /anchors|scalars/;

for (const { name, text } of shapes) {
  test(`edits and undos in ${name}`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...variantsOf(text)),
        fc.array(stepArbitrary, { minLength: 1, maxLength: 10 }),
        (variant, steps) => {
          run(variant, steps, entangled.test(name));
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 4), includeErrorInReport: true },
    );
  });
}

test('edits taken back in any order leave what the naive model leaves, and what is skipped by it is skipped', () => {
  const texts = shapes
    .filter(({ name }) => /^(canonical|comments|plain|flow|blanks)/.test(name))
    .map(({ text }) => text);
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(stepArbitrary, fc.nat(), fc.boolean()), { minLength: 2, maxLength: 12 }),
      (text, steps) => {
        let sidecar = readSidecar(text);
        const done: Edit[] = [];
        for (const [step, which, isBack] of steps) {
          const [taken] = isBack && done.length > 0 ? done.splice(which % done.length, 1) : [];
          const edit = taken ? inverse(taken) : editOf(sidecar.set, step);
          if (!edit) continue;
          const result = applyToSidecar(sidecar, edit);
          assert.equal(result.refusal, undefined);
          assert.deepEqual(result.skipped, applyEdit(sidecar.set, edit).skipped);
          assertSameSet(result.sidecar.set, applyEdit(sidecar.set, result.edit).set, 'the naive model');
          assertReadsAlike(result.sidecar);
          sidecar = result.sidecar;
          if (!taken) done.push(result.edit);
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 4) * 8, includeErrorInReport: true },
  );
});

function run(text: string, steps: readonly Step[], mayRefuse: boolean): void {
  let sidecar = readSidecar(text);
  assert.equal(sidecarText(sidecar), text);
  const first = sidecar;
  const done: Edit[] = [];
  let undone: Edit[] = [];
  const apply = (edit: Edit): Edit | undefined => {
    const result = applyToSidecar(sidecar, edit);
    if (result.refusal) {
      assert.ok(mayRefuse, `${result.refusal.message}\n${JSON.stringify(edit, null, 1)}\n${sidecarText(sidecar)}`);
      assert.equal(result.sidecar, sidecar);
      return undefined;
    }
    assert.deepEqual(result.skipped, []);
    assertSameSet(result.sidecar.set, applyEdit(sidecar.set, result.edit).set, 'the naive model');
    assertReadsAlike(result.sidecar);
    assertOnlyEntryChanged(sidecar, result.sidecar, result.edit);
    sidecar = result.sidecar;
    return result.edit;
  };
  for (const step of steps) {
    if (step.do === 'undo' || step.do === 'redo') {
      const from = step.do === 'undo' ? done : undone;
      const to = step.do === 'undo' ? undone : done;
      const edit = from.pop();
      const result = edit && apply(inverse(edit));
      if (result) to.push(result);
      continue;
    }
    const edit = editOf(sidecar.set, step, (entry) => !entry.id.endsWith(prime));
    const result = edit && apply(edit);
    if (result) {
      done.push(result);
      undone = [];
    }
  }
  for (const edit of done.reverse()) {
    const result = applyToSidecar(sidecar, inverse(edit));
    assert.equal(result.refusal, undefined);
    sidecar = result.sidecar;
  }
  assert.equal(sidecarText(sidecar), text, 'undoing all brings the first bytes back');
  assertSameSet(sidecar.set, first.set, 'the first set');
}

function assertSameSet(actual: AnnotationSet, expected: AnnotationSet, what: string): void {
  assert.ok(
    sameValue(actual, expected),
    `${what}\n${JSON.stringify(actual, null, 1)}\n${JSON.stringify(expected, null, 1)}`,
  );
}

function assertReadsAlike(sidecar: Sidecar): void {
  const text = sidecarText(sidecar);
  const again = readSidecar(text);
  assert.equal(again.readOnly, false, `${JSON.stringify(again.problems)}\n${text}`);
  const plain = (set: AnnotationSet) => JSON.parse(JSON.stringify(set).replaceAll(prime, '')) as AnnotationSet;
  assertSameSet(plain(again.set), plain(sidecar.set), `what is read again from\n${text}`);
}

/** Outside of the entry that was edited, all lines but blank ones stand as before; the keys of sections may come, and `[]` behind them come and go. */
function assertOnlyEntryChanged(before: Sidecar, after: Sidecar, edit: Edit): void {
  const ids = new Set(edit.changes.map((change) => change.id));
  const [was, is] = [before, after].map((sidecar) => otherThan(sidecar, ids));
  assert.deepEqual(is?.entries, was?.entries, sidecarText(before));
  if (was?.lines && is?.lines) assert.deepEqual(is.lines, was.lines, sidecarText(before));
}

interface Others {
  /** The sources of all other entries. */
  readonly entries: readonly string[];
  /** All other lines, but for blank ones and for what may follow the keys of sections; none where entries have no lines of their own. */
  readonly lines?: readonly string[];
}

function otherThan(sidecar: Sidecar, ids: ReadonlySet<string>): Others {
  const text = sidecarText(sidecar);
  const root = parseYaml(text).contents;
  if (!isMap(root)) return { entries: [] };
  const others: string[] = [];
  const cuts: { start: number; end: number }[] = [];
  let byLines = !root.flow && !/^\? /m.test(text);
  for (const pair of root.items) {
    const key = String((pair.key as { value?: unknown }).value);
    if (!isSeq(pair.value) || !['annotations', 'arguments', 'links'].includes(key)) continue;
    if (pair.value.flow && /\S/.test(text.slice(startOf(pair.value) + 1, endOf(pair.value) - 1))) byLines = false;
    for (const [i, item] of pair.value.items.entries()) {
      const id = isMap(item) ? String(item.get('id')) : '';
      if (!ids.has(id)) others.push(text.slice(startOf(item), endOf(item)));
      const dash = dashesOf(pair.value)[i] ?? 0;
      const start = lineStart(text, dash);
      if (ids.has(id))
        cuts.push({ start, end: commentsBelow(text, lineEnd(text, Math.max(dash + 1, endOf(item))), dash - start) });
    }
  }
  if (!byLines) return { entries: others };
  let rest = '';
  let at = 0;
  for (const cut of cuts) {
    rest += text.slice(at, cut.start);
    at = cut.end;
  }
  const lines = (rest + text.slice(at))
    .split(/\r?\n/)
    .map((line) => line.replace(/^(\s*["']?(?:annotations|arguments|links)["']? ?:)(?: \[ ?\]| ~)/, '$1').trim())
    .filter(
      (line) => !['', '~', '[]'].includes(line) && !/^(annotations|arguments|links|argmark): ?(1|\[\])?$/.test(line),
    );
  return { entries: others, lines };
}
