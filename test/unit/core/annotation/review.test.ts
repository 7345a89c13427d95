import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdit, inverse } from '../../../../src/core/annotation/edit';
import { type AnnotationSet, indexOf } from '../../../../src/core/annotation/model';
import type { Placement, Placements } from '../../../../src/core/annotation/placement';
import { decisionBetween, reviewInWords, toReview } from '../../../../src/core/annotation/review';
import { premisesNote, touchedBy } from '../../../../src/core/annotation/touched';
import { editFor } from '../../../../src/core/annotation/verbs';
import type { Span } from '../../../../src/core/article/article';
import { selectorOf } from '../../../../src/core/sidecar/selector';
import { analyst } from './analyst';

const text = 'Ports pay. Ships pay too, but far less. Some ships pay nothing.';
const spanOf = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/** Two tagged sentences and an argument between them; what the person has of `text` are the words of an earlier version. */
function drifted() {
  const ana = analyst(undefined, 'Ports pay. Ships pay as well, but less. Nobody else does.');
  const claim = ana.tag('claim', 'Ports pay.');
  const premise = ana.tag('premise', 'Ships pay as well');
  const gone = ana.tag('premise', 'Nobody else does.');
  ana.act({ verb: 'argue', premises: [premise], relation: 'supports', target: claim });
  ana.act({ verb: 'argue', premises: [premise, gone], relation: 'supports', target: claim });
  const placements: Placements = new Map<string, Placement>([
    [claim, { status: 'exact', spans: [spanOf('Ports pay.')], score: 1 }],
    [
      premise,
      {
        status: 'drifted',
        spans: [spanOf('Ships pay too')],
        score: 0.7,
        why: 'A word has changed.',
        runnersUp: [[spanOf('ships pay nothing')]],
      },
    ],
    [gone, { status: 'orphan', spans: [], score: 0 }],
  ]);
  const ask = (gesture: Parameters<typeof editFor>[0], over: Placements = placements) =>
    editFor(gesture, {
      set: ana.set,
      text,
      placements: over,
      codebook: ana.codebook,
      annotator: 'ana',
      now: '2026-11-24T12:00:00Z',
      newId: () => 'x',
      selector: (span) => selectorOf(text, span),
    });
  return { set: ana.set, placements, ask, claim, premise, gone };
}

test('accepting records the words of the place that was found, with their surroundings, and undo brings the old ones back', () => {
  const { set, ask, premise } = drifted();
  const outcome = ask({ verb: 'accept', id: premise, spans: [spanOf('Ships pay too')] });
  assert.ok('edit' in outcome, JSON.stringify(outcome));
  assert.equal(outcome.edit.label, 'Accept New Words');
  const after = applyEdit(set, outcome.edit).set;
  const before = set.annotations.find(({ id }) => id === premise);
  const now = after.annotations.find(({ id }) => id === premise);
  assert.deepEqual(now, { ...before, spans: [selectorOf(text, spanOf('Ships pay too'))] });
  assert.deepEqual([after.arguments, after.annotations.length], [set.arguments, set.annotations.length]);
  assert.deepEqual(applyEdit(after, inverse(outcome.edit)).set, set);
});

test('a runner-up can be accepted instead, and no place that was not offered', () => {
  const { ask, premise } = drifted();
  const other = ask({ verb: 'accept', id: premise, spans: [spanOf('ships pay nothing')] });
  assert.equal('edit' in other && other.edit.label, 'Choose Other Place');
  assert.deepEqual(ask({ verb: 'accept', id: premise, spans: [spanOf('Some ships')] }), {
    refused: 'It may stand elsewhere by now. Look at it again.',
  });
});

test('there is nothing to accept of an orphan, of words that stand as recorded, and of an id that nothing has', () => {
  const { ask, claim, gone } = drifted();
  const refusal = (id: string) => {
    const outcome = ask({ verb: 'accept', id, spans: [spanOf('Ports pay.')] });
    return 'refused' in outcome ? outcome.refused : assert.fail(id);
  };
  assert.match(refusal(gone), /not found in the text any more/);
  assert.match(refusal(claim), /as recorded\. There is nothing to accept/);
  assert.match(refusal('ghost'), /There is no entry “ghost”/);
});

test('a place that another annotation of the same person and tag has already is refused', () => {
  const { ask, premise, gone, placements } = drifted();
  const spans = [spanOf('Ships pay too')];
  const both = new Map([...placements, [gone, { status: 'exact', spans, score: 1 } as const]]);
  assert.match(JSON.stringify(ask({ verb: 'accept', id: premise, spans }, both)), /tagged premise already/);
});

test('what has drifted and what is lost is reviewed in the order of the list', () => {
  const { set, placements, premise, gone } = drifted();
  assert.deepEqual(toReview(set, placements), [premise, gone]);
});

test('a decision is read off what is recorded before and after', () => {
  const { set, placements, premise, gone } = drifted();
  const standing = (of: AnnotationSet, over: Placements, id: string) => ({
    annotation: of.annotations.find((one) => one.id === id),
    placement: over.get(id),
  });
  const before = standing(set, placements, premise);
  const on = (words: string, id = premise) => {
    const spans = [spanOf(words)];
    const annotations = set.annotations.map((one) =>
      one.id === id ? { ...one, spans: spans.map((span) => selectorOf(text, span)) } : one,
    );
    return standing({ ...set, annotations }, new Map([[id, { status: 'exact', spans, score: 1 }]]), id);
  };
  assert.equal(decisionBetween(before, on('Ships pay too')), 'accepted');
  assert.equal(decisionBetween(before, on('ships pay nothing')), 'otherPlace');
  assert.equal(decisionBetween(before, on('but far less')), 'anew');
  assert.equal(decisionBetween(standing(set, placements, gone), on('but far less', gone)), 'anew');
  assert.equal(decisionBetween(before, { annotation: undefined, placement: undefined }), 'deleted');
  // The text was put right again: nobody has decided anything.
  assert.equal(decisionBetween(before, { ...before, placement: { status: 'exact', spans: [], score: 1 } }), undefined);
});

test('the sum of a review names what came of it, and what is left', () => {
  assert.equal(
    reviewInWords(['accepted', 'accepted', 'otherPlace', 'anew', 'kept', 'deleted'], 0),
    'Review done: 2 accepted, 1 put on another place, 1 selected anew, 1 deleted, 1 kept as it is.',
  );
  assert.equal(reviewInWords([], 3), 'Review ended: 3 not decided.');
  assert.equal(reviewInWords([], 0), 'Review done: nothing was changed.');
});

test('changed words are told with the arguments that were made on them', () => {
  const { set, placements, claim, premise, gone } = drifted();
  assert.deepEqual(touchedBy(premise, indexOf(set)), {
    sentence: 'The premise of 2 arguments changed.',
    arguments: [
      '“Ships pay as well” supports “Ports pay.”.',
      '“Ships pay as well” and “Nobody else does.” support “Ports pay.”.',
    ],
  });
  assert.equal(touchedBy(gone, indexOf(set))?.sentence, 'The premise of one argument changed.');
  assert.equal(touchedBy(claim, indexOf(set))?.sentence, 'What 2 arguments support or attack changed.');
  assert.equal(touchedBy('ghost', indexOf(set)), undefined);
  assert.deepEqual(set.arguments.map((argument) => premisesNote(argument, placements)).sort(), [
    '2 premises changed',
    'premise changed',
  ]);
  assert.equal(premisesNote({ id: 'z', premises: [claim] }, placements), '');
});
