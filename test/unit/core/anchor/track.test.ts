import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  hasUnsettled,
  reworded,
  settled,
  type Tracking,
  track,
  tracked,
  withAnnotations,
} from '../../../../src/core/anchor/track';
import { type TextEdit, withEdits } from '../../../../src/core/anchor/trackMarks';
import { placementsNow } from '../../../../src/core/anchor/trackPlacements';
import type { Annotation } from '../../../../src/core/annotation/model';
import { selectorOf } from '../../../../src/core/sidecar/selector';
import { annotate, placedIn, spanOf } from './annotate';

const text = `Deep ports gain from trade. Those who gain from depth should carry its cost.

The channel was dredged twice. Rents rose by a third in two years, and nobody asked why.

Ships have doubled in draught. Critics say that the treasury should not pay again.
`;
const cost = 'Those who gain from depth should carry its cost.';
const rents = 'Rents rose by a third in two years';
const ships = 'Ships have doubled in draught.';

function trackWords(words: readonly string[], on = text): { tracking: Tracking; annotations: Annotation[] } {
  const annotations = annotate(
    on,
    words.map((one) => [spanOf(on, one)]),
  );
  return { tracking: track(on, annotations, placedIn(on, annotations)), annotations };
}

/** A replacement of words by others, as an editor would tell it. */
function replace(now: string, words: string, by: string, nth = 0): TextEdit {
  return { ...spanOf(now, words, nth), text: by };
}

function insert(now: string, before: string, put: string): TextEdit {
  const { start } = spanOf(now, before);
  return { start, end: start, text: put };
}

/** The tracking after single edits, each an event of its own and made on the text that is there then. */
function after(tracking: Tracking, ...edits: readonly ((now: string) => TextEdit)[]): Tracking {
  let now = tracking;
  for (const edit of edits) now = event(now, [edit(now.text)]);
  return now;
}

/** One event, told as edits one after the other. */
function event(tracking: Tracking, edits: readonly TextEdit[], isUndo = false): Tracking {
  let now = tracking.text;
  for (const edit of edits) now = withEdits(now, [edit]);
  return tracked(tracking, edits, now, { isUndo });
}

const back = (tracking: Tracking, to: string): Tracking =>
  tracked(tracking, [{ start: 0, end: tracking.text.length, text: to }], to, { isUndo: true });

function wordsIn(tracking: Tracking): string[] {
  return [...placementsNow(tracking, new Map()).values()].map(({ spans }) =>
    spans.map(({ start, end }) => tracking.text.slice(start, end)).join('|'),
  );
}

const statuses = (tracking: Tracking): string[] =>
  [...placementsNow(tracking, new Map()).values()].map(({ status }) => status);

test('typing inside is the annotation’s, typing at its edges is not, deleting shrinks it', () => {
  const { tracking } = trackWords([cost]);
  assert.deepEqual(wordsIn(after(tracking, (now) => insert(now, 'carry', 'alone '))), [
    cost.replace('carry', 'alone carry'),
  ]);
  assert.deepEqual(wordsIn(after(tracking, (now) => insert(now, 'Those', 'But '))), [cost]);
  const behind = spanOf(text, cost).end;
  assert.deepEqual(wordsIn(after(tracking, () => ({ start: behind, end: behind, text: ' Really.' }))), [cost]);
  assert.deepEqual(wordsIn(after(tracking, (now) => replace(now, 'trade. Those who', ''))), [
    cost.replace('Those who', ''),
  ]);
});

test('a word at the end that is written over stays the annotation’s, letter by letter', () => {
  const { tracking } = trackWords([rents]);
  const one = after(tracking, (now) => replace(now, 'years', 'd'));
  const typed = after(
    one,
    (now) => insert(now, ', and', 'e'),
    (now) => insert(now, ', and', 'x'),
    (now) => replace(now, 'x, and', ', and'),
    (now) => insert(now, ', and', 'cades'),
  );
  assert.deepEqual(wordsIn(typed), ['Rents rose by a third in two decades']);
  const away = after(typed, (now) => insert(now, 'Deep', 'Very '));
  assert.deepEqual(wordsIn(after(away, (now) => insert(now, ', and', ' now'))), [
    'Rents rose by a third in two decades',
  ]);
});

