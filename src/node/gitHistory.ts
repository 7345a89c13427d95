/*
 * The versions of a file in the git repository that it lies in, newest first, renames followed. Two processes of git: one lists the versions, the
 * other one gives their bytes, both only as far as they are asked for. No folder needs to be checked out for that, and nothing is written.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { surroundings } from './git';

/** Milliseconds after which the versions found so far must do: in a repository of very many commits git takes its time. */
const longest = 10_000;
/** A file has more versions only where a program writes it. */
const mostVersions = 2000;
/** Versions that git is asked for at once. */
const mostAtOnce = 32;
/** Bytes of a version that is still read. */
const largestVersion = 16 * 1024 * 1024;

/**
 * The bytes of each version once. None where the file is in no repository, or not in its history, or git is not there. Leaving the loop ends
 * git.
 * @param git the program, by name or path.
 */
export async function* versionsInGit(path: string, git = 'git'): AsyncGenerator<Uint8Array> {
  const file = await realpath(path).catch(() => path);
  // A repository's settings can name programs: none of these is run.
  const inFolder = ['--no-pager', '--literal-pathspecs', '-C', dirname(file), '-c', 'log.diffMerges=separate'];
  const list = ['log', '--follow', '-m', '--root', '--raw', '--no-abbrev', '-z', '--format=', '--no-show-signature'];
  const log = start(git, [...inFolder, ...list, '--', basename(file)]);
  const cat = start(git, [...inFolder, 'cat-file', '--batch']);
  const timer = setTimeout(() => stop(log, cat), longest);
  try {
    const source = bytesOf(cat);
    const listed = blobsListed(log);
    let seen = 0;
    // Mostly the newest versions will do; where they do not, many are needed.
    for (let most = 1; seen < mostVersions; most = Math.min(2 * most, mostAtOnce)) {
      const ids = await listed(most);
      if (ids.length === 0) return;
      seen += ids.length;
      cat.stdin.write(`${ids.join('\n')}\n`);
      for (const _ of ids) {
        const size = / blob (\d+)$/.exec((await source.line()) ?? '')?.[1];
        // Of a clone that has not everything, some may be missing.
        if (size === undefined) continue;
        const bytes = await source.take(Number(size) + 1, largestVersion);
        if (bytes) yield bytes.subarray(0, -1);
      }
    }
  } finally {
    clearTimeout(timer);
    stop(log, cat);
  }
}

function start(git: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = spawn(git, [...args], surroundings());
  // Where git is not there, or ends before it is asked: its output ends, and that is all there is to say.
  child.on('error', () => child.stdout.destroy());
  child.stdin.on('error', () => {});
  child.stdout.on('error', () => {});
  child.stderr.resume();
  return child;
}

function stop(...children: readonly ChildProcessWithoutNullStreams[]): void {
  for (const child of children) {
    child.kill();
    child.stdout.destroy();
  }
}

const noBlob = /^0+$/;

/**
 * The ids of the versions, each once, as `git log --raw -z` lists them: of each change the new side, where that is a file. A call waits for the
 * next one and gives as many as are known by then, up to `most`; none at the end. Fields stand between zeros: a line, and the path, two of a rename.
 */
function blobsListed({ stdout }: ChildProcessWithoutNullStreams): (most: number) => Promise<readonly string[]> {
  const seen = new Set<string>();
  const known: string[] = [];
  let rest = '';
  let paths = 0;
  let isOver = false;
  let wake = () => {};
  const take = (field: string) => {
    if (paths > 0) {
      paths--;
      return;
    }
    const [, mode = '', id = '', status = ''] = /^\s*:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(field) ?? [];
    paths = status === 'R' || status === 'C' ? 2 : 1;
    if (!mode.startsWith('100') || noBlob.test(id) || seen.has(id)) return;
    seen.add(id);
    known.push(id);
  };
  stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const fields = (rest + chunk).split('\0');
    rest = fields.pop() ?? '';
    for (const field of fields) take(field);
    if (seen.size >= mostVersions) stdout.pause();
    wake();
  });
  stdout.on('close', () => {
    isOver = true;
    wake();
  });
  return async (most) => {
    while (known.length === 0 && !isOver) await new Promise<void>((resolve) => (wake = resolve));
    return known.splice(0, most);
  };
}

interface Bytes {
  /** The next line, without its end; undefined at the end of all. */
  line(): Promise<string | undefined>;
  /** The next so many bytes; undefined where there are fewer, or more than are to be kept: those are passed over. */
  take(count: number, most: number): Promise<Uint8Array | undefined>;
}

/** What a process prints, piece by piece. */
function bytesOf({ stdout }: ChildProcessWithoutNullStreams): Bytes {
  const chunks: AsyncIterator<Buffer> = stdout[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { value, done } = await chunks.next().catch(() => ({ value: undefined, done: true }));
    if (done || !value) return false;
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  };
  return {
    line: async () => {
      for (;;) {
        const end = held.indexOf(10);
        if (end >= 0) {
          const line = held.toString('utf8', 0, end);
          held = held.subarray(end + 1);
          return line;
        }
        if (!(await more())) return undefined;
      }
    },
    take: async (count, most) => {
      const parts: Buffer[] = [];
      for (let missing = count; ; ) {
        const part = held.subarray(0, missing);
        held = held.subarray(part.length);
        missing -= part.length;
        if (count <= most) parts.push(part);
        if (missing === 0) return count <= most ? Buffer.concat(parts) : undefined;
        if (!(await more())) return undefined;
      }
    },
  };
}
