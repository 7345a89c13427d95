/* Rule 5: what is written here reads the same with every YAML reader, of version 1.1 or 1.2. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import jsYaml3 from 'js-yaml-3';
import { parse } from 'yaml';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { newSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import { editOf, stepArbitrary } from './arbitraries';

const readers: { readonly [name: string]: (text: string) => unknown } = {
  'yaml, 1.2': (text) => parse(text),
  'yaml, 1.1': (text) => parse(text, { version: '1.1' }),
  'js-yaml 5': (text) => load(text),
  'js-yaml 3': (text) => jsYaml3.load(text),
};

for (const [name, read] of Object.entries(readers)) {
  test(`what is written reads the same with ${name}`, () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { minLength: 1, maxLength: 5 }), (steps) => {
        let sidecar = newSidecar({ title: 'T: "x" # y', authors: ['A', 'no'], published: '2009-10-26' });
        for (const step of steps) {
          const edit = editOf(sidecar.set, step);
          if (edit) sidecar = applyToSidecar(sidecar, edit).sidecar;
        }
        const text = sidecarText(sidecar);
        if (text === '') return;
        const file = read(text) as { [key: string]: unknown };
        assert.equal(file.argmark, 1);
        assert.deepEqual(file.article, { title: 'T: "x" # y', authors: ['A', 'no'], published: '2009-10-26' });
        for (const list of ['annotations', 'arguments', 'links'] as const) {
          assert.deepEqual(normal(file[list] ?? []), normal(sidecar.set[list as keyof AnnotationSet]), text);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 80), includeErrorInReport: true },
    );
  });
}

/** One shape for all: without prototypes, and with 0 for -0, which JSON does not tell apart. */
const normal = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
