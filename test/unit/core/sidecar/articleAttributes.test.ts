import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Edit, inverse } from '../../../../src/core/annotation/edit';
import type { Attributes } from '../../../../src/core/annotation/model';
import { applyToSidecar } from '../../../../src/core/sidecar/patch';
import { articlePosition } from '../../../../src/core/sidecar/positions';
import { newSidecar, readSidecar, sidecarText } from '../../../../src/core/sidecar/read';
import type { Sidecar } from '../../../../src/core/sidecar/sidecar';
import { mergeSidecars } from './mergeTexts';

const edit = (before: Attributes, after: Attributes): Edit => ({
  label: 'Set',
  changes: [{ kind: 'article', id: 'stance', before, after }],
});
const from = (sidecar: Sidecar, after: Attributes): Edit => edit(sidecar.set.attributes ?? {}, after);

/** The text after the attributes were set; checks that it says so, and that undo and redo bring back each byte. */
function set(text: string, after: Attributes): string {
  const sidecar = text === '' ? newSidecar({ title: 'Ports' }) : readSidecar(text);
  const applied = applyToSidecar(sidecar, from(sidecar, after));
  assert.equal(applied.refusal, undefined);
  const now = sidecarText(applied.sidecar);
  const expected = Object.keys(after).length === 0 ? undefined : after;
  assert.deepEqual(applied.sidecar.set.attributes, expected);
  assert.deepEqual(readSidecar(now).set.attributes, expected);
  const undone = applyToSidecar(applied.sidecar, inverse(applied.edit));
  assert.equal(sidecarText(undone.sidecar), text);
  assert.deepEqual(undone.sidecar.set.attributes, sidecar.set.attributes);
  assert.equal(sidecarText(applyToSidecar(undone.sidecar, inverse(undone.edit)).sidecar), now);
  return now;
}

const entries = `
annotations:
  - id: k7m2xq
    tag: claim
    spans:
      - quote: "Ports"
`;

test('a new file begins with them, behind the facts about the article', () => {
  assert.equal(
    set('', { stance: 'for' }),
    'argmark: 1\narticle:\n  title: "Ports"\n  attributes:\n    stance: "for"\n',
  );
});

test('they are put below what is known of the article, and nothing else changes', () => {
  const text = `argmark: 1\narticle:   # as printed\n  title: 'Ports'\n  mood: grim\n${entries}`;
  assert.equal(
    set(text, { stance: 'for', topics: ['trade', 'ports'], year: 2009 }),
    text.replace(
      '  mood: grim\n',
      '  mood: grim\n  attributes:\n    stance: "for"\n    topics:\n      - "trade"\n      - "ports"\n    year: 2009\n',
    ),
  );
});

test('a file without a word on the article gets one behind its format', () => {
  assert.equal(
    set(`argmark: 1 # yes\n${entries}`, { stance: 'for' }),
    `argmark: 1 # yes\narticle:\n  attributes:\n    stance: "for"\n${entries}`,
  );
  assert.equal(set('argmark: 1', { stance: 'for' }), 'argmark: 1\narticle:\n  attributes:\n    stance: "for"\n');
  set(`argmark: 1\narticle:\n${entries}`, { stance: 'for' });
  set(`argmark: 1\narticle: {}\n${entries}`, { stance: 'for' });
});

test('one is changed or taken away in its own line; comments and strange values stay', () => {
  const text = `argmark: 1\narticle:\n  attributes:\n    # of the board\n    stance: for   # so far\n    odd: { a: 1 }\n    year: 2009\n${entries}`;
  assert.equal(set(text, { stance: 'against', year: 2009 }), text.replace('for  ', '"against"  '));
  assert.equal(set(text, { stance: 'for' }), text.replace('    year: 2009\n', ''));
  assert.deepEqual(parse(set(text, {})).article, { attributes: { odd: { a: 1 } } });
  assert.deepEqual(
    readSidecar(text).problems.map(({ line }) => line),
    [6],
  );
});

test('with the last one their key goes too', () => {
  const text = `argmark: 1\narticle:\n  title: "Ports"\n  attributes:\n    stance: "for"\n${entries}`;
  assert.equal(set(text, {}), text.replace('  attributes:\n    stance: "for"\n', ''));
  set(`argmark: 1\narticle:\n  attributes:\n    stance: "for"\n${entries}`, {});
});

test('files in other shapes', () => {
  set('{"argmark": 1, "article": {"title": "Ports"}, "annotations": []}', { stance: 'for' });
  set('{"argmark": 1}', { stance: 'for' });
  set('argmark: 1\r\narticle: { title: Ports }\r\nannotations: []\r\n', { stance: 'for' });
  set(`\ufeffargmark: 1\narticle: {title: Ports, attributes: {stance: against}}\n${entries}`, { stance: 'for' });
  set('x: &x { stance: against }\nargmark: 1\narticle: { attributes: *x }\nannotations: []\n', { stance: 'for' });
});

