/** The browser that plays the person: one found on the machine, else Debian's, else the one that Playwright downloads. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root } from './paths';
import { run } from './processes';
import { Advice, step } from './steps';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A headless browser on the Chromium of this machine, which is installed first where there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The path of a Chromium; ARGMARK_CHROMIUM names one that is to be used. */
export async function ensureChromium(): Promise<string> {
  const present = findChromium();
  if (present) return present;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    const installed = await step('Installing Chromium from the packages of the system', installFromApt, 60);
    const found = findChromium();
    if (installed && found) return found;
  }
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const outcome = await step('Downloading Chromium', () => run(process.execPath, [cli, 'install', 'chromium']), 60);
  const found = findChromium();
  if (found) return found;
  throw new Advice(
    `${outcome.output.trim()}\n\nNo Chromium or Chrome was found and none could be installed. Install one (on Debian and ` +
      'Ubuntu `apt-get install chromium`), or name it in the environment variable ARGMARK_CHROMIUM, then run this again.',
  );
}

function findChromium(): string | undefined {
  const named = process.env.ARGMARK_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Advice(`ARGMARK_CHROMIUM names ${named}, and there is no such file.`);
  }
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  return [...places, chromium.executablePath()].find((place) => existsSync(place));
}

async function installFromApt(): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  const install = (...packages: string[]) =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  const browser = await install('chromium');
  // Pictures of articles in any script; a page without these fonts is drawn all the same.
  await install('fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji');
  return browser.status === 0;
}

/** The full path of a program on the path, if it is there. */
export function onPath(program: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, process.platform === 'win32' ? `${program}.exe` : program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
