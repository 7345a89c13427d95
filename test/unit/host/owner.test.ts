import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { platform } from '../../../src/host/platform.node';

if (process.env.ARGMARK_TELLS_OWNER) {
  process.send?.(platform.owner);
  // Lives until it is killed.
  setInterval(() => {}, 60_000);
} else await registerTests();

async function registerTests(): Promise<void> {
  const { test } = await import('node:test');

  test('a host is gone when its process is, also where another one has its number', async (t) => {
    const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: _options, ...env } = process.env;
    const other = fork(fileURLToPath(import.meta.url), [], {
      env: { ...env, ARGMARK_TELLS_OWNER: '1' },
      stdio: 'ignore',
    });
    t.after(() => other.kill('SIGKILL'));
    const [owner] = (await once(other, 'message')) as [string];
    assert.equal(platform.isGone(owner), false, owner);
    assert.equal(platform.isGone(platform.owner), false);
    const [pid, start, random] = owner.split('-');
    const earlier = process.platform === 'linux' ? '00000000.1' : String(Number(start) - 86_400);
    assert.equal(platform.isGone(`${pid}-${earlier}-${random}`), true, 'a process of an earlier start of the machine');
    if (process.platform === 'linux') {
      const [boot, ticks] = start?.split('.') ?? [];
      assert.equal(platform.isGone(`${pid}-${boot}.${Number(ticks) - 1}-${random}`), true, 'an earlier one since');
    }
    for (const unknown of [`${pid}-${random}`, `${pid}--${random}`, 'somebody', ''])
      assert.equal(platform.isGone(unknown), false, unknown);
    other.kill('SIGKILL');
    await once(other, 'exit');
    assert.equal(platform.isGone(owner), true);
  });
}
