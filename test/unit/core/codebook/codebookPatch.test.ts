import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type TagColour, tagColours, tagOf } from '../../../../src/core/annotation/codebook';
import { readCodebook } from '../../../../src/core/annotation/codebookFile';
import { defaultCodebookText } from '../../../../src/core/annotation/defaultCodebookText';
import { hasTag, withTagColour, withTagMoved } from '../../../../src/core/codebook/codebookPatch';

const namesIn = (text: string) => readCodebook(text).codebook.tags.map(({ name }) => name);
const recolour = (text: string, tag: string, colour: TagColour): string => {
  const patched = withTagColour(text, tag, colour) ?? assert.fail(`${tag} is not coloured in ${text}`);
  assert.equal(tagOf(readCodebook(patched).codebook, tag).colour, colour);
  return patched;
};
const move = (text: string, tag: string, place?: string): string =>
  withTagMoved(text, tag, place) ?? assert.fail(`${tag} is not moved in ${text}`);

test('a colour is changed in its own line and keeps its comment', () => {
  const patched = recolour(defaultCodebookText, 'claim', 'red');
  assert.equal(patched, defaultCodebookText.replace('colour: blue  ', 'colour: red  '));
  assert.equal(recolour(patched, 'claim', 'blue'), defaultCodebookText);
});

test('quotes stay, a tag without a colour gets one behind its key, and one that says nothing too', () => {
  const book = (tag: string) => `argmark-codebook: 1\ntags:\n${tag}`;
  const cases = [
    [`  a: { key: x, colour: "red" } # yes\n`, `  a: { key: x, colour: "teal" } # yes\n`],
    [`  a: {colour: 'red'}\n`, `  a: {colour: 'teal'}\n`],
    [`  "a": { "key": "c", colour: red }\n`, `  "a": { "key": "c", colour: teal }\n`],
    [`  a:\n    key: x\n    line: wavy\n`, `  a:\n    key: x\n    colour: teal\n    line: wavy\n`],
    [`  a:\n  b: {}\n`, `  a:\n    colour: teal\n  b: {}\n`],
    [`  a: {}\n`, `  a: { colour: teal }\n`],
    [`  a:\r\n    colour: red\r\n`, `  a:\r\n    colour: teal\r\n`],
  ] as const;
  for (const [before, after] of cases) assert.equal(recolour(book(before), 'a', 'teal'), book(after));
});

test('a codebook in JSON stays JSON', () => {
  const book = (tag: string) => `{ "argmark-codebook": 1, "tags": { "a": ${tag}, "b": { "key": "b" } } }\n`;
  for (const tag of ['{ "key": "c" }', '{"key":"c","colour":"red"}', '{ "colour": "red" }', '{}', 'null']) {
    const patched = recolour(book(tag), 'a', 'teal');
    assert.equal(JSON.parse(patched).tags.a.colour, 'teal', patched);
  }
});

test('tags in one map with comments among them are not moved', () => {
  const book = (first: string, last: string) =>
    `tags: {\n  ${first}\n  a: { label: "a # no comment" },\n  b: {}${last}\n}\n`;
  assert.deepEqual(namesIn(move(book('', ''), 'b', 'a')), ['b', 'a']);
  assert.equal(withTagMoved(book('', ' # about b'), 'b', 'a'), undefined);
  assert.equal(withTagMoved(book('# about a', ''), 'b', 'a'), undefined);
  assert.equal(withTagMoved('tags: { a: {}, # about a\n  b: {} }\n', 'b', 'a'), undefined);
});

test('a tag is there or not, as far as the text can be read', () => {
  assert.equal(hasTag('tags: { a: {} }\n', 'a'), true);
  assert.equal(hasTag('tags: { a: {} }\n', 'b'), false);
  assert.equal(hasTag('tags: [a]\n', 'a'), false);
  assert.equal(hasTag('tags: [', 'a'), undefined);
});

test('what cannot be changed without losing something is left alone', () => {
  assert.equal(withTagColour('tags: { a: {} }\n', 'b', 'red'), undefined);
  assert.equal(withTagColour('tags: { a: "words" }\n', 'a', 'red'), undefined);
  assert.equal(withTagColour('tags: [', 'a', 'red'), undefined);
  assert.equal(withTagColour('tags:\n  a: &a { colour: blue }\n  b: *a\n', 'a', 'red'), undefined);
  assert.equal(withTagMoved('tags:\n  a: &a { colour: blue }\n  b: *a\n', 'b', 'a'), undefined);
  assert.equal(withTagMoved('tags: { a: {} }\n', 'b', 'a'), undefined);
  assert.equal(withTagMoved('tags: [a]\n', 'a', undefined), undefined);
});

test('a tag moves with its comments, and blank lines stay where they are', () => {
  const text = `argmark-codebook: 1
tags:
  # about the first
  a:
    colour: red
    # more of it

  b: { colour: blue } # the second

  # a heading of its own

  c: {}
article: {}
`;
  assert.equal(
    move(text, 'c', 'a'),
    `argmark-codebook: 1
tags:
  c: {}

  # about the first
  a:
    colour: red
    # more of it

  # a heading of its own

  b: { colour: blue } # the second
article: {}
`,
  );
  assert.equal(move(move(text, 'c', 'a'), 'c', undefined), text);
  assert.deepEqual(namesIn(move(text, 'a', 'b')), ['b', 'a', 'c']);
});

test('tags in one line, and a last line without a line break', () => {
  assert.equal(move('tags: { a: {key: x}, b: [], c: {} }', 'c', 'a'), 'tags: { c: {}, a: {key: x}, b: [] }');
  assert.equal(move('tags:\n  a: {}\n  b: {}', 'b', 'a'), 'tags:\n  b: {}\n  a: {}');
  assert.equal(move('tags:\r\n  a: {}\r\n\r\n  b: {}', 'a', 'b'), 'tags:\r\n  b: {}\r\n\r\n  a: {}');
});

test('whatever is moved and coloured, every tag says the same, and only the order and that colour have changed', () => {
  const names = namesIn(defaultCodebookText);
  const step = fc.record({
    tag: fc.constantFrom(...names),
    place: fc.option(fc.constantFrom(...names), { nil: undefined }),
    colour: fc.constantFrom(...tagColours),
  });
  const sorted = (text: string) => text.split('\n').sort();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
      let text = defaultCodebookText;
      for (const { tag, place, colour } of steps) {
        const moved = move(text, tag, place);
        assert.deepEqual(sorted(moved), sorted(text));
        const order = namesIn(moved);
        assert.equal(order[place === undefined ? names.length - 1 : namesIn(text).indexOf(place)], tag);
        text = recolour(moved, tag, colour);
        assert.equal(text.split('\n').length, defaultCodebookText.split('\n').length);
      }
      assert.deepEqual(readCodebook(text).problems, []);
    }),
    { numRuns: 15 },
  );
});
