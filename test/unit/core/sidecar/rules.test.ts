/* The nine rules of the sidecar's format, each by example; the property tests beside hold them for everything else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { type Change, type Edit, inverse } from '../../../../src/core/annotation/edit';
import type { Annotation, Argument } from '../../../../src/core/annotation/model';
import { type CodePointIndex, indexCodePoints } from '../../../../src/core/sidecar/codePoints';
import { freshId } from '../../../../src/core/sidecar/ids';
import { mergeSidecars } from '../../../../src/core/sidecar/merge';
import { articleNameFor, isSidecarName, sidecarNameFor } from '../../../../src/core/sidecar/names';
import { type Applied, applyToSidecar } from '../../../../src/core/sidecar/patch';
import { entryIdAt, positionOf } from '../../../../src/core/sidecar/positions';
import { newSidecar, readSidecar, sidecarText, textToSave } from '../../../../src/core/sidecar/read';
import { renumber } from '../../../../src/core/sidecar/renumber';
import { hintOf } from '../../../../src/core/sidecar/selector';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';
import { randomOf } from './arbitraries';
import { shape } from './fixtures';

const edit = (...changes: Change[]): Edit => ({ label: 'Step', changes });
const annotation = (sidecar: Sidecar, id: string): Annotation => {
  const found = sidecar.set.annotations.find((entry) => entry.id === id);
  assert.ok(found, id);
  return found;
};
const changed = (sidecar: Sidecar, id: string, fields: Partial<Annotation>): Applied => {
  const before = annotation(sidecar, id);
  return applyToSidecar(sidecar, edit({ kind: 'annotation', id, before, after: { ...before, ...fields } }));
};
const unstated = (id: string): Annotation => ({ id, tag: 'premise', spans: [], wording: id });
const added = (sidecar: Sidecar, id: string, nextId?: string): Applied =>
  applyToSidecar(
    sidecar,
    edit({ kind: 'annotation', id, after: unstated(id), ...(nextId !== undefined && { nextId }) }),
  );
const removed = (sidecar: Sidecar, id: string): Applied =>
  applyToSidecar(sidecar, edit({ kind: 'annotation', id, before: annotation(sidecar, id) }));
/** The lines that only one of two texts has, as `-old` and `+new`. */
const difference = (before: string, after: string): string[] => {
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

test('rule 3: ids are six characters, the first a letter, without look-alikes, and fresh', () => {
  const random = randomOf(1);
  const ids = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    const id = freshId({ annotations: [...ids].map(unstated), arguments: [], links: [] }, random);
    assert.match(id, /^[a-hjkmnp-tv-z][a-hjkmnp-tv-z2-9]{5}$/);
    assert.ok(!ids.has(id));
    ids.add(id);
    if (i === 200) break;
  }
  let turn = 0;
  const stuck = () => (turn++ < 6 ? 0 : 0.5);
  assert.notEqual(freshId({ annotations: [unstated('aaaaaa')], arguments: [], links: [] }, stuck), 'aaaaaa');
});

test('rule 3: a new annotation stands before its next one, with one blank line between neighbours', () => {
  const text = shape('canonical');
  const { sidecar } = added(readSidecar(text), 'aaaaaa', 'b5c8rt');
  const lines = ['+  - id: aaaaaa', '+    tag: premise', '+    spans: []', '+    wording: "aaaaaa"', '+'];
  assert.deepEqual(difference(text, sidecarText(sidecar)), lines);
});

test('rule 3: arguments and links go in by id', () => {
  const argument = (id: string): Argument => ({ id, premises: ['p3t9wd'], supports: 'k7m2xq' });
  let sidecar = readSidecar(shape('canonical'));
  for (const id of ['m2m2mm', 'zzzzzz', 'a2a2aa'])
    sidecar = applyToSidecar(sidecar, edit({ kind: 'argument', id, after: argument(id) })).sidecar;
  assert.deepEqual(
    sidecar.set.arguments.map(({ id }) => id),
    ['a2a2aa', 'a8f4zn', 'm2m2mm', 'z9y8xw', 'zzzzzz'],
  );
  assert.deepEqual(readSidecar(sidecarText(sidecar)).set, sidecar.set);
});

