import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Tracking, track, tracked } from '../../../../src/core/anchor/track';
import { placementsNow } from '../../../../src/core/anchor/trackPlacements';
import { columnsOf } from '../../../../src/core/annotation/placement';
import { spanIndexOf } from '../../../../src/core/annotation/spanIndex';
import { annotate, placedIn, spanOf } from './annotate';

const text = 'Deep ports gain from trade. Those who gain should pay. Ships have doubled in draught.';
const fragments = [['Deep ports'], ['should pay', 'Those who gain'], ['Ships have doubled in draught.']];

function begin() {
  const annotations = annotate(
    text,
    fragments.map((words) => words.map((one) => spanOf(text, one))),
  );
  const placements = placedIn(text, annotations);
  return { tracking: track(text, annotations, placements), placements };
}

const replaced = ({ text: now, ...rest }: Tracking, words: string, by: string): Tracking => {
  const edit = { ...spanOf(now, words), text: by };
  const after = now.slice(0, edit.start) + by + now.slice(edit.end);
  return tracked({ text: now, ...rest }, [edit], after, { isUndo: false });
};

test('what stands as before is the same object, made or not, and what has moved is made once', () => {
  const { tracking, placements } = begin();
  const one = placementsNow(replaced(tracking, 'Those', 'All those'), placements);
  assert.equal(one.get('a0'), placements.get('a0'));
  assert.equal(one.get('a1'), one.get('a1'));
  assert.notEqual(one.get('a1'), placements.get('a1'));
  assert.equal(one.get('a1')?.status, 'moved');
  assert.equal(one.get('a3'), undefined);
  // Nobody has looked at these, nor at what came before them.
  const back = placementsNow(replaced(replaced(tracking, 'Those', 'All those'), 'All those', 'Those'), one);
  assert.deepEqual([...back.values()], [...placements.values()]);
  assert.equal(back.get('a2'), placements.get('a2'));
});

test('they are a map like any other, in the order of the list', () => {
  const { tracking, placements } = begin();
  const now = placementsNow(replaced(tracking, 'Those', 'All those'), placements);
  assert.equal(now.size, 3);
  assert.ok(now.has('a2') && !now.has('a3'));
  assert.deepEqual([...now.keys()], ['a0', 'a1', 'a2']);
  const made = new Map(now);
  assert.deepEqual([...made], [...now.entries()]);
  assert.deepEqual([...made.values()], [...now.values()]);
  const visited: unknown[] = [];
  now.forEach((placement, id) => {
    visited.push([id, placement]);
  });
  assert.deepEqual(visited, [...made]);
});

test('where annotations stand can be asked without making any, with the same answers', () => {
  const { tracking, placements } = begin();
  const after = replaced(replaced(tracking, 'Those', 'All those'), 'Deep ', '');
  const now = placementsNow(after, placements);
  const index = spanIndexOf(now);
  const made = spanIndexOf(new Map(placementsNow(after, placements)));
  for (let offset = 0; offset <= after.text.length; offset++) {
    assert.deepEqual(index.atCaret(offset), made.atCaret(offset), `at ${offset}`);
  }
  assert.deepEqual(index.within({ start: 0, end: 99 }), made.within({ start: 0, end: 99 }));
  const { ids, owners } = columnsOf(now);
  assert.deepEqual(ids, ['a0', 'a1', 'a2']);
  assert.deepEqual([...owners], [0, 1, 1, 2]);
});
