import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentTags } from '../../../src/host/recentTags';

/** What a workspace remembers. */
function memory() {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string) => kept.get(key) as T,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
}

test('the tag that was given last stands first, whatever gave it, and the workspace remembers it', () => {
  const workspace = memory();
  const recent = new RecentTags(workspace);
  recent.note({ verb: 'tag', tag: 'claim', spans: [] });
  recent.note({ verb: 'retag', ids: [], tag: 'premise' });
  recent.note({ verb: 'write', ids: [], field: 'note', value: 'claim' });
  recent.note({ verb: 'tag', tag: 'claim', spans: [] });
  assert.deepEqual(recent.names, ['claim', 'premise']);
  assert.deepEqual(new RecentTags(workspace).names, ['claim', 'premise']);
  for (let i = 0; i < 20; i++) recent.note({ verb: 'retag', ids: [], tag: `t${i}` });
  assert.deepEqual(recent.names.slice(0, 2), ['t19', 't18']);
  assert.equal(recent.names.length, 8);
});

test('what the memory holds of something else is passed over', () => {
  const workspace = memory();
  workspace.update('argmark.recentTags', ['claim', 3]);
  assert.deepEqual(new RecentTags(workspace).names, ['claim']);
  workspace.update('argmark.recentTags', 'claim');
  assert.deepEqual(new RecentTags(workspace).names, []);
});
