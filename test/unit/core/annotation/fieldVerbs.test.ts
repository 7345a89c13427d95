import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Codebook } from '../../../../src/core/annotation/codebook';
import type { Annotation, AnnotationSet } from '../../../../src/core/annotation/model';
import { analyst } from './analyst';

const set: AnnotationSet = {
  annotations: [
    { id: 'c', tag: 'claim', spans: [{ quote: 'Ports' }], attributes: { kind: 'policy' } },
    { id: 'p', tag: 'premise', spans: [{ quote: 'Ships' }] },
    { id: 'u', tag: 'premise', spans: [], wording: 'Because.' },
  ],
  arguments: [{ id: 'a', premises: ['p', 'u'], supports: 'c' }],
  links: [{ id: 'l', from: 'c', rephrases: 'p' }],
};

test('fields are written, changed and taken away, and an empty value takes away', () => {
  const ana = analyst(set);
  assert.equal(ana.act({ verb: 'write', ids: ['c'], field: 'note', value: ' One.\r\nTwo. ' }).edit.label, 'Add Note');
  assert.equal(ana.set.annotations[0]?.note, 'One.\nTwo.');
  assert.equal(ana.act({ verb: 'write', ids: ['c'], field: 'note', value: 'Three.' }).edit.label, 'Change Note');
  assert.match(ana.refusal({ verb: 'write', ids: ['c'], field: 'note', value: 'Three. ' }), /the same already/);
  assert.equal(ana.act({ verb: 'write', ids: ['c'], field: 'note', value: '' }).edit.label, 'Delete Note');
  assert.equal('note' in (ana.set.annotations[0] ?? {}), false);
  assert.match(ana.refusal({ verb: 'write', ids: ['c'], field: 'note', value: ' ' }), /empty already/);
});

test('several entries are one edit, and only those that change are in it', () => {
  const ana = analyst(set);
  ana.act({ verb: 'write', ids: ['c'], field: 'speaker', value: 'Mara' });
  const { edit, ids } = ana.act({ verb: 'write', ids: ['c', 'p', 'u'], field: 'speaker', value: 'Mara' });
  assert.equal(edit.label, 'Add 2 Speakers');
  assert.deepEqual(ids, ['p', 'u']);
});

test('each field belongs to its kinds of entry', () => {
  const ana = analyst(set);
  assert.ok(ana.act({ verb: 'write', ids: ['a'], field: 'scheme', value: 'cause-to-effect' }));
  assert.ok(ana.act({ verb: 'write', ids: ['a', 'l'], field: 'note', value: 'Here.' }));
  assert.match(
    ana.refusal({ verb: 'write', ids: ['c'], field: 'scheme', value: 'x' }),
    /Only an argument has a scheme/,
  );
  assert.match(
    ana.refusal({ verb: 'write', ids: ['a'], field: 'wording', value: 'x' }),
    /Only an annotation has a paraphrase/,
  );
  assert.match(ana.refusal({ verb: 'write', ids: ['gone'], field: 'note', value: 'x' }), /any more/);
});

test('an unstated premise never loses its wording', () => {
  const ana = analyst(set);
  assert.match(ana.refusal({ verb: 'write', ids: ['u'], field: 'wording', value: '' }), /nothing but its wording/);
  assert.equal(
    ana.act({ verb: 'write', ids: ['u'], field: 'wording', value: 'Therefore.' }).edit.label,
    'Change Paraphrase',
  );
});

const codebook: Codebook = {
  tags: [
    {
      name: 'claim',
      label: 'Claim',
      colour: 'blue',
      line: 'solid',
      attributes: [
        { name: 'kind', type: 'choice', values: ['factual', 'policy'] },
        { name: 'themes', type: 'choices', values: ['trade', 'defence', 'climate'] },
        { name: 'strength', type: 'number' },
        { name: 'hedged', type: 'boolean' },
        { name: 'date', label: 'Due date', type: 'date' },
        { name: 'gloss', type: 'text' },
      ],
    },
    { name: 'premise', label: 'Premise', colour: 'green', line: 'dotted', attributes: [] },
  ],
  article: [],
};

test('attributes are held to their type', () => {
  const fits = { kind: 'factual', strength: 0.5, hedged: false, date: '2024-02-29', gloss: 'so' } as const;
  const wrong = { kind: 'other', themes: ['war'], strength: '3', hedged: 'yes', date: '2023-02-29', gloss: 4 } as const;
  const ana = analyst(set, undefined, codebook);
  for (const [name, value] of Object.entries(fits)) {
    ana.act({ verb: 'setAttribute', ids: ['c'], name, value });
    assert.deepEqual(ana.set.annotations[0]?.attributes?.[name], value);
  }
  for (const [name, value] of Object.entries(wrong)) {
    assert.match(
      ana.refusal({ verb: 'setAttribute', ids: ['c'], name, value: value as string }),
      /must be (one of|a|true)/,
      name,
    );
  }
});

test('several choices are kept in the order of the codebook, none of them takes the attribute away', () => {
  const ana = analyst(set, undefined, codebook);
  ana.act({ verb: 'setAttribute', ids: ['c'], name: 'themes', value: ['climate', 'trade', 'climate'] });
  assert.deepEqual(ana.set.annotations[0]?.attributes?.themes, ['trade', 'climate']);
  assert.equal(ana.act({ verb: 'setAttribute', ids: ['c'], name: 'themes', value: [] }).edit.label, 'Clear Themes');
  assert.deepEqual(ana.set.annotations[0]?.attributes, { kind: 'policy' });
});

