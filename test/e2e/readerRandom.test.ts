/** Sessions that nobody has thought out, each the same for its seed; ARGMARK_SEEDS=7,8,9 plays others. */
import { describe, test } from 'node:test';
import { readerPages } from './readerPages';
import { article, playSession, sidecar } from './readerSession';

const seeds = process.env.ARGMARK_SEEDS?.split(',').map(Number) ?? [1, 2];

describe('a session by keys at random', () => {
  const withPage = readerPages({ text: article, sidecar, height: 1600 });

  for (const seed of seeds) {
    test(`shows what the host has, and undo and redo bring back every byte: seed ${seed}`, () =>
      withPage({}, (reader) => playSession(reader, seed, 30)));
  }
});