test('what is cut and pasted goes along, in either order, at one moment or at two', () => {
  const { tracking } = trackWords([rents, ships]);
  const sentence = `${rents}, and nobody asked why.`;
  const cut = (now: string) => replace(now, ` ${sentence}`, '');
  const paste = (now: string) => insert(now, 'Deep', `${sentence} `);
  const copy = (now: string) => insert(now, 'Critics', `${sentence} `);
  for (const [how, moved] of Object.entries({
    'cut, then pasted': after(tracking, cut, paste),
    'cut, then other edits, then pasted': after(
      tracking,
      cut,
      (now) => insert(now, 'Deep', '\n\n'),
      (now) => insert(now, 'Critics', 'Yet '),
      paste,
    ),
    'pasted, then deleted': after(tracking, copy, (now) => replace(now, ` ${sentence}`, '', 0)),
    'at one moment': event(tracking, [cut(text), paste(text)]),
    'at one moment, pasted first': event(tracking, [copy(text), cut(text)]),
  })) {
    const [where, other] = wordsIn(moved);
    assert.equal(where, rents, how);
    assert.equal(other, ships, how);
    assert.equal(statuses(moved)[0], 'moved', how);
    const [placement] = [...placementsNow(moved, new Map()).values()];
    assert.equal(placement?.spans[0]?.start, moved.text.indexOf(rents), how);
  }
});

test('lines that change places take their annotations along', () => {
  const lines = 'First line says this.\nSecond line says that.\nThird line is silent.\n';
  const { tracking } = trackWords(['says this', 'says that'], lines);
  // As “Move Line Down” does it: the line below is taken out and put in above.
  const moved = event(tracking, [
    { start: 21, end: 44, text: '' },
    { start: 0, end: 0, text: 'Second line says that.\n' },
  ]);
  assert.ok(moved.text.startsWith('Second line says that.\nFirst line'));
  assert.deepEqual(wordsIn(moved), ['says this', 'says that']);
});

test('a letter, or a word that happens to be typed elsewhere, is no move', () => {
  const { tracking } = trackWords(['twice', 'pay']);
  const typed = after(
    tracking,
    (now) => replace(now, ' twice', ''),
    (now) => insert(now, 'Deep', 'twice '),
  );
  assert.deepEqual(statuses(typed), ['orphan', 'moved']);
});

test('of words that were cut and stand at several places in what is pasted none is taken', () => {
  const { tracking } = trackWords([ships]);
  const pasted = after(
    tracking,
    (now) => replace(now, ships, ''),
    (now) => insert(now, 'Deep', `${ships} ${ships} `),
  );
  assert.deepEqual(statuses(pasted), ['orphan']);
});

test('undo and redo bring the spans back to the letter, whatever the edits did to them', () => {
  const { tracking } = trackWords([cost, rents, ships]);
  const states = [tracking];
  const edits: readonly ((now: string) => TextEdit)[] = [
    (now) => replace(now, 'gain from depth should carry its', ''),
    (now) => insert(now, 'cost', 'all '),
    (now) => replace(now, 'dredged twice. Rents rose by', 'idle. Wages fell by'),
    (now) => replace(now, ships, ''),
    () => ({ start: 0, end: 60, text: 'Nothing is left of the first lines.' }),
  ];
  for (const edit of edits) states.push(after(states.at(-1) as Tracking, edit));
  const last = states.at(-1) as Tracking;
  assert.ok(statuses(last).includes('orphan'));
  let now = last;
  for (const i of [4, 2, 0, 5, 1, 3, 0]) {
    now = back(now, (states[i] as Tracking).text);
    assert.deepEqual(
      [...placementsNow(now, new Map())],
      [...placementsNow(states[i] as Tracking, new Map())],
      `state ${i}`,
    );
  }
});

test('a paragraph that is wrapped in another way, with other quotation marks, keeps its spans', () => {
  const { tracking } = trackWords([cost, rents, ships, 'nobody asked']);
  const formatted = text.replaceAll(/(?<!\n) (?=should|two|asked)/g, '\n').replace('why.', 'why…');
  const now = event(tracking, [{ start: 0, end: text.length, text: formatted }]);
  assert.deepEqual(
    wordsIn(now).map((words) => words.replace('\n', ' ')),
    [cost, rents, ships, 'nobody asked'],
  );
  assert.deepEqual(reworded(now), [], 'white space is no word');
});

test('paragraphs that change places in a text that is handed over whole are followed', () => {
  const { tracking } = trackWords([cost, rents, ships]);
  const [one, two, three] = text.split('\n\n');
  const sorted = [three?.trimEnd(), one, two].join('\n\n');
  const now = event(tracking, [{ start: 0, end: text.length, text: sorted }]);
  assert.deepEqual(wordsIn(now), [cost, rents, ships]);
});

