import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { annotationsAt, describe, timeText } from '../../../../src/core/annotation/describe';
import { linePartsOf, tallies, tallyLine } from '../../../../src/core/annotation/lines';
import { type AnnotationSet, indexOf } from '../../../../src/core/annotation/model';
import { quoteOf } from '../../../../src/core/annotation/quote';
import { argumentInWords, relationsOf } from '../../../../src/core/annotation/relations';
import { placedIn } from '../anchor/annotate';
import { analyst, article } from './analyst';
import { hostileSet } from './arbitraries';

const text = 'One claim here.\nA first reason, that is,\nand a\nsecond one. But some object.';
const set: AnnotationSet = {
  annotations: [
    {
      id: 'c',
      tag: 'claim',
      spans: [{ quote: 'One claim here.' }],
      attributes: { mood: 'grim', kind: 'policy' },
      wording: 'There is one claim.',
      speaker: 'Mara',
      note: 'Central.',
      by: 'ana',
      at: '2026-11-24T12:00:00Z',
    },
    { id: 'p', tag: 'premise', spans: [{ quote: 'A first reason,' }, { quote: 'and a\nsecond one' }] },
    { id: 'u', tag: 'assumption', spans: [], wording: 'Reasons count.' },
    { id: 'x', tag: 'claim', spans: [{ quote: 'some object' }] },
    { id: 'o', tag: 'claim', spans: [{ quote: 'no such words' }] },
  ],
  arguments: [
    { id: 'a1', premises: ['p', 'u'], supports: 'c', scheme: 'cause-to-effect', note: 'Weak.' },
    { id: 'a2', premises: ['x'], attacks: 'c' },
    { id: 'a3', premises: ['x', 'gone'], attacks: 'a1' },
  ],
  links: [
    { id: 'l1', from: 'c', rephrases: 'o' },
    { id: 'l2', from: 'c', rephrases: '../b.txt#k7m2xq', note: 'Same author.' },
  ],
};
const entries = indexOf(set);
const context = { entries, placements: placedIn(text, set.annotations), codebook: defaultCodebook };
/** One line per relation, as a terminal would have it. */
const relationLines = (id: string): string[] =>
  relationsOf(id, entries).flatMap((group) =>
    group.relations.map(({ sign, words, quote }) => `${sign} ${words} ${quote}`),
  );

test('everything that is recorded is said, and what the codebook lacks is marked', () => {
  const { relations: _, tag, ...rest } = describe('c', context) ?? assert.fail();
  assert.equal(tag.label, 'Claim');
  assert.deepEqual(rest, {
    id: 'c',
    quote: 'One claim here.',
    wording: 'There is one claim.',
    speaker: 'Mara',
    note: 'Central.',
    attributes: [
      { label: 'Kind', value: 'policy' },
      { label: 'Mood', value: 'grim', problem: 'The codebook lacks this attribute.' },
    ],
    by: 'ana',
    atText: '2026-11-24 12:00 UTC',
  });
});

test('relations go by argument: what supports and attacks it, what undercuts that, and what it rephrases', () => {
  assert.deepEqual(relationLines('c'), [
    '+ supported by A first reason, … and a second one',
    '+ and Reasons count.',
    '- undercut by some object',
    '- and gone',
    '- attacked by some object',
    '= rephrases no such words',
    '= rephrases ../b.txt#k7m2xq',
  ]);
  const [first] = describe('c', context)?.relations ?? [];
  assert.equal(first?.id, 'a1');
  assert.equal(first?.scheme, 'cause-to-effect');
  assert.equal(first?.note, 'Weak.');
  assert.equal(first?.relations.at(-1)?.missing, true);
});

test('a premise says what it supports, with which others, and what undercuts that', () => {
  assert.deepEqual(relationLines('p'), [
    '+ supports One claim here.',
    '+ together with Reasons count.',
    '- undercut by some object',
    '- and gone',
  ]);
  assert.deepEqual(relationLines('x'), [
    '- attacks One claim here.',
    '- undercuts A first reason, … and a second one + Reasons count.',
    '- together with gone',
  ]);
  assert.deepEqual(relationLines('o'), ['= rephrased by One claim here.']);
});

test('orphans and unstated premises say so', () => {
  assert.match(describe('o', context)?.status ?? '', /^Orphan: .* not surely so\.$/);
  const unstated = describe('u', context);
  assert.equal(unstated?.quote, 'Reasons count.');
  assert.match(unstated?.status ?? '', /^Unstated: /);
  assert.equal(describe('nobody', context), undefined);
});

