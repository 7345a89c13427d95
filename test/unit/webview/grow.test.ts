import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceAt, sentences } from '../../../src/core/article/sentences';
import { grown, levelsAt, sentenceSpan } from '../../../src/webview/reader/grow';
import { shownRuns } from '../../../src/webview/reader/runs';
import { article, source } from './readerTexts';

const runs = shownRuns(article);
const wordsAt = (words: string) => {
  const span = sentenceSpan(article, source.indexOf(words));
  return span && source.slice(span.start, span.end);
};

test('abbreviations and initials do not end a sentence', () => {
  const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end).trim());
  assert.deepEqual(cut('Mr. Smith met J. F. Kennedy. They spoke of the U.S. Senate. Fine.'), [
    'Mr. Smith met J. F. Kennedy.',
    'They spoke of the U.S. Senate.',
    'Fine.',
  ]);
  assert.deepEqual(cut('See Art. 5 and No. 7. Then stop.'), ['See Art. 5 and No. 7.', 'Then stop.']);
  assert.deepEqual(cut('Er kam, bzw. er ging. Dann nicht.'), ['Er kam, bzw. er ging.', 'Dann nicht.']);
  assert.deepEqual(cut('它结束了。然后呢?'), ['它结束了。', '然后呢?']);
});

test('the sentence under the caret, over markup, at both ends of it', () => {
  assert.equal(wordsAt('asked'), 'For thirty years Mr. Smith has asked.');
  assert.equal(wordsAt('city'), 'The **city** draws fees; the U.S. navy does not.');
  assert.equal(wordsAt('is all'), '🚢 That is all!');
  assert.deepEqual(sentenceAt('One. Two.', 9), { start: 5, end: 9 });
  assert.equal(sentenceAt('   ', 1), undefined);
});

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
