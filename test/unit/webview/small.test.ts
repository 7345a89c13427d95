import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tagOf } from '../../../src/core/annotation/codebook';
import { defaultCodebook } from '../../../src/core/annotation/defaultCodebook';
import { openableHref } from '../../../src/core/article/links';
import { highlightRules } from '../../../src/webview/reader/marks/highlightRules';
import { draftOf, draftsFrom, stillUnsaid, unsaid, withDraft } from '../../../src/webview/reader/model/drafts';
import { carried } from '../../../src/webview/reader/text/carry';
import { viewStateOf } from '../../../src/webview/reader/viewState';

test('a place outside of a change of the text stays on its character', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), fc.nat(50), (head, old, fresh, tail, at) => {
      const before = head + old + tail;
      const after = head + fresh + tail;
      const offset = Math.min(at, before.length);
      const moved = carried(offset, before, after);
      assert.ok(moved >= 0 && moved <= after.length);
      if (offset <= head.length) assert.equal(after.slice(0, moved), before.slice(0, offset));
      else if (offset >= head.length + old.length && fresh !== old)
        assert.equal(after.slice(moved).length <= tail.length, true);
    }),
  );
  assert.equal(carried(9, 'one two three', 'one and two three'), 13);
});

test('only harmless links are links', () => {
  for (const href of ['https://example.org/a?b#c', 'http://example.org', 'mailto:a@example.org'])
    assert.equal(openableHref(href), href);
  for (const href of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'command:x',
    'file:///etc/passwd',
    'vscode://x',
    '//example.org',
    'page.html',
    '',
    undefined,
  ]) {
    assert.equal(openableHref(href), undefined, String(href));
  }
});

test('each tag has rules with its colour and line, lower with each lane, and there are some for tags that the codebook lacks', () => {
  const rules = (name: string | undefined, lane: number) =>
    highlightRules(name === undefined ? undefined : tagOf(defaultCodebook, name), lane).join('\n');
  assert.match(
    rules('claim', 0),
    /::highlight\(argmark-tag-claim\) \{ background-color: color-mix\(in srgb, var\(--tag-blue\)[^}]*underline solid/,
  );
  assert.match(rules('evidence', 2), /::highlight\(argmark-on-evidence_2\)[^}]*dashed/);
  assert.match(rules(undefined, 0), /::highlight\(argmark-tag-_unknown\)[^}]*wavy/);
  const offsets = [0, 1, 2, 3].map((lane) => Number(/underline-offset: ([\d.]+)em/.exec(rules('claim', lane))?.[1]));
  assert.deepEqual(
    offsets,
    [...new Set(offsets)].sort((a, b) => a - b),
  );
});

test('what was remembered in another shape counts as never remembered', () => {
  for (const strange of [undefined, null, 7, 'x']) assert.equal(viewStateOf(strange), undefined);
  assert.deepEqual(
    viewStateOf({
      top: 'x',
      folds: [1, 'y'],
      drafts: [{ id: 1 }, { id: 'a', field: 'note', value: 'x', more: 1 }],
      focus: Number.NaN,
      last: 7,
      armed: 'claim',
      search: { words: null, matchCase: 'yes', wholeWord: true },
    }),
    {
      top: 0,
      below: 0,
      folds: [1],
      details: false,
      anchor: 0,
      focus: 0,
      drafts: [{ id: 'a', field: 'note', value: 'x' }],
      chosen: undefined,
      last: undefined,
      armed: 'claim',
      lastTag: undefined,
      search: { words: '', matchCase: false, wholeWord: true },
    },
  );
});

test('drafts of several fields stand side by side, one for each', () => {
  let drafts = withDraft([], 'a', 'note', 'one');
  drafts = withDraft(drafts, 'b', 'note', 'two');
  drafts = withDraft(drafts, 'a', 'note', 'three');
  assert.equal(draftOf(drafts, 'a', 'note'), 'three');
  assert.equal(draftOf(drafts, 'b', 'note'), 'two');
  assert.deepEqual(withDraft(drafts, 'a', 'note', undefined), [{ id: 'b', field: 'note', value: 'two' }]);
  assert.deepEqual(draftsFrom('nonsense'), []);
});

test('words that the host has not answered yet are remembered as drafts, until they are found saved', () => {
  const typed = withDraft([], 'a', 'note', 'typed since');
  const write = (id: string, field: 'note' | 'wording', value: string) =>
    ({ number: 1, gesture: { verb: 'write', ids: [id], field, value } }) as const;
  const pending = [
    write('a', 'note', 'sent before'),
    write('a', 'wording', 'sent'),
    write('b', 'note', 'first'),
    write('b', 'note', 'second'),
  ];
  const placed = { tag: 'claim', status: 'exact' as const, spans: [], score: 1 };
  const before = new Map([
    ['a', { id: 'a', ...placed, note: 'old' }],
    ['b', { id: 'b', ...placed, note: 'one' }],
  ]);
  const confirmed = { annotations: before, arguments: new Map(), links: new Map(), attributes: {} };
  const sent = [...pending, { number: 2, gesture: { verb: 'remove', ids: ['c'] } } as const];
  const kept = draftsFrom(JSON.parse(JSON.stringify(unsaid(typed, { pending: sent, confirmed }))));
  assert.equal(draftOf(kept, 'a', 'note'), 'typed since');
  assert.equal(draftOf(kept, 'a', 'wording'), 'sent');
  assert.equal(draftOf(kept, 'b', 'note'), 'second');
  const left = (...now: readonly { readonly id: string; readonly note?: string; readonly wording?: string }[]) =>
    stillUnsaid(kept, new Map(now.map((one) => [one.id, { ...placed, ...one }]))).map(({ value }) => value);
  assert.deepEqual(left({ id: 'a', note: 'old', wording: 'sent' }, { id: 'b', note: 'one' }), [
    'typed since',
    'second',
  ]);
  assert.deepEqual(left({ id: 'a', note: 'old' }, { id: 'b', note: 'first' }), ['typed since', 'sent', 'second']);
  assert.deepEqual(left({ id: 'a' }, { id: 'b', note: 'second' }), ['typed since', 'sent']);
  // What was sent is no newer than what others have said meanwhile; what was only typed has to be seen by the one who typed it.
  assert.deepEqual(left({ id: 'a', note: 'theirs', wording: 'theirs' }, { id: 'b', note: 'theirs' }), ['typed since']);
  assert.deepEqual(left(), ['typed since', 'sent', 'second'], 'of an annotation that is not there yet');
});
