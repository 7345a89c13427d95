/**
 * What the extension costs where it only starts: its activation, as VS Code itself measures it, in a window that has come to rest, so
 * that it is not the other extensions' loading that is measured; and the size of what is loaded.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { runByKeys } from '../e2e/keyboard';
import { bundleHost, loadedAtActivation } from '../run/hostBundle';
import { outDir, root } from '../run/paths';
import { ensureHost, type VscodeHost } from '../run/vscodeHost';
import { report, roundsOf } from './report';
import { type Measured, median } from './table';
import { inWindow } from './workbenchWindow';

/** One of VS Code's own that starts last of all, when everything else of a window has. */
const last = 'Merge Conflict';
const windows = { rounds: 5 };

async function main(): Promise<void> {
  const host = await ensureHost('current');
  report({
    title: 'Starting',
    peers: [`VS Code ${host.version}`],
    lines: [await activation(host), ...(await bundles(host))],
  });
}

/** Milliseconds of loading and of the call when its side bar is opened, in windows of their own: what an old one leaves behind is still going on in the next. */
async function activation(host: VscodeHost): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < roundsOf(windows); round++) {
    const time = await inWindow(host, {}, empty, async (page) => {
      // All that runs is in sight.
      await page.setViewportSize({ width: 1280, height: 2000 });
      await timeOf(page, last);
      await runByKeys(page, 'View: Show Argmark');
      return timeOf(page, 'Argmark');
    });
    times.push(time);
  }
  return { what: 'activation, in a window at rest', ours: median(times), limit: 50, unit: 'ms' };
}

const empty = async () => {};

/** The figure in VS Code's list of what runs, once it is there. */
async function timeOf(page: Page, name: string): Promise<number> {
  await runByKeys(page, 'Developer: Show Running Extensions');
  const list = page.locator('.runtime-extensions-editor');
  const row = list.locator('.monaco-list-row', { has: page.getByText(name, { exact: true }) });
  const words = await row.locator('.activation-time', { hasText: /\d/ }).first().textContent({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  return Number(/(\d+)ms/.exec(words ?? '')?.[1]);
}

async function bundles(host: VscodeHost): Promise<Measured[]> {
  const kilobytes = async (files: readonly string[], packed: boolean) => {
    const contents = await Promise.all(files.map((file) => readFile(file)));
    return contents.reduce((sum, content) => sum + (packed ? gzipSync(content) : content).length / 1024, 0);
  };
  const peerFile = join(host.folder, 'extensions', 'markdown-language-features', 'dist', 'extension.js');
  const lines: Measured[] = [];
  const dist = join(root, 'dist');
  const { outputs } = await bundleHost(join(outDir, 'bench', 'host'));
  for (const [what, files, isHost] of [
    ['what is loaded at activation', loadedAtActivation(outputs).map((path) => join(root, path)), true],
    ['bundle of the host on the web', [join(dist, 'extension.web.js')], false],
    ['bundle of the reading view', [join(dist, 'reader.js')], false],
  ] as const) {
    lines.push({
      what: `${what} (gzipped ${Math.round(await kilobytes(files, true))} KB)`,
      ours: await kilobytes(files, false),
      unit: 'KB',
      ...(isHost && { limit: 150, peer: await kilobytes([peerFile], false), peerName: 'Markdown Language Features' }),
    });
  }
  return lines;
}

await main();
