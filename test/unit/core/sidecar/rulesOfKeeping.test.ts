/* Rules 1 and 2 of the sidecar's format by example: nothing is lost, nothing is guessed. The property tests beside hold them for everything else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inverse } from '../../../../src/core/annotation/edit';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';
import { shape } from './fixtures';
import { added, annotation, changed, difference, edit, removed } from './working';

test('rule 1: an edit changes the line of its value and no other byte', () => {
  const text = shape('comments');
  const { sidecar } = changed(readSidecar(text), 'k7m2xq', { tag: 'premise' });
  assert.deepEqual(difference(text, sidecarText(sidecar)), [
    '-    tag: claim # the tag',
    '+    tag: premise # the tag',
  ]);
});

test('rule 1: a new field stands where it belongs, with the indent and line ends of its entry', () => {
  const text = shape('odd').replaceAll('\n', '\r\n');
  const { sidecar } = changed(readSidecar(text), 'k7m2xq', { wording: 'w' });
  assert.deepEqual(difference(text, sidecarText(sidecar)), ['+           wording: "w"\r']);
});

test('rule 1: unknown keys of an entry and of its spans stay when the spans change', () => {
  const text = shape('unknown');
  const before = readSidecar(text);
  const { sidecar } = changed(before, 'k7m2xq', { spans: [{ quote: 'shallow water', start: 4, end: 17 }] });
  assert.deepEqual(difference(text, sidecarText(sidecar)), [
    '-      - quote: "deep water"',
    '-        page: 12',
    '-        start: 3',
    '-        end: 13',
    '+      - quote: "shallow water"',
    '+        page: 12',
    '+        start: 4',
    '+        end: 17',
  ]);
});

test('rule 1: undo brings back the comments inside a deleted entry and the blank lines around it', () => {
  const text = shape('comments');
  const gone = removed(readSidecar(text), 'k7m2xq');
  assert.ok(!sidecarText(gone.sidecar).includes('# about the note'));
  assert.ok(sidecarText(gone.sidecar).includes('# standing alone'));
  assert.equal(sidecarText(applyToSidecar(gone.sidecar, inverse(gone.edit)).sidecar), text);
});

test('rule 1: undo after saving, reading again and a change elsewhere by another program keeps that change', () => {
  const text = shape('comments');
  const gone = removed(readSidecar(text), 'b5c8rt');
  const foreign = sidecarText(gone.sidecar).replace('note: "a # is no comment here"', 'note: "theirs"');
  const back = applyToSidecar(readSidecar(foreign), inverse(gone.edit));
  assert.deepEqual(back.skipped, []);
  assert.equal(sidecarText(back.sidecar), text.replace('note: "a # is no comment here"', 'note: "theirs"'));
});

test('rule 1: undo of a deletion keeps a comment that somebody wrote there meanwhile', () => {
  const gone = removed(readSidecar(shape('comments')), 'b5c8rt');
  const foreign = sidecarText(gone.sidecar).replace('  # standing alone\n', '  # standing alone\n  # theirs\n');
  const back = applyToSidecar(readSidecar(foreign), inverse(gone.edit));
  assert.deepEqual(back.skipped, []);
  assert.ok(sidecarText(back.sidecar).includes('  # theirs\n'));
  assert.deepEqual(back.sidecar.set, readSidecar(shape('comments')).set);
});

test('rule 1: undo of a change of one field keeps another field that was changed meanwhile', () => {
  const text = shape('canonical');
  const noted = changed(readSidecar(text), 'k7m2xq', { note: 'mine' });
  const foreign = readSidecar(sidecarText(noted.sidecar).replace('speaker: "Mara Lind"', "speaker: 'Theirs'"));
  const back = applyToSidecar(foreign, inverse(noted.edit));
  assert.equal(sidecarText(back.sidecar), text.replace('speaker: "Mara Lind"', "speaker: 'Theirs'"));
});

test("rule 1: the section's key comes with the first entry and goes with its undo", () => {
  const text = 'argmark: 1 # mine\n# the end';
  const first = added(readSidecar(text), 'aaaaaa');
  assert.equal(
    sidecarText(first.sidecar),
    'argmark: 1 # mine\n\nannotations:\n  - id: aaaaaa\n    tag: premise\n    spans: []\n    wording: "aaaaaa"\n\n# the end'.replace(
      '\n\n# the end',
      '\n# the end',
    ),
  );
  assert.equal(sidecarText(applyToSidecar(first.sidecar, inverse(first.edit)).sidecar), text);
});

test('rule 1: what aliases stand for is not changed behind the back of others', () => {
  const sidecar = readSidecar(shape('anchors'));
  const refused = changed(sidecar, 'k7m2xq', { tag: 'premise' });
  assert.equal(refused.refusal?.code, 'cannot-patch');
  assert.equal(refused.sidecar, sidecar);
  assert.deepEqual(refused.skipped, ['k7m2xq']);
  const alone = changed(sidecar, 'b5c8rt', { tag: 'premise' });
  assert.deepEqual(difference(shape('anchors'), sidecarText(alone.sidecar)), ['-    tag: *tag', '+    tag: premise']);
});

test('rule 1: JSON stays JSON', () => {
  const sidecar = readSidecar(shape('json'));
  const { sidecar: after } = added(changed(sidecar, 'k7m2xq', { speaker: 'S' }).sidecar, 'aaaaaa', 'p3t9wd');
  assert.deepEqual(
    (JSON.parse(sidecarText(after)) as { annotations: { id: string }[] }).annotations.map(({ id }) => id),
    ['k7m2xq', 'aaaaaa', 'p3t9wd'],
  );
});

test('rule 2: wrong entries are kept word for word, shown with their problems, and the rest is edited', () => {
  const text = shape('faulty');
  const sidecar = readSidecar(text);
  assert.equal(sidecar.readOnly, false);
  const { sidecar: after } = changed(sidecar, 'c2c2cc', { wording: 'better' });
  assert.deepEqual(difference(text, sidecarText(after)), ['-    wording: "w"', '+    wording: "better"']);
  const problem = (code: string) => sidecar.problems.find((problem) => problem.code === code);
  const lines = text.split('\n');
  for (const [code, words] of [
    ['missing-field', '- id: notag1'],
    ['not-an-entry', '- just words'],
    ['bad-id', 'id: "two words"'],
    ['wrong-type', 'article: {title: 12'],
    ['wrong-value', 'end: -4'],
    ['duplicate-id', '- id: k7m2xq'],
    ['unknown-reference', 'premises: [c2c2cc, nobody]'],
    ['no-premises', 'premises: []'],
    ['two-conclusions', 'attacks: k7m2xq'],
    ['unstated-without-wording', '- id: d2d2dd'],
  ] as const) {
    const found = problem(code);
    assert.ok(found, code);
    assert.ok(lines[found.line - 1]?.includes(words), `${code}: ${lines[found.line - 1]}`);
    assert.match(found.message, /^[A-Z`].*\.$/);
    assert.ok(found.column >= 1);
  }
});

test('rule 2: an annotation with words for offsets is shown by its quote', () => {
  assert.deepEqual(annotation(readSidecar(shape('faulty')), 'k7m2xq').spans, [{ quote: 'deep water' }]);
});

test('rule 2: columns of problems count UTF-16 units from 1', () => {
  const problems = readSidecar(
    'argmark: 1\narguments:\n  - {id: a8f4zn, note: "😀", premises: [nobody], supports: a8f4zn}\n',
  ).problems;
  assert.deepEqual(
    problems.map(({ code, line, column }) => [code, line, column]),
    [
      ['unknown-reference', 3, 41],
      ['supports-argument', 3, 60],
    ],
  );
});

test('rule 1: blank lines between entries never become part of a value that keeps its own', () => {
  const text =
    'argmark: 1\nx-last: |+\n  kept\n\nannotations:\n  - id: a\n    tag: b\n    spans: []\n    wording: |+\n      w\n\n\n  - id: b\n    tag: b\n    spans: []\n    wording: "w"\n';
  const keeping = (sidecar: Sidecar): unknown[] => {
    const file = parse(sidecarText(sidecar)) as { 'x-last': unknown; annotations?: { id: string; wording: unknown }[] };
    return [file['x-last'], file.annotations?.find(({ id }) => id === 'a')?.wording];
  };
  const sidecar = readSidecar(text);
  assert.deepEqual(keeping(sidecar), ['kept\n\n', 'w\n\n\n']);
  const between = added(sidecar, 'aaaaaa', 'b');
  const last = removed(sidecar, 'b');
  const linked = applyToSidecar(
    last.sidecar,
    edit({ kind: 'link', id: 'l', after: { id: 'l', from: 'a', rephrases: 'a' } }),
  );
  for (const result of [between, last, linked, removed(between.sidecar, 'aaaaaa'), removed(between.sidecar, 'b')]) {
    assert.equal(result.refusal, undefined);
    assert.deepEqual(keeping(result.sidecar), ['kept\n\n', 'w\n\n\n'], sidecarText(result.sidecar));
    assert.deepEqual(readSidecar(sidecarText(result.sidecar)).set, result.sidecar.set);
  }
  const first = 'argmark: 1\nx: |+\n  kept\n\n';
  const made = added(readSidecar(first), 'aaaaaa');
  assert.equal((parse(sidecarText(made.sidecar)) as { x: string }).x, 'kept\n\n');
});

test('rule 2: what stands in the place of a list is kept, and nothing is put there', () => {
  const text = 'argmark: 1\nannotations: words of somebody\nlinks: []\n';
  const sidecar = readSidecar(text);
  assert.deepEqual(
    sidecar.problems.map(({ code, line }) => [code, line]),
    [['not-a-list', 2]],
  );
  const refused = added(sidecar, 'aaaaaa');
  assert.equal(refused.refusal?.code, 'cannot-patch');
  assert.equal(sidecarText(refused.sidecar), text);
  const linked = applyToSidecar(
    sidecar,
    edit({ kind: 'link', id: 'l', after: { id: 'l', from: 'a', rephrases: 'a' } }),
  );
  assert.equal(linked.refusal, undefined);
});
