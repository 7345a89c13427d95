/* What a codebook's tags and attributes come to: what is left out is filled in, and what clashes costs only itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tagOf } from '../../../../src/core/annotation/codebook';
import { readCodebook } from '../../../../src/core/annotation/codebookFile';

const problemsOf = (text: string): string[] =>
  readCodebook(text).problems.map(({ code, line, column }) => `${line}:${column} ${code}`);

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
