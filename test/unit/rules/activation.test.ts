/** What VS Code loads when the extension starts: little, with the formats' libraries left to the first article that is opened. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Metafile } from 'esbuild';

const most = 150_000;

/** The build's own line, to another place, with a record of what went where. */
function bundled(): Metafile['outputs'] {
  const folder = mkdtempSync(join(tmpdir(), 'argmark-bundle-'));
  try {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const metafile = join(folder, 'meta.json');
    const line: string[] = scripts['build:node'].replace(/--outdir=\S+/, `--outdir=${folder}`).split(' ');
    execFileSync('npx', [...line, `--metafile=${metafile}`, '--log-level=error']);
    return JSON.parse(readFileSync(metafile, 'utf8')).outputs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the bundle that is loaded at activation is small, and reads no format yet', () => {
  const outputs = bundled();
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') load(next);
  };
  load(Object.keys(outputs).find((path) => outputs[path]?.entryPoint === 'src/extension.ts') ?? assert.fail());
  const sources = [...loaded].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
  assert.deepEqual(
    sources.filter((source) => source.includes('node_modules/')),
    [],
  );
  const bytes = [...loaded].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  assert.ok(bytes < most, `${bytes} bytes are loaded`);
});

test('no module is asked for in a way that an ES module does not know', () => {
  const needed = Object.values(bundled()).flatMap(({ imports }) =>
    imports.filter(({ kind }) => kind === 'require-call'),
  );
  assert.deepEqual(needed, []);
});
