/** The kinds of tests, each from its sources to a count of what passed and what failed. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ensureChromium } from './chromium';
import { findFiles } from './files';
import { runNodeTests } from './nodeTests';
import { outDir, root } from './paths';
import { run } from './processes';
import { installExtension } from './server';
import { speedPage } from './speedPage';
import { step } from './steps';
import { add, one, type Tally } from './tally';
import { ensureHost } from './vscodeHost';

/** A kind of tests: builds what it needs and runs it. `words` keep to the files whose path holds one of them. */
export type Suite = (words: readonly string[]) => Promise<Tally>;

/** Pure functions, in plain Node. */
export const unit: Suite = async (words) => {
  const files = findFiles('test/unit', ['.test.ts', '.test.tsx'], words);
  if (files.length === 0) return { passed: 0, failed: 0 };
  if (!(await script('bundle:unit', files))) return one(false);
  return runNodeTests(
    files.map((file) => built('unit', file)),
    { eachTest: false, timeout: 300_000, concurrency: 2 },
  );
};

/** What tools find in the sources without running them: the scripts of package.json whose names begin with `check:`. */
export const sources: Suite = async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  let total: Tally = { passed: 0, failed: 0 };
  for (const name of Object.keys(scripts).filter((key) => key.startsWith('check:'))) {
    const begin = Date.now();
    const passed = await script(name);
    if (passed) console.log(`  ok ${name} (${Date.now() - begin} ms)`);
    total = add(total, one(passed));
  }
  return total;
};

/** That, and the rules of the architecture and of package.json, which are unit tests. */
export const check: Suite = async () => {
  const found = await sources([]);
  return add(found, await unit(['unit/rules/']));
};

/** A person's way through the workbench, with the packaged extension installed into a fresh VS Code. */
export const e2e: Suite = async (words) => {
  const files = findFiles('test/e2e', ['.test.ts'], words);
  if (files.length === 0) return { passed: 0, failed: 0 };
  const folder = join(outDir, 'e2e');
  await rm(folder, { recursive: true, force: true });
  if (!(await script('bundle:e2e', files))) return one(false);
  const extensions = await packageAndInstall(folder);
  if (!extensions) return one(false);
  await ensureChromium();
  process.env.ARGMARK_EXTENSIONS = extensions;
  return runNodeTests(
    files.map((file) => built('e2e', file)),
    // A workbench mostly waits, for itself and for whoever uses it.
    { eachTest: true, timeout: 600_000, concurrency: 2, again: true },
  );
};

/**
 * Measurements, each file a program of its own that prints what it found; it fails where it ends with another status than 0. When all of them
 * have ended well, and neither some of them nor fewer rounds were asked for, what they found is put into the docs.
 */
export const bench: Suite = async (words) => {
  const files = findFiles('test/bench', ['.bench.ts'], words);
  if (files.length === 0) return { passed: 0, failed: 0 };
  const folder = join(outDir, 'bench');
  await rm(folder, { recursive: true, force: true });
  if (!(await script('bundle:bench', files))) return one(false);
  // What is measured without a workbench does not wait for one.
  let extensions: string | undefined = '';
  if (files.some((file) => file.includes('workbench'))) {
    extensions = await packageAndInstall(folder);
    if (!extensions) return one(false);
    await ensureChromium();
  } else await mkdir(folder, { recursive: true });
  const measured = join(folder, 'measured.jsonl');
  let total: Tally = { passed: 0, failed: 0 };
  for (const file of files) {
    console.log(`\n  ${file}`);
    const env = { ARGMARK_EXTENSIONS: extensions, ARGMARK_MEASURED: measured };
    const ended = await run(process.execPath, [built('bench', file)], { env, show: true, timeout: 900_000 });
    total = add(total, one(ended.status === 0));
  }
  const isWhole = words.length === 0 && process.env.ARGMARK_ROUNDS === undefined;
  if (isWhole && total.failed === 0) await writeSpeedPage(measured);
  return total;
};

async function writeSpeedPage(measured: string): Promise<void> {
  const reports = (await readFile(measured, 'utf8')).trimEnd().split('\n');
  const day = new Date().toISOString().slice(0, 10);
  const page = speedPage(
    reports.map((report) => JSON.parse(report)),
    day,
  );
  await writeFile(join(root, 'docs', 'speed.md'), page);
  console.log('\n  docs/speed.md written');
}

async function packageAndInstall(folder: string): Promise<string | undefined> {
  const vsix = join(folder, 'argmark.vsix');
  const packed = await step(
    'Building and packing the extension',
    async () => (await script('build')) && (await script('bundle:vsix', ['--out', vsix])),
  );
  if (!packed) return undefined;
  const vscode = await ensureHost('current');
  const extensions = join(folder, 'extensions');
  await step('Installing it', () => installExtension(vscode, vsix, extensions));
  console.log(`  in VS Code ${vscode.version}, with ${relative(root, vsix)} installed (${await kilobytes(vsix)} KB)`);
  return extensions;
}

async function kilobytes(file: string): Promise<number> {
  return Math.round((await stat(file)).size / 1024);
}

/** Runs a script of package.json with more arguments; prints what it said only where it failed. */
export async function script(name: string, args: readonly string[] = [], input?: string): Promise<boolean> {
  const result = await run('npm', ['run', '-s', name, ...(args.length > 0 ? ['--', ...args] : [])], {
    timeout: 600_000,
    ...(input !== undefined && { input }),
  });
  if (result.status !== 0) console.log(`  FAILED npm run ${name}\n${result.output}`);
  return result.status === 0;
}

function built(kind: string, file: string): string {
  return join(outDir, kind, file.slice(`test/${kind}/`.length).replace(/\.tsx?$/, '.mjs'));
}
