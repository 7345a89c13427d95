/* Rules 6 to 9 of the sidecar's format by example: two writers, files that come and stay, one edit for what goes together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inverse } from '../../../../src/core/annotation/edit';
import { articleNameFor, isSidecarName, sidecarNameFor } from '../../../../src/core/sidecar/names';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { positionOf } from '../../../../src/core/sidecar/positions';
import { newSidecar, readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import { renumber } from '../../../../src/core/sidecar/renumber';
import { isEmpty, sidecarBytes } from '../../../../src/core/sidecar/sidecarFile';
import { shape } from './fixtures';
import { mergeSidecars } from './mergeTexts';
import { added, annotation, changed, difference, edit, removed, unstated } from './working';

test('rule 6: the second of two entries with one id is shown primed, kept as it is, and gets an id of its own on demand', () => {
  const text = shape('faulty');
  const sidecar = readSidecar(text);
  assert.equal(annotation(sidecar, 'k7m2xq′').wording, 'a second one');
  const refused = changed(sidecar, 'k7m2xq′', { note: 'n' });
  assert.equal(refused.refusal?.code, 'duplicate-id');
  assert.equal(sidecarText(refused.sidecar), text);
  const fixed = renumber(sidecar, 'k7m2xq′', { newId: 'n2n2nn' });
  assert.ok(fixed);
  assert.deepEqual(difference(text, sidecarText(fixed.sidecar)), ['-  - id: k7m2xq', '+  - id: n2n2nn']);
  assert.ok(!readSidecar(sidecarText(fixed.sidecar)).problems.some(({ code }) => code === 'duplicate-id'));
  assert.deepEqual(readSidecar(sidecarText(fixed.sidecar)).set, fixed.sidecar.set);
  assert.equal(sidecarText(applyToSidecar(fixed.sidecar, inverse(fixed.edit)).sidecar), text);
  assert.equal(renumber(sidecar, 'k7m2xq'), undefined);
});

test('rule 6: only the same field changed on both sides is asked about', () => {
  const base = shape('canonical');
  const ours = base.replace('note: "Central', 'note: "Our').replace('kind: "causal"', 'kind: "ours"');
  const theirs = base
    .replace('note: "Central', 'note: "Their')
    .replace('weight: 2.5', 'weight: 3')
    .replace('speaker: "Mara Lind"', 'speaker: "X"');
  const merged = mergeSidecars(base, ours, theirs);
  assert.deepEqual(
    merged.clashes.map(({ kind, id, field }) => [kind, id, field]),
    [['annotation', 'k7m2xq', 'note']],
  );
  assert.equal(merged.text, ours.replace('weight: 2.5', 'weight: 3').replace('speaker: "Mara Lind"', 'speaker: "X"'));
  const chosen = mergeSidecars(base, ours, theirs, () => 'theirs');
  assert.equal(chosen.text, merged.text.replace('note: "Our', 'note: "Their'));
});

test('rule 6: what one side changed and the other took out stays until somebody says otherwise', () => {
  const base = shape('canonical');
  const gone = sidecarText(removed(readSidecar(base), 'p3t9wd').sidecar);
  const noted = sidecarText(changed(readSidecar(base), 'p3t9wd', { note: 'n' }).sidecar);
  for (const [ours, theirs] of [
    [gone, noted],
    [noted, gone],
  ] as const) {
    const merged = mergeSidecars(base, ours, theirs);
    assert.equal(merged.clashes.length, 1);
    assert.equal(merged.clashes[0]?.field, undefined);
    assert.equal(merged.text, noted);
    const without = mergeSidecars(base, ours, theirs, () => (ours === gone ? 'ours' : 'theirs'));
    assert.equal(without.text, gone);
  }
});

test('rule 6: the same id made by both is one entry if it says the same, else both are kept', () => {
  const base = shape('canonical');
  const one = sidecarText(added(readSidecar(base), 'aaaaaa', 'b5c8rt').sidecar);
  assert.equal(mergeSidecars(base, one, one).text, one);
  const two = one.replace('wording: "aaaaaa"', 'wording: "another"');
  const merged = mergeSidecars(base, one, two);
  assert.deepEqual(merged.clashes, []);
  assert.deepEqual(
    readSidecar(merged.text)
      .set.annotations.map(({ id, wording }) => [id, wording])
      .slice(1, 3),
    [
      ['aaaaaa', 'aaaaaa'],
      ['aaaaaa′', 'another'],
    ],
  );
});

test('rule 6: comments and unknown keys of theirs come along with what only they changed', () => {
  const base = shape('unknown');
  const theirs = base
    .replace('tag: premise\n    confidence: .5', 'tag: premise # sure\n    confidence: 1')
    .replace('x-colour: red   # ours', 'x-colour: blue')
    .replace('doi: 10.1000/182', 'doi: 10.1000/183');
  const ours = base.replace('note: "n"', 'note: "ours"');
  const merged = mergeSidecars(base, ours, theirs);
  assert.equal(merged.failure, undefined);
  assert.deepEqual(merged.clashes, []);
  for (const words of [
    'tag: premise # sure',
    'confidence: 1',
    'x-colour: "blue"',
    'doi: "10.1000/183"',
    'note: "ours"',
  ]) {
    assert.ok(merged.text.includes(words), `${words}\n${merged.text}`);
  }
});

test('rule 6: in flow style too, comments stay with their entry', () => {
  const base = shape('flow');
  const theirs = base
    .replace('{id: a8f4zn, premises: [p3t9wd, b5c8rt], supports: k7m2xq}, # one\n  ', '')
    .replace('attacks: a8f4zn', 'attacks: k7m2xq');
  const ours = base.replace('wording": "w"', 'wording": "ours"');
  const merged = mergeSidecars(base, ours, theirs);
  assert.equal(merged.failure, undefined);
  assert.ok(merged.text.includes('{id: z9y8xw, premises: [b5c8rt], attacks: k7m2xq} # two'), merged.text);
  assert.ok(merged.text.includes('wording": "ours"'));
});

test('rule 6: without a version that both came from, what both have counts as it', () => {
  const common = shape('canonical');
  const ours = sidecarText(added(readSidecar(common), 'aaaaaa').sidecar).replace('note: "Central', 'note: "Our');
  const theirs = sidecarText(removed(added(readSidecar(common), 'bbbbbb').sidecar, 'p3t9wd').sidecar);
  const merged = mergeSidecars(undefined, ours, theirs);
  const ids = readSidecar(merged.text).set.annotations.map(({ id }) => id);
  for (const id of ['k7m2xq', 'b5c8rt', 'p3t9wd', 'aaaaaa', 'bbbbbb']) assert.ok(ids.includes(id), id);
  assert.deepEqual(
    merged.clashes.map(({ field }) => field),
    ['note'],
  );
});

test('rule 6: a side that cannot be read is not merged, and ours stays', () => {
  const ours = shape('canonical');
  const merged = mergeSidecars(ours, ours, 'argmark: [');
  assert.equal(merged.text, ours);
  assert.match(merged.failure ?? '', /^Their version cannot be read/);
});

test('rule 7: an empty set makes no file, and an emptied file is kept', () => {
  const sidecar = newSidecar({ title: 'T', authors: ['A'] });
  assert.equal(sidecarText(sidecar), '');
  assert.ok(isEmpty(sidecar));
  const first = added(sidecar, 'aaaaaa');
  const back = applyToSidecar(first.sidecar, inverse(first.edit)).sidecar;
  assert.equal(sidecarText(back), '');
  assert.ok(isEmpty(back));
  assert.equal(
    new TextDecoder().decode(sidecarBytes(back)),
    'argmark: 1\narticle:\n  title: "T"\n  authors:\n    - "A"\n\nannotations: []\n',
  );
  const emptied = removed(first.sidecar, 'aaaaaa').sidecar;
  assert.deepEqual(sidecarBytes(emptied), sidecarBytes(back));
  assert.deepEqual(readSidecar(sidecarText(emptied)).problems, []);
});

test('rule 8: an edit of several changes is one edit and one undo', () => {
  const text = shape('canonical');
  const sidecar = readSidecar(text);
  const [first, second] = sidecar.set.arguments;
  assert.ok(first && second);
  const cascade = applyToSidecar(
    sidecar,
    edit(
      { kind: 'argument', id: second.id, before: second },
      { kind: 'argument', id: first.id, before: first, after: { ...first, premises: ['b5c8rt'] } },
      { kind: 'annotation', id: 'p3t9wd', before: annotation(sidecar, 'p3t9wd') },
    ),
  );
  assert.deepEqual(readSidecar(sidecarText(cascade.sidecar)).set, cascade.sidecar.set);
  assert.equal(cascade.sidecar.set.arguments.length, 1);
  assert.equal(sidecarText(applyToSidecar(cascade.sidecar, inverse(cascade.edit)).sidecar), text);
});

test('rule 9: an argument that supports an argument is shown with its problem', () => {
  const problem = readSidecar(shape('faulty')).problems.find(({ code }) => code === 'supports-argument');
  assert.equal(problem?.id, 'c8f4zn');
  assert.match(problem?.message ?? '', /unstated premise/);
});

test('values are found in the text', () => {
  const text = shape('comments');
  const sidecar = readSidecar(text);
  const at = positionOf(sidecar, 'k7m2xq', ['spans', 0, 'quote']);
  assert.ok(at);
  assert.equal(text.slice(at.offset, at.offset + 12), '"deep water"');
  assert.equal(text.slice(0, at.offset).split('\n').length, at.line);
  assert.equal(at.column, 16);
  assert.equal(positionOf(sidecar, 'k7m2xq', 'speaker'), undefined);
  assert.equal(positionOf(sidecar, 'nobody'), undefined);
  const json = readSidecar(`\ufeff${shape('json')}`);
  const supports = positionOf(json, 'a8f4zn', 'supports');
  assert.equal(sidecarText(json).slice(supports?.offset).slice(0, 8), '"k7m2xq"');
});

test('a sidecar stands beside its article under its name', () => {
  assert.equal(sidecarNameFor('nato.txt'), 'nato.txt.annotations.yaml');
  assert.equal(articleNameFor('a/nato.txt.annotations.yaml'), 'a/nato.txt');
  assert.equal(articleNameFor('nato.txt'), undefined);
  assert.ok(
    !isSidecarName('.annotations.yaml') && !isSidecarName('a/.annotations.yaml') && isSidecarName('a.annotations.yaml'),
  );
});

test('changes whose entry is gone, or there already, are passed over and are not in the undo', () => {
  const sidecar = readSidecar(shape('canonical'));
  const result = applyToSidecar(
    sidecar,
    edit(
      { kind: 'annotation', id: 'nobody', before: unstated('nobody') },
      { kind: 'annotation', id: 'k7m2xq', after: unstated('k7m2xq') },
      { kind: 'annotation', id: 'aaaaaa', after: unstated('aaaaaa') },
    ),
  );
  assert.deepEqual(result.skipped, ['nobody', 'k7m2xq']);
  assert.deepEqual(
    result.edit.changes.map(({ id }) => id),
    ['aaaaaa'],
  );
});
