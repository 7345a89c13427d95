import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Tracking, track, tracked } from '../../../../src/core/anchor/track';
import { placementsNow } from '../../../../src/core/anchor/trackPlacements';
import type { Annotation } from '../../../../src/core/annotation/model';
import { columnsOf, type Placements } from '../../../../src/core/annotation/placement';
import type { Span } from '../../../../src/core/article/article';
import { edited, type MarkedText, markedText, type Replacement, spansOf, textOf } from './markedText';

const runs = 125;
const editsInRun = 800;

/** Numbers that follow from a seed (mulberry32), as many as are asked for. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const letters = 'abcde é口\n';

/** Up to five letters: what is shorter than six is never taken for something that was moved. */
const someText = (next: (below: number) => number, most: number): string =>
  Array.from({ length: next(most + 1) }, () => letters[next(letters.length)]).join('');

function begin(next: (below: number) => number): { tracking: Tracking; model: MarkedText } {
  const text = someText(next, 120) + someText(next, 120);
  const spans = new Map<string, Span>();
  for (let i = next(12); i >= 0; i--) {
    const start = next(text.length + 1);
    const end = Math.min(text.length, start + 1 + next(30));
    if (start < end) spans.set(`a${i}`, { start, end });
  }
  const annotations = [...spans].map(([id]): Annotation => ({ id, tag: 'claim', spans: [{ quote: id }] }));
  const placements: Placements = new Map(
    [...spans].map(([id, span]) => [id, { status: 'exact', spans: [span], score: 1 }]),
  );
  return { tracking: track(text, annotations, placements), model: markedText(text, spans) };
}

/** Replacements of one event, from the end of the text to its beginning. */
function someEdits(next: (below: number) => number, length: number, last: number): Replacement[] {
  const edits: Replacement[] = [];
  let limit = length;
  const more = next(8) === 0 ? 2 : 0;
  // Several that change much are a text handed over whole.
  const longest = more === 0 && next(6) === 0 ? 40 : 6;
  for (let i = more; i >= 0 && limit >= 0; i--) {
    // Half of the time where someone wrote last, as people do.
    const at = next(2) === 0 && last <= limit ? last : next(limit + 1);
    const [start, end] = next(3) === 0 ? [at, at] : [Math.max(0, at - next(longest)), at];
    const text = next(4) === 0 ? '' : someText(next, 5);
    if (start < end || text !== '') edits.push({ start, end, text });
    limit = start - 1;
  }
  return edits;
}

/** By the placements themselves, or by the numbers that say where they stand before any is made. */
function spansIn(placements: Placements, way: 'made' | 'numbers'): Map<string, Span> {
  if (way === 'made') return new Map([...placements].flatMap(([id, { spans }]) => spans.map((span) => [id, span])));
  const { ids, owners, starts, ends } = columnsOf(placements);
  const spanAt = (i: number): Span => ({ start: starts[i] as number, end: ends[i] as number });
  return new Map([...owners].map((owner, i) => [ids[owner] as string, spanAt(i)]));
}

const sorted = (spans: ReadonlyMap<string, Span>) => [...spans].sort(([a], [b]) => (a < b ? -1 : 1));

test('100,000 edits, undone and redone at will, leave the spans where marked characters stand', () => {
  let edits = 0;
  let undone = 0;
  let lost = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const next = numbersFrom(seed);
      let { tracking, model } = begin(next);
      let placements: Placements = new Map();
      const seen = new Map([[textOf(model), model]]);
      let history = [model];
      let step = 0;
      for (let i = 0; i < editsInRun; i++) {
        const goes = next(10);
        const to = goes < 2 ? step - 1 - next(4) : goes === 2 ? step + 1 + next(2) : -1;
        const earlier = history[to];
        if (earlier) {
          const [before, after] = [textOf(model), textOf(earlier)];
          // As an editor would: one replacement of all that differs.
          tracking = tracked(tracking, [{ start: 0, end: before.length, text: after }], after, { isUndo: true });
          model = seen.get(after) ?? earlier;
          step = to;
          undone++;
        } else {
          const replacements = someEdits(next, model.characters.length, model.written[0]?.end ?? 0);
          const changed = edited(model, replacements);
          const after = textOf(changed);
          tracking = tracked(tracking, replacements, after, { isUndo: false });
          // A text that was there before is the same again.
          model = after === textOf(model) ? model : (seen.get(after) ?? changed);
          history = [...history.slice(0, step + 1), model];
          step++;
          edits++;
        }
        seen.set(textOf(model), model);
        assert.equal(tracking.text, textOf(model));
        placements = placementsNow(tracking, placements);
        // Most are never made: those of one text are asked for after others of several texts were not.
        const way = i % 3 === 0 ? 'made' : 'numbers';
        assert.deepEqual(sorted(spansIn(placements, way)), sorted(spansOf(model)));
      }
      lost += tracking.entries.length - spansOf(model).size;
    }),
    { numRuns: runs },
  );
  assert.ok(edits + undone === runs * editsInRun && undone > 20_000, `${edits} edits, ${undone} undone or redone`);
  assert.ok(lost > 0, 'some spans are destroyed');
});
