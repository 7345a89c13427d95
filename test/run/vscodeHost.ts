/**
 * A real VS Code where none can be downloaded: the server, workbench and extension host that the npm package
 * `code-server` carries, with the Node that they are made for, installed once into the cache.
 */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { type Outcome, run } from './processes';
import { Advice, step } from './steps';

/** An installed VS Code. */
export interface VscodeHost {
  /** The version of VS Code, such as 1.139.1. */
  readonly version: string;
  /** The Node binary that its server runs on. */
  readonly node: string;
  /** The folder that holds out/server-main.js. */
  readonly folder: string;
}

interface Recipe {
  readonly version: string;
  readonly package: string;
  readonly nodeMajor: number;
  readonly nativeModules: readonly string[];
  /** Dependencies that the package takes from an address which npm alone cannot reach, and the version on npm. */
  readonly pinned: Readonly<Record<string, string>>;
}

const recipes = {
  current: {
    version: '1.139.1',
    package: 'code-server@4.139.1',
    nodeMajor: 24,
    nativeModules: ['@vscode/spdlog', '@vscode/native-watchdog', 'node-pty'],
    pinned: {},
  },
  // The oldest version that package.json names under engines.vscode.
  minimum: {
    version: '1.106.3',
    package: 'code-server@4.106.3',
    nodeMajor: 22,
    nativeModules: ['@vscode/spdlog', 'native-watchdog', 'node-pty'],
    pinned: { '@parcel/watcher': '2.5.1' },
  },
} satisfies Record<string, Recipe>;

/** Which VS Code: the one that development and tests use, or the oldest one supported. */
export type Edition = keyof typeof recipes;

// Raise this when the steps of the installation change, so that caches made by the old ones are not used.
const recipeRevision = 1;

/** The VS Code of that edition, installed into the cache first where it is missing. */
export async function ensureHost(edition: Edition): Promise<VscodeHost> {
  const recipe: Recipe = recipes[edition];
  const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const cache = await cached(`vscode-${recipe.version}-r${recipeRevision}`, (folder) => install(recipe, node, folder));
  const binary = join(cache, 'node_modules', node, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return { version: recipe.version, node: binary, folder: join(cache, 'node_modules', 'code-server', 'lib', 'vscode') };
}

async function install(recipe: Recipe, node: string, folder: string): Promise<void> {
  const named = `VS Code ${recipe.version}`;
  // npm looks upwards for a package.json: without one here it might install into a folder above.
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await step(
    `Downloading ${named} and Node ${recipe.nodeMajor} for it (once; 400 MB)`,
    () => npm(folder, named, ['install', recipe.package, `${node}@${recipe.nodeMajor}`]),
    20,
  );
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  for (const [name, version] of Object.entries(recipe.pinned)) await pin(vscode, name, version);
  await step(
    `Downloading the parts of ${named}`,
    async () => {
      await npm(vscode, named, ['install', '--omit=dev']);
      await npm(join(vscode, 'extensions'), named, ['install', '--omit=dev']);
    },
    15,
  );
  await step(
    `Compiling the native parts of ${named}`,
    () => compile(recipe, join(folder, 'node_modules', node), vscode),
    45,
  );
}

/** These make logs and the terminal; the host runs without them, so a machine without a compiler goes on. */
async function compile(recipe: Recipe, nodeFolder: string, vscode: string): Promise<void> {
  const headers: Record<string, string> = existsSync(join(nodeFolder, 'include'))
    ? { npm_config_nodedir: nodeFolder }
    : {};
  const result = await run('npm', ['rebuild', '--ignore-scripts=false', ...recipe.nativeModules], {
    cwd: vscode,
    env: headers,
    timeout: 1_200_000,
  });
  if (result.status === 0) return;
  console.log('  They could not be compiled (that takes Python, make and a C++ compiler); VS Code runs without them.');
}

async function pin(vscode: string, name: string, version: string): Promise<void> {
  const manifest = join(vscode, 'package.json');
  const content = JSON.parse(await readFile(manifest, 'utf8'));
  content.dependencies[name] = version;
  await writeFile(manifest, JSON.stringify(content, undefined, 2));
  await rm(join(vscode, 'npm-shrinkwrap.json'), { force: true });
}

async function npm(cwd: string, what: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result: Outcome = await run('npm', [...args, ...quiet], { cwd, timeout: 1_200_000 });
  if (result.status === 0) return;
  throw new Advice(
    `${result.output.trim()}\n\n${what} could not be installed from the npm registry. See that it can be reached ` +
      '(`npm ping`; behind a proxy, `npm config set proxy URL`) and that the disk has 1 GB to spare, then run this again: ' +
      'it starts afresh, nothing half-done is kept. Where a desktop VS Code is installed, `npm start` uses that one.',
  );
}
