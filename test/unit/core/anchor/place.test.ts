import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation, Selector } from '../../../../src/core/annotation/model';
import { isSure, type Placement } from '../../../../src/core/annotation/placement';
import type { Span } from '../../../../src/core/article/article';
import { annotate, placedIn, spanOf } from './annotate';

const text =
  'The harbour 😀 has lived on a compromise for thirty years. Ships have doubled in draught since then. ' +
  'Each metre costs more than the one before. Critics say no. The state digs and the city collects. ' +
  'In the end the treasury says no. 港口的代价由谁承担？受益者应当承担。 القناة الأعمق تكلف أكثر. It stays a quarrel.';

const only = (annotations: readonly Annotation[], now: string): Placement => {
  const [placement] = placedIn(now, annotations).values();
  assert.ok(placement);
  return placement;
};
const place = (selector: Selector, now: string): Placement => only([{ id: 'a', tag: 'claim', spans: [selector] }], now);
const wordsAt = (placement: Placement, now: string): string[] =>
  placement.spans.map(({ start, end }) => now.slice(start, end));

/** Found, and surely: nobody is asked to look. */
function assertSilent(placement: Placement, expected: readonly Span[]): void {
  assert.ok(isSure(placement), placement.why);
  assert.deepEqual(placement.spans, expected);
}

test('words that stand at their recorded place are exact, behind characters of two units too', () => {
  const words = ['Ships have doubled', '受益者应当承担', 'القناة الأعمق', '😀'];
  const recorded = annotate(
    text,
    words.map((one) => [spanOf(text, one)]),
  );
  const placements = placedIn(text, recorded);
  for (const [i, placement] of [...placements.values()].entries()) {
    assert.deepEqual(placement, { status: 'exact', score: 1, spans: [spanOf(text, words[i] ?? '')] });
  }
});

test('unstated premises and orphans have no spans', () => {
  const unstated: Annotation = { id: 'u', tag: 'premise', spans: [], wording: 'So.' };
  assert.deepEqual(only([unstated], text), { status: 'unstated', spans: [], score: 1 });
  for (const quote of ['No such words', '']) {
    const { status, spans, score, why } = place({ quote }, text);
    assert.deepEqual({ status, spans, score }, { status: 'orphan', spans: [], score: 0 });
    assert.match(why ?? '', /\.$/);
  }
});

test('words move with what is put in before them', () => {
  const annotations = annotate(text, [[spanOf(text, 'Each metre costs more')]]);
  const now = `𝔘nheard of. ${text}`;
  assertSilent(only(annotations, now), [spanOf(now, 'Each metre costs more')]);
});

test('of two places the context decides, on either side and with an edit in it', () => {
  const annotations = annotate(text, [[spanOf(text, 'says no')], [spanOf(text, 'say no')]]);
  const twice = text.replace('Critics say no', 'Critics says no');
  assert.deepEqual(wordsAt(only(annotations, twice), twice), ['says no']);
  assert.equal(only(annotations, twice).spans[0]?.start, spanOf(twice, 'says no', 1).start);
  const edited = `So. ${twice.replace('In the end the treasury', 'In the end, I fear, the treasury')}`;
  assert.equal(only(annotations, edited).spans[0]?.start, spanOf(edited, 'says no', 1).start);
});

test('twins with the same context are told apart by nothing, and are never surely found', () => {
  const line = 'Who gains should pay, and who pays should gain, whatever the others may say of it. ';
  const twins = line.repeat(4);
  const annotations = annotate(twins, [[spanOf(twins, 'whatever', 1)]]);
  assert.equal(only(annotations, twins).status, 'exact');
  const { status, runnersUp = [] } = only(annotations, `Heading\n\n${twins}`);
  assert.ok(status === 'orphan' || (status === 'drifted' && runnersUp.length > 0), status);
});

test('twins with the same context are told apart by how far the words around them have moved', () => {
  const line = 'Who gains should pay, and who pays should gain, whatever the others may say of it. ';
  const twins = `Beginning. ${line.repeat(3)}A middle of its own. ${line.repeat(3)}The end of it all.`;
  const words = [spanOf(twins, 'whatever', 4), spanOf(twins, 'middle of its own'), spanOf(twins, 'end of it')];
  const now = `Heading\n\n${twins}`;
  const annotations = annotate(
    twins,
    words.map((span) => [span]),
  );
  assertSilent(only(annotations, now), [spanOf(now, 'whatever', 4)]);
  assert.ok(!isSure(only(annotations.slice(0, 2), now)), 'one alone may be a twin itself');
});

