import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cached } from '../../run/cache';
import { cacheDir } from '../../run/paths';

const home = mkdtempSync(join(tmpdir(), 'argmark-cache-'));
process.env.XDG_CACHE_HOME = home;
after(() => rmSync(home, { recursive: true, force: true }));

const install = (text: string) => async (folder: string) => writeFileSync(join(folder, 'file'), text);

test('what is installed is there in full, and is installed once', async () => {
  const folder = await cached('once', install('first'));
  assert.equal(folder, join(home, 'argmark', 'once'));
  assert.equal(await cached('once', install('second')), folder);
  assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'first');
});

test('of two runs at once one installs and the other waits for it', async (t) => {
  t.mock.method(console, 'log', () => {});
  let installed = 0;
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = async (folder: string) => {
    installed++;
    await gate;
    await install('whole')(folder);
  };
  const both = Promise.all([cached('both', slow), cached('both', slow)]);
  release();
  const [one, other] = await both;
  assert.equal(one, other);
  assert.equal(installed, 1);
});

test('a failed installation leaves nothing behind, and the next run starts afresh', async () => {
  const broken = async (folder: string) => {
    await install('half')(folder);
    throw new Error('no network');
  };
  await assert.rejects(cached('broken', broken), /no network/);
  assert.deepEqual(
    readdirSync(cacheDir()).filter((name) => name.startsWith('broken')),
    [],
  );
  assert.equal(readFileSync(join(await cached('broken', install('whole')), 'file'), 'utf8'), 'whole');
});

test('the lock of a run that died is taken over', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const lock = join(cacheDir(), 'orphaned.lock');
  writeFileSync(lock, String(dead));
  await cached('orphaned', install('whole'));
  assert.equal(existsSync(lock), false);
});
