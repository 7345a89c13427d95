/**
 * The extension in a real workbench, against VS Code's own parts in the same window: opening an article against the Markdown preview of
 * the same text, a key that tags against a letter typed in the text editor; its activation and the size of what is loaded.
 */
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';
import { openFromExplorer, tab, waitUntil } from '../e2e/gestures';
import { runByKeys } from '../e2e/keyboard';
import { launchBrowser } from '../run/chromium';
import { root } from '../run/paths';
import { startServer } from '../run/server';
import { ensureHost, type VscodeHost } from '../run/vscodeHost';
import { windowAddress } from '../run/window';
import { articleSidecar } from './articleSidecar';
import { articleText } from './articleText';
import { endMark, installProbe, keyToPaint, lastEnter, shownAt } from './probe';
import { report, roundsOf } from './report';
import { type Measured, median } from './table';

interface Size {
  readonly name: string;
  readonly length: number;
  readonly annotations: number;
  readonly rounds: number;
  /** Opening, at most this ratio to the preview. */
  readonly target: number;
}

const sizes: readonly Size[] = [
  { name: '50 KB, 500 annotations', length: 50_000, annotations: 500, rounds: 7, target: 1 },
  { name: '1 MB, 10,000 annotations', length: 1_000_000, annotations: 10_000, rounds: 3, target: 0.5 },
];
const keys = 15;

