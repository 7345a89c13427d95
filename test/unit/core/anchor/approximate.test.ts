import assert from 'node:assert/strict';
import { test } from 'node:test';
import search from 'approx-string-match';
import fc from 'fast-check';
import { errorsAlong, nearestMatch } from '../../../../src/core/anchor/approximate';

const unitsOf = (text: string): Uint16Array => Uint16Array.from(text, (_, i) => text.charCodeAt(i));

test('the match has as few errors as the peer finds, and is one of its matches', () => {
  const words = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '港'), maxLength });
  fc.assert(
    fc.property(words(120), words(70), fc.nat(80), fc.nat(120), fc.nat(20), (text, pattern, n, near, low) => {
      // With more errors than that anything matches, the empty string too.
      const most = Math.min(n, Math.floor((pattern.length - 1) / 2));
      const found = nearestMatch(unitsOf(text), low, text.length, unitsOf(pattern), 0, pattern.length, most, near);
      const peers = pattern === '' ? [] : search(text.slice(low), pattern, most);
      if (pattern === '' || low >= text.length || peers.length === 0) {
        assert.equal(found, undefined);
        return;
      }
      assert.equal(found?.errors, peers[0]?.errors);
      assert.ok(peers.some(({ start, end }) => start + low === found?.start && end + low === found.end));
    }),
    { numRuns: 1000 },
  );
});

test('the errors along a text are those of counting cell by cell (Sellers, 1980)', () => {
  const words = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength });
  fc.assert(
    fc.property(words(60), words(32), (text, pattern) => {
      let row = Array.from(pattern, (_, i) => i + 1);
      const expected = [pattern.length];
      for (const sign of text) {
        const next: number[] = [];
        for (const [i, own] of [...pattern].entries()) {
          const diagonal = (i === 0 ? 0 : (row[i - 1] ?? 0)) + Number(own !== sign);
          next.push(Math.min(diagonal, (row[i] ?? 0) + 1, (i === 0 ? 0 : (next[i - 1] ?? 0)) + 1));
        }
        row = next;
        expected.push(row.at(-1) ?? 0);
      }
      const found = new Uint16Array(text.length + 1);
      errorsAlong(unitsOf(pattern), 0, pattern.length, unitsOf(text), 0, text.length, 1, found);
      assert.deepEqual([...found], expected);
    }),
  );
});
