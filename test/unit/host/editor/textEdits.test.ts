import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withEdits } from '../../../../src/core/anchor/trackMarks';
import { canonicalText } from '../../../../src/core/article/decode';
import { lineStartsOf } from '../../../../src/host/editor/lineStarts';
import { type EditorChange, editsOf } from '../../../../src/host/editor/textEdits';

const letters = fc.constantFrom('a', 'b', '\n', '🚢', 'e\u0301', ' ');
const words = fc.array(letters, { maxLength: 30 }).map((list) => list.join(''));

/** A place in a text by its line and column, as an editor names it whatever its line ends are. */
function placeAt(text: string, offset: number): EditorChange['range']['start'] {
  const starts = lineStartsOf(text).filter((start) => start <= offset);
  return { line: starts.length - 1, character: offset - (starts.at(-1) ?? 0) };
}

test('whatever an editor tells, in one event or several, with any line ends, comes to the edits of the canonical text', () => {
  fc.assert(
    fc.property(
      words,
      fc.array(fc.tuple(fc.nat(999), fc.nat(5), words), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      (before, steps, eol) => {
        let text = before;
        const changes = steps.map(([n, size, put]): EditorChange => {
          const start = n % (text.length + 1);
          const end = Math.min(text.length, start + size);
          const range = { start: placeAt(text, start), end: placeAt(text, end) };
          text = text.slice(0, start) + put + text.slice(end);
          return { range, text: put.replaceAll('\n', eol) };
        });
        const edits = editsOf(changes, before, text);
        if (before !== text) assert.equal(edits.length, changes.length, 'each is told as it was made');
        let now = before;
        for (const edit of edits) now = withEdits(now, [edit]);
        assert.equal(now, canonicalText(text));
      },
    ),
  );
});

test('what does not come to the text that is there is one edit of all', () => {
  const change: EditorChange = {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    text: 'x',
  };
  assert.deepEqual(editsOf([change], 'abc', 'something else'), [{ start: 0, end: 3, text: 'something else' }]);
});
