import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultCodebook } from '../../../../src/core/annotation/defaultCodebook';
import { applyEdit } from '../../../../src/core/annotation/edit';
import { editBetween } from '../../../../src/core/annotation/editBetween';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import { parseArticle } from '../../../../src/core/article/parse';
import type { AnnotatedArticle } from '../../../../src/host/articles';
import { noticesOf } from '../../../../src/host/editor/notices';
import { placementsAfter, placementsOf } from '../../../../src/host/editor/placements';
import { changesBetween, inParts, type View, wholeState } from '../../../../src/host/editor/readerState';
import { readToReader } from '../../../../src/messages';
import { modelOf, withChanges } from '../../../../src/webview/reader/model/store';

const article = parseArticle('One claim stands here.\n\nAnother 🚢 claim stands there.\n');
const annotation = (id: string, quote: string, note?: string) => ({
  id,
  tag: 'claim',
  spans: [{ quote, start: [...article.text.slice(0, article.text.indexOf(quote))].length }],
  ...(note !== undefined && { note }),
});
const setOf = (...annotations: ReturnType<typeof annotation>[]): AnnotationSet => ({
  annotations,
  arguments: [],
  links: [],
});

function view(set: AnnotationSet, revision: number, rest: Partial<AnnotatedArticle> = {}): View {
  const annotated = {
    article,
    sidecar: { set, article: {}, problems: [], readOnly: false },
    placements: placementsOf(set, article),
    codebook: defaultCodebook,
    codebookProblems: [],
    revision,
    dirty: true,
    ...rest,
  } as unknown as AnnotatedArticle;
  return { annotated, name: 'a.txt', notices: [], readOnly: false };
}

const settings = {
  readingFont: 'serif',
  lineWidth: 70,
  zoom: 100,
  keys: {},
  annotator: 'ana',
  announce: true,
} as const;
const one = annotation('one', 'One claim stands here.');
const two = annotation('two', 'Another 🚢 claim stands there.');

test('the whole state passes the door that it is sent through', () => {
  const state = wholeState(view(setOf(one, two), 3), settings);
  assert.deepEqual(readToReader(structuredClone(state)), structuredClone(state));
  assert.deepEqual(
    state.annotations.map(({ spans }) => article.text.slice(spans[0]?.start, spans[0]?.end)),
    [one.spans[0]?.quote, two.spans[0]?.quote],
  );
});

test('a state in parts is, put together, the whole one', () => {
  const many = Array.from({ length: 1200 }, (_, i) => annotation(`n${i}`, i % 3 === 0 ? 'One claim' : 'there.'));
  const link = { id: 'l', from: 'n1', rephrases: 'n2' };
  const all = view({ ...setOf(...many), links: [link] }, 3);
  const state = wholeState(all, settings);
  const [first, restOf] = inParts(all, settings);
  const rest = restOf?.();
  assert.ok(rest);
  assert.ok(first.annotations.length > 0 && first.annotations.length <= 500);
  assert.deepEqual(readToReader(structuredClone(rest)), structuredClone(rest));
  assert.equal(rest.rest, true);
  const model = withChanges(modelOf(first), rest);
  assert.equal(model?.annotations.size, 1200);
  assert.deepEqual(
    new Set(model?.annotations.values()),
    new Set(modelOf(state).annotations.values()),
    'the same entries',
  );
  assert.deepEqual([...(model?.links ?? [])], [...modelOf(state).links]);
  assert.deepEqual(inParts(view(setOf(one, two), 3), settings).length, 1, 'few are sent at once');
});

test('only what differs is sent', () => {
  const before = view(setOf(one), 1);
  const after = view(setOf(one, two), 2, {
    placements: new Map([...before.annotated.placements, ...placementsOf(setOf(two), article)]),
  });
  const changes = changesBetween(before, after);
  assert.deepEqual(
    changes.annotations.map(({ id }) => id),
    ['two'],
  );
  assert.deepEqual([changes.from, changes.revision], [1, 2]);
  assert.deepEqual(changesBetween(after, before).removedAnnotations, ['two']);
  assert.deepEqual(readToReader(structuredClone(changes)), structuredClone(changes));
});

test('links are sent, whole and changed', () => {
  const link = { id: 'l', from: 'one', rephrases: 'two' };
  const before = view(setOf(one, two), 1);
  const after = view({ ...before.annotated.sidecar.set, links: [link] }, 2, {
    placements: before.annotated.placements,
  });
  assert.deepEqual(wholeState(after, settings).links, [link]);
  const changes = changesBetween(before, after);
  assert.deepEqual([changes.links, changes.annotations], [[link], []]);
  assert.deepEqual(changesBetween(after, before).removedLinks, ['l']);
  assert.deepEqual(readToReader(structuredClone(changes)), structuredClone(changes));
});

