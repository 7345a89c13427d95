import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytesOf, sizeOf } from '../../../src/node/disk';

test('a file is read as it is, and one that is not there is nothing', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'argmark-disk-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'a 🚢.md');
  await writeFile(file, 'Häfen');
  assert.deepEqual(await bytesOf(file), new TextEncoder().encode('Häfen'));
  assert.equal(await sizeOf(file), 6);
  for (const none of [join(folder, 'none'), join(file, 'inside of a file')]) {
    assert.equal(await bytesOf(none), undefined);
    assert.equal(await sizeOf(none), undefined);
  }
});

test('what is there and cannot be read is told, not taken for nothing', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'argmark-disk-'));
  t.after(() => rm(folder, { recursive: true }));
  await assert.rejects(bytesOf(folder), /EISDIR/);
  const closed = join(folder, 'closed');
  await writeFile(closed, 'x');
  await chmod(closed, 0);
  // Whoever may do everything may read this too.
  if (process.getuid?.() !== 0) await assert.rejects(bytesOf(closed), /EACCES/);
});
