import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { platform } from '../../../src/host/platform.node';

/** A file that is whole or not: the number in its first line says what all of it is. */
const content = (n: number) => `${n}\n${`line of ${n}\n`.repeat(10_000)}`;

/** Written at once, so that one kill comes at as many different moments. */
const names = Array.from({ length: 20 }, (_, i) => `${i}.yaml`);

const written = process.env.ARGMARK_WRITES_TO;
if (written) await writeForEver(written);
else await registerTests();

/** In a process of its own: replaces all files again and again until it is killed. */
async function writeForEver(folder: string): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const file = { scheme: 'file', fsPath: join(folder, name) };
      for (let n = 1; ; n++) {
        await platform.replaceFile(file, new TextEncoder().encode(content(n)), async () => true);
        if (n === 1) process.send?.(name);
      }
    }),
  );
}

async function registerTests(): Promise<void> {
  // Loaded here alone, so that a writer is up as fast as can be.
  const { test } = await import('node:test');
  test('files whose writer is killed at 300 random moments are whole each time', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'argmark-kill-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    let cut = 0;
    for (let kill = 0; kill < 15; kill++) {
      for (const name of names) writeFileSync(join(folder, name), content(0));
      await killedWriter(folder);
      for (const name of names) {
        const text = readFileSync(join(folder, name), 'utf8');
        assert.equal(text, content(Number.parseInt(text, 10)));
      }
      for (const name of readdirSync(folder).filter((name) => !names.includes(name))) {
        cut++;
        rmSync(join(folder, name));
      }
    }
    assert.ok(cut > 0, 'no writer was killed in the middle of a write');
  });

  test('a file that is not as it was read is left alone, and nothing is left beside it', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'argmark-replace-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const fsPath = join(folder, 'a.yaml');
    writeFileSync(fsPath, 'old');
    const bytes = new TextEncoder().encode('new');
    assert.equal(await platform.replaceFile({ scheme: 'file', fsPath }, bytes, async () => false), false);
    assert.equal(readFileSync(fsPath, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), ['a.yaml']);
    assert.equal(await platform.replaceFile({ scheme: 'memfs', fsPath }, bytes, async () => true), undefined);
  });

  test('what a killed writer left beside a file goes with the next write, and nothing else does', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'argmark-replace-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const [left, young] = ['.a.yaml.0123456789ab.tmp', '.a.yaml.ba9876543210.tmp'];
    const others = ['.a.yaml.mine.tmp', '.b.yaml.0123456789ab.tmp', 'a.yaml.0123456789ab.tmp'];
    for (const name of [left, young, ...others]) writeFileSync(join(folder, name), '');
    const old = Date.now() / 1000 - 90;
    for (const name of [left, ...others]) utimesSync(join(folder, name), old, old);
    const file = { scheme: 'file', fsPath: join(folder, 'a.yaml') };
    assert.equal(await platform.replaceFile(file, new Uint8Array(3), async () => true), true);
    assert.deepEqual(readdirSync(folder).sort(), ['a.yaml', young, ...others].sort());
  });

  test('a name of the greatest length has room for the sibling', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'argmark-replace-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const fsPath = join(folder, `${'ü'.repeat(120)}.yaml`);
    assert.equal(await platform.replaceFile({ scheme: 'file', fsPath }, new Uint8Array(3), async () => true), true);
    assert.equal(readFileSync(fsPath).length, 3);
  });
}

function killedWriter(folder: string): Promise<void> {
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: _options, ...env } = process.env;
  const child = fork(fileURLToPath(import.meta.url), [], {
    env: { ...env, ARGMARK_WRITES_TO: folder },
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
    child.once('message', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 15));
  });
}
