/* Words that stand elsewhere too, of which the original was changed: a twin that has all of the words must not take its place silently. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSure } from '../../../../src/core/annotation/placement';
import { annotate, placedIn, spanOf } from './annotate';

const first = 'Reproduction needs the written consent of the press.';
const second = 'All opinions are those of the authors alone.';
const filler = (from: number) =>
  Array.from({ length: 12 }, (_, i) => `Sentence ${from + i} says that ${(from + i) * 7919} ships came in.`).join(' ');

/** A notice that stands twice, between other paragraphs. */
const before = [filler(0), `${first} ${second}`, filler(20), filler(40), `${first} ${second}`, filler(60)].join('\n\n');
const notice = spanOf(before, `${first} ${second}`, 0);

test('a part that is left of the words elsewhere keeps a twin from being sure', () => {
  const [words] = annotate(before, [[notice]]);
  const bare = [{ id: 'a', tag: 'claim', spans: [{ quote: words?.spans[0]?.quote ?? '' }] }];
  const now = before.replace(`${first} ${second}`, first);
  assert.ok(!isSure(placedIn(now, bare).get('a')));
  const moved = `${filler(20)}\n\n${first} ${second}\n\n${filler(0)}`;
  assert.ok(isSure(placedIn(moved, bare).get('a')), 'words that stand once and whole have moved');
});

test('signs without a word are sure in their full context alone', () => {
  const text = 'They called it “a compromise” in the harbour, and nobody laughed about that for a while.';
  const sign = annotate(text, [[spanOf(text, '“')]]);
  const other = text.replace('“', '„').replace('”', '“');
  assert.ok(!isSure(placedIn(other, sign).get('a0')));
  const moved = `Once upon a time. ${text}`;
  assert.ok(isSure(placedIn(moved, sign).get('a0')));
});

test('short words whose two places keep a side of the context each are not sure', () => {
  const left = 'The committee met on a cold morning in March and ';
  const right = ' before the vote was taken in the lower house.';
  const text = `${filler(0)}\n\n${left}paused${right}\n\n${filler(20)}`;
  const span = annotate(text, [
    [spanOf(text, 'paused')],
    [spanOf(text, 'Sentence 3 says')],
    [spanOf(text, 'Sentence 22')],
  ]);
  const now = `${left}paused. It was late.\n\n${filler(0)}\n\nOthers say that everybody had paused${right}\n\n${filler(20)}`;
  assert.ok(!isSure(placedIn(now, span).get('a0')));
});
