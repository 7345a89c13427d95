/** Sessions that nobody has thought out, each the same for its seed; ARGMARK_SEEDS=7,8,9 plays others. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readerPages } from './readerPages';
import { article, playSession, sidecar } from './readerSession';

const seeds = process.env.ARGMARK_SEEDS?.split(',').map(Number) ?? [3, 5];
const length = 15;

describe('a session by keys at random', () => {
  const withPage = readerPages({ text: article, sidecar, height: 1600 });

  for (const seed of seeds) {
    test(`shows what the host has, undo and redo bring back every byte, and a late host changes nothing: seed ${seed}`, async () => {
      const come: string[][] = [];
      for (const host of ['late', 'prompt'] as const) {
        await withPage({}, async (reader) => {
          come.push(await playSession(reader, { seed, length, host }));
        });
      }
      assert.deepEqual(come[0], come[1], 'a late host changes nothing');
    });
  }
});