test('paragraphs that come and go in a text that is handed over whole stay out of the spans of others that begin alike', () => {
  const opening = fc.constantFrom('The port', 'The port of', 'There', 'In the end', 'Rents');
  const paragraph = fc.record({
    opening,
    length: fc.integer({ min: 9, max: 14 }),
    kept: fc.boolean(),
    was: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 2, maxLength: 9 }), (all) => {
      const written = all.map(({ opening, length, kept, was }, i) => ({
        words: `${opening} ${Array.from({ length }, (_, k) => `${'abcdefghi'[i]}nd${k}`).join(' ')}.`,
        // There from the beginning, or put in.
        was: was || kept,
        is: !was || kept,
      }));
      const old = written.filter(({ was }) => was);
      const staying = old.filter(({ is }) => is);
      const text = (paragraphs: readonly { words: string }[]) =>
        `${paragraphs.map(({ words }) => words).join('\n\n')}\n`;
      const { tracking } = trackWords(
        staying.map(({ words }) => words),
        text(old),
      );
      const whole = { start: 0, end: tracking.text.length, text: text(written.filter(({ is }) => is)) };
      const came = written.filter(({ was, is }) => was !== is).length;
      for (const [k, words] of wordsIn(event(tracking, [whole])).entries()) {
        // Between many that are others it may be lost, and is searched.
        if (words !== '' || came < 2) assert.equal(words, staying[k]?.words);
      }
    }),
    { numRuns: 300 },
  );
});

test('what an editor cuts letter by letter, of a text that it was handed over whole, goes where sentences meet', () => {
  const { tracking } = trackWords([cost]);
  const at = spanOf(text, cost).start + 2;
  const sentence = { start: at, end: at, text: 'ree towns paid for it in vain, year after year. Th' };
  const now = event(tracking, [sentence]);
  assert.ok(now.text.includes('trade. Three towns paid for it in vain, year after year. Those who'));
  assert.deepEqual(wordsIn(now), [cost]);
  assert.deepEqual(wordsIn(event(tracking, [replace(text, 'again', 'twice'), sentence])), [cost]);
  const gone = replace(now.text, sentence.text, '');
  assert.deepEqual(wordsIn(event(now, [gone])), [cost]);
});

test('and so it does where less has changed than is typed at times, since words are cut', () => {
  const before = 'In all, port42 cost43 more.\n\nport44 rose in spring.\n\nRents fell.\n';
  const words = ['port42 cost43', 'port44', 'Rents fell'];
  const { tracking } = trackWords(words, before);
  const moved = event(tracking, [
    replace(before, 'fell', 'fell.\n\nIn all, port42 cost43 more'),
    replace(before, '2 cost43 more.\n\nport4', ''),
    replace(before, 'In all, ', ''),
  ]);
  assert.equal(moved.text, 'port44 rose in spring.\n\nRents fell.\n\nIn all, port42 cost43 more.\n');
  assert.deepEqual(wordsIn(moved), words);
});

test('a paragraph that is replaced by another one loses its spans, and words that stand elsewhere are found when it settles', () => {
  const { tracking, annotations } = trackWords([rents, ships]);
  const other = 'Two harbours were closed in the same spring, and the fishers moved to the river mouth.';
  const paragraph = text.split('\n\n')[1] ?? '';
  const replaced = after(tracking, (now) => replace(now, paragraph, other));
  assert.deepEqual(wordsIn(replaced), ['', ships]);
  assert.ok(hasUnsettled(replaced));
  const found = settled(replaced, placedIn(replaced.text, annotations));
  assert.deepEqual(statuses(found), ['orphan', 'moved']);
  const again = after(found, (now) => insert(now, 'Ships', `${paragraph}\n\n`));
  const settledAgain = settled(again, placedIn(again.text, annotations));
  assert.deepEqual(wordsIn(settledAgain), [rents, ships]);
});

test('a fragment that is deleted leaves the others, doubtful, and comes back with an undo', () => {
  const annotations = annotate(text, [[spanOf(text, 'Deep ports'), spanOf(text, ships)]]);
  const tracking = track(text, annotations, placedIn(text, annotations));
  const now = after(tracking, (one) => replace(one, ships, ''));
  const [placement] = [...placementsNow(now, new Map()).values()];
  assert.equal(placement?.status, 'drifted');
  assert.deepEqual(placement?.lost, [1]);
  assert.deepEqual(wordsIn(now), ['Deep ports']);
  assert.deepEqual(reworded(now), [], 'nothing is recorded of what is doubtful');
  assert.deepEqual(wordsIn(back(now, text)), [`Deep ports|${ships}`]);
});

