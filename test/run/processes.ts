/** Child processes that never outlive the script that started them, whichever way it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

const groups = new Set<number>();
let guarded = false;

/** What became of a command: its exit status (null where a signal ended it) and all that it printed. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Options of `run`. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Text for its standard input. */
  readonly input?: string;
  /** Passes what it prints on to the terminal as well. */
  readonly show?: boolean;
  /** Ends it after so many milliseconds. */
  readonly timeout?: number;
}

/** Runs a command to its end. A command that cannot be started ends with status null and the reason as output. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      detached: process.platform !== 'win32',
    });
    guard(child);
    let output = '';
    const take = (data: Buffer) => {
      output += data;
      if (options.show) process.stdout.write(data);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.stdin?.end(options.input);
    const timer =
      options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            output += `\nEnded after ${options.timeout} ms without a result.\n`;
            killGroup(child, 'SIGKILL');
          }, options.timeout);
    child.on('error', (error) => resolve({ status: null, output: output + error.message }));
    child.on('close', (status) => {
      clearTimeout(timer);
      release(child);
      resolve({ status, output });
    });
  });
}

/** Starts a process in a group of its own, its output going to a log file. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  guard(child);
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.on('close', () => log.end());
  return child;
}

/** Sends a signal to a process and to all that it started; nothing happens where they are gone already. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

/** The ids of the processes below `pid` whose command line holds `word` (Linux only: read from /proc). */
export async function descendants(pid: number, word: string): Promise<number[]> {
  const parents = new Map<number, number>();
  const found: number[] = [];
  const ids = (await readdir('/proc')).map(Number).filter((id) => id > 0);
  for (const id of ids) {
    // A process may end between the listing and the look.
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
    parents.set(id, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  for (const id of ids) {
    let above = parents.get(id);
    while (above && above !== pid) above = parents.get(above);
    if (above !== pid) continue;
    const words = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (words.includes(word)) found.push(id);
  }
  return found;
}

function guard(child: ChildProcess): void {
  if (child.pid !== undefined) groups.add(child.pid);
  if (guarded) return;
  guarded = true;
  process.on('exit', killAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A script that waits for the signal itself ends in its own way.
      if (process.listenerCount(signal) === 1) process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}

function release(child: ChildProcess): void {
  if (child.pid !== undefined) groups.delete(child.pid);
}

function killAll(): void {
  for (const pid of groups) {
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}
