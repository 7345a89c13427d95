/**
 * A process that saves all the time, with the product's own code, is killed at 300 random moments. After each the file on disk is whole,
 * and holds every annotation whose save was done. (That the same is so in the real extension host, less often, is in `survival.test.ts`.)
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { load } from 'js-yaml';
import { articleSidecar } from '../bench/articleSidecar';
import { articleText } from '../bench/articleText';
import { Random } from '../random';
import { root } from '../run/paths';

const kills = 300;
const writers = 2;
/** A process is killed so many milliseconds, at most, after one of its first saves; a save takes about as long. */
const longest = 12;

const folder = await mkdtemp(join(tmpdir(), 'argmark-kills-'));
after(() => rm(folder, { recursive: true, force: true }));

interface Found {
  readonly argmark: number;
  readonly annotations: readonly { readonly id: string; readonly spans: readonly { readonly quote: string }[] }[];
}

test(`${kills} kills at random moments leave a whole file with all that was saved`, async () => {
  const program = join(folder, 'saving.cjs');
  await build({
    entryPoints: [join(root, 'test/e2e/savingProcess.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    alias: { vscode: join(root, 'test/e2e/vscodeOnDisk.ts') },
    outfile: program,
    logLevel: 'warning',
  });
  const random = new Random(300);
  const results = await Promise.all(
    Array.from({ length: writers }, (_, at) => writer(program, at, kills / writers, random)),
  );
  const saves = results.reduce((sum, { saves }) => sum + saves, 0);
  const midway = results.reduce((sum, { midway }) => sum + midway, 0);
  assert.ok(saves > kills, `the processes came to save: ${saves} times`);
  // Without kills in the middle of a write this would show nothing.
  assert.ok(midway > kills / 20, `writes were cut short: ${midway}`);
});

async function writer(program: string, at: number, times: number, random: Random) {
  const article = join(folder, `article${at}.txt`);
  const sidecar = `${article}.annotations.yaml`;
  const text = articleText(20_000, at);
  await writeFile(article, text);
  // One of the writers begins without a file.
  if (at > 0) await writeFile(sidecar, articleSidecar(text, { annotations: 200, seed: at }));
  const kept = new Set(at > 0 ? idsIn(sidecar) : []);
  let saves = 0;
  let midway = 0;
  for (let time = 0; time < times; time++) {
    const child = spawn(process.execPath, [program, article], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = listen(child);
    await said.lines(random.between(1, 3));
    await wait(random.next() * longest);
    child.kill('SIGKILL');
    const saved = await said.ended;
    saves += saved.length;
    for (const id of saved) kept.add(id);
    if (!existsSync(sidecar)) {
      assert.equal(kept.size, 0, 'there is a file once something was saved');
      continue;
    }
    const present = new Set(idsIn(sidecar));
    const lost = [...kept].filter((id) => !present.has(id));
    assert.deepEqual(lost, [], `after kill ${time} nothing that was saved is lost`);
    for (const id of present) kept.add(id);
    midway += (await leftovers(at)).length > 0 ? 1 : 0;
    for (const file of await leftovers(at)) await rm(join(folder, file));
  }
  return { saves, midway };
}

/** What a write that was cut short leaves beside the file. */
async function leftovers(at: number): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith(`.article${at}.`) && name.endsWith('.tmp'));
}

/** The ids in a file, which has to be whole YAML of the right shape, and each entry complete. */
function idsIn(sidecar: string): string[] {
  const found = load(readFileSync(sidecar, 'utf8')) as Found;
  assert.equal(found.argmark, 1);
  for (const { id, spans } of found.annotations) assert.ok(id && spans[0]?.quote, 'every entry is complete');
  return found.annotations.map(({ id }) => id);
}

/** What a process says: `ready`, then what it has saved. */
function listen(child: ChildProcess) {
  const said: string[] = [];
  let rest = '';
  const heard = new EventEmitter();
  child.stdout?.on('data', (data: Buffer) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines);
    heard.emit('lines');
  });
  child.once('exit', () => heard.emit('lines'));
  return {
    /** Waits until it has said so many lines. */
    lines: async (count: number) => {
      while (said.length < count) {
        await once(heard, 'lines');
        assert.equal(child.exitCode, null, 'the process goes on');
      }
    },
    ended: new Promise<string[]>((resolve) =>
      child.once('close', () => resolve(said.slice(1).map((line) => line.replace('saved ', '')))),
    ),
  };
}
