/* Files that are broken, huge or meant to do harm: each ends as problems with a place, is never written over, and never takes long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseDocument } from 'yaml';
import { inverse } from '../../../../src/core/annotation/edit';
import { withoutPrime } from '../../../../src/core/annotation/ids';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { largestCanonical, largestOther, readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import { assertLinear } from '../../growth';
import { shape, shapes } from './fixtures';

const premise = { id: 'aaaaaa', tag: 'premise', spans: [], wording: 'w' };
const tag = { label: 'Tag', changes: [{ kind: 'annotation' as const, id: 'aaaaaa', after: premise }] };

function assertUntouchable(text: string, code: string, line?: number): void {
  const sidecar = readSidecar(text);
  assert.equal(sidecar.readOnly, true, code);
  const problem = sidecar.problems.find((problem) => problem.code === code);
  assert.ok(problem, `${code}: ${JSON.stringify(sidecar.problems)}`);
  if (line !== undefined) assert.equal(problem.line, line);
  assert.match(problem.message, /\.$/);
  const result = applyToSidecar(sidecar, tag);
  assert.equal(result.refusal?.code, 'read-only');
  assert.equal(sidecarText(result.sidecar), text);
}

test('syntax errors make the file read-only, with their line', () => {
  assertUntouchable('argmark: 1\nannotations:\n  - id: "open\n', 'syntax');
  assertUntouchable('argmark: 1\nannotations:\n  - id: a\n   tag: b\n', 'syntax', 4);
  assertUntouchable('argmark: 1\n\tx: 1\n', 'syntax', 2);
  assertUntouchable('argmark: 1\nannotations: [}\n', 'syntax', 2);
});

test('a newer format is shown as far as it can be read, and read-only', () => {
  const text = shape('canonical').replace('argmark: 1', 'argmark: 2');
  assertUntouchable(text, 'newer-format', 1);
  assert.equal(readSidecar(text).set.annotations.length, 3);
});

test('files that say no format, another one, or are something else altogether are left alone', () => {
  assertUntouchable('annotations: []\n', 'no-format', 1);
  assertUntouchable('argmark: one\n', 'bad-format', 1);
  assertUntouchable('argmark: 1.5\n', 'bad-format', 1);
  assertUntouchable('- a\n- b\n', 'not-a-sidecar', 1);
  assertUntouchable('just text', 'not-a-sidecar', 1);
  assertUntouchable('argmark: 1\n---\nargmark: 1\n', 'several-documents');
});

test('keys that stand twice make it unclear which value counts', () => {
  assertUntouchable('argmark: 1\nargmark: 1\n', 'duplicate-key', 2);
  assertUntouchable('argmark: 1\nannotations:\n  - id: a\n    tag: b\n    tag: c\n', 'duplicate-key', 5);
  assertUntouchable('argmark: 1\nannotations: []\nannotations: []\n', 'duplicate-key', 3);
});

test('aliases of nothing, in a circle, and bombs', () => {
  assertUntouchable('argmark: 1\nx: *nothing\n', 'unknown-alias', 2);
  assertUntouchable('argmark: 1\nannotations: &a\n  - id: b\n    tag: c\n    spans: *a\n', 'alias-bomb');
  // Each level stands for ten times as many values: what is read of them has a bound.
  assertLinear(6, (levels) => {
    const ten = (value: string): string => `[${Array(10).fill(value).join(', ')}]`;
    const bomb = Array.from({ length: levels }, (_, i) => `x${i}: &x${i} ${ten(i === 0 ? 'a' : `*x${i - 1}`)}`).join(
      '\n',
    );
    const entry = `annotations:\n  - id: a\n    tag: b\n    spans: *x${levels - 1}\n`;
    return () => assertUntouchable(`argmark: 1\n${bomb}\n${entry}`, 'alias-bomb');
  });
});

test('__proto__ and its like are ordinary keys', () => {
  const sidecar = readSidecar(shape('unknown'));
  assert.equal(sidecar.readOnly, false);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.equal((sidecar.set.annotations[0] as unknown as Record<string, unknown>).polluted, undefined);
  const text =
    'argmark: 1\nannotations:\n  - id: a\n    tag: b\n    spans: []\n    wording: w\n    attributes:\n      __proto__: {x: 1}\n      constructor: "c"\n';
  const [first] = readSidecar(text).set.annotations;
  assert.equal(first?.attributes?.constructor as unknown, 'c');
  assert.equal(first?.attributes?.x, undefined);
});

test('ids that no one defines are problems, and the file stays editable', () => {
  const sidecar = readSidecar(
    'argmark: 1\narguments:\n  - id: a\n    premises:\n      - gone\n    supports: gone2\nlinks:\n  - id: b\n    from: gone3\n    rephrases: "../x.md#elsewhere"\n',
  );
  assert.deepEqual(
    sidecar.problems.map(({ code, line }) => [code, line]),
    [
      ['unknown-reference', 5],
      ['unknown-reference', 6],
      ['unknown-reference', 9],
    ],
  );
  assert.equal(applyToSidecar(sidecar, tag).refusal, undefined);
});

test('NULs, control characters and lone surrogates neither stop the reading nor get lost', () => {
  const text =
    'argmark: 1\nannotations:\n  - id: a\n    tag: b\n    spans: []\n    wording: "x\ud83dy"\n    note: "z\u0007"\n';
  const sidecar = readSidecar(text);
  assert.equal(sidecar.set.annotations[0]?.wording, 'x\ud83dy');
  assert.ok(sidecarText(applyToSidecar(sidecar, tag).sidecar).startsWith(text));
  assert.doesNotThrow(() => readSidecar(`argmark: 1\n\0\nannotations: "\0"\n`).problems);
});

const manyEntries = (count: number): string => {
  const quote = 'words '.repeat(160);
  const entry = (i: number): string => `  - id: a${i}\n    tag: claim\n    spans:\n      - quote: "${quote}"\n\n`;
  return `argmark: 1\n\nannotations:\n${Array.from({ length: count }, (_, i) => entry(i)).join('')}`;
};

test('fifty megabytes are read in the shape that is written here, and refused in others', () => {
  const text = manyEntries(50_000);
  assert.ok(text.length > 50_000_000);
  const sidecar = readSidecar(text);
  assert.equal(sidecar.readOnly, false);
  assert.equal(sidecar.set.annotations.length, 50_000);
  assertUntouchable(`%YAML 1.2\n---\n${text}`, 'too-large', 1);
  assertUntouchable(text.padEnd(largestCanonical + 1, '\n'), 'too-large', 1);
  assert.ok(largestOther < largestCanonical);
});

test('many entries, many keys, keys that stand twice, aliases and deep nesting take time that grows with their number', () => {
  const lines = (count: number, line: (i: number) => string): string =>
    `argmark: 1\na: &a {}\nx:\n${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`;
  const texts: readonly ((count: number) => string)[] = [
    manyEntries,
    (count) => lines(count, (i) => `  k${i}: ${i}`),
    (count) => lines(count, () => '  k: 1'),
    (count) => lines(count, (i) => `  k${i}: *a`),
    (count) => `argmark: 1\nx: ${'['.repeat(count)}${']'.repeat(count)}\n`,
  ];
  for (const text of texts) {
    // Not so few that the deep one is still taken for readable.
    assertLinear(2000, (count) => {
      const file = text(count);
      return () => readSidecar(file).problems.length;
    });
  }
  assertUntouchable(`argmark: 1\nx: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, 'too-deep');
});

/** All that an independent reading finds in a text but for the entries of one id, with no difference made between kinds of emptiness. */
function others(text: string, id: string): unknown {
  const file = parseDocument(text, { uniqueKeys: false }).toJS() as { [key: string]: unknown } | null;
  const rest = { argmark: 1, ...file };
  for (const list of ['annotations', 'arguments', 'links']) {
    const entries = (rest as { [key: string]: unknown })[list] ?? [];
    if (!Array.isArray(entries)) continue;
    (rest as { [key: string]: unknown })[list] = entries.filter((entry: { id?: unknown } | null) => entry?.id !== id);
  }
  return rest;
}

