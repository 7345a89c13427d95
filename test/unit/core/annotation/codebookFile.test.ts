import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readCodebook } from '../../../../src/core/annotation/codebookFile';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { assertLinear } from '../../growth';

const problemsOf = (text: string): string[] =>
  readCodebook(text).problems.map(({ code, line, column }) => `${line}:${column} ${code}`);

test('one wrong value costs itself alone, and is told with its place', () => {
  const { codebook, problems } = readCodebook(`argmark-codebook: 1
tags:
  claim:
    colour: bluish
    line: 3
    key: cc
    label: "Claim"
    examples: none
    attributes:
      kind: { type: kinds, values: [a] }
      mood: { type: choice }
      level: { type: choices, values: [low, 2, high], required: maybe }
      open: { type: text }
  Premise: {}
  evidence:
`);
  assert.deepEqual(
    problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    [
      '4:13 unknown-value',
      '5:11 unknown-value',
      '6:10 bad-key',
      '8:15 wrong-type',
      '10:21 unknown-value',
      '11:7 missing',
      '12:45 wrong-type',
      '12:65 wrong-type',
      '14:3 bad-tag-name',
      '15:3 empty-tag',
    ],
  );
  for (const { message } of problems) assert.match(message, /^\S.*\.$/s);
  assert.match(problems[0]?.message ?? '', /“bluish” is none of these: blue, green/);
  assert.deepEqual(
    codebook.tags.map(({ name }) => name),
    ['claim', 'evidence'],
  );
  assert.deepEqual(codebook.tags[0]?.label, 'Claim');
  assert.deepEqual(codebook.tags[0]?.attributes, [
    { name: 'level', type: 'choices', values: ['low', 'high'] },
    { name: 'open', type: 'text' },
  ]);
});

test('a label with nothing to be seen in it is told, and its name stands in its place', () => {
  const { codebook, problems } = readCodebook(
    'argmark-codebook: 1\ntags:\n  claim: { label: "  " }\n  fact: { attributes: { kind: { type: choice, values: [a, " "], label: "" } } }\n',
  );
  assert.deepEqual(
    problems.map(({ line, column, message }) => [line, column, message]),
    [
      [3, 19, '“label” must not be empty.'],
      [4, 59, '“1” must not be empty.'],
      [4, 72, '“label” must not be empty.'],
    ],
  );
  assert.equal(codebook.tags[0]?.label, 'Claim');
  assert.deepEqual(codebook.tags[1]?.attributes, [{ name: 'kind', type: 'choice', values: ['a'] }]);
});

test('a key that looks like a known one is told, and one of one’s own is not', () => {
  const { problems } = readCodebook(`argmark-codebook: 1
tag: {}
owner: us
tags:
  claim:
    color: red
    lable: "Thesis"
    counter_examples: []
    since: 2024-01-01
    Key: c
    attributes:
      level: { type: number, min: 1, max: 5, maximum: 6, unit: metres }
  other: { colour: red, color: blue }
article:
  stance: { type: choice, values: [for], requried: true }
`);
  assert.deepEqual(
    problems.map(({ line, column, severity, message }) => [
      line,
      column,
      severity,
      ...(message.match(/“[^”]+”/g) ?? []),
    ]),
    [
      [6, 5, 'warning', '“color”', '“colour”'],
      [7, 5, 'warning', '“lable”', '“label”'],
      [8, 5, 'warning', '“counter_examples”', '“counter-examples”'],
      [10, 5, 'warning', '“Key”', '“key”'],
      [12, 30, 'warning', '“min”', '“minimum”'],
      [15, 42, 'warning', '“requried”', '“required”'],
    ],
  );
});

test('of a key that is there twice the first one counts', () => {
  const { codebook, problems } = readCodebook(
    'argmark-codebook: 1\ntags:\n  claim: { colour: red }\n  claim: { colour: blue }\n',
  );
  assert.deepEqual(
    problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    ['4:3 duplicate-key'],
  );
  assert.equal(codebook.tags[0]?.colour, 'red');
});

test('the version is asked for, and a newer one is told', () => {
  assert.deepEqual(problemsOf('tags: { claim: {} }\n'), ['1:1 no-version']);
  const { codebook, problems } = readCodebook('argmark-codebook: 2\ntags: { claim: {} }\n');
  assert.deepEqual(
    problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    ['1:19 newer-version'],
  );
  assert.equal(codebook.tags.length, 1);
});

