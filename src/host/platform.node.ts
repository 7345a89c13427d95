/*
 * The host in Node. `workspace.fs` cannot promise that a file is there in full at every moment (it truncates, then writes; its rename
 * may delete first), so a sidecar is written by way of `node/replaceFile`.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { basename, dirname } from 'node:path';
import { bytesOf, sizeOf } from '../node/disk';
import { hasCode } from '../node/errors';
import { git } from '../node/git';
import { isReadOnly, replaceFile } from '../node/replaceFile';
import type { MergeStages, Platform } from './platform';

/** A process id alone comes again, after a restart of the machine or in a container: the start of the process stands beside it. */
const owner = `${process.pid}-${startOf(process.pid)}-${randomBytes(4).toString('hex')}`;

export const platform: Platform = {
  disk: { bytesOf, sizeOf },
  replaceFile: async ({ scheme, fsPath }, bytes, stillAsRead) =>
    scheme === 'file' ? replaceFile(fsPath, bytes, stillAsRead) : undefined,
  isReadOnly: async ({ scheme, fsPath }) => scheme === 'file' && isReadOnly(fsPath),
  owner,
  isGone,
  gitUserName,
  mergeStages,
  versionsOf: async function* ({ scheme, fsPath }, git) {
    if (scheme !== 'file') return;
    const { versionsInGit } = await import('../node/gitHistory');
    yield* versionsInGit(fsPath, git);
  },
};

function isGone(other: string): boolean {
  const [, id, start] = /^(\d+)-(?:(.+)-)?/.exec(other) ?? [];
  const pid = Number(id);
  if (!pid || other === owner) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (hasCode(error, ['ESRCH'])) return true;
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
