/*
 * Last step of a save on a disk of this machine: a file is there in full at every moment, also when the process is killed or the disk is full.
 * A sibling is written and flushed to the disk, then renamed over the old file.
 */
import { randomBytes } from 'node:crypto';
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
import { basename, dirname, join } from 'node:path';
import * as l10n from '../core/l10n';
import { hasCode } from './errors';

/**
 * Puts a whole new file in the place of an old one; its rights and, where that is allowed, its owner stay. `stillAsRead` is asked at the last
 * moment: when it says no, nothing is written and `false` comes back. Rejects with a reason where it fails, and the old file is as it was.
 */
export async function replaceFile(
  named: string,
  bytes: Uint8Array,
  stillAsRead: () => Promise<boolean>,
): Promise<boolean> {
  // A symbolic link stays one: the file that it leads to is replaced.
  const path = await realpath(named).catch(() => named);
  const old = await stat(path).catch(() => undefined);
  const sibling = join(dirname(path), siblingName(basename(path)));
  let handle: FileHandle;
  try {
    handle = await open(sibling, 'wx', old ? old.mode & 0o777 : 0o666);
  } catch (error) {
    // Written in place, the file would not be whole at every moment, though this person may write it.
    if (!hasCode(error, ['EACCES', 'EPERM', 'EROFS'])) throw error;
    throw new Error(l10n.t('the folder {0} takes no new files ({1})', dirname(path), (error as Error).message));
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
      if (process.platform !== 'win32' || attempt > 8 || !hasCode(error, ['EACCES', 'EPERM', 'EBUSY'])) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 25));
    }
  }
}

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

/** Whether the file is there and not to be written by this person, whatever the folder allows. */
export async function isReadOnly(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => undefined);
  if (!there) return false;
  // A file without any write bit is meant to stay as it is, even where the user is root and could write it.
  if ((there.mode & 0o222) === 0) return true;
  return access(path, constants.W_OK).then(
    () => false,
    (error) => hasCode(error, ['EACCES', 'EPERM']),
  );
}
