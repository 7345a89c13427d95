import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnotationSet } from '../../../../src/core/annotation/model';
import { onOtherWords, wordsThen } from '../../../../src/core/annotation/wordsThen';
import { analyst } from './analyst';

const claim = 'Those who gain should pay.';
const premise = 'ninety million';

/** The words of an annotation are others from now on, in the text too, as an edit of the article makes them with its save. */
function reword(ana: ReturnType<typeof analyst>, id: string, words: string): void {
  const quote = ana.set.annotations.find((one) => one.id === id)?.spans[0]?.quote ?? '';
  ana.text = ana.text.replace(quote, words);
  const annotations = ana.set.annotations.map((one) => (one.id === id ? { ...one, spans: [{ quote: words }] } : one));
  ana.set = { ...ana.set, annotations };
}

function argued() {
  const ana = analyst();
  const [on, from] = [ana.tag('claim', claim), ana.tag('premise', premise)];
  ana.act({ verb: 'argue', premises: [from], relation: 'supports', target: on });
  const argument = ana.set.arguments[0]?.id ?? '';
  return { ana, on, from, argument };
}

/** Newest first; counts how many were asked for. */
function versions(...sets: readonly AnnotationSet[]) {
  const asked = { count: 0 };
  async function* each() {
    for (const set of sets) {
      asked.count++;
      yield set;
    }
  }
  return { asked, each: each() };
}

const found = async (ana: ReturnType<typeof analyst>, ...sets: readonly AnnotationSet[]) =>
  onOtherWords(ana.set, ana.text, await wordsThen(ana.set, versions(...sets).each)).map(
    ({ id, was, arguments: on }) => ({ id, was, on: on.map((one) => one.id) }),
  );

test('words are told that were others when an argument was made, whoever has recorded the new ones', async () => {
  const { ana, on, from, argument } = argued();
  const first = ana.set;
  reword(ana, from, 'eighty million');
  const second = ana.set;
  reword(ana, from, 'seventy million');
  assert.deepEqual(await found(ana, second, first), [{ id: from, was: premise, on: [argument] }]);
  reword(ana, on, 'Those who gain should pay more.');
  assert.deepEqual(await found(ana, ana.set, second, first), [
    { id: on, was: claim, on: [argument] },
    { id: from, was: premise, on: [argument] },
  ]);
});

test('the words of before an argument was made, and those of one that was changed since, are no matter', async () => {
  const { ana, on, from, argument } = argued();
  const first = ana.set;
  reword(ana, from, 'eighty million');
  const second = ana.set;
  ana.act({ verb: 'argue', premises: [from], relation: 'attacks', target: on });
  const other = ana.set.arguments.find(({ id }) => id !== argument)?.id;
  const third = ana.set;
  assert.deepEqual(await found(ana, third, second, first), [{ id: from, was: premise, on: [argument] }]);
  reword(ana, from, 'seventy million');
  assert.deepEqual(await found(ana, third, second, first), [
    { id: from, was: premise, on: [argument] },
    { id: from, was: 'eighty million', on: [other] },
  ]);
  ana.act({ verb: 'write', ids: [argument], field: 'note', value: 'Holds with these words too.' });
  assert.deepEqual(await found(ana, third, second, first), [{ id: from, was: 'eighty million', on: [other] }]);
});

test('typography is no other words, and words that still stand in the text were left by choice', async () => {
  const { ana, from } = argued();
  const first = ana.set;
  reword(ana, from, 'Ninety  million');
  ana.text = ana.text.replace('Ninety  million', 'ninety\nmillion');
  reword(ana, from, 'ninety\nmillion');
  assert.deepEqual(await found(ana, first), []);
  ana.act({ verb: 'respan', id: from, spans: [ana.spanOf('the bill passed')] });
  assert.deepEqual(await found(ana, first), []);
  ana.text = ana.text.replace('ninety\nmillion', 'it');
  assert.deepEqual(await found(ana, first), [{ id: from, was: premise, on: [ana.set.arguments[0]?.id] }]);
});

test('no more versions are asked for than are needed, and none without arguments', async () => {
  const { ana, argument } = argued();
  const made = ana.set;
  const before = { ...made, arguments: [] };
  const some = versions(made, before, before, before);
  assert.deepEqual([...(await wordsThen(made, some.each)).keys()], [argument]);
  assert.equal(some.asked.count, 2);
  const none = versions(made);
  assert.equal((await wordsThen(before, none.each)).size, 0);
  assert.equal(none.asked.count, 0);
});

test('an unstated premise and an entry that is gone say nothing', async () => {
  const { ana, on, argument } = argued();
  ana.act({ verb: 'addUnstated', wording: 'Gains oblige.', tag: 'premise', argument });
  const first = ana.set;
  const unstated = first.annotations.find(({ spans }) => spans.length === 0)?.id ?? '';
  ana.act({ verb: 'write', ids: [unstated], field: 'wording', value: 'Gains bind.' });
  assert.deepEqual(await found(ana, first), []);
  ana.act({ verb: 'remove', ids: [on] });
  assert.deepEqual(await found(ana, first), []);
});
