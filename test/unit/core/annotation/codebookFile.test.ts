import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { reservedKeys, tagOf } from '../../../../src/core/annotation/codebook';
import { readCodebook } from '../../../../src/core/annotation/codebookFile';
import { codebookFileSchema } from '../../../../src/core/annotation/codebookSchema';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { defaultCodebookText } from '../../../../src/core/annotation/defaultCodebookText';
import { assertLinear } from '../../growth';

const problemsOf = (text: string): string[] =>
  readCodebook(text).problems.map(({ code, line, column }) => `${line}:${column} ${code}`);

test('the file that a new codebook begins as gives the codebook that is built in', () => {
  assert.deepEqual(readCodebook(defaultCodebookText), { codebook: defaultCodebook, problems: [] });
});

test('what its comments offer is understood when their signs are taken away', () => {
  const { codebook, problems } = readCodebook(defaultCodebookText.replaceAll(/^( +)# (?=certainty| {2})/gm, '$1'));
  assert.deepEqual(problems, []);
  assert.deepEqual(tagOf(codebook, 'claim').attributes[1], {
    ...{ name: 'certainty', type: 'number', minimum: 0, maximum: 1, default: 0.5 },
  });
});

test('a default that does not fit and bounds that nothing lies between are told, and cost only themselves', () => {
  const { codebook, problems } = readCodebook(`argmark-codebook: 1
tags:
  claim:
    counter-examples: ["not this"]
    attributes:
      kind: { type: choice, values: [a, b], default: c }
      some: { type: choices, values: [a, b], default: [b, a] }
      level: { type: number, minimum: 5, maximum: 1, default: 7 }
      share: { type: number, minimum: 0, maximum: 1, default: 2 }
      day: { type: date, minimum: 2001-01-01, default: 2000-12-31 }
      sure: { type: boolean, default: "yes" }
      since: { type: date, maximum: soon }
      open: { type: text, default: "none said" }
`);
  assert.deepEqual(
    problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    [
      '6:54 bad-default',
      '8:51 bad-bounds',
      '9:63 bad-default',
      '10:56 bad-default',
      '11:39 wrong-type',
      '12:37 wrong-value',
    ],
  );
  const tag = tagOf(codebook, 'claim');
  assert.deepEqual(tag.counterExamples, ['not this']);
  assert.deepEqual(tag.attributes, [
    { name: 'kind', type: 'choice', values: ['a', 'b'] },
    { name: 'some', type: 'choices', values: ['a', 'b'], default: ['a', 'b'] },
    { name: 'level', type: 'number', default: 7 },
    { name: 'share', type: 'number', minimum: 0, maximum: 1 },
    { name: 'day', type: 'date', minimum: '2001-01-01' },
    { name: 'sure', type: 'boolean' },
    { name: 'since', type: 'date' },
    { name: 'open', type: 'text', default: 'none said' },
  ]);
});

test('a default of the article itself is told, since nothing would come of it', () => {
  const { codebook, problems } = readCodebook(
    'argmark-codebook: 1\ntags: { claim: {} }\narticle:\n  stance: { type: choice, values: [for], default: for }\n',
  );
  assert.deepEqual(codebook.article, [{ name: 'stance', type: 'choice', values: ['for'] }]);
  assert.deepEqual(
    problems.map(({ line, column, code, severity }) => [line, column, code, severity]),
    [[4, 51, 'unused-default', 'warning']],
  );
});

test('what is left out is filled in: label, colour, line; from the parent where there is one', () => {
  const { codebook } = readCodebook(`argmark-codebook: 1
tags:
  child: { parent: policy-goal, attributes: { b: { type: text, label: "Own" } } }
  policy-goal: { colour: teal, line: wavy, attributes: { a: { type: number }, b: { type: boolean } } }
  other: {}
  grandchild: { parent: child }
`);
  assert.deepEqual(
    codebook.tags.map(({ name, label, colour, line }) => [name, label, colour, line]),
    [
      ['child', 'Child', 'teal', 'wavy'],
      ['policy-goal', 'Policy goal', 'teal', 'wavy'],
      ['other', 'Other', codebook.tags[2]?.colour, codebook.tags[2]?.line],
      ['grandchild', 'Grandchild', 'teal', 'wavy'],
    ],
  );
  const attributes = [
    { name: 'a', type: 'number' },
    { name: 'b', type: 'text', label: 'Own' },
  ];
  assert.deepEqual(tagOf(codebook, 'child').attributes, attributes);
  assert.deepEqual(tagOf(codebook, 'grandchild').attributes, attributes);
});

test('the colour and the line of a tag that says none depend on its name alone', () => {
  const looksOf = (key: 'colour' | 'line', ...tags: string[]) =>
    Object.fromEntries(
      readCodebook(`argmark-codebook: 1\ntags:\n  ${tags.join('\n  ')}\n`).codebook.tags.map((tag) => [
        tag.name,
        tag[key],
      ]),
    );
  const coloursOf = (...tags: string[]) => looksOf('colour', ...tags);
  const before = coloursOf('a: {}', 'b: {}', 'c: {}', 'd: {}');
  assert.deepEqual(coloursOf('d: {}', 'a: {}', 'b: {}', 'c: {}'), before);
  assert.deepEqual(coloursOf('a: {}', 'b: { colour: red }', 'c: {}', 'd: {}'), { ...before, b: 'red' });
  assert.ok(new Set(Object.values(before)).size > 1);
  const names = ['rebuttal', 'example', 'definition', 'proposal', 'cost', 'benefit', 'actor', 'risk', 'goal', 'law'];
  const lines = looksOf('line', ...names.map((name) => `${name}: {}`));
  assert.deepEqual(looksOf('line', 'law: {}', 'goal: { line: wavy }'), { law: lines.law, goal: 'wavy' });
  assert.ok(new Set(Object.values(lines)).size >= 3, Object.values(lines).join());
  assert.ok(!Object.values(lines).includes('wavy'), 'waves stand for tags that are not known');
});

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

test('keys of the grammar and keys that are taken clash, with their line', () => {
  const { codebook, problems } = readCodebook(`argmark-codebook: 1
tags:
  support: { key: s }
  claim: { key: c }
  counter: { key: c }
  next: { key: "N" }
  point: { key: "." }
  digit: { key: "1" }
`);
  assert.deepEqual(
    problems.map(({ line, code }) => `${line} ${code}`),
    ['3 reserved-key', '5 key-taken', '6 reserved-key', '7 reserved-key'],
  );
  assert.match(problems[1]?.message ?? '', /“c” is taken by “claim”/);
  assert.deepEqual(
    codebook.tags.flatMap(({ name, key }) => (key === undefined ? [] : [`${name} ${key}`])),
    ['claim c', 'digit 1'],
  );
});

test('what people read of the taken keys names each of them', () => {
  const keys = [...reservedKeys].join(' ');
  assert.equal(/reading view; (.*) are taken/.exec(defaultCodebookText)?.[1], keys);
  const { description } = codebookFileSchema.shape.tags.valueType.shape.key.meta() ?? {};
  assert.equal(/`(.*)` are taken/.exec(description ?? '')?.[1], keys);
});

test('parents that are not there, and circles of parents, are told and passed over', () => {
  const circle = `argmark-codebook: 1
tags:
  a: { parent: b }
  b: { parent: c }
  c: { parent: a }
  own: { parent: own }
  lost: { parent: nowhere }
`;
  assert.deepEqual(problemsOf(circle), ['5:16 parent-cycle', '6:18 parent-cycle', '7:19 unknown-parent']);
  assert.deepEqual(
    readCodebook(circle).codebook.tags.map(({ parent }) => parent),
    ['b', 'c', undefined, undefined, undefined],
  );
  const deep = Array.from({ length: 40 }, (_, i) => `  t${i}: { parent: t${i + 1} }`).join('\n');
  assert.ok(
    readCodebook(`argmark-codebook: 1\ntags:\n${deep}\n  t40: {}\n`).problems.every(({ code }) => code === 'too-deep'),
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
