/**
 * The small test runner inside the extension host. `node:test` does not exist in the web extension host, which is a
 * worker; this one has the same shape and runs in both. Test files say `test(name, async (t) => …)`; `runAll` is called
 * by the entry that the build makes of all of them.
 */

/** What a test gets: a place for what must be undone after it, also when it fails. */
export interface TestContext {
  /** Calls `undo` after the test, the last one first. */
  after(undo: () => unknown): void;
  /** Says that the test cannot be tried here and why, and that it does not count; it has to return then. */
  skip(why: string): void;
}

/** Options of one test. */
export interface TestOptions {
  /** Milliseconds after which it counts as hanging; 30 s where nothing is said. */
  readonly timeout?: number;
}

interface RegisteredTest {
  readonly file: string;
  readonly name: string;
  readonly body: (t: TestContext) => unknown;
  readonly timeout: number;
}

// The scripts outside show the lines that begin with this, and leave what the workbench says of itself to a log.
const marker = '::argmark::';

const registered: RegisteredTest[] = [];
let loading = '';

/** Registers a test. */
export function test(name: string, body: (t: TestContext) => unknown, options: TestOptions = {}): void {
  registered.push({ file: loading, name, body, timeout: options.timeout ?? 30_000 });
}

/**
 * Loads the test files and runs their tests one after another; prints each result and the count. A test that fails is tried once more, and
 * named as unsteady. A file that cannot be loaded counts as one failure. Rejects where anything failed or nothing ran.
 */
export async function runAll(files: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const say = sayThroughConsole();
  let passed = 0;
  let failed = 0;
  const fail = (title: string, error: unknown) => {
    failed++;
    say(`  FAILED ${title}\n${reason(error).replaceAll(/^/gm, '    ')}`);
  };
  for (const [file, load] of Object.entries(files)) {
    loading = file;
    await load().catch((error) => fail(file, error));
  }
  for (const one of registered) {
    // What was said gets out before the next test, which might end the process.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const begin = Date.now();
    const title = `${one.file}: ${one.name}`;
    try {
      const skipped = await runOne(one).catch((error) => {
        // A window is no machine of one step at a time. What fails once and not again is named, for somebody to look into.
        say(`  UNSTEADY ${title}\n${reason(error).replaceAll(/^/gm, '    ')}`);
        return runOne(one);
      });
      if (skipped !== undefined) {
        say(`  skipped ${title} (${skipped})`);
        continue;
      }
      passed++;
      say(`  ok ${title} (${Date.now() - begin} ms)`);
    } catch (error) {
      fail(title, error);
    }
  }
  say(`passed ${passed} failed ${failed}`);
  if (failed > 0 || passed === 0)
    throw new Error(`${failed} of ${passed + failed} tests in the extension host failed.`);
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What tests and extension print comes out as well, each line with a bar before it. */
function sayThroughConsole(): (text: string) => void {
  const print = console.log.bind(console);
  const say = (text: string) => {
    for (const line of text.split('\n')) print(marker + line);
  };
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    console[method] = (...parts: unknown[]) => say(parts.map(show).join(' ').replaceAll(/^/gm, '  | '));
  }
  return say;
}

function show(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return part.stack ?? part.message;
  return JSON.stringify(part) ?? String(part);
}

/** Why it was skipped; undefined where it was not. */
async function runOne({ body, timeout }: RegisteredTest): Promise<string | undefined> {
  const undos: (() => unknown)[] = [];
  let skipped: string | undefined;
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`not done after ${timeout / 1000} s`)), timeout);
  });
  try {
    const context: TestContext = {
      after: (undo) => undos.push(undo),
      skip: (why) => {
        skipped = why;
      },
    };
    await Promise.race([body(context), late]);
  } finally {
    clearTimeout(clock);
    for (const undo of undos.reverse()) await undo();
  }
  return skipped;
}
