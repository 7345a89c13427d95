import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnnotationSet, Argument } from '../../../../src/core/annotation/model';
import { graphProblems, supportCircles } from '../../../../src/core/argument/graph';
import { hostileSet } from '../annotation/arbitraries';

const setOf = (ids: string, ...inferences: readonly Argument[]): AnnotationSet => ({
  annotations: [...ids].map((id) => ({ id, tag: 'claim', spans: [{ quote: id }] })),
  arguments: inferences,
  links: [],
});
const codesOf = (set: AnnotationSet): string[] => graphProblems(set).map(({ id, code }) => `${id} ${code}`);
const supports = (id: string, premise: string, target: string): Argument => ({
  id,
  premises: [premise],
  supports: target,
});

test('sound arguments have no problems, mutual attacks and undercuts included', () => {
  const set = setOf(
    'abcd',
    { id: '1', premises: ['a', 'b'], supports: 'c' },
    { id: '2', premises: ['d'], attacks: 'c' },
    { id: '3', premises: ['c'], attacks: 'd' },
    { id: '4', premises: ['d'], attacks: '1' },
  );
  assert.deepEqual(codesOf(set), []);
});

test('references to the wrong kind of entry', () => {
  const set: AnnotationSet = {
    ...setOf('ab', supports('1', 'a', 'b'), { id: '2', premises: ['1'], supports: 'b' }),
    links: [
      { id: 'l', from: '1', rephrases: 'a' },
      { id: 'm', from: 'a', rephrases: 'b' },
      { id: 'n', from: 'a', rephrases: '../b.txt#gone' },
    ],
  };
  assert.deepEqual(codesOf(set), ['2 argument-as-premise', 'l argument-in-link']);
});

test('premises named twice, and statements that are their own reason', () => {
  const set = setOf(
    'ab',
    { id: '1', premises: ['b', 'b'], supports: 'a' },
    { id: '2', premises: ['a', 'b'], supports: 'b' },
    { id: '3', premises: ['a'], attacks: '3' },
  );
  assert.deepEqual(
    codesOf(set).filter((problem) => !problem.includes('circular')),
    ['1 premise-twice', '2 own-reason', '3 own-reason'],
  );
});

test('what the reader of the file says of an entry is not said again', () => {
  const set: AnnotationSet = {
    annotations: [
      { id: 'a', tag: 'claim', spans: [{ quote: 'a' }] },
      { id: 'u', tag: 'premise', spans: [] },
    ],
    arguments: [
      { id: '1', premises: ['a', 'lost'], supports: 'gone' },
      { id: '2', premises: [] },
      { id: '3', premises: ['a'], supports: 'u', attacks: 'u' },
      { id: '4', premises: ['u'], supports: '3' },
    ],
    links: [{ id: 'l', from: 'gone', rephrases: 'a' }],
  };
  assert.deepEqual(codesOf(set), []);
});

test('one premise for and against the same thing is pointed out, linked ones are not', () => {
  const both = setOf('abc', supports('1', 'a', 'b'), { id: '2', premises: ['a'], attacks: 'b' });
  assert.deepEqual(codesOf(both), ['2 both-sides']);
  const linked = setOf('abc', supports('1', 'a', 'b'), { id: '2', premises: ['a', 'c'], attacks: 'b' });
  assert.deepEqual(codesOf(linked), []);
});

test('reasoning in a circle is a warning, once for each circle', () => {
  const set = setOf(
    'abcdef',
    supports('1', 'a', 'b'),
    supports('2', 'b', 'c'),
    supports('3', 'c', 'a'),
    supports('4', 'd', 'e'),
    supports('5', 'e', 'd'),
    supports('6', 'f', 'a'),
  );
  const circles = graphProblems(set).filter(({ code }) => code === 'circular-support');
  assert.deepEqual(
    circles.map(({ severity }) => severity),
    ['warning', 'warning'],
  );
  assert.match(circles[0]?.message ?? '', /by way of 2 other statements\.$/);
  assert.deepEqual(
    supportCircles(set).map((circle) => circle.toSorted().join('')),
    ['abc', 'de'],
  );
});

test('a chain of ten thousand reasons is walked without a deep stack', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `n${i}`);
  const chain: AnnotationSet = {
    annotations: ids.map((id) => ({ id, tag: 'claim', spans: [{ quote: id }] })),
    arguments: ids.map((id, i) => supports(`x${id}`, id, ids[(i + 1) % ids.length] ?? '')),
    links: [],
  };
  assert.equal(supportCircles(chain)[0]?.length, 10_000);
});

test('circles are those annotations that reach each other', () => {
  const edge = fc.tuple(fc.nat(6), fc.nat(6));
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
      const names = 'abcdefg';
      const set = setOf(names, ...edges.map(([from, to], i) => supports(`${i}`, names[from] ?? '', names[to] ?? '')));
      const reach = (from: number): Set<number> => {
        const seen = new Set<number>();
        const queue = [from];
        for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
          for (const [a, b] of edges) {
            if (a !== at || seen.has(b)) continue;
            seen.add(b);
            queue.push(b);
          }
        }
        return seen;
      };
      const reached = [...names].map((_, i) => reach(i));
      const expected = [...names].map((_, i) =>
        [...names].filter((_, j) => i === j || (reached[i]?.has(j) && reached[j]?.has(i))).join(''),
      );
      const circles = supportCircles(set).map((circle) => circle.toSorted().join(''));
      assert.deepEqual(circles.toSorted(), [...new Set(expected.filter((group) => group.length > 1))].toSorted());
    }),
    { numRuns: 300 },
  );
});

test('every problem of whatever set is a sentence about an entry of it', () => {
  fc.assert(
    fc.property(hostileSet, (set) => {
      const ids = new Set([...set.annotations, ...set.arguments, ...set.links].map(({ id }) => id));
      for (const { id, message } of graphProblems(set)) {
        assert.ok(ids.has(id));
        assert.match(message, /^\S.*\.$/s);
      }
    }),
    { numRuns: 200 },
  );
});
