/*
 * The host in Node. `workspace.fs` cannot promise that a file is there in full at every moment (it truncates, then writes; its rename
 * may delete first), so a sidecar is written here: a sibling, flushed to the disk, then renamed over the old file.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  access,
  chmod,
  chown,
  constants,
  type FileHandle,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { homedir, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { MergeStages, Platform } from './platform';

/** A process id alone comes again, after a restart of the machine or in a container: the start of the process stands beside it. */
const owner = `${process.pid}-${startOf(process.pid)}-${randomBytes(4).toString('hex')}`;

export const platform: Platform = { replaceFile, isReadOnly, owner, isGone, gitUserName, mergeStages };

function isGone(other: string): boolean {
  const [, id, start] = /^(\d+)-(?:(.+)-)?/.exec(other) ?? [];
  const pid = Number(id);
  if (!pid || other === owner) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isOneOf(error, ['ESRCH'])) return true;
  }
  const now = startOf(pid);
  // What is not known speaks for neither.
  if (!start || !now) return false;
  return process.platform === 'linux' ? start !== now : Math.abs(Number(start) - Number(now)) > clockSlack;
}

/** Seconds by which a clock may be put right while a window is open. */
const clockSlack = 600;

/**
 * When a process began: on Linux in a way that no other process with its id has; elsewhere, where that takes another program to find out, the
 * second in which the machine was started, so that at least a restart is seen. Empty where it is not known.
 */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return String(Math.round(Date.now() / 1000 - uptime()));
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, in parentheses, may hold anything; the 22nd is the start in ticks since the machine's (proc_pid_stat(5)).
    return `${boot}.${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

async function replaceFile(
  file: { readonly scheme: string; readonly fsPath: string },
  bytes: Uint8Array,
  stillAsRead: () => Promise<boolean>,
): Promise<boolean | undefined> {
  if (file.scheme !== 'file') return undefined;
  // A symbolic link stays one: the file that it leads to is replaced.
  const path = await realpath(file.fsPath).catch(() => file.fsPath);
  const old = await stat(path).catch(() => undefined);
  const sibling = join(dirname(path), siblingName(basename(path)));
  let handle: FileHandle;
  try {
    handle = await open(sibling, 'wx', old ? old.mode & 0o777 : 0o666);
  } catch (error) {
    // Written in place, the file would not be whole at every moment, though this person may write it.
    if (!isOneOf(error, ['EACCES', 'EPERM', 'EROFS'])) throw error;
    throw new Error(`the folder ${dirname(path)} takes no new files (${(error as Error).message})`);
  }
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (old) await keepOwner(sibling, old);
    if (await stillAsRead()) {
      await renameOver(sibling, path);
      await removeLeftSiblings(path).catch(() => {});
      return true;
    }
    await rm(sibling, { force: true });
    return false;
  } catch (error) {
    await rm(sibling, { force: true }).catch(() => {});
    throw error;
  }
}

/** On Windows a virus scanner or a reader may hold the old file for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (process.platform !== 'win32' || attempt > 8 || !isOneOf(error, ['EACCES', 'EPERM', 'EBUSY'])) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 25));
    }
  }
}

const isOneOf = (error: unknown, codes: readonly string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** Starts with a dot, ends neither as an article nor as a sidecar, and stays under the 255 bytes that a name may have. */
const siblingName = (name: string): string => `${siblingStart(name)}${randomBytes(6).toString('hex')}.tmp`;

function siblingStart(name: string): string {
  let start = name;
  while (Buffer.byteLength(start) > 200) start = start.slice(0, -1);
  return `.${start}.`;
}

/** Those whose writers were killed: a minute older than the file just written, by the clock of its disk. */
async function removeLeftSiblings(path: string): Promise<void> {
  const start = siblingStart(basename(path));
  const { mtimeMs: now } = await stat(path);
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(start) || !/^[0-9a-f]{12}\.tmp$/.test(name.slice(start.length))) continue;
    const sibling = join(dirname(path), name);
    if (now - (await stat(sibling)).mtimeMs > 60_000) await rm(sibling, { force: true });
  }
}

async function keepOwner(path: string, old: { mode: number; uid: number; gid: number }): Promise<void> {
  // Best effort: without the right to give files away, the writer owns the new one, as with most editors.
  await chown(path, old.uid, old.gid).catch(() => {});
  await chmod(path, old.mode & 0o7777).catch(() => {});
}

async function isReadOnly(file: { readonly scheme: string; readonly fsPath: string }): Promise<boolean> {
  if (file.scheme !== 'file') return false;
  const there = await stat(file.fsPath).catch(() => undefined);
  if (!there) return false;
  // A file without any write bit is meant to stay as it is, even where the user is root and could write it.
  if ((there.mode & 0o222) === 0) return true;
  return access(file.fsPath, constants.W_OK).then(
    () => false,
    (error) => isOneOf(error, ['EACCES', 'EPERM']),
  );
}

async function gitUserName(): Promise<string | undefined> {
  // From the home folder and only the global file: a repository must not speak in a person's name.
  const name = await git(['config', '--global', 'user.name']);
  return name?.trim() || undefined;
}

async function mergeStages(file: {
  readonly scheme: string;
  readonly fsPath: string;
}): Promise<MergeStages | undefined> {
  if (file.scheme !== 'file') return undefined;
  const folder = dirname(file.fsPath);
  const show = (stage: number) => git(['-C', folder, 'show', `:${stage}:./${basename(file.fsPath)}`]);
  const [base, ours, theirs] = await Promise.all([show(1), show(2), show(3)]);
  if (ours === undefined || theirs === undefined) return undefined;
  return { ...(base !== undefined && { base }), ours, theirs };
}

/** What git printed, or undefined where it is missing, takes over five seconds or says no. */
function git(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    // Never from a folder of the workspace: Windows would look for a git.exe there first.
    const env = { ...process.env, NoDefaultCurrentDirectoryInExePath: '1' };
    const options = { cwd: homedir(), env, timeout: 5_000, maxBuffer: 200_000_000, windowsHide: true } as const;
    execFile('git', [...args], { ...options, encoding: 'utf8' }, (error, output) =>
      resolve(error ? undefined : output),
    );
  });
}
