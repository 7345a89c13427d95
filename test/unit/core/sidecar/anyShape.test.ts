/*
 * Files of any shape: sidecars changed sign by sign and value by value, and YAML of all styles put together at random. Whatever the reader of lines takes
 * on of them it reads as `yaml` does, value by value and problem by problem; the rest is left to `yaml`. `RUNS` makes the search longer.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import { shapes, variantsOf } from './fixtures';
import { assertAgree } from './twoReaders';

const runs = { numRuns: Number(process.env.RUNS ?? 2000), includeErrorInReport: true };
const byLines = shapes.filter(({ text }) => assertAgree(text)).map(({ text }) => text);

/** What means something to YAML, looks like it, or is hard to count. */
const signs = [
  ...' \t\n\r"\'\\:#-|>&*!%@`{}[],?~.=<+_/0123456789abefnoxyzETNULY',
  ...[
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u2029',
    '\ud83d',
    '\ude00',
    '🚢',
    'e\u0301',
  ],
  ...['\r\n', '\n\n', '  ', ': ', ' #', '- ', '---\n', '\n---\n', '\n...\n', '\\u0041', '\\x41', '\\"', '""', "''"],
];
const values = [
  ...[
    '',
    '~',
    'null',
    'Null',
    'yes',
    'True',
    'FALSE',
    'on',
    '0',
    '-0',
    '+1',
    '00',
    '07',
    '0o7',
    '0x1F',
    '1_000',
    '1e3',
    '1.0',
    '.5',
  ],
  ...[
    '.inf',
    '-.INF',
    '.nan',
    '99999999999999999999',
    '9007199254740993',
    '1:30',
    '2026-11-24',
    '2026-11-24T12:00:00Z',
  ],
  ...[
    '"x"',
    '"a" b',
    '"open',
    '"\\u00e9\\n"',
    '"\\q"',
    '"\\ud83d"',
    "'it''s'",
    "'open",
    '"tab\\there"',
    '"a\tb"',
    '"x" # y',
    '"x"#y',
  ],
  ...[
    'x #y',
    'x#y',
    'x: y',
    'x:y',
    ': x',
    '- x',
    '-x',
    '? x',
    '?x',
    '@x',
    '`x',
    '%x',
    '!x',
    '!!str 1',
    '!!int "1"',
    '! x',
    '&a x',
    '*a',
    '&a',
  ],
  ...[
    '|',
    '|-',
    '>+',
    '|2-',
    '|- # c',
    '[]',
    '[x, "y"]',
    '[x',
    ']',
    '{}',
    '{a: b}',
    '{a',
    ', x',
    '<<',
    '=',
    '...',
    '---',
    'x ',
    ' x',
    '\tx',
  ],
  ...[
    'true\u00a0',
    '5\u3000',
    'x\u2003# y',
    'word words',
    'no-t',
    'Ärger',
    '日本語',
    '__proto__',
    'constructor',
    '<<<<<<< HEAD',
    '=======',
  ],
];

test('only a space is a space: others are letters to YAML, at a line of their own and behind a value', () => {
  const canonical = shapes.find(({ name }) => name === 'canonical.yaml')?.text ?? '';
  const entry = 'argmark: 1\nannotations:\n  - id: a\n    tag: b\n    spans: []\n    wording: "w"\n    attributes:\n';
  for (const space of ['\u00a0', '\u1680', '\u2003', '\u202f', '\u205f', '\u3000']) {
    for (const text of [
      `${space}\n${canonical}`,
      `${canonical}\n${space}`,
      canonical.replace('\n\n', `\n${space}\n`),
    ]) {
      assertAgree(text);
      assert.equal(readSidecar(text).readOnly, true, JSON.stringify(space));
    }
    for (const value of ['true', '5', '[]']) assertAgree(`${entry}      kind: ${value}${space}\n`);
    assertAgree(`argmark: 1\n${space}# said\n`);
  }
});

test('sidecars with signs changed anywhere', () => {
  const change = fc.record({
    at: fc.nat(),
    by: fc.constantFrom('in', 'in', 'over', 'out', 'value', 'key', 'indent', 'twice', 'move'),
    which: fc.nat(),
  });
  let taken = 0;
  fc.assert(
    fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(3), (base, changes, variant) => {
      let text = byLines[base % byLines.length] ?? '';
      for (const one of changes) text = changed(text, one);
      text = variantsOf(text)[variant] ?? text;
      if (assertAgree(text)) taken++;
    }),
    runs,
  );
  assert.ok(taken > runs.numRuns / 10, `only ${taken} were read by lines`);
});

interface Change {
  readonly at: number;
  readonly by: 'in' | 'over' | 'out' | 'value' | 'key' | 'indent' | 'twice' | 'move';
  readonly which: number;
}

function changed(text: string, { at, by, which }: Change): string {
  const place = at % (text.length + 1);
  const sign = signs[which % signs.length] ?? '';
  if (by === 'in') return text.slice(0, place) + sign + text.slice(place);
  if (by === 'over') return text.slice(0, place) + sign + text.slice(place + 1);
  if (by === 'out') return text.slice(0, place) + text.slice(place + 1 + (which % 3));
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  const value = values[which % values.length] ?? '';
  if (by === 'value') lines[index] = line.replace(/(: ?|- ?)[^:]*$/, (_, head: string) => head + value);
  else if (by === 'key') lines[index] = line.replace(/[\w]+(?=:)/, () => value);
  else if (by === 'indent') lines[index] = ' '.repeat(which % 7) + line.trimStart();
  else if (by === 'twice') lines.splice(which % lines.length, 0, line);
  else lines.splice(which % lines.length, 0, ...lines.splice(index, 1));
  return lines.join('\n');
}

const keys = [
  'argmark',
  'article',
  'annotations',
  'arguments',
  'links',
  'id',
  'tag',
  'spans',
  'quote',
  'start',
  'note',
  'by',
  'premises',
  'supports',
  'x',
];
const scalar = fc.constantFrom(...values, '1', 'a', 'claim', 'k7m2xq');
const inFlow: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie('node')), { maxLength: 3 })
      .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
  ),
})).node;
const line = fc
  .record({
    indent: fc.constantFrom('', '', '  ', '    ', '      ', '        ', ' ', '   ', '\t'),
    dash: fc.constantFrom('', '', '', '- ', '-   ', '? ', '- - ', '-'),
    key: fc.constantFrom(
      '',
      ...keys.map((key) => `${key}: `),
      ...keys.map((key) => `"${key}": `),
      ...keys.map((key) => `${key}:`),
    ),
    value: fc.oneof(scalar, fc.constant(''), inFlow),
    tail: fc.constantFrom('', '', '', ' # said', ' ', '\t', '#', '\r'),
  })
  .map(({ indent, dash, key, value, tail }) => indent + dash + key + value + tail);
const head = fc.constantFrom(
  'argmark: 1',
  'argmark: 1 # one',
  '%YAML 1.1\n---\nargmark: 1',
  '---\nargmark: 1',
  '\ufeffargmark: 1',
  '',
  'argmark: "1"',
);

test('YAML of all styles, put together at random', () => {
  fc.assert(
    fc.property(
      head,
      fc.array(line, { maxLength: 14 }),
      fc.constantFrom('\n', '\n', '\r\n', '\r'),
      (first, lines, end) => {
        const text = [first, ...lines, ''].join('\n').replaceAll('\n', end);
        assertAgree(text);
        assert.equal(sidecarText(readSidecar(text)), text);
      },
    ),
    runs,
  );
});
