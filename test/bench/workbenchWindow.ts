/** A window of a real workbench on a folder, with the packaged extension, for as long as something is measured in it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../run/chromium';
import { startServer } from '../run/server';
import type { VscodeHost } from '../run/vscodeHost';
import { windowAddress } from '../run/window';
import { installProbe } from './probe';

/** Opens a folder that `fill` puts files into (it is given its full path), and hands over the page of the window. */
export async function inWindow<T>(
  host: VscodeHost,
  settings: Readonly<Record<string, unknown>>,
  fill: (folder: string) => Promise<void>,
  measure: (page: Page) => Promise<T>,
): Promise<T> {
  const extensions = process.env.ARGMARK_EXTENSIONS;
  if (!extensions) throw new Error('The packaged extension is measured: start this with npm run bench.');
  const temporary = await mkdtemp(join(tmpdir(), 'argmark-bench-'));
  const folder = join(temporary, 'articles');
  try {
    await mkdir(folder);
    await fill(folder);
    const server = await startServer(host, { dataDir: join(temporary, 'data'), extensions, settings });
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      await installProbe(context);
      const page = await context.newPage();
      await page.goto(windowAddress(server, { folder }));
      return await measure(page);
    } finally {
      await browser.close();
      await server.kill();
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
