import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Codebook } from '../../../../src/core/annotation/codebook';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import type { Attributes } from '../../../../src/core/annotation/model';
import { folded } from '../../../../src/core/annotation/words';
import { annotationFilter, fieldsOf } from '../../../../src/host/views/annotationFilter';
import { filterTerms, finished, termText } from '../../../../src/host/views/filterTerms';
import { assertLinear } from '../../growth';
import { type Made, sourceOf } from './sources';

const codebook: Codebook = {
  ...defaultCodebook,
  tags: defaultCodebook.tags.map((tag) => ({
    ...tag,
    attributes: [
      { name: 'kind', type: 'choice', values: ['causal', 'normative'] },
      { name: 'topics', type: 'choices', values: ['trade', 'sea level'] },
      { name: 'sure', type: 'boolean' },
      { name: 'Time frame', type: 'text' },
      { name: 'status', type: 'text' },
    ],
  })),
};
const made: readonly Made[] = [
  {
    id: 'a',
    words: 'Ports gain from trade',
    by: 'Ana Lima',
    attributes: { kind: 'causal', sure: true, topics: ['trade', 'sea level'] },
  },
  { id: 'b', tag: 'major-claim', words: 'Depth pays', by: 'ben', attributes: { kind: 'causal-ish', status: 'draft' } },
  { id: 'c', tag: 'my tag', words: 'Ships say "hello"', attributes: { 'Time frame': '2030', mine: 'x' } },
  { id: 'd', words: 'Gone', by: 'ana', status: 'orphan' },
  { id: 'e', words: 'Tacit', status: 'unstated' },
];
const source = { ...sourceOf(made), codebook };
const found = (typed: string) => {
  const { filter } = annotationFilter(typed, source);
  return source.set.annotations.flatMap((one) => (filter?.(one) ? [one.id] : [])).join('');
};
const problem = (typed: string) => annotationFilter(typed, source).problem;

test('words must all be there, in whatever order and case, and words in quotes stand together', () => {
  assert.equal(found('TRADE ports'), 'a');
  assert.equal(found('"gain from"'), 'a');
  assert.equal(found('"from gain"'), '');
  assert.equal(found('"hello"'), 'c');
  assert.equal(found('say "hel'), 'c');
  assert.equal(annotationFilter('  ', source).filter, undefined);
});

test('a value is met whole where there is just that, and else by the beginning of a word', () => {
  assert.equal(found('tag:claim'), 'ade');
  assert.equal(found('tag:maj'), 'b');
  assert.equal(found('by:ana'), 'd');
  assert.equal(found('by:an'), 'ad');
  assert.equal(found('by:lim'), 'a');
  assert.equal(found('kind:causal'), 'a');
  assert.equal(found('kind:caus'), 'ab');
});

test('a value in quotes is met whole, spaces and all, and empty quotes ask for those that have none', () => {
  assert.equal(found('tag:"claim"'), 'ade');
  assert.equal(found('tag:"maj"'), '');
  assert.equal(found('tag:"my tag" ships'), 'c');
  assert.equal(found('tag:"my tag" ports'), '');
  assert.equal(found('by:"ana lima"'), 'a');
  assert.equal(found('tag:"my'), 'c');
  assert.equal(found('by:""'), 'ce');
});

test('labels count as names do, and so do all kinds of attributes', () => {
  assert.equal(found('tag:"Major claim"'), 'b');
  assert.equal(found('status:orphan'), 'd');
  assert.equal(found('status:unstated'), 'e');
  assert.equal(found('status:placed'), 'abc');
  assert.equal(found('topics:"sea level"'), 'a');
  assert.equal(found('topics:trade topics:sea'), 'a');
  assert.equal(found('sure:yes'), 'a');
  assert.equal(found('time-frame:2030'), 'c');
  assert.equal(found('mine:x'), 'c');
});

test('a field that is also an attribute asks for either', () => {
  assert.equal(found('status:draft'), 'b');
});