test('a twin in full context does not win over an original with an edit beside it', () => {
  const block = 'Ports are paid for by the state. Those who gain should pay. The city collects the fees.\n\n';
  const twins = `${block}And something else in between, of some length.\n\n${block}`;
  const annotations = annotate(twins, [[spanOf(twins, 'Those who gain should pay.')]]);
  const long = 'Nobody has yet said how much that comes to in a year, nor for how many years it can go on like this.';
  for (const shift of ['', 'Heading\n\n']) {
    for (const added of ['in part.', `so far. ${long}`]) {
      const now = shift + twins.replace('by the state. Those', `by the state, ${added} Those`);
      const placement = only(annotations, now);
      const places = [placement.spans, ...(placement.runnersUp ?? [])].map(([span]) => span?.start);
      assert.ok(!isSure(placement));
      assert.ok(places.includes(spanOf(now, 'Those who gain').start), added);
    }
  }
});

test('words whose original is gone are not placed on a twin elsewhere', () => {
  const refrain = 'There is no alternative.';
  const twice = `Some say otherwise, but not for long. ${refrain} The numbers are in. A chapter later he repeats himself: ${refrain} Or so he hopes.`;
  const annotations = annotate(twice, [[spanOf(twice, refrain)]]);
  const now = twice.replace(`${refrain} The numbers`, 'There are a few alternatives. The numbers');
  const placement = only(annotations, now);
  assert.equal(placement.status, 'drifted');
  assert.deepEqual(wordsAt(placement, now), ['There are a few alternatives.'], 'what stands in its place');
  assert.equal(only(annotations, now.replace('There are a few alternatives.', '')).status, 'orphan');
  const alike = now.replace('repeats himself:', 'says otherwise, but not for long.');
  assert.ok(!isSure(only(annotations, alike)), 'some of the context on one side is not enough');
});

test('words that stand once and without a trace of their context are an orphan, unless all around moved alike', () => {
  const annotations = annotate(text, [[spanOf(text, 'say no')]]);
  const elsewhere = 'A different article altogether. Nobody would say no to that, would they, in such a place?';
  assert.equal(only(annotations, elsewhere).status, 'orphan');
  const around = annotate(text, [
    [spanOf(text, 'say no')],
    [spanOf(text, 'Ships have doubled')],
    [spanOf(text, 'It stays a quarrel')],
  ]);
  const rewritten = text
    .replace(/ Each metre .*? Critics /, ' xxxx xxxxx xxxxx xxxx xxxx xxx xxx xxxxxx. xxxxxxx ')
    .replace(/ The state .*? says no/, ' yyy yyyyy yyyy yyy yyy yyyy yyyyyyyy. In the end the treasury says no');
  assert.equal(rewritten.length, text.length);
  assertSilent(only(around, rewritten), [spanOf(rewritten, 'say no')]);
});

test('recorded without context, one place is enough and several are too many', () => {
  assert.equal(place({ quote: 'doubled' }, text).status, 'exact');
  assert.equal(place({ quote: 'the' }, text).status, 'orphan');
  assert.equal(place({ quote: 'the', start: spanOf(text, 'the city').start - 1 }, text).status, 'exact');
});

test('a prefix that would begin before the text does not stand there', () => {
  assert.notEqual(place({ quote: 'aa', prefix: 'aa', start: 1, end: 3 }, 'aaa').status, 'exact');
});

test('offsets that are no offsets are passed over', () => {
  for (const start of [-1, 1.5, Number.NaN, 1e9, Number.MAX_SAFE_INTEGER]) {
    assert.deepEqual(place({ quote: 'Ships have doubled', start, end: 3 }, text).spans, [
      spanOf(text, 'Ships have doubled'),
    ]);
  }
});