test('rule 3: ids from elsewhere are kept, in quotes where a reader could take them for something else', () => {
  let sidecar = newSidecar({});
  for (const id of ['no', '12', '1e5', 'a.b_c-D']) sidecar = added(sidecar, id).sidecar;
  const ids = [...sidecarText(sidecar).matchAll(/id: (.*)/g)].map((match) => match[1]);
  assert.deepEqual(ids, ['"no"', '"12"', '"1e5"', '"a.b_c-D"']);
  assert.deepEqual(readSidecar(sidecarText(sidecar)).set, sidecar.set);
});

test('rule 4: offsets come out as they went in, whatever the text says, and change only with their entry', () => {
  const text = shape('canonical');
  const sidecar = readSidecar(text);
  const index: CodePointIndex = indexCodePoints('short');
  assert.equal(hintOf(annotation(sidecar, 'k7m2xq').spans[0] ?? { quote: '' }, index), undefined);
  const { sidecar: after } = changed(sidecar, 'p3t9wd', { note: 'n' });
  assert.deepEqual(annotation(after, 'k7m2xq').spans, annotation(sidecar, 'k7m2xq').spans);
  assert.deepEqual(difference(text, sidecarText(after)), ['+    note: "n"']);
});

test('rule 5: text is in double quotes as in JSON, notes of several lines are literal blocks', () => {
  const note = 'one\n\n  two: "x" # no comment\nthree';
  let sidecar = added(newSidecar({}), 'aaaaaa').sidecar;
  sidecar = changed(sidecar, 'aaaaaa', {
    tag: 'no',
    speaker: 'a\u0085b\u2028c\ufffe\ud83d"\\\t',
    wording: 'one\ntwo',
    note,
  }).sidecar;
  assert.equal(
    sidecarText(sidecar),
    [
      'argmark: 1',
      '',
      'annotations:',
      '  - id: aaaaaa',
      '    tag: "no"',
      '    spans: []',
      '    speaker: "a\\u0085b\\u2028c\\ufffe\\ud83d\\"\\\\\\t"',
      '    wording: "one\\ntwo"',
      '    note: |-',
      '      one',
      '',
      '        two: "x" # no comment',
      '      three',
      '',
    ].join('\n'),
  );
});

test('rule 5: any valid YAML is read', () => {
  const [first] = readSidecar(shape('scalars')).set.annotations;
  const [raw] = (parse(shape('scalars')) as { annotations: [Record<string, unknown>] }).annotations;
  assert.ok(first);
  assert.equal(first.speaker, raw.speaker);
  assert.equal(first.wording, raw.wording);
  assert.equal(first.note, raw.note);
  assert.deepEqual(first.attributes, { a: 31, b: 15, c: 1500, d: true, f: '2001-01-01', g: '12', h: ['x', 'y'] });
});

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
  assert.equal(textToSave(sidecar, false), undefined);
  const first = added(sidecar, 'aaaaaa');
  const back = applyToSidecar(first.sidecar, inverse(first.edit)).sidecar;
  assert.equal(sidecarText(back), '');
  assert.equal(
    textToSave(back, true),
    'argmark: 1\narticle:\n  title: "T"\n  authors:\n    - "A"\n\nannotations: []\n',
  );
  const emptied = removed(first.sidecar, 'aaaaaa').sidecar;
  assert.equal(sidecarText(emptied), textToSave(back, true));
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

test('values are found in the text, and entries at places of it', () => {
  const text = shape('comments');
  const sidecar = readSidecar(text);
  const at = positionOf(sidecar, 'k7m2xq', ['spans', 0, 'quote']);
  assert.ok(at);
  assert.equal(text.slice(at.offset, at.offset + 12), '"deep water"');
  assert.equal(text.slice(0, at.offset).split('\n').length, at.line);
  assert.equal(at.column, 16);
  assert.equal(entryIdAt(sidecar, at.offset), 'k7m2xq');
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
