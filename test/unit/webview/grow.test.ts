import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grown, levelsAt } from '../../../src/webview/reader/grow';
import { shownRuns } from '../../../src/webview/reader/runs';
import { article, source } from './readerTexts';

const runs = shownRuns(article);
test('levels grow strictly: word, sentence, paragraph, section', () => {
  const levels = levelsAt(article, runs, source.indexOf('city') + 1).map(({ start, end }) => source.slice(start, end));
  assert.equal(levels[0], 'city');
  assert.equal(levels[1], 'The **city** draws fees; the U.S. navy does not.');
  assert.ok(levels[2]?.startsWith('For thirty') && levels[2].endsWith('That is all!'));
  assert.ok(levels[3]?.startsWith('For thirty') && levels[3].endsWith('wrapped over lines.'));
  assert.equal(levels.length, 4);
});

test('a heading and a block of one word do not give the same level twice', () => {
  const at = source.indexOf('Next');
  const levels = levelsAt(article, runs, at);
  assert.ok(
    levels.every(
      ({ start, end }, i) => i === 0 || end - start > (levels[i - 1]?.end ?? 0) - (levels[i - 1]?.start ?? 0),
    ),
  );
});

test('growing a selection takes the first level that holds it and is larger', () => {
  const start = source.indexOf('city');
  let selection = { start, end: start };
  const seen: string[] = [];
  for (let next = grown(article, runs, selection); next; next = grown(article, runs, selection)) {
    selection = next;
    seen.push(source.slice(next.start, next.end).slice(0, 10));
  }
  assert.deepEqual(seen, ['city', 'The **city', 'For thirty', 'For thirty']);
});
