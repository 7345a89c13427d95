/** Things that take long to install, put once into a folder that all checkouts share, whole or not at all. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cacheDir } from './paths';

const heartbeat = 5_000;
const stale = 60_000;

/**
 * The folder `name` of the cache, made by `install` in a folder of its own and renamed when it is complete, so that a
 * folder that is there is a whole one. Of several runs at once one installs and the others wait for it; a run that
 * died holding the lock is noticed by its process id and by the age of its lock.
 */
export async function cached(name: string, install: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheDir(), name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheDir(), { recursive: true });
  const lock = `${folder}.lock`;
  const unlock = await takeLock(lock, () => existsSync(folder));
  try {
    if (existsSync(folder)) return folder;
    const draft = `${folder}.draft-${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    try {
      await install(draft);
      await rename(draft, folder).catch((error) => {
        // Where two runs took the same abandoned lock, the one that ends first has put its folder there.
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
    return folder;
  } finally {
    await unlock();
  }
}

async function takeLock(lock: string, done: () => boolean): Promise<() => Promise<void>> {
  let said = false;
  while (!done()) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      const beating = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), heartbeat);
      return async () => {
        clearInterval(beating);
        await rm(lock, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await abandoned(lock)) await rm(lock, { force: true });
    else {
      if (!said) console.log(`Another run is installing into ${lock.replace(/\.lock$/, '')}; waiting for it …`);
      said = true;
      await wait(500);
    }
  }
  return async () => undefined;
}

async function abandoned(lock: string): Promise<boolean> {
  try {
    const age = Date.now() - (await stat(lock)).mtimeMs;
    if (age > stale) return true;
    const owner = Number(await readFile(lock, 'utf8'));
    // Between its making and its writing the file is empty for a moment.
    if (!owner) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
