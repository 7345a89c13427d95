import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { astray, carriedFrom } from '../../../../src/core/anchor/history';
import { placeThrough } from '../../../../src/core/anchor/placeThrough';
import type { Annotation } from '../../../../src/core/annotation/model';
import { indexCodePoints } from '../../../../src/core/sidecar/codePoints';
import { selectorOf } from '../../../../src/core/sidecar/selector';
import { annotate, spanOf } from './annotate';

async function* newestFirst(texts: readonly string[]) {
  yield* texts.toReversed();
}

/** The placements in `now` of what was recorded in one of the versions, oldest first. */
async function placedThrough(annotations: readonly Annotation[], now: string, versions: readonly string[]) {
  const index = indexCodePoints(now);
  const carried = await carriedFrom(astray(annotations, now, index), now, newestFirst(versions), indexCodePoints);
  return placeThrough(annotations, now, index, carried);
}

const [one, two, three] = [
  'Ships have doubled in draught since the canal was dug.',
  'Those who gain from depth should carry its cost.',
  'Nobody pays for the ground that is moved.',
];

test('unchanged words are placed by history, exact where they stand once and moved where they do not', async () => {
  const v1 = `${one} ${two} ${three}`;
  const annotations = annotate(v1, [[spanOf(v1, two)]]);
  const once = (await placedThrough(annotations, `New. ${v1}`, [v1])).get('a0');
  assert.deepEqual([once?.status, once?.foundBy, once?.score], ['exact', 'history', 1]);
  const twice = (await placedThrough(annotations, `New. ${v1} More. ${two}`, [v1])).get('a0');
  assert.deepEqual([twice?.status, twice?.foundBy, twice?.spans], ['moved', 'history', [spanOf(`New. ${v1}`, two)]]);
});

test('several fragments are placed together; one that was taken out leaves the others to the search by words', async () => {
  const v1 = `${one} ${two} ${three}`;
  const annotations = annotate(v1, [[spanOf(v1, one), spanOf(v1, three)]]);
  const now = `New. ${one} Between. ${two} ${three}`;
  const both = (await placedThrough(annotations, now, [v1])).get('a0');
  assert.deepEqual(
    [both?.status, both?.foundBy, both?.spans],
    ['exact', 'history', [spanOf(now, one), spanOf(now, three)]],
  );
  const cut = `New. ${one} Between. ${two}`;
  const lost = (await placedThrough(annotations, cut, [v1])).get('a0');
  assert.deepEqual([lost?.status, lost?.spans, lost?.lost], ['drifted', [spanOf(cut, one)], [1]]);
});

test('changed words have drifted; where only signs changed, they have moved', async () => {
  const v1 = `${one} ${two} “Who pays?” ${three}`;
  const annotations = annotate(v1, [[spanOf(v1, two)], [spanOf(v1, '“Who pays?”')]]);
  const now = `New. ${v1.replace('carry its cost', 'bear its price').replace('“', '"').replace('”', '"')}`;
  const placements = await placedThrough(annotations, now, [v1]);
  const changed = placements.get('a0');
  assert.deepEqual([changed?.status, changed?.foundBy], ['drifted', 'history']);
  assert.equal(
    now.slice(changed?.spans[0]?.start, changed?.spans[0]?.end),
    'Those who gain from depth should bear its price.',
  );
  assert.deepEqual(
    [placements.get('a1')?.status, placements.get('a1')?.spans],
    ['moved', [spanOf(now, '"Who pays?"')]],
  );
});

/** A sentence of a text, known by its number whatever it says. */
interface Sentence {
  readonly id: number;
  readonly words: string;
}

const subjects = ['The port', 'The state', 'Every ship', 'Nobody', 'The line', 'A small harbour'];
const verbs = ['pays for', 'gains from', 'should carry', 'talks about', 'forgets', 'counts'];
const objects = ['the deeper channel', 'its own cost', 'the ground that is moved', 'what was promised', 'the old quay'];

/** Few enough that sentences are alike, and some the same. */
const words = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...verbs), fc.constantFrom(...objects))
  .map((parts) => `${parts.join(' ')}.`);

const change = fc.record({ kind: fc.constantFrom('add', 'remove', 'copy', 'reword'), at: fc.nat(99), to: fc.nat(99) });

/** The sentences after a change; `id` is that of a new one. What is new is said by no other, but for copies, which stand apart from their likes. */
function changed(
  sentences: readonly Sentence[],
  { kind, at, to }: { readonly kind: string; readonly at: number; readonly to: number },
  id: number,
): readonly Sentence[] {
  const place = at % sentences.length;
  const there = sentences[place] as Sentence;
  const fresh = { id, words: `Only ${id} ships pay for the deeper channel.` };
  if (kind === 'add') return sentences.toSpliced(place, 0, fresh);
  if (kind === 'reword') return sentences.toSpliced(place, 1, fresh);
  const after =
    kind === 'remove'
      ? sentences.toSpliced(place, 1)
      : sentences.toSpliced(to % sentences.length, 0, { id, words: there.words });
  const areApart = after.every(({ words }, i) => i === 0 || words !== after[i - 1]?.words);
  return areApart && after.length > 3 ? after : sentences;
}

const separators = [' ', ' ', '\n\n'];
const textOf = (sentences: readonly Sentence[]) =>
  sentences.map(({ id, words }) => words + separators[id % 3]).join('');
const placeOf = (sentences: readonly Sentence[], i: number) => textOf(sentences.slice(0, i)).length;

test('of sentences that are alike, none that was tagged is surely placed on another one by its history', async () => {
  let placed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(words, { minLength: 6, maxLength: 20 }),
      fc.array(change, { minLength: 1, maxLength: 12 }),
      fc.nat(9),
      async (first, changes, made) => {
        const states: (readonly Sentence[])[] = [first.map((words, id) => ({ id, words }))];
        for (const one of changes) states.push(changed(states.at(-1) ?? [], one, 1000 + states.length));
        const recorded = states[made % states.length] ?? [];
        const now = states.at(-1) ?? [];
        const text = textOf(recorded);
        const annotations = recorded.map(({ words }, i): Annotation => {
          const start = placeOf(recorded, i);
          return { id: `a${i}`, tag: 'claim', spans: [selectorOf(text, { start, end: start + words.length })] };
        });
        const placements = await placedThrough(annotations, textOf(now), states.slice(0, -1).map(textOf));
        for (const [i, { id }] of recorded.entries()) {
          const placement = placements.get(`a${i}`);
          if (placement?.foundBy !== 'history' || placement.status === 'drifted') continue;
          const at = now.findIndex((one) => one.id === id);
          const start = placement.spans[0]?.start ?? -1;
          const found = now.findIndex((_, j) => placeOf(now, j) === start);
          placed++;
          if (at !== found)
            assert.equal(`${i} at ${found}`, `${i} at ${at}`, JSON.stringify(states.map(textOf), undefined, 1));
        }
      },
    ),
    { numRuns: 300 },
  );
  assert.ok(placed > 100, `${placed}`);
});
