/**
 * The tests inside a real extension host. `runTests` of @vscode/test-electron starts them: through the launcher, which
 * serves the workbench and needs no desktop, or in a desktop VS Code; the web extension host has a server of its own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ensureChromium } from './chromium';
import { desktopVersion, ensureDesktop } from './desktop';
import { findFiles } from './files';
import { outDir, root } from './paths';
import { copySampleArticles } from './samples';
import { explain } from './steps';
import { type Suite, script } from './suites';
import { one, type Tally } from './tally';
import { type Edition, ensureHost } from './vscodeHost';
import { runInWebHost } from './webHost';

type TestOptions = Parameters<typeof runTests>[0];

const timeout = 600_000;

/** Inside the extension host of the VS Code that development uses, in a served workbench. */
export const host: Suite = (words) => servedHost('current', words);

/** The same on the oldest VS Code supported. */
export const minimum: Suite = (words) => servedHost('minimum', words);

async function servedHost(edition: Edition, words: readonly string[]): Promise<Tally> {
  const launcher = join(outDir, 'run', 'launcher.js');
  await chmod(launcher, 0o755);
  const { version } = await ensureHost(edition);
  await ensureChromium();
  console.log(`  in VS Code ${version}, served`);
  return hostTests(words, {
    vscodeExecutablePath: launcher,
    extensionTestsEnv: { ARGMARK_EDITION: edition, ARGMARK_TESTS_TIMEOUT: String(timeout) },
  });
}

/** The same in a desktop VS Code: the one on the path of the machine, else a downloaded one. */
export const desktop: Suite = async (words) => {
  const vscodeExecutablePath = await ensureDesktop();
  console.log(`  in VS Code ${await desktopVersion(vscodeExecutablePath)}, on the desktop`);
  return hostTests(words, { vscodeExecutablePath });
};

async function hostTests(words: readonly string[], options: Partial<TestOptions>): Promise<Tally> {
  const files = findFiles('test/host', ['.test.ts'], words);
  if (files.length === 0) return { passed: 0, failed: 0 };
  if (!(await script('build')) || !(await script('bundle:host', [], hostEntry(files)))) return one(false);
  const workspace = await freshWorkspace();
  const heard = hearTests(join(outDir, 'host.log'));
  try {
    await runTests({
      ...options,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(outDir, 'host', 'index.js'),
      launchArgs: [workspace, '--disable-extensions'],
    });
  } catch {
    // What failed was printed; a run that did not come to its count is noticed below.
  } finally {
    heard.stop();
    await rm(workspace, { recursive: true, force: true });
  }
  return heard.tally();
}

/** In the web extension host, a worker in the browser, on the browser bundle; files named `.node.test.ts` are left out. */
export const web: Suite = async (words) => {
  const files = findFiles('test/host', ['.test.ts'], words).filter((file) => !file.endsWith('.node.test.ts'));
  if (files.length === 0) return { passed: 0, failed: 0 };
  if (!(await script('build')) || !(await script('bundle:webHost', [], hostEntry(files)))) return one(false);
  const vscode = await ensureHost('current');
  await ensureChromium();
  console.log(`  in the web extension host of VS Code ${vscode.version}`);
  const workspace = await freshWorkspace();
  const heard = hearTests(join(outDir, 'web.log'));
  try {
    await runInWebHost(vscode, { workspace, extensionTestsPath: 'out/web/index.js', timeout });
  } catch (error) {
    console.log(explain(error));
  } finally {
    heard.stop();
    await rm(workspace, { recursive: true, force: true });
  }
  return heard.tally();
};

/** The module whose `run` the extension host calls: every test file, loaded when its turn comes. */
function hostEntry(files: readonly string[]): string {
  const lines = files.map((file) => {
    const name = file.slice('test/host/'.length).replace(/\.test\.ts$/, '');
    return `  ${JSON.stringify(name)}: () => import(${JSON.stringify(`./${file.replace(/\.ts$/, '')}`)}),`;
  });
  return `import { runAll } from './test/host/harness';\nexport const run = () => runAll({\n${lines.join('\n')}\n});\n`;
}

async function freshWorkspace(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'argmark-workspace-'));
  await copySampleArticles(folder);
  return folder;
}

const maps = new Map<string, SourceMap>();

/** A line of a stack trace with the place in the sources, where it names one in the bundle of tests. */
function inSources(line: string): string {
  return line.replace(
    /[^\s(]*\/(out\/(?:host|web)\/index\.js)(?:#vscode-extension)?:(\d+):(\d+)/,
    (place, file, row, column) => {
      const map = maps.get(file) ?? new SourceMap(JSON.parse(readFileSync(join(root, `${file}.map`), 'utf8')));
      maps.set(file, map);
      // The web extension host wraps a module in a function that begins two lines earlier.
      const entry = map.findEntry(Number(row) - (file === 'out/web/index.js' ? 3 : 1), Number(column) - 1);
      if (!('originalSource' in entry)) return place;
      return `${relative(root, join(root, dirname(file), entry.originalSource))}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    },
  );
}

/**
 * Listens to what is printed until `stop`: shows what the tests say and keeps the rest, which the workbench says of
 * itself, in a log file.
 */
function hearTests(logFile: string): { stop(): void; tally(): Tally } {
  let tally: Tally | undefined;
  let rest = '';
  const noise: string[] = [];
  const skipped: string[] = [];
  const write = process.stdout.write;
  const hear = (line: string) => {
    const said = /^::argmark::(.*)$/.exec(line)?.[1];
    const counted = said === undefined ? null : /^passed (\d+) failed (\d+)$/.exec(said);
    const skip = said === undefined ? null : /^ {2}skipped (.+)$/.exec(said);
    if (skip) skipped.push(skip[1] ?? '');
    if (counted) tally = { passed: Number(counted[1]), failed: Number(counted[2]), skipped };
    else if (said === undefined) noise.push(line);
    else write.call(process.stdout, `${inSources(said)}\n`);
  };
  process.stdout.write = ((data: string | Uint8Array) => {
    const lines = (rest + (typeof data === 'string' ? data : Buffer.from(data).toString())).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(hear);
    return true;
  }) as typeof write;
  return {
    stop: () => {
      process.stdout.write = write;
      writeFileSync(logFile, noise.join('\n'));
    },
    tally: () => {
      if (tally) return tally;
      const last = noise.filter((line) => !/^\s+at /.test(line)).slice(-8);
      console.log('  FAILED the tests did not come to an end. What the workbench said last:');
      console.log(last.map((line) => `    ${line.slice(0, 200)}`).join('\n'));
      console.log(`  All of it: ${logFile}`);
      return one(false);
    },
  };
}
