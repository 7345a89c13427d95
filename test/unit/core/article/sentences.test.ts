import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArticle } from '../../../../src/core/article/parse';
import { lastStartingBy } from '../../../../src/core/article/ranges';
import { sentenceAt, sentenceSpan, sentences } from '../../../../src/core/article/sentences';
import { blockAt, shownBlock } from '../../../../src/core/article/shownText';
import { wordAt } from '../../../../src/core/article/words';

const source = `---
title: "Ports"
---

# Ports

For thirty years Mr. Smith has asked. The **city** draws [all
the Fees](https://example.org); the U.S. navy does not. 🚢 That is all!

<!-- hidden -->

> Quoted *words*
> **Here.** And on.

~~~
First line
Second line
~~~
`;
const article = parseArticle(source);
const at = (words: string, offset = source.indexOf(words)): string | undefined => {
  const span = sentenceSpan(article, offset);
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

test('the sentence under the caret, over markup and wrapped lines, at both ends of it', () => {
  const second = 'The **city** draws [all\nthe Fees](https://example.org); the U.S. navy does not.';
  assert.equal(at('asked'), 'For thirty years Mr. Smith has asked.');
  assert.equal(at('The **'), second);
  assert.equal(at('is all'), '🚢 That is all!');
  assert.equal(at('all!', source.indexOf('all!') + 4), '🚢 That is all!');
  assert.deepEqual(sentenceAt('One. Two.', 9), { start: 5, end: 9 });
  assert.equal(sentenceAt('   ', 1), undefined);
});

test('a text editor’s caret among signs finds the sentence that the reading view’s finds', () => {
  const start = source.indexOf('The **city');
  const end = source.indexOf(' 🚢');
  const shown = article.blocks.flatMap((block) => block.runs);
  let hidden = 0;
  for (let offset = start; offset < end; offset++) {
    // The reading view's caret stands in runs only.
    if (!shown.some((run) => run.start <= offset && offset <= run.end)) hidden++;
    assert.deepEqual(sentenceSpan(article, offset), { start, end }, source.slice(offset, offset + 10));
  }
  assert.ok(hidden > 10, String(hidden));
  assert.equal(at('*words'), 'Quoted *words*\n> **Here.');
  assert.equal(at('> **Here'), 'Quoted *words*\n> **Here.');
});

test('a line end goes on in prose, and ends a sentence in code', () => {
  assert.equal(at('Second line'), 'Second line');
  assert.equal(at('title'), 'title: "Ports"');
  const verse = parseArticle('Institute of Ports\nRiva 1, Rijeka\nThe Harbour\n');
  const span = sentenceSpan(verse, 3);
  assert.equal(span && verse.text.slice(span.start, span.end), verse.text.trimEnd());
});

test('no sentence where no words are', () => {
  assert.equal(at('\n\n<!--', source.indexOf('\n\n<!--') + 1), undefined);
  assert.equal(sentenceSpan(parseArticle(''), 0), undefined);
});

test('the word at a place or before it', () => {
  assert.deepEqual(wordAt('One two.', 4), { start: 4, end: 7 });
  assert.deepEqual(wordAt('One two.', 7), { start: 4, end: 7 });
  assert.equal(wordAt('  ', 1), undefined);
});

test('the shown text of a block leads back to the source, character by character', () => {
  const block = blockAt(article, source.indexOf('**city**'));
  assert.ok(block);
  const shown = shownBlock(source, block);
  assert.ok(shown.text.includes('The city draws all the Fees; the'));
  for (let i = 0; i < shown.text.length; i++) {
    assert.equal(source[shown.startAt(i)]?.replace('\n', ' '), shown.text[i]);
    assert.equal(source[shown.endAt(i + 1) - 1]?.replace('\n', ' '), shown.text[i]);
    assert.equal(shown.indexOf(shown.startAt(i)), i);
  }
});

test('the last range that starts by an offset', () => {
  const ranges = [0, 5, 5, 9].map((start) => ({ start, end: start + 1 }));
  assert.deepEqual(
    [-1, 0, 4, 5, 8, 9, 99].map((offset) => lastStartingBy(ranges, offset)),
    [-1, 0, 0, 2, 2, 3, 3],
  );
});
