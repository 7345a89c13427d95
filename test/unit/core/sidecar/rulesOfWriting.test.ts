/* Rules 3 to 5 of the sidecar's format by example: quiet merges, offsets as hints, the same for every reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { freshId } from '../../../../src/core/annotation/ids';
import type { Argument } from '../../../../src/core/annotation/model';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { newSidecar, readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import { randomOf } from './arbitraries';
import { shape } from './fixtures';
import { added, annotation, changed, difference, edit, unstated } from './working';

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

test('rule 5: numbers with an exponent have a point, without which some readers take them for text', () => {
  const sidecar = changed(added(newSidecar({}), 'aaaaaa').sidecar, 'aaaaaa', {
    attributes: { a: 1e21, b: 1.5e-9, c: 5e-324 },
  }).sidecar;
  for (const line of ['a: 1.0e+21', 'b: 1.5e-9', 'c: 5.0e-324']) assert.ok(sidecarText(sidecar).includes(line), line);
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
