/** Runs files of `node:test`, each in a process of its own, and prints what a person wants to know of them. */
import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { outDir } from './paths';
import { add, type Tally } from './tally';

/** Options of `runNodeTests`. */
export interface NodeTestOptions {
  /** Prints a line for each test as it ends, not only for each file. */
  readonly eachTest: boolean;
  /** How many milliseconds one file may take before it is ended and counts as failed. */
  readonly timeout: number;
  /** How many files run at once. */
  readonly concurrency: number;
  /** Tries tests that fail once more, and names them as unsteady: for those that use a window as a person does. */
  readonly again?: boolean;
}

interface Reported {
  readonly name: string;
  readonly skip?: string | boolean;
  readonly details: {
    readonly type?: string;
    readonly duration_ms: number;
    readonly error?: Error & { failureType?: string };
  };
}

/** Runs built test files (full paths). A file that crashes, hangs, or runs no test at all counts as a failure. */
export async function runNodeTests(files: readonly string[], options: NodeTestOptions): Promise<Tally> {
  // In stack traces the lines of the sources are wanted, not those of the built files.
  process.env.NODE_OPTIONS = '--enable-source-maps';
  const waiting = [...files];
  let total: Tally = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const tally = await runFile(file, options);
      const isUnsteady = options.again && (tally.isCut || tally.names.length > 0);
      total = add(total, isUnsteady ? await tryAgain(file, options, tally) : tally);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return total;
}

/** What a file comes to, with the names of the tests that failed in it. */
interface FileTally extends Tally {
  readonly names: readonly string[];
  /** Its process hung or crashed, and tests that were to come are not counted. */
  readonly isCut: boolean;
}

/** The count of a file after its failed tests had a second try; all of them, where it was cut. */
async function tryAgain(file: string, options: NodeTestOptions, first: FileTally): Promise<Tally> {
  if (first.isCut) {
    console.log(`  UNSTEADY ${titleOf(file)}: once more`);
    return runFile(file, options);
  }
  console.log(`  UNSTEADY ${first.names.join('; ')}: once more`);
  const second = await runFile(file, options, first.names);
  // Where the second try did not come to the tests at all, the first one counts.
  if (second.passed + second.failed < first.names.length) return first;
  return { ...first, passed: first.passed + second.passed, failed: first.failed - first.names.length + second.failed };
}

function runFile(file: string, options: NodeTestOptions, only?: readonly string[]): Promise<FileTally> {
  const title = titleOf(file);
  const begin = Date.now();
  let passed = 0;
  let failed = 0;
  let running = '';
  let isCut = false;
  const skipped: string[] = [];
  const names: string[] = [];
  const fail = (name: string, why: string) => {
    failed++;
    console.log(`  FAILED ${title}${name ? `: ${name}` : ''}\n${why.replaceAll(/^/gm, '    ')}`);
  };
  return new Promise((resolve) => {
    const stream = run({
      files: [file],
      concurrency: 1,
      timeout: options.timeout,
      ...(only && { testNamePatterns: only.map((name) => `/^${name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$/`) }),
    });
    stream.on('test:stdout', (data: { message: string }) => process.stdout.write(data.message));
    stream.on('test:stderr', (data: { message: string }) => process.stderr.write(data.message));
    stream.on('test:dequeue', ({ name }: Pick<Reported, 'name'>) => {
      running = name;
    });
    stream.on('test:pass', ({ name, skip, details }: Reported) => {
      // The file itself is reported only where no test of it was.
      if (details.type === 'suite' || name === file) return;
      // Those that were not asked for are reported as skipped.
      if (only && !only.includes(name)) return;
      if (skip !== undefined) {
        skipped.push(`${title}: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}`);
        return;
      }
      passed++;
      if (options.eachTest) console.log(`  ok ${title}: ${name} (${Math.round(details.duration_ms)} ms)`);
    });
    stream.on('test:fail', ({ name, details: { error } }: Reported) => {
      // The failure of a part is told where it happened, and once is enough.
      if (error?.failureType === 'subtestsFailed') return;
      if (name !== file) {
        names.push(name);
        fail(name, inspect(error?.cause ?? error));
        return;
      }
      isCut = true;
      if (error?.failureType === 'testTimeoutFailure')
        fail('', `Not done after ${options.timeout / 1000} s, it was ended in “${running}” or after it.`);
      else if (error?.failureType === 'testCodeFailure') fail('', `Its process crashed in “${running}” or after it.`);
      else fail('', inspect(error?.cause ?? error));
    });
    stream.on('end', () => {
      if (passed + failed + skipped.length === 0)
        fail('', 'No test ran in it: it holds none, or its process ended before they did.');
      const result = failed > 0 ? `${failed} of ${passed + failed} failed` : `${passed} ok`;
      if (!options.eachTest) console.log(`  ${title}: ${result}, ${Date.now() - begin} ms`);
      resolve({ passed, failed, skipped, names, isCut });
    });
    stream.resume();
  });
}

/** "e2e/hover": the path of a file of tests, from the folder of all of them. */
function titleOf(file: string): string {
  return relative(outDir, file)
    .replaceAll('\\', '/')
    .replace(/\.test\.m?js$/, '');
}