test('another text or codebook is sent with what moved, and nothing else', () => {
  const before = view(setOf(one, two), 1);
  const longer = parseArticle(article.text.replace('stands here', 'still stands here'));
  const set = setOf(annotation('one', 'One claim'), two);
  const placements = placementsOf(set, longer);
  const changes = changesBetween(view(set, 1), view(set, 2, { article: longer, placements }));
  assert.equal(changes.article, longer);
  assert.equal(changes.codebook, undefined);
  assert.deepEqual(readToReader(structuredClone(changes)), structuredClone(changes));
  const model = withChanges(modelOf(wholeState(view(set, 1), settings)), changes);
  const whole = modelOf(wholeState(view(set, 2, { article: longer, placements }), settings));
  assert.ok(model);
  assert.deepEqual(new Map(model.annotations), whole.annotations);
  const { annotations, confirmed } = whole;
  assert.deepEqual({ ...model, annotations, confirmed }, whole);

  const codebook = { ...defaultCodebook, tags: defaultCodebook.tags.slice(1) };
  const { placements: same } = before.annotated;
  const recoded = changesBetween(before, view(setOf(one, two), 2, { codebook, placements: same }));
  assert.deepEqual([recoded.codebook, recoded.article, recoded.annotations], [codebook, undefined, []]);
});

test('of a sidecar that was read again only what it says otherwise is sent', () => {
  const argued = { id: 'x', premises: ['one'], supports: 'two' };
  const set = { ...setOf(one, two), arguments: [argued] };
  const before = view(set, 1);
  const again = { ...structuredClone(set), annotations: [one, { ...structuredClone(two), note: 'New.' }] };
  const placements = placementsAfter(again, article, set, before.annotated.placements);
  const changes = changesBetween(before, view(again, 2, { placements }));
  assert.deepEqual(
    [changes.annotations.map(({ id, note }) => [id, note]), changes.arguments, changes.removedArguments],
    [[['two', 'New.']], [], []],
  );
});

test('placements of entries that did not change stay the same objects', () => {
  const before = placementsOf(setOf(one), article);
  const after = placementsAfter(setOf(one, two), article, setOf(one), before);
  assert.equal(after.get('one'), before.get('one'));
  assert.equal(after.get('two')?.status, 'exact');
  const shifted = placementsOf(setOf(one), parseArticle(article.text), before);
  assert.equal(shifted.get('one'), before.get('one'));
});

test('the edit between two sets leads from one to the other, and says nothing of what is alike', () => {
  const noted = annotation('one', 'One claim stands here.', 'new');
  const three = annotation('three', 'claim');
  const pairs: [AnnotationSet, AnnotationSet][] = [
    [setOf(), setOf(one, two)],
    [setOf(one, two), setOf()],
    [setOf(one, two), setOf(noted, three, two)],
    [setOf(two), setOf(one, three, two)],
  ];
  for (const [before, after] of pairs) {
    const edit = editBetween(before, after, 'Restore');
    assert.deepEqual(applyEdit(before, edit), { set: after, skipped: [] });
  }
  assert.deepEqual(editBetween(setOf(one), setOf(structuredClone(one)), 'Restore').changes, []);
});

test('notices name file and line, and count what they do not show', () => {
  const problem = (line: number) => ({
    code: 'x',
    severity: 'error' as const,
    message: `Problem ${line}.`,
    line,
    column: 1,
  });
  const nothing = {
    articleName: 'a.txt',
    sidecarName: 'a.txt.annotations.yaml',
    articleMissing: false,
    unwritable: false,
  };
  const base = { ...nothing, blocked: [], problems: [], clashing: false, restoring: undefined };
  assert.deepEqual(noticesOf(base), []);
  const many = noticesOf({ ...base, problems: [1, 2, 3, 4, 5].map(problem) });
  assert.equal(many[0]?.message, 'a.txt.annotations.yaml, line 1: Problem 1.');
  assert.equal(many.at(-1)?.message, 'a.txt.annotations.yaml: 2 more problems.');
  const blocked = noticesOf({ ...base, blocked: [problem(41)], problems: [problem(1)] });
  const message = 'a.txt.annotations.yaml, line 41: Problem 41.';
  assert.deepEqual(blocked, [{ severity: 'error', message, at: { line: 41, column: 1 } }]);
});