async function main(): Promise<void> {
  const host = await ensureHost('current');
  const temporary = await mkdtemp(join(tmpdir(), 'argmark-bench-'));
  try {
    report({
      title: 'In the workbench',
      peers: [`VS Code ${host.version}`],
      lines: [...(await inWorkbench(host, temporary)), ...(await bundles(host))],
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function inWorkbench(host: VscodeHost, temporary: string): Promise<Measured[]> {
  const folder = join(temporary, 'articles');
  await mkdir(folder);
  for (const [at, { length, annotations }] of sizes.entries()) {
    const text = `${articleText(length, 7 + at)}\n\n${endMark}\n`;
    await writeFile(join(folder, `article${at}.md`), text);
    await writeFile(join(folder, `article${at}.md.annotations.yaml`), articleSidecar(text, { annotations, seed: at }));
    await writeFile(join(folder, `plain${at}.md`), text);
  }
  const extensions = process.env.ARGMARK_EXTENSIONS;
  if (!extensions) throw new Error('The packaged extension is measured: start this with npm run bench.');
  const settings = { 'argmark.annotator': 'ana' };
  const server = await startServer(host, { dataDir: join(temporary, 'data'), extensions, settings });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await installProbe(context);
    const page = await context.newPage();
    await page.goto(windowAddress(server, { folder }));
    const lines: Measured[] = [];
    for (const [at, size] of sizes.entries()) {
      lines.push(await opening(page, size, `article${at}.md`));
      lines.push(await typing(page, size, `article${at}.md`, `plain${at}.md`));
    }
    return [...lines, ...(await activation(page))];
  } finally {
    await browser.close();
    await server.kill();
  }
}

/** From the Enter that chooses the command until the text's end is there, highlighted, and two frames have passed. */
async function opening(page: Page, { name, target, ...size }: Size, article: string): Promise<Measured> {
  await openFromExplorer(page, article);
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round <= roundsOf(size); round++) {
    const taken = async (command: string, isIt: (frame: Frame) => Promise<boolean>) => {
      await runByKeys(page, command);
      const { at } = await shownAt(page, isIt);
      const time = at - (await lastEnter(page));
      await closeActive(page);
      await tab(page, article).first().waitFor();
      return time;
    };
    const preview = await taken('Markdown: Open Preview', (frame) =>
      frame.locator('.markdown-body').first().isVisible(),
    );
    const reader = await taken('Argmark: Open as Article', (frame) => frame.locator('.column').isVisible());
    // The first round is the warm-up of both.
    if (round > 0) {
      peers.push(preview);
      ours.push(reader);
    }
    // "Open as Article" takes the place of the text editor.
    if ((await tab(page, article).count()) === 0) await openFromExplorer(page, article);
  }
  await runByKeys(page, 'View: Close All Editors');
  return {
    what: `open, ${name}`,
    ours: median(ours),
    peer: median(peers),
    peerName: 'Markdown preview',
    unit: 'ms',
    target,
  };
}

/** From the key's event until the frame after the change: tagging a sentence, against a letter in the text editor. */
async function typing(page: Page, { name }: Size, article: string, plain: string): Promise<Measured> {
  await openFromExplorer(page, plain);
  const editor = page.mainFrame();
  const peers: number[] = [];
  for (let key = 0; key < keys; key++) peers.push(await keyToPaint(page, editor, 'x', 'lines'));
  await closeUnsaved(page);
  await openFromExplorer(page, article);
  await runByKeys(page, 'Argmark: Open as Article');
  const { frame } = await shownAt(page, (one) => one.locator('.column').isVisible());
  const ours: number[] = [];
  for (let key = 0; key < keys; key++) {
    for (const step of ['ArrowDown', 'ArrowDown', 'End', 'Shift+ArrowLeft', 'Shift+Control+ArrowLeft'])
      await page.keyboard.press(step);
    ours.push(await keyToPaint(page, frame, key % 2 === 0 ? 'c' : 'p', 'highlights'));
  }
  await closeUnsaved(page);
  // One frame more than the peer is the target: at 60 frames a second.
  const peer = median(peers);
  return {
    what: `key to paint, ${name}`,
    ours: median(ours),
    peer,
    peerName: 'a letter in the text editor',
    unit: 'ms',
    target: (peer + 17) / peer,
  };
}

/** A gesture may still be on its way when what is unsaved is thrown away. */
async function closeUnsaved(page: Page): Promise<void> {
  await waitUntil(
    async () => {
      if ((await page.locator('.tabs-container .tab.dirty').count()) === 0) return true;
      await runByKeys(page, 'File: Revert File');
      return false;
    },
    'nothing is unsaved',
    60_000,
  );
  await runByKeys(page, 'View: Close All Editors');
}

async function closeActive(page: Page): Promise<void> {
  const before = await page.locator('.tabs-container .tab').count();
  await runByKeys(page, 'View: Close Editor');
  await waitUntil(async () => (await page.locator('.tabs-container .tab').count()) < before, 'the editor is closed');
}

/** As VS Code itself measured it. */
async function activation(page: Page): Promise<Measured[]> {
  await runByKeys(page, 'Developer: Show Running Extensions');
  const timeOf = async (name: string) => {
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', {
      has: page.getByText(name, { exact: true }),
    });
    await row.first().waitFor();
    return Number(/(\d+)ms/.exec((await row.first().locator('.activation-time').textContent()) ?? '')?.[1]);
  };
  const ours = await timeOf('Argmark');
  const peer = await timeOf('Markdown Language Features').catch(() => undefined);
  return [{ what: 'activation', ours, unit: 'ms', ...(peer && { peer, peerName: 'Markdown Language Features' }) }];
}

async function bundles(host: VscodeHost): Promise<Measured[]> {
  const kilobytes = async (file: string, packed: boolean) => {
    if (!packed) return (await stat(file)).size / 1024;
    return gzipSync(await readFile(file)).length / 1024;
  };
  const peerFile = join(host.folder, 'extensions', 'markdown-language-features', 'dist', 'extension.js');
  const lines: Measured[] = [];
  for (const [what, file, isHost] of [
    ['bundle of the host', 'dist/node/extension.mjs', true],
    ['bundle of the host on the web', 'dist/extension.web.js', false],
    ['bundle of the reading view', 'dist/reader.js', false],
  ] as const) {
    lines.push({
      what: `${what} (gzipped ${Math.round(await kilobytes(join(root, file), true))} KB)`,
      ours: await kilobytes(join(root, file), false),
      unit: 'KB',
      ...(isHost && { peer: await kilobytes(peerFile, false), peerName: 'Markdown Language Features' }),
    });
  }
  return lines;
}

await main();