test('nothing that is thrown at the reader makes it throw, or change a byte', () => {
  const pieces = shapes.map(({ text }) => text);
  const noise = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '\0',
      '\ufeff',
      '- ',
      '? ',
      ': ',
      '&a ',
      '*a',
      '|',
      '>',
      '"',
      "'",
      '[',
      '{',
      '\t',
      '\r',
      '---\n',
      '...\n',
      '%YAML 9.9\n',
      '<<<<<<< a\n',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...pieces), fc.array(fc.tuple(fc.nat(), noise), { maxLength: 4 }), (shape, noises) => {
      let text = shape;
      for (const [at, words] of noises) text = text.slice(0, at % text.length) + words + text.slice(at % text.length);
      const sidecar = readSidecar(text);
      assert.equal(sidecarText(sidecar), text);
      for (const { line, column, message } of sidecar.problems) assert.ok(line >= 1 && column >= 1 && message !== '');
      const { set } = sidecar;
      const entries = [
        ...set.annotations.map((before) => ({ kind: 'annotation' as const, before })),
        ...set.arguments.map((before) => ({ kind: 'argument' as const, before })),
      ];
      const some = entries[noises[0]?.[0] ? noises[0][0] % entries.length : 0];
      const edits = [tag];
      if (some) {
        const change = { kind: some.kind, id: some.before.id, before: some.before };
        edits.push({
          label: 'Note',
          changes: [{ ...change, after: { ...some.before, note: 'new' } } as unknown as (typeof tag.changes)[number]],
        });
        edits.push({ label: 'Remove', changes: [change as unknown as (typeof tag.changes)[number]] });
      }
      for (const edit of edits) {
        const { sidecar: after, edit: made, refusal } = applyToSidecar(sidecar, edit);
        if (refusal) {
          assert.equal(sidecarText(after), text);
          continue;
        }
        const id = withoutPrime(edit.changes[0]?.id ?? '');
        assert.deepEqual(
          others(sidecarText(after), id),
          others(text, id),
          `${edit.label}\n${text}\n>>>\n${sidecarText(after)}`,
        );
        assert.equal(sidecarText(applyToSidecar(after, inverse(made)).sidecar), text);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 150), includeErrorInReport: true },
  );
});