test('a found place never cuts a character in two', () => {
  assert.equal(place({ quote: 'caf' }, 'cafe\u0301').status, 'exact');
  assert.equal(place({ quote: 'cafe' }, 'In a cafe\u0301 one sits.').status, 'orphan');
  assert.equal(place({ quote: '👩' }, 'With 👩‍👧 here.').status, 'orphan');
  assert.equal(place({ quote: '\udc69' }, 'With 👩 here.').status, 'orphan');
});

test('of several fragments one may be lost; then a person is asked to look', () => {
  const annotations = annotate(text, [[spanOf(text, 'Ships'), spanOf(text, 'draught since'), spanOf(text, 'Critics')]]);
  const now = `Heading. ${text}`;
  assert.deepEqual(wordsAt(only(annotations, now), now), ['Ships', 'draught since', 'Critics']);
  const placement = only(annotations, now.replace('Critics say', 'Friends deny'));
  assert.equal(placement.status, 'drifted');
  assert.deepEqual(placement.lost, [2]);
  assert.deepEqual(wordsAt(placement, now), ['Ships', 'draught since']);
  assert.match(placement.why ?? '', /3 fragments .*: 3\./);
});

test('an ambiguous fragment is looked for between its neighbours', () => {
  const line =
    'and so on and so forth, and so on and so forth, and then, and so on and so forth, and so on and so forth, ';
  const twins = `${line}first words of their own, ${line}last words of their own, ${line}`;
  const spans = [spanOf(twins, 'first words'), spanOf(twins, 'and then', 1), spanOf(twins, 'last words')];
  const annotations = annotate(twins, [spans]).map((one) => ({
    ...one,
    spans: one.spans.map(({ start: _, end: __, ...selector }) => selector),
  }));
  const now = `Heading, ${twins}`;
  assert.deepEqual(only(annotations, now).spans, [
    spanOf(now, 'first words'),
    spanOf(now, 'and then', 1),
    spanOf(now, 'last words'),
  ]);
});

test('spans come in text order however they were recorded, and never overlap when they were searched', () => {
  const selectors = annotate(text, [[spanOf(text, 'Critics'), spanOf(text, 'Ships')]])[0]?.spans ?? [];
  const annotation: Annotation = { id: 'a', tag: 'claim', spans: [...selectors].reverse() };
  assert.deepEqual(wordsAt(only([annotation], text), text), ['Ships', 'Critics']);
  const overlapping: Annotation = {
    id: 'a',
    tag: 'claim',
    spans: [{ quote: 'Ships have' }, { quote: 'have doubled' }],
  };
  const placement = only([overlapping], text);
  assert.equal(placement.status, 'drifted');
  assert.equal(placement.spans.length, 1);
  assert.equal(placement.lost?.length, 1);
});

test('of two annotations with one id the first is placed', () => {
  const twins = annotate(text, [[spanOf(text, 'Ships')], [spanOf(text, 'Critics')]]).map((one) => ({
    ...one,
    id: 'a',
  }));
  assert.deepEqual([...placedIn(text, twins)], [['a', { status: 'exact', score: 1, spans: [spanOf(text, 'Ships')] }]]);
});

test('placements come in the order of the annotations', () => {
  const annotations = annotate(
    text,
    ['Ships', 'Each metre', 'Critics'].map((words) => [spanOf(text, words)]),
  );
  assert.deepEqual([...placedIn(`x ${text}`, annotations).keys()], ['a0', 'a1', 'a2']);
  assert.deepEqual([...placedIn(text.replace('Each', 'A'), [...annotations].reverse()).keys()], ['a2', 'a1', 'a0']);
});

test('words that stand at hundreds of places are found in their context', () => {
  const many = Array.from({ length: 900 }, (_, i) => `Number ${i} says no to ${i * 7}.`).join(' ');
  const at = many.indexOf('no', many.indexOf('Number 500'));
  const annotations = annotate(many, [[{ start: at, end: at + 2 }]]);
  const now = `Heading. ${many}`;
  assert.deepEqual(only(annotations, now).spans, [], 'as long as nothing tells that its surroundings were not edited');
  const around = annotate(many, [[spanOf(many, 'Number 400 says')], [spanOf(many, 'Number 600 says')]]);
  const more = [...annotations, ...around.map((one) => ({ ...one, id: `${one.id}b` }))];
  assert.deepEqual(only(more, now).spans, [{ start: at + 9, end: at + 11 }]);
});
