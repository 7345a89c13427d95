import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseArticle } from '../../../src/core/article/parse';
import { sentenceSpan } from '../../../src/core/article/sentences';
import { grown, levelsAt } from '../../../src/webview/reader/text/grow';
import { shownRuns } from '../../../src/webview/reader/text/runs';
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

const parts = [
  'The city pays. ',
  'Who **gains** from depth? ',
  'Mr. Smith does not, says *he*. ',
  '深水航道的账该由谁来付。受益者应当承担费用。',
  '港の費用は誰が払うのか。',
  'ใครควรจ่ายค่าขุดลอก ',
  'هذا نص عربي. وهذه جملة ثانية. ',
  '🚢🏴‍☠️ and cafe\u0301. ',
  '\n\n',
  '\n\n## Next\n\n',
  '\n\n- one thing. ',
];
const texts = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 14 })
  .map((list) => `# Title\n\n${list.join('')}\n`);
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

test('in any script and anywhere: levels hold each other and the place, and cut no character', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, any) => {
      const parsed = parseArticle(text);
      const shown = shownRuns(parsed);
      const offset = any % (parsed.text.length + 1);
      const edges = new Set([...graphemes.segment(parsed.text)].map(({ index }) => index).concat(parsed.text.length));
      const levels = levelsAt(parsed, shown, offset);
      levels.forEach(({ start, end }, i) => {
        const said = `${i} ${JSON.stringify(parsed.text.slice(start, end))}`;
        assert.ok(start < end && edges.has(start) && edges.has(end), said);
        const smaller = levels[i - 1];
        assert.ok(!smaller || end - start > smaller.end - smaller.start, `${said} is larger`);
        assert.equal(
          parsed.text.slice(start, end).trim(),
          parsed.text.slice(start, end),
          `${said} has no white space at its ends`,
        );
      });
    }),
  );
});

test('in any script and anywhere: a selection grows to the whole section in a few steps, and never loses a word', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, any) => {
      const parsed = parseArticle(text);
      const shown = shownRuns(parsed);
      const offset = any % (parsed.text.length + 1);
      let selection = { start: offset, end: offset };
      let steps = 0;
      for (let next = grown(parsed, shown, selection); next; next = grown(parsed, shown, selection)) {
        assert.ok(
          next.start <= selection.start &&
            next.end >= selection.end &&
            next.end - next.start > selection.end - selection.start,
        );
        selection = next;
        assert.ok(++steps <= 4, 'word, sentence, paragraph, section');
      }
    }),
  );
});

test('in any script: every place of a sentence is in that sentence', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, any) => {
      const parsed = parseArticle(text);
      const span = sentenceSpan(parsed, any % (parsed.text.length + 1));
      if (!span) return;
      for (const offset of [span.start, (span.start + span.end) >> 1, span.end - 1])
        assert.deepEqual(sentenceSpan(parsed, offset), span, JSON.stringify(parsed.text.slice(span.start, span.end)));
    }),
  );
});
