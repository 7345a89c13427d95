import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attribute, Codebook, Tag } from '../../../../src/core/annotation/codebook';
import type { Annotation, Attributes } from '../../../../src/core/annotation/model';
import { attributesFor, attributesOfArticle, commonValue } from '../../../../src/host/commands/askedAttributes';

const kind: Attribute = { name: 'kind', type: 'choice', values: ['a', 'b'] };
const level: Attribute = { name: 'level', type: 'number' };
const tag = (name: string, ...attributes: Attribute[]): Tag => ({
  ...{ name, label: name, colour: 'blue', line: 'solid', attributes },
});
const codebook: Codebook = { tags: [tag('claim', kind, level), tag('premise'), tag('fact', level)], article: [kind] };
const annotation = (tag: string, attributes?: Attributes): Annotation => ({
  ...{ id: tag, tag, spans: [], ...(attributes && { attributes }) },
});

const askedOf = (...annotations: Annotation[]) =>
  attributesFor(annotations, codebook).map(({ attribute, values }) => [attribute.name, attribute.type, ...values]);

test('of several annotations the attributes are asked for that any tag has, for as many as have them', () => {
  assert.deepEqual(askedOf(annotation('premise'), annotation('fact'), annotation('claim', { kind: 'a', level: 2 })), [
    ['level', 'number', undefined, 2],
    ['kind', 'choice', 'a'],
  ]);
  assert.deepEqual(askedOf(annotation('premise'), annotation('gone')), []);
});

test('what one carries though its tag has none such can be taken away, and is what the codebook says where another tag has it', () => {
  assert.deepEqual(askedOf(annotation('premise', { kind: 'b', mood: 'x' })), [
    ['kind', 'choice', 'b'],
    ['mood', 'choice', 'x'],
  ]);
  const [first] = attributesFor([annotation('premise', { kind: 'b' }), annotation('claim')], codebook);
  assert.deepEqual(first, { attribute: kind, values: ['b', undefined] });
  assert.deepEqual(
    attributesOfArticle(codebook, { tone: 'dry' }).map(({ attribute, values }) => [attribute.name, values]),
    [
      ['kind', [undefined]],
      ['tone', ['dry']],
    ],
  );
});

test('a value is offered as the present one only where it is the same everywhere', () => {
  const of = (...values: Attributes['x'][]) => commonValue({ attribute: kind, values });
  assert.deepEqual(of('a', 'a'), { value: 'a', mixed: false });
  assert.deepEqual(of(['a', 'b'], ['a', 'b']), { value: ['a', 'b'], mixed: false });
  assert.deepEqual(of('a', 'b'), { value: undefined, mixed: true });
  assert.deepEqual(commonValue({ attribute: kind, values: ['a', undefined] }), { value: undefined, mixed: true });
  assert.deepEqual(commonValue({ attribute: kind, values: [undefined, undefined] }), {
    value: undefined,
    mixed: false,
  });
});
