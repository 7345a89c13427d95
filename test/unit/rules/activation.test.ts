/** What VS Code loads when the extension starts: little and in one piece, with the formats' libraries left to the first article that is opened. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Metafile } from 'esbuild';
import { bundleHost, loadedAtActivation } from '../../run/hostBundle';

const most = 150_000;

/** What the build makes, in another place, and who wants to look at its files. */
async function bundled(look?: (folder: string) => void): Promise<Metafile['outputs']> {
  const folder = mkdtempSync(join(tmpdir(), 'argmark-bundle-'));
  try {
    const { outputs } = await bundleHost(folder);
    look?.(folder);
    return outputs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the bundle that is loaded at activation is small and in one piece, and reads no format yet', async () => {
  const outputs = await bundled();
  const loaded = loadedAtActivation(outputs);
  assert.ok(loaded.length > 0);
  const sources = loaded.flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
  assert.deepEqual(
    sources.filter((source) => source.includes('node_modules/')),
    [],
  );
  assert.ok(loaded.length <= 2, `the entry and what it shares with all others: ${loaded}`);
  const bytes = loaded.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  assert.ok(bytes < most, `${bytes} bytes are loaded`);
});

test('no module is asked for in a way that an ES module does not know', async () => {
  const needed = Object.values(await bundled()).flatMap(({ imports }) =>
    imports.filter(({ kind }) => kind === 'require-call'),
  );
  assert.deepEqual(needed, []);
});

test('what is built says nothing of where it was built', async () => {
  await bundled((folder) => {
    for (const name of readdirSync(folder)) {
      const content = readFileSync(join(folder, name), 'utf8');
      const told: string[] = name.endsWith('.map') ? JSON.parse(content).sourcesContent : [content];
      assert.ok(!told.some((text) => text.includes(process.cwd())), name);
    }
  });
});
