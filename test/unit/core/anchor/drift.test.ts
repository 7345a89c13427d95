import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSure } from '../../../../src/core/annotation/placement';
import { count, emptyTally, type TrialOptions, trial } from '../../../bench/anchorTrial';
import { type Kind, kinds } from '../../../bench/drift';
import { tongues } from '../../../bench/driftText';
import { assertLinear } from '../../growth';
import { placedIn } from './annotate';

function tallyOf(options: Omit<TrialOptions, 'length' | 'annotations'>) {
  const tally = emptyTally();
  const { annotations, now, truths } = trial({ length: 9000, annotations: 60, ...options });
  const placements = placedIn(now, annotations);
  for (const [i, { id }] of annotations.entries()) {
    const [placement, truth] = [placements.get(id), truths[i]];
    if (placement && truth) count(tally, truth, placement.status, placement.spans[0]);
  }
  return tally;
}

/** Of those alive so many are right, give or take. */
const leastRight: Readonly<Record<Kind, number>> = {
  typos: 0.99,
  'sentences in and out': 0.88,
  'paragraphs moved': 0.95,
  'typography, reflow': 0.99,
  'sentences rewritten': 0.9,
  'sentences deleted': 0.85,
  'sentences doubled': 0.85,
  'copies deleted': 0.85,
  'meaning changed': 0.99,
  'article replaced': 0,
  'all together': 0.8,
};

for (const kind of kinds) {
  test(`after this drift words are found, and none is surely on wrong words: ${kind}`, () => {
    for (const tongue of tongues) {
      const tally = tallyOf({ tongue, kind, seed: 5 });
      assert.equal(tally.wrongSilent, 0, tongue);
      assert.equal(tally.goneSilent, 0, tongue);
      assert.ok(tally.right >= leastRight[kind] * tally.alive, `${tongue}: ${tally.right} of ${tally.alive}`);
      if (kind === 'article replaced') assert.equal(tally.goneSaid, 0, tongue);
    }
  });
}

test('without context, or with nothing but the words, what is long is found, and what is surely found is right', () => {
  for (const recorded of ['context', 'offsets', 'words'] as const) {
    const tally = tallyOf({ tongue: 'english', kind: 'paragraphs moved', seed: 3, recorded });
    assert.equal(tally.wrongSilent, 0, recorded);
    assert.ok(tally.right > 0.9 * tally.alive, recorded);
  }
});

test('a number changed or a “not” put in is never surely the same', () => {
  const said = 'The council said on Monday that it will raise the levy by 12 percent in 2014, and not before.';
  const before = `The markets were calm. ${said} Nobody in the room had asked for that, and few had wished it.`;
  const [annotation] = [
    {
      id: 'a',
      tag: 'claim',
      spans: [{ quote: said, prefix: 'The markets were calm. ', start: 23, end: 23 + said.length }],
    },
  ];
  for (const [old, other] of [
    ['2014', '2015'],
    ['will raise', 'will not raise'],
    ['12', '21'],
    ['council', 'Council'],
  ] as const) {
    const placement = placedIn(before.replace(old, other), [annotation]).get('a');
    assert.equal(placement?.status, 'drifted', other);
    assert.ok(placement.why);
  }
  const twin = `${before.replace('2014', '2015')}\n\nA reader wrote: ${said} That was a mistake.`;
  assert.ok(!isSure(placedIn(twin, [annotation]).get('a')), 'the old words stand elsewhere only');
});

test('placing is the same each time, and takes time as text and annotations are many', () => {
  const made = trial({ tongue: 'english', kind: 'all together', length: 9000, annotations: 40, seed: 2 });
  assert.deepEqual([...placedIn(made.now, made.annotations)], [...placedIn(made.now, made.annotations)]);
  assertLinear(30_000, (size) => {
    const { now, annotations } = trial({
      tongue: 'english',
      kind: 'typos',
      length: size,
      annotations: size / 200,
      seed: 1,
    });
    return () => placedIn(now, annotations);
  });
});

test('quotes of 200 KB, and ten thousand of the same, hold nothing up', () => {
  const { before, now } = trial({ tongue: 'english', kind: 'typos', length: 220_000, annotations: 0, seed: 4 });
  const long = { id: 'a', tag: 'claim', spans: [{ quote: before.slice(50, 200_000), start: 50, end: 200_000 }] };
  const found = placedIn(now, [long]).get('a');
  assert.equal(found?.status, 'drifted');
  assert.ok(Math.abs((found.spans[0]?.end ?? 0) - (found.spans[0]?.start ?? 0) - 200_000) < 8000);
  assertLinear(1500, (size) => {
    const same = Array.from({ length: size }, (_, i) => ({
      id: `a${i}`,
      tag: 'claim',
      spans: [{ quote: 'the', start: i * 7 }],
    }));
    const text = 'of the '.repeat(size);
    return () => placedIn(text, same);
  });
});