test('words that were edited are to be recorded anew, and words that were only found as others are not', () => {
  const { tracking, annotations } = trackWords([cost, rents]);
  assert.deepEqual(reworded(tracking), []);
  const now = after(
    tracking,
    (one) => insert(one, 'Deep', 'Some '),
    (one) => replace(one, 'third', 'quarter'),
  );
  const span = spanOf(now.text, 'Rents rose by a quarter in two years');
  assert.deepEqual(reworded(now), [{ id: 'a1', spans: [span] }]);
  const recorded = annotations.map((one) => (one.id === 'a1' ? { ...one, spans: [selectorOf(now.text, span)] } : one));
  const saved = withAnnotations(now, recorded, placedIn(now.text, recorded), new Set(['a1']));
  assert.deepEqual(reworded(saved), []);
  const undone = back(saved, text);
  assert.deepEqual(wordsIn(undone), [cost, rents]);
  assert.deepEqual(reworded(undone), [{ id: 'a1', spans: [spanOf(text, rents)] }]);
  const redone = back(undone, now.text);
  assert.deepEqual(reworded(redone), []);
});

test('annotations that come, go and change keep the others where they were carried to', () => {
  // Twins: a search could not tell them apart, tracking does.
  const twins = 'No answer came. No answer came. No answer came.';
  const annotations = annotate(twins, [[spanOf(twins, 'No answer came.', 1)], [spanOf(twins, 'No answer came.', 2)]]);
  const begin = track(twins, annotations, placedIn(twins, annotations));
  const edited = after(begin, (now) => insert(now, 'No', 'Well. '));
  const { length } = 'Well. ';
  const [first, second] = annotations as [Annotation, Annotation];
  const other = annotate(edited.text, [[spanOf(edited.text, 'Well.')]]).map((one) => ({ ...one, id: 'new' }));
  const changed = { ...second, note: 'changed', spans: structuredClone(second.spans) };
  const set = [...other, changed, first];
  const now = withAnnotations(edited, set, placedIn(edited.text, set));
  const placements = placementsNow(now, new Map());
  assert.deepEqual([...placements.keys()], ['new', 'a1', 'a0']);
  assert.deepEqual(placements.get('a0')?.spans, [{ start: 16 + length, end: 31 + length }]);
  assert.deepEqual(placements.get('a1')?.spans, [{ start: 32 + length, end: 47 + length }]);
  const respanned = [...other, { ...second, spans: [selectorOf(edited.text, spanOf(edited.text, 'Well.'))] }, first];
  const moved = withAnnotations(now, respanned, placedIn(edited.text, respanned));
  assert.deepEqual(placementsNow(moved, new Map()).get('a1')?.spans, [{ start: 0, end: 5 }]);
  // An undo of the text brings back where the words were, not what the annotation was about then.
  assert.deepEqual(placementsNow(back(moved, twins), new Map()).get('a0')?.spans, [{ start: 16, end: 31 }]);
  assert.notDeepEqual(placementsNow(back(moved, twins), new Map()).get('a1')?.spans, [{ start: 32, end: 47 }]);
});

test('spans never cut what people see as one character', () => {
  const family = 'We met 👩‍👩 there, cafe by cafe.';
  const { tracking } = trackWords(['👩‍👩', 'by cafe'], family);
  const grown = after(
    tracking,
    (now) => insert(now, ' there', '\u200d👧'),
    (now) => insert(now, '.', '\u0301'),
  );
  assert.deepEqual(wordsIn(grown), ['👩‍👩\u200d👧', 'by cafe\u0301']);
});

test('a long text that is handed over whole with small changes all over keeps every span, in an instant', () => {
  const sentences = Array.from({ length: 4000 }, (_, i) => `Sentence ${i} says that ${i * 7} ships came in and paid.`);
  const long = sentences.join(' ');
  const marked = sentences.filter((_, i) => i % 8 === 0);
  const { tracking } = trackWords(marked, long);
  const changed = sentences.map((one, i) => (i % 50 === 7 ? `${one} Added ${i}.` : one)).join('\n');
  const begin = performance.now();
  const now = event(tracking, [{ start: 0, end: long.length, text: changed }]);
  assert.deepEqual(wordsIn(now), marked);
  // Some tenths of a second where it is worked out cell by cell; minutes are what it must not take.
  assert.ok(performance.now() - begin < 5_000, `${performance.now() - begin} ms`);
});