test('what is no map is left alone, and said', () => {
  for (const article of ['article: Ports', 'article:\n  attributes: [stance]']) {
    const sidecar = readSidecar(`argmark: 1\n${article}\n${entries}`);
    const applied = applyToSidecar(sidecar, edit({}, { stance: 'for' }));
    assert.equal(applied.refusal?.code, 'cannot-patch');
    assert.equal(applied.sidecar, sidecar);
  }
});

test('what another program set meanwhile is not taken back', () => {
  const sidecar = readSidecar(`argmark: 1\n${entries}`);
  const { edit: made } = applyToSidecar(sidecar, edit({}, { stance: 'for' }));
  const theirs = readSidecar(`argmark: 1\narticle:\n  attributes:\n    stance: "neutral"\n    year: 2009\n${entries}`);
  const undone = applyToSidecar(theirs, inverse(made));
  assert.deepEqual(undone.skipped, ['stance']);
  assert.deepEqual(undone.sidecar.set.attributes, { stance: 'neutral', year: 2009 });
});

test('the head of a new file stays when an entry has come in behind it', () => {
  const first = applyToSidecar(newSidecar({}), edit({}, { stance: 'for' }));
  const annotation = { id: 'k7m2xq', tag: 'claim', spans: [{ quote: 'Ports' }] };
  const { sidecar } = applyToSidecar(first.sidecar, {
    label: 'Tag',
    changes: [{ kind: 'annotation', id: annotation.id, after: annotation }],
  });
  const undone = applyToSidecar(sidecar, inverse(first.edit)).sidecar;
  assert.deepEqual(readSidecar(sidecarText(undone)).set, { annotations: [annotation], arguments: [], links: [] });
});

test('two people setting two of them merge without a question', () => {
  const base = `argmark: 1\n${entries}`;
  const ours = set(base, { stance: 'for' });
  const theirs = set(base, { year: 2009 });
  const { text, clashes } = mergeSidecars(base, ours, theirs);
  assert.deepEqual(clashes, []);
  assert.deepEqual(readSidecar(text).set.attributes, { stance: 'for', year: 2009 });
  const clash = mergeSidecars(base, ours, set(base, { stance: 'against' })).clashes;
  assert.deepEqual(
    clash.map(({ kind, field }) => `${kind} ${field}`),
    ['file article.attributes.stance'],
  );
});

test('whatever is set after whatever else, the file says it and undo brings back each byte', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
  const attributes = fc.dictionary(fc.oneof(fc.constantFrom('stance', 'year'), fc.string({ minLength: 1 })), value, {
    maxKeys: 4,
  });
  const starts = ['', `argmark: 1\n${entries}`, `argmark: 1\narticle:\n  title: "Ports"\n${entries}`];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(attributes, { minLength: 1, maxLength: 4 }), (start, list) => {
      let sidecar = start === '' ? newSidecar({}) : readSidecar(start);
      const steps: { readonly text: string; readonly edit: Edit }[] = [];
      for (const next of list) {
        const text = sidecarText(sidecar);
        const applied = applyToSidecar(sidecar, from(sidecar, next));
        assert.equal(applied.refusal, undefined);
        assert.deepEqual({ ...readSidecar(sidecarText(applied.sidecar)).set.attributes }, { ...next });
        steps.push({ text, edit: applied.edit });
        sidecar = applied.sidecar;
      }
      for (const { text, edit } of steps.reverse()) {
        if (edit.changes.length > 0) sidecar = applyToSidecar(sidecar, inverse(edit)).sidecar;
        assert.equal(sidecarText(sidecar), text);
      }
    }),
    { numRuns: 60 },
  );
});

test('each has its place in the file', () => {
  const text = `# mine\nargmark: 1\narticle:\n  attributes:\n    stance: "for"\n${entries}`;
  const at = (source: string, ...path: string[]) => {
    const { line, column } = articlePosition(readSidecar(source), ['attributes', ...path]);
    return `${line}:${column}`;
  };
  assert.equal(at(text, 'stance'), '5:13');
  assert.equal(at(text.replaceAll('\n', '\r\n'), 'stance'), '5:13');
  assert.equal(at('{"argmark": 1, "article": {"attributes": {"stance": "for"}}}', 'stance'), '1:53');
  assert.equal(at(`argmark: 1\n${entries}`, 'stance'), '1:1');
});