test('several conditions must all be met', () => {
  assert.equal(found('by:ana tag:claim status:orphan'), 'd');
  assert.equal(found('by:ana kind:causal'), '');
});

test('an unknown field is said and looked for as words; a condition that is still being typed leaves nothing out', () => {
  assert.match(
    problem('kin:causal') ?? '',
    /^“kin” is not a field.*tag, by, status, kind, topics, sure, time-frame\.$/,
  );
  assert.equal(found('kin:causal'), '');
  assert.equal(annotationFilter('tag:', source).filter, undefined);
  assert.equal(problem('tag: kind:causal'), undefined);
  assert.match(problem('by:zoe') ?? '', /^No annotation has by:zoe\. There are: Ana Lima, ben, ana\.$/);
  assert.equal(problem('10:30'), undefined);
});

test('what is kept of a filter are its finished conditions', () => {
  assert.equal(finished('ports tag: by:ana '), 'ports  by:ana');
  assert.equal(finished('tag:'), '');
  assert.equal(finished('by:"" "open'), 'by:"" "open');
});

const anyValue = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.stringMatching(/^[a" \\:]{0,6}$/),
  fc.constantFrom('claim', '', 'sea level', '\\"', 'a\\'),
);

test('whatever the value: written as a term it is read as the same, among other terms too', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(undefined, 'tag', 'by', 'Größe'), anyValue)), (list) => {
      const typed = list.map(([field, value]) => termText(field, value)).join(' ');
      assert.deepEqual(
        filterTerms(typed).map(({ field, value }) => [field, value]),
        list.map(([field, value]) => [field, value]),
      );
    }),
  );
});

test('whatever is typed: terms stand in order inside of it, none is empty text, and all that is no white space is in one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[ab:" \\]*$/)), (typed) => {
      let at = 0;
      for (const { start, end } of filterTerms(typed)) {
        assert.ok(start >= at && end > start && end <= typed.length);
        assert.equal(typed.slice(at, start).trim(), '');
        at = end;
      }
      assert.equal(typed.slice(at).trim(), '');
    }),
  );
});

const anyAttributes: fc.Arbitrary<Attributes> = fc.dictionary(
  fc.constantFrom('kind', 'topics'),
  fc.oneof(fc.string({ minLength: 1 }), fc.boolean(), fc.integer(), fc.array(fc.constantFrom('trade', 'sea level'))),
);

test('whatever the values: a value as a term finds every annotation that has it, and with several terms those that have all', () => {
  const anyMade = fc.record({
    tag: fc.constantFrom('claim', 'claims', 'major-claim', 'my tag'),
    by: fc.constantFrom('ana', 'ana lima', 'Ben "B"', 'c\\'),
    attributes: anyAttributes,
  });
  fc.assert(
    fc.property(fc.array(anyMade, { minLength: 1, maxLength: 6 }), (list) => {
      const any = { ...sourceOf(list.map((one, i) => ({ ...one, id: `n${i}` }))), codebook };
      const { annotations } = any.set;
      for (const { tag, by = '' } of annotations) {
        const { filter } = annotationFilter(`${termText('tag', tag)} ${termText('by', by)}`, any);
        assert.deepEqual(
          annotations.filter((one) => filter?.(one)),
          annotations.filter((one) => one.tag === tag && folded(one.by ?? '') === folded(by)),
        );
      }
    }),
  );
});

test('the fields are the built-in ones and the attributes of the codebook', () => {
  assert.deepEqual(fieldsOf({ codebook }), ['tag', 'by', 'status', 'kind', 'topics', 'sure', 'time-frame']);
});

test('a filter takes time that grows with the number of annotations, not its square', () => {
  assertLinear(2000, (count) => {
    const many = sourceOf(
      Array.from({ length: count }, (_, i) => ({ id: `n${i}`, words: `words of number ${i}`, by: `person ${i}` })),
    );
    return () => {
      const { filter } = annotationFilter('number by:person tag:claim', many);
      return many.set.annotations.filter((one) => filter?.(one));
    };
  });
});
