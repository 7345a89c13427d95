/** A desktop VS Code: the one that `code` on the path belongs to, else the stable one, downloaded into the cache. */
import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { onPath } from './chromium';
import { cacheDir } from './paths';
import { Advice, step } from './steps';

/** The path of the program itself, which takes the flags of tests (the `code` on the path is a script in front of it). */
export async function ensureDesktop(): Promise<string> {
  if (!hasDisplay()) {
    throw new Advice(
      'A desktop VS Code needs a display, and DISPLAY is not set. `xvfb-run npm run test:desktop` makes one.',
    );
  }
  const script = onPath('code');
  const program = script ? programOf(realpathSync(script)) : undefined;
  if (program) return program;
  try {
    return await step('Downloading the stable desktop VS Code', () =>
      downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cacheDir(), 'desktop') }),
    );
  } catch (error) {
    throw new Advice(
      `No desktop VS Code is on the path as \`code\`, and none could be downloaded (${(error as Error).message}). Install ` +
        'one, or run `npm run test:host`, which runs the same tests without a desktop.',
    );
  }
}

/** Whether a window can be shown here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** The version of VS Code that a program is. */
export async function desktopVersion(program: string): Promise<string> {
  for (const place of ['resources/app/package.json', '../Resources/app/package.json']) {
    const text = await readFile(join(dirname(program), place), 'utf8').catch(() => undefined);
    if (text) return JSON.parse(text).version;
  }
  return '(version unknown)';
}

function programOf(script: string): string | undefined {
  const app = dirname(dirname(script));
  const places = [join(app, 'code'), join(app, '..', '..', 'MacOS', 'Electron'), join(app, 'Code.exe')];
  return places.find((place) => existsSync(place) && place !== script);
}
