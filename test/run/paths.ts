/** Where things are: the checkout, what is built into it, and what every checkout on this machine shares. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The checkout. npm starts every script in the folder of package.json. */
export const root = process.cwd();

/** What builds and tests leave behind; safe to delete. */
export const outDir = join(root, 'out');

/** The folder outside of every checkout that holds installed hosts, by the custom of each system. */
export function cacheDir(): string {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'argmark');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'argmark');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) return join(process.env.LOCALAPPDATA, 'argmark');
  return join(homedir(), '.cache', 'argmark');
}

/** The sample articles and their sidecars that come with the extension; the workspace that is opened where no other is named. */
export const samples = join(root, 'media', 'samples');