test('a tag that the codebook lacks is shown under its name, in grey, and marked', () => {
  const strange: AnnotationSet = { ...set, annotations: [{ id: 'c', tag: 'thesis', spans: [{ quote: 'One' }] }] };
  const { tag } = describe('c', { ...context, entries: indexOf(strange) }) ?? assert.fail();
  assert.deepEqual(tag, {
    name: 'thesis',
    label: 'thesis',
    colour: 'grey',
    line: 'wavy',
    attributes: [],
    unknown: true,
  });
});

test('times are the same for people of every language, and what is none is left as it is', () => {
  assert.equal(timeText('2026-11-24T23:30:00+02:00'), '2026-11-24 21:30 UTC');
  assert.equal(timeText('2026-11-24'), '2026-11-24');
  assert.equal(timeText('last Tuesday'), 'last Tuesday');
  assert.equal(timeText('2026-99-99T00:00:00Z'), '2026-99-99T00:00:00Z');
});

test('all annotations at a place are listed, the smallest first', () => {
  const ana = analyst();
  const outer = ana.tag('claim', 'Ships have doubled in draught, and each metre costs more.');
  const inner = ana.tag('premise', 'doubled');
  const crossing = ana.tag('evidence', 'power 😀. Ships have doubled in');
  const at = (words: string) =>
    annotationsAt(article.indexOf(words), { entries: indexOf(ana.set), placements: ana.placements() }).map(
      ({ id }) => id,
    );
  assert.deepEqual(at('doubled'), [inner, crossing, outer]);
  assert.deepEqual(at('draught'), [outer]);
  assert.deepEqual(at('Critics'), []);
});

test('a line for trees: words, and what it supports or attacks', () => {
  const [, premise, , objection] = set.annotations;
  assert.ok(premise && objection);
  assert.deepEqual(linePartsOf(premise, entries), {
    words: 'A first reason, … and a second one',
    relation: '→ supports One claim here.',
  });
  assert.deepEqual(linePartsOf(objection, entries, 20), {
    words: 'some object',
    relation: '→ attacks One claim…; undercuts an argument',
  });
  assert.deepEqual(linePartsOf({ id: 'n', tag: 'claim', spans: [] }, entries), {
    words: 'n',
    relation: '',
  });
});

test('an argument in words', () => {
  assert.deepEqual(
    set.arguments.map((argument) => argumentInWords(argument, entries)),
    [
      '“A first reason, … and a second one” and “Reasons count.” support “One claim here.”',
      '“some object” attacks “One claim here.”',
      '“some object” and gone undercut the argument about “One claim here.”',
    ],
  );
});

test('counts by tag, in the order of the codebook', () => {
  assert.deepEqual(tallies(set, defaultCodebook), ['3 claims', '1 premise', '1 assumption']);
  assert.equal(tallyLine(set, defaultCodebook), '3 claims, 1 premise, 1 assumption, 3 arguments');
  assert.equal(tallyLine({ annotations: [], arguments: [], links: [] }, defaultCodebook), 'no annotations');
});

test('the words of an annotation are its fragments in one line, or its wording, or its id', () => {
  assert.equal(
    quoteOf({ id: 'a', tag: 'claim', spans: [{ quote: ' a\n b' }, { quote: ' ' }, { quote: 'c' }] }),
    'a b … c',
  );
  assert.equal(quoteOf({ id: 'a', tag: 'claim', spans: [], wording: ' So.\nThere. ' }), 'So. There.');
  assert.equal(quoteOf({ id: 'a', tag: 'claim', spans: [] }), 'a');
});

test('whatever a set holds is described, and every relation has words', () => {
  fc.assert(
    fc.property(hostileSet, (set) => {
      const entries = indexOf(set);
      const placements = placedIn(article, set.annotations);
      const hostile = { entries, placements, codebook: defaultCodebook };
      for (const annotation of set.annotations) {
        const description = describe(annotation.id, hostile);
        assert.ok(description);
        assert.equal(typeof description.quote, 'string');
        assert.ok(!/[\n\r]/.test(description.quote));
        for (const { relations } of description.relations) {
          for (const { sign, words } of relations) assert.ok(sign !== undefined && words !== undefined);
        }
        assert.ok(!/[\n\r]/.test(Object.values(linePartsOf(annotation, entries)).join()));
      }
      for (const argument of set.arguments) assert.equal(typeof argumentInWords(argument, entries), 'string');
      assert.equal(typeof tallyLine(set, defaultCodebook), 'string');
    }),
    { numRuns: 300 },
  );
});
