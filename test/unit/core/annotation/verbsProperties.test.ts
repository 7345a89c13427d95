import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdit, changedFields, type Edit, inverse } from '../../../../src/core/annotation/edit';
import { type AnnotationSet, type Entry, listOf } from '../../../../src/core/annotation/model';
import { graphProblems } from '../../../../src/core/argument/graph';
import { faultsWithin, referenceFaults } from '../../../../src/core/sidecar/entryFaults';
import type { EntryRecord } from '../../../../src/core/sidecar/pieces';
import { analyst, article } from './analyst';
import { hostileSet, moves } from './arbitraries';

/** What the reader of a file with these entries would say. */
function faultsOf(set: AnnotationSet): unknown[] {
  const known = new Set([...set.annotations, ...set.arguments, ...set.links].map(({ id }) => id));
  return (['annotation', 'argument', 'link'] as const).flatMap((kind) =>
    (set[listOf[kind]] as readonly Entry[]).flatMap((entry) => [
      ...faultsWithin(kind, entry),
      ...referenceFaults({ kind, entry } as EntryRecord, set, known),
    ]),
  );
}

const sequence = fc.array(moves(article.length), { maxLength: 25 });

/** Plays moves from a set on; every set on the way and the edits between. */
function play(
  moves: readonly ((set: AnnotationSet) => Parameters<ReturnType<typeof analyst>['ask']>[0])[],
  from?: AnnotationSet,
) {
  const ana = analyst(from);
  const sets = [ana.set];
  const edits: Edit[] = [];
  const sentences: string[] = [];
  for (const move of moves) {
    const outcome = ana.ask(move(ana.set));
    if ('refused' in outcome) {
      sentences.push(outcome.refused);
      continue;
    }
    if (outcome.also !== undefined) sentences.push(outcome.also);
    ana.set = applyEdit(ana.set, outcome.edit).set;
    sets.push(ana.set);
    edits.push(outcome.edit);
  }
  return { sets, edits, sentences, ana };
}

test('undoing brings every set on the way back, and redoing the last one', () => {
  fc.assert(
    fc.property(sequence, (moves) => {
      const { sets, edits } = play(moves);
      let set = sets.at(-1) as AnnotationSet;
      for (let i = edits.length - 1; i >= 0; i--) {
        const undone = applyEdit(set, inverse(edits[i] as Edit));
        assert.deepEqual(undone.skipped, []);
        assert.deepEqual(undone.set, sets[i]);
        assert.deepEqual(applyEdit(undone.set, inverse(inverse(edits[i] as Edit))).set, sets[i + 1]);
        set = undone.set;
      }
    }),
    { numRuns: 150 },
  );
});

test('undo brings back even a set that is broken', () => {
  fc.assert(
    fc.property(hostileSet, fc.array(moves(article.length), { maxLength: 4 }), (from, moves) => {
      const distinct = withoutTwins(from);
      const { sets, edits } = play(moves, distinct);
      const back = edits.reduceRight((set, edit) => applyEdit(set, inverse(edit)).set, sets.at(-1) as AnnotationSet);
      assert.deepEqual(back, distinct);
    }),
    { numRuns: 200 },
  );
});

test('no gesture ever leaves a reference that leads nowhere, nor an argument without a premise or a conclusion', () => {
  const broken = new Set(['own-reason', 'premise-twice', 'argument-as-premise']);
  fc.assert(
    fc.property(sequence, (moves) => {
      for (const set of play(moves).sets) {
        assert.deepEqual(
          graphProblems(set).filter(({ code }) => broken.has(code)),
          [],
        );
        assert.deepEqual(faultsOf(set), []);
      }
    }),
    { numRuns: 150 },
  );
});

test('an edit changes something in each of its changes, names each entry once, and never its id, author or time', () => {
  fc.assert(
    fc.property(sequence, (moves) => {
      for (const { label, changes } of play(moves).edits) {
        assert.match(label, /^\p{Lu}/u);
        assert.ok(changes.length > 0);
        assert.equal(new Set(changes.map(({ id }) => id)).size, changes.length);
        for (const change of changes) {
          if (change.kind === 'article') continue;
          const { before, after } = change;
          if (!before || !after) continue;
          const fields = changedFields(before, after);
          assert.ok(fields.length > 0);
          assert.ok(!fields.some((field) => ['id', 'by', 'at'].includes(field)));
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('annotations stay in document order, unstated ones last, and ids stay single', () => {
  fc.assert(
    fc.property(fc.array(moves(article.length), { maxLength: 15 }), (moves) => {
      // Annotations given other words stay where they are in the list, so this holds for all other verbs.
      const { sets, ana } = play(moves.filter((move) => !['respan', 'addFragment'].includes(move(analyst().set).verb)));
      const set = sets.at(-1) as AnnotationSet;
      const starts = set.annotations.map(
        ({ id }) => ana.placements().get(id)?.spans[0]?.start ?? Number.POSITIVE_INFINITY,
      );
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
      );
      for (const list of [set.arguments.map(({ id }) => id)]) assert.deepEqual(list, list.toSorted());
      const ids = [...set.annotations, ...set.arguments].map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
    }),
    { numRuns: 150 },
  );
});

test('what is said is whole sentences, on broken sets as well', () => {
  fc.assert(
    fc.property(hostileSet, fc.array(moves(article.length), { maxLength: 6 }), (from, moves) => {
      for (const sentence of play(moves, from).sentences) assert.match(sentence, /^\S.*\.$/su);
    }),
    { numRuns: 200 },
  );
});

/** The sidecar gives the second entry with an id another one to be shown under. */
function withoutTwins(set: AnnotationSet): AnnotationSet {
  const seen = new Set<string>();
  const fresh = ({ id }: { readonly id: string }): boolean => !seen.has(id) && seen.add(id) !== undefined;
  return {
    annotations: set.annotations.filter(fresh),
    arguments: set.arguments.filter(fresh),
    links: set.links.filter(fresh),
  };
}
