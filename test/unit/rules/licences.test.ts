/** The licences of others come along with the code of others. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Metafile } from 'esbuild';
import { bundleHost } from '../../run/hostBundle';
import { thirdPartyNotices } from '../../run/licences';

/** The libraries that are in what the build makes. */
async function bundledLibraries(): Promise<Set<string>> {
  const folder = mkdtempSync(join(tmpdir(), 'argmark-bundle-'));
  try {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const inputsOf = (script: string) => {
      const metafile = join(folder, `${script}.json`);
      const words: string[] = scripts[script]
        .replaceAll('"', '')
        .replace(/--out(dir|file)=\S+/, `--outdir=${folder}`)
        .split(' ');
      execFileSync('npx', [...words, `--metafile=${metafile}`, '--log-level=error']);
      return Object.keys((JSON.parse(readFileSync(metafile, 'utf8')) as Metafile).inputs);
    };
    const inputs = [
      ...Object.keys((await bundleHost(folder)).inputs),
      ...inputsOf('build:cli'),
      ...inputsOf('build:webviews'),
    ];
    return new Set(inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('every library that is bundled has its licence in the notices of the package', async () => {
  const notices = thirdPartyNotices();
  const libraries = await bundledLibraries();
  assert.ok(libraries.has('yaml') && libraries.has('preact') && libraries.size > 20, [...libraries].join());
  for (const library of libraries) {
    const own = notices.split(/^-{80}$/m).find((part) => part.trim().startsWith(`${library} `));
    assert.match(own ?? '', /copyright/i, library);
  }
});
