/* The two readers agree: whatever the reader of lines takes on, it reads as `yaml` does, with the same problems at the same places. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { applyEdit } from '../../../../src/core/annotation/edit';
import { type EntryKind, listOf } from '../../../../src/core/annotation/model';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { newSidecar, readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import { readLines } from '../../../../src/core/sidecar/readLines';
import { entrySchemas } from '../../../../src/core/sidecar/schema';
import { sidecarOf } from '../../../../src/core/sidecar/source';
import { editOf, stepArbitrary } from './arbitraries';
import { shape, shapes, variantsOf } from './fixtures';
import { assertAgree, plain } from './twoReaders';

const runs = { numRuns: Number(process.env.RUNS ?? 240), includeErrorInReport: true };

test('every shape comes out as it came in, to the byte', () => {
  for (const { text } of shapes)
    for (const variant of variantsOf(text)) assert.equal(sidecarText(readSidecar(variant)), variant);
});

test('both readers agree on every shape', () => {
  const taken = shapes.filter(({ text }) => variantsOf(text).filter(assertAgree).length > 0).map(({ name }) => name);
  for (const name of ['canonical.yaml', 'comments.yaml', 'plain.yaml', 'blanks.yaml', 'faulty.yaml'])
    assert.ok(taken.includes(name), name);
});

test('both readers agree on shapes with lines changed at random', () => {
  const names = ['canonical', 'comments', 'plain', 'blanks', 'faulty'];
  const lines = [...new Set(shapes.flatMap(({ text }) => text.split('\n')))];
  const extra = [
    '',
    '  ',
    '# comment',
    '  # comment',
    '---',
    '...',
    'x: 1',
    '- x',
    '  - y',
    '    note: |-',
    '    note: "a" b',
    '    start: 03',
    '      - "x"',
    '    attributes: {}',
    '    id: k7m2xq',
    '    by: yes',
    '    spans: [] # none',
    '    wording: "\\x41\\/"',
    '    at: "open',
    '<<<<<<< HEAD',
  ];
  const change = fc.record({
    at: fc.nat(),
    by: fc.constantFrom('drop', 'twice', 'deeper', 'shallower', 'swap', 'other', 'extra', 'cut'),
    which: fc.nat(),
  });
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.nat(3),
      (name, changes, variant) => {
        const text = shape(name).split('\n');
        for (const { at, by, which } of changes) {
          const i = at % text.length;
          const line = text[i] ?? '';
          if (by === 'drop') text.splice(i, 1);
          else if (by === 'twice') text.splice(i, 0, line);
          else if (by === 'deeper') text[i] = ` ${line}`;
          else if (by === 'shallower') text[i] = line.replace(/^ /, '');
          else if (by === 'swap') text.splice(i, 2, text[i + 1] ?? '', line);
          else if (by === 'other') text.splice(i, 0, lines[which % lines.length] ?? '');
          else if (by === 'extra') text.splice(i, 0, extra[which % extra.length] ?? '');
          else text[i] = line.slice(0, which % (line.length + 1));
        }
        const variants = variantsOf(text.join('\n'));
        if (assertAgree(variants[variant] ?? '')) taken++;
      },
    ),
    runs,
  );
  assert.ok(taken > runs.numRuns / 8, `only ${taken} were read by lines`);
});

test('what is written is read by lines, agrees with the schema, and says what was meant', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { minLength: 1, maxLength: 6 }), (steps) => {
      let sidecar = newSidecar({ title: 'T "x"', authors: ['A', 'B: c'], outlet: '' });
      let set = sidecar.set;
      for (const step of steps) {
        const edit = editOf(sidecar.set, step);
        if (!edit) continue;
        const applied = applyToSidecar(sidecar, edit);
        sidecar = applied.sidecar;
        set = applyEdit(set, applied.edit).set;
      }
      if (set.annotations.length + set.arguments.length + set.links.length === 0) return;
      assertAgree(sidecarText(sidecar));
      const reading = readLines(sidecarText(sidecar));
      assert.ok(reading, sidecarText(sidecar));
      const again = sidecarOf(reading).set;
      assert.deepEqual(plain(again), plain(set));
      for (const kind of Object.keys(listOf) as EntryKind[]) {
        for (const entry of again[listOf[kind]])
          assert.ok(entrySchemas[kind].safeParse(entry).success, JSON.stringify(entry));
      }
    }),
    { ...runs, numRuns: runs.numRuns / 4 },
  );
});
