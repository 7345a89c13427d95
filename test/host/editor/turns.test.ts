/* Gestures take turns, and none waits for a question that a person has not answered yet. */
import assert from 'node:assert/strict';
import { Annotator } from '../../../src/host/editor/annotator';
import { test } from '../harness';
import { pages } from './page';
import { first, quotes, third, until } from './support';

test('gestures are done in the order in which they were made', async (t) => {
  const {
    pages: [page],
    document,
    span,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  page.say({
    type: 'gesture',
    number: 1,
    revision: document.annotated.revision,
    gesture: { verb: 'tag', tag: 'claim', spans: [span(first)], id: 'abc234' },
  });
  page.say({
    type: 'gesture',
    number: 2,
    revision: document.annotated.revision,
    gesture: { verb: 'tag', tag: 'premise', spans: [span(third)], id: 'def567' },
  });
  page.say({
    type: 'gesture',
    number: 3,
    revision: document.annotated.revision,
    gesture: { verb: 'argue', premises: ['def567'], relation: 'supports', target: 'abc234' },
  });
  page.say({
    type: 'gesture',
    number: 4,
    revision: document.annotated.revision,
    gesture: { verb: 'remove', ids: ['def567'] },
  });
  await until('all are answered', () => page.last('changes')?.gesture === 4);
  assert.deepEqual(quotes(document.sidecar), [first]);
  assert.deepEqual(document.sidecar.set.arguments, [], 'an argument goes with its last premise');
  assert.deepEqual(page.removals, [['def567']], 'and it is said before');
});

test('what a person does while a removal is asked about does not wait for the answer', async (t) => {
  const {
    pages: [page],
    document,
    span,
  } = await pages(t, 1);
  page.say({ type: 'ready' });
  let answer = (_: boolean) => {};
  page.allowsRemoval = new Promise((resolve) => {
    answer = resolve;
  });
  const { revision } = document.annotated;
  const gesture = { verb: 'tag', tag: 'claim', spans: [span(first)], id: 'abc234' } as const;
  page.say({ type: 'gesture', number: 1, revision, gesture });
  page.say({ type: 'gesture', number: 2, revision, gesture: { verb: 'remove', ids: ['abc234'] } });
  page.say({ type: 'gesture', number: 3, revision, gesture: { ...gesture, spans: [span(third)], id: 'def567' } });
  await until('the next is done', () => page.last('changes')?.gesture === 3);
  assert.equal(document.annotated.dirty, true);
  assert.equal(quotes(document.sidecar).length, 2);
  answer(true);
  await until('the removal is done', () => page.last('changes')?.gesture === 2);
  assert.deepEqual(quotes(document.sidecar), [third]);
});

/** Somebody who has not said who they are, and answers when the test does. */
class Nameless extends Annotator {
  answer = (_: string) => {};
  private readonly answered = new Promise<string>((resolve) => {
    this.answer = resolve;
  });
  override get name(): string {
    return '';
  }
  override settled(): Promise<string> {
    return this.answered;
  }
}

for (const name of ['Zoë', '']) {
  test(`what is tagged while the question for the name is open does not wait for ${name || 'no answer'}`, async (t) => {
    const annotator = new Nameless();
    const {
      pages: [page],
      document,
      span,
    } = await pages(t, 1, annotator);
    page.say({ type: 'ready' });
    const { revision } = document.annotated;
    const gesture = { verb: 'tag', tag: 'claim', spans: [span(first)] } as const;
    page.say({ type: 'gesture', number: 1, revision, gesture });
    page.say({ type: 'gesture', number: 2, revision, gesture: { ...gesture, spans: [span(third)] } });
    await until('both are done', () => page.last('changes')?.gesture === 2);
    assert.equal(document.annotated.dirty, true);
    const signatures = () => document.sidecar.set.annotations.map(({ by }) => by);
    assert.deepEqual(signatures(), [undefined, undefined]);
    const steps: { label: string; undo(): void }[] = [];
    document.onDidEdit((step) => steps.push(step));
    annotator.answer(name);
    const wanted = name || undefined;
    await until('they are signed', () => signatures().every((by) => by === wanted));
    await document.turns.ready;
    assert.deepEqual(
      steps.map(({ label }) => label),
      name ? ['Sign Annotations'] : [],
    );
    steps[0]?.undo();
    assert.deepEqual(signatures(), [undefined, undefined]);
  });
}
