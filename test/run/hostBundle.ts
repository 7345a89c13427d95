/** The host for Node as one bundle: what it starts with, and parts that are loaded when they are wanted. */
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { root } from './paths';

const sources = join(root, 'src');
const entry = join(sources, 'extension.ts');

/**
 * What is loaded at activation stays one file. esbuild puts together what has the same users, which would be fifty files, and each costs VS Code a way
 * to its loader's thread and back; so every module of ours is made a user of the entry, which is loaded before all others anyway.
 */
const usesEntry: Plugin = {
  name: 'uses the entry',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!path.startsWith(sources + sep)) return undefined;
      return { contents: `${await readFile(path, 'utf8')}\nimport 'entry';`, loader: 'ts' };
    }),
};

/** Writes it into a folder, and tells what has gone where, by paths from the root of the checkout. */
export async function bundleHost(outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    ...{ entryPoints: [entry], bundle: true, splitting: true, minify: true, sourcemap: true, metafile: true },
    ...{ platform: 'neutral', mainFields: ['module', 'main'], external: ['node:*', 'vscode'] },
    ...{ target: 'node20', format: 'esm', outdir, outExtension: { '.js': '.mjs' } },
    ...{ absWorkingDir: root, plugins: [usesEntry], alias: { entry }, logLevel: 'warning' },
  });
  return metafile;
}

/** The files of it that are loaded at activation: the entry, and all that comes with it. */
export function loadedAtActivation(outputs: Metafile['outputs']): string[] {
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path) || !outputs[path]) return;
    loaded.add(path);
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') load(next);
  };
  for (const [path, { entryPoint }] of Object.entries(outputs)) if (entryPoint === 'src/extension.ts') load(path);
  return [...loaded];
}