test('a file without a usable tag gives the built-in codebook, and says so', () => {
  for (const text of [
    '',
    '# nothing\n',
    'just words',
    '- a\n- b\n',
    'argmark-codebook: 1\ntags: [claim]\n',
    'argmark-codebook: 1\ntags: {}\n',
    '\0',
    ': : :',
  ]) {
    const { codebook, problems } = readCodebook(text);
    assert.equal(codebook, defaultCodebook, text);
    assert.ok(
      problems.some(({ code, severity }) => code === 'no-tags' && severity === 'error'),
      text,
    );
  }
});

test('syntax errors have their place, and what can be read is used', () => {
  const { codebook, problems } = readCodebook(
    'argmark-codebook: 1\ntags:\n  claim: { colour: blue }\n  premise: { colour: "green }\n',
  );
  assert.equal(problems.find(({ code }) => code === 'syntax')?.line, 5);
  assert.equal(codebook.tags[0]?.name, 'claim');
});

test('aliases are read, and bombs of them are not', () => {
  const { codebook, problems } = readCodebook(
    'argmark-codebook: 1\ntags:\n  a: &a { colour: red, attributes: &x { k: { type: text } } }\n  b: *a\n  c: { attributes: *x }\n',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(codebook.tags.map(({ colour, attributes }) => `${colour} ${attributes.length}`).slice(0, 2), [
    'red 1',
    'red 1',
  ]);
  const levels = Array.from(
    { length: 9 },
    (_, i) =>
      `l${i}: &l${i} [${Array(10)
        .fill(i === 0 ? 'x' : `*l${i - 1}`)
        .join(', ')}]`,
  );
  assert.ok(problemsOf(`${levels.join('\n')}\ntags: { claim: {} }\n`).some((problem) => problem.endsWith('too-large')));
  assert.ok(readCodebook('['.repeat(100_000)).problems.length > 0);
  assert.deepEqual(problemsOf('a: &a [*a]\ntags: { claim: {} }\nargmark-codebook: 1\n').slice(0, 1), ['1:1 too-large']);
});

const numbered = (count: number, line: (i: number) => string): string =>
  `argmark-codebook: 1\nx: &x {}\ntags:\n${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`;

test('thousands of aliases, and of wrong values, take time that grows with their number, not its square', () => {
  for (const line of [(i: number) => `  t${i}: *x`, (i: number) => `  t${i}: { colour: nope }`]) {
    assertLinear(400, (count) => {
      const text = numbered(count, line);
      return () => readCodebook(text);
    });
  }
});

test('names that are special to JavaScript are plain names, or refused', () => {
  const { codebook, problems } = readCodebook(`argmark-codebook: 1
tags:
  constructor: { attributes: { toString: { type: text }, __proto__: { type: text } } }
  __proto__: { colour: red }
`);
  assert.deepEqual(
    codebook.tags.map(({ name, attributes }) => [name, attributes.map((one) => one.name)]),
    [['constructor', ['toString']]],
  );
  assert.deepEqual(
    problems.map(({ line, code }) => `${line} ${code}`),
    ['3 unsafe-key', '4 unsafe-key'],
  );
  assert.equal(({} as { colour?: string }).colour, undefined);
});

test('whatever a file holds, there is a codebook, and every problem has a place in it', () => {
  const scalar = fc.oneof(
    fc.constantFrom('claim', 'c', 'blue', 'choice', 'text', 'a-b', '__proto__', ''),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.constantFrom(
    'label',
    'key',
    'colour',
    'line',
    'parent',
    'guideline',
    'examples',
    'attributes',
    'type',
    'values',
    'required',
    'claim',
    'Odd',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  }));
  const files = fc.oneof(
    fc
      .record({ 'argmark-codebook': fc.oneof(fc.constant(1), scalar), tags: fc.dictionary(key, value), article: value })
      .map((one) => stringify(one)),
    fc.string({
      unit: fc.constantFrom(
        'tags',
        'claim',
        ': ',
        '\n',
        '  ',
        '- ',
        '{',
        '}',
        '[',
        '"',
        '&a ',
        '*a',
        '#',
        '|',
        '\t',
        '\r',
      ),
    }),
  );
  fc.assert(
    fc.property(files, (text) => {
      const { codebook, problems } = readCodebook(text);
      assert.ok(codebook.tags.length > 0);
      const lines = text.split(/\r\n|[\r\n]/);
      for (const { line, column, message } of problems) {
        assert.ok(line >= 1 && line <= lines.length + 1, `${line}`);
        assert.ok(column >= 1 && column <= text.length + 1);
        assert.ok(message.endsWith('.'), message);
      }
      const names = codebook.tags.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
    }),
    { numRuns: 400 },
  );
});