test('of several choices those stay that the codebook lacks by now, and no others that it lacks come in', () => {
  const carried = { ...set.annotations[0], attributes: { themes: ['fleets', 'trade'] } } as Annotation;
  const ana = analyst({ ...set, annotations: [carried, ...set.annotations.slice(1)] }, undefined, codebook);
  const act = (...value: string[]) => ana.act({ verb: 'setAttribute', ids: ['c'], name: 'themes', value });
  act('defence', 'fleets', 'trade');
  assert.deepEqual(ana.set.annotations[0]?.attributes?.themes, ['trade', 'defence', 'fleets']);
  act('trade');
  assert.match(
    ana.refusal({ verb: 'setAttribute', ids: ['c'], name: 'themes', value: ['trade', 'fleets'] }),
    /some of these: trade, defence, climate\.$/,
  );
});

test('an attribute is set where the tag has it, and taken away anywhere', () => {
  const ana = analyst(
    { ...set, annotations: set.annotations.map((one) => ({ ...one, attributes: { old: 'x' } })) },
    undefined,
    codebook,
  );
  assert.deepEqual(ana.act({ verb: 'setAttribute', ids: ['c', 'p'], name: 'kind', value: 'policy' }).ids, ['c']);
  assert.match(ana.refusal({ verb: 'setAttribute', ids: ['p'], name: 'kind', value: 'policy' }), /no attribute “kind”/);
  assert.match(ana.refusal({ verb: 'setAttribute', ids: ['c'], name: 'kind', value: 'policy' }), /the same already/);
  assert.deepEqual(ana.act({ verb: 'setAttribute', ids: ['c', 'p', 'u'], name: 'old' }).ids, ['c', 'p', 'u']);
  assert.equal('attributes' in (ana.set.annotations[1] ?? {}), false, 'no empty attributes are left');
  assert.match(ana.refusal({ verb: 'setAttribute', ids: ['c'], name: 'old' }), /not set/);
  assert.match(ana.refusal({ verb: 'setAttribute', ids: ['a'], name: 'kind', value: 'policy' }), /That is an argument/);
});

test('a hostile attribute name stays a plain key', () => {
  const attributes = JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>;
  const ana = analyst(
    { ...set, annotations: [{ id: 'c', tag: 'claim', spans: [{ quote: 'Ports' }], attributes }] },
    undefined,
    codebook,
  );
  ana.act({ verb: 'setAttribute', ids: ['c'], name: 'constructor' });
  assert.deepEqual(Object.keys(ana.set.annotations[0]?.attributes ?? {}), ['__proto__']);
  assert.match(ana.refusal({ verb: 'setAttribute', ids: ['c'], name: 'toString' }), /not set/);
});

const withBounds: Codebook = {
  tags: [
    {
      ...{ name: 'claim', label: 'Claim', colour: 'blue', line: 'solid' },
      attributes: [
        { name: 'level', type: 'number', minimum: 1, maximum: 5, default: 3 },
        { name: 'since', type: 'date', minimum: '2001-01-01' },
      ],
    },
    { name: 'premise', label: 'Premise', colour: 'green', line: 'dotted', attributes: [] },
  ],
  article: [{ name: 'stance', type: 'choice', values: ['for', 'against'] }],
};

test('values stay within bounds, which belong to them', () => {
  const ana = analyst(set, undefined, withBounds);
  const value = (name: string, value: number | string) => ({ verb: 'setAttribute', ids: ['c'], name, value }) as const;
  assert.equal(ana.refusal(value('level', 6)), '“Level” must be at least 1 and at most 5.');
  assert.equal(ana.refusal(value('since', '2000-12-31')), '“Since” must not be before 2001-01-01.');
  ana.act(value('level', 5));
  ana.act(value('since', '2001-01-01'));
  assert.deepEqual(ana.set.annotations[0]?.attributes, { kind: 'policy', level: 5, since: '2001-01-01' });
});

test('what a new annotation has from the start are the defaults of its tag; a retagged one is given what it lacks', () => {
  const ana = analyst(set, undefined, withBounds);
  const attributesOf = (id: string) => ana.set.annotations.find((one) => one.id === id)?.attributes;
  const { ids } = ana.act({ verb: 'tag', tag: 'claim', spans: [{ start: 0, end: 5 }] });
  assert.deepEqual(attributesOf(ids[0] ?? ''), { level: 3 });
  ana.act({ verb: 'retag', ids: ['p'], tag: 'claim' });
  assert.deepEqual(attributesOf('p'), { level: 3 });
  ana.act({ verb: 'setAttribute', ids: ['p'], name: 'level', value: 1 });
  ana.act({ verb: 'retag', ids: ['p'], tag: 'premise' });
  ana.act({ verb: 'retag', ids: ['p'], tag: 'claim' });
  assert.deepEqual(attributesOf('p'), { level: 1 });
  const unstated = ana.act({ verb: 'addUnstated', tag: 'claim', wording: 'So.' }).ids[0] ?? '';
  assert.deepEqual(attributesOf(unstated), { level: 3 });
});
