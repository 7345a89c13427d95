/**
 * The stage of the end-to-end tests: a served VS Code with the packaged extension installed, and windows on it that are
 * used as a person uses them. One server and one browser for each test file, started on first use, gone after its tests.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../run/chromium';
import { outDir, root } from '../run/paths';
import { copySampleArticles } from '../run/samples';
import { type Server, startServer, writeSettings } from '../run/server';
import { ensureHost } from '../run/vscodeHost';
import { serveWeb, type WebServer } from '../run/webHost';
import { windowAddress } from '../run/window';
import { waitUntil } from './gestures';

/** Options of `openWorkbench`. */
export interface WorkbenchOptions {
  /** The folder to open, as a full path (see `workspaceWith` and `sampleWorkspace`); a window without one where nothing is said. */
  readonly folder?: string;
  /** User settings on top of the quiet ones; they hold for all windows of the server. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Opens a second window of the same browser, with the same storage, beside this one. */
  readonly beside?: Workbench;
  /**
   * Opens the folder in the web extension host, without any server behind it. What is written stays in the memory of the
   * window, and the settings are those of VS Code.
   */
  readonly inBrowser?: boolean;
  /**
   * The display language, English where nothing is said. VS Code's own words stay English, as no language pack is there; extensions get it,
   * and their words.
   */
  readonly language?: string;
  /** The size of the window, 1280 × 900 where nothing is said. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** An open window. */
export interface Workbench {
  readonly page: Page;
  /** Closes the window as closing its tab would; what it had not saved stays in its backup. */
  close(): Promise<void>;
  /** Loads the window anew and waits until it can be used. */
  reload(): Promise<void>;
}

let server: Promise<Server> | undefined;
let browser: Promise<Browser> | undefined;
const webServers: WebServer[] = [];
const pages = new Set<Page>();
const folders: string[] = [];

after(async () => {
  await (await browser?.catch(() => undefined))?.close();
  await (await server?.catch(() => undefined))?.kill();
  for (const web of webServers) await web.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Opens a window on a folder and waits until the workbench can be used. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  browser ??= launchBrowser();
  const address = options.inBrowser ? await addressInBrowser(options) : await addressOnServer(options);
  const viewport = options.size ?? { width: 1280, height: 900 };
  const context: BrowserContext = options.beside?.page.context() ?? (await (await browser).newContext({ viewport }));
  const page = await context.newPage();
  if (options.language !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)}`);
  pages.add(page);
  page.on('close', () => pages.delete(page));
  // A question of the page, such as "leave without saving?", would hold it for ever.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await page.goto(address);
  await usable(page);
  return {
    page,
    close: async () => {
      await page.close();
      if (context.pages().length === 0) await context.close();
    },
    reload: async () => {
      await waitUntil(() => remembersTabs(page), 'VS Code has written down which tabs are open');
      await page.reload();
      await usable(page);
    },
  };
}

/** Whether a window that is loaded anew would have the tabs that it has now: VS Code writes that down every few seconds, in the browser's storage. */
async function remembersTabs(page: Page): Promise<boolean> {
  const labels = await page.locator('.tabs-container .tab .label-name').allTextContents();
  return page.evaluate(async (names) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const states = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('vscode-web-state-db-'));
    const parts = await Promise.all(
      states.map(async ({ name }) => {
        const database = await done(indexedDB.open(name as string));
        const table = database.transaction('ItemTable').objectStore('ItemTable');
        const part = await done(table.get('memento/workbench.parts.editor'));
        database.close();
        return String(part);
      }),
    );
    return names.every((name) => parts.some((part) => part.includes(name)));
  }, labels);
}

/** Ends the extension hosts of all windows with SIGKILL. VS Code starts them again by itself. */
export async function killExtensionHosts(): Promise<void> {
  const count = await (await server)?.killExtensionHosts();
  if (!count) throw new Error('There was no extension host to end.');
}

/** Ends the server and the extension hosts with SIGKILL, as a power cut would. Windows stay, and are dead. */
export async function killServer(): Promise<void> {
  await (await server)?.kill();
}

/** Starts the server again after `killServer`, on the same port and data: a `reload` brings a window back to life. */
export async function reviveServer(): Promise<void> {
  const dead = await server;
  if (!dead) throw new Error('There was no server yet.');
  server = dead.restart();
  await server;
}

/**
 * Whether VS Code keeps a backup of unsaved annotations with all these words in their sidecar (the article's text is in the backup as well), written so
 * many milliseconds ago that it has surely taken note of it itself.
 */
export async function backupHolds(words: readonly string[], age = 2_000): Promise<boolean> {
  const running = await server;
  if (!running) return false;
  const storage = join(running.dataDir, 'data', 'User', 'workspaceStorage');
  for (const name of await readdir(storage, { recursive: true })) {
    const file = join(storage, name);
    const mine = sidecarInBackup(await readFile(file, 'utf8').catch(() => ''));
    if (!words.every((one) => mine.includes(one))) continue;
    if (Date.now() - (await stat(file)).mtimeMs >= age) return true;
  }
  return false;
}

function sidecarInBackup(text: string): string {
  // Other things lie there too, and a backup may be half written.
  try {
    return text.includes('argmarkBackup') ? JSON.parse(text).mine : '';
  } catch {
    return '';
  }
}

/** A fresh folder with these files in it (path in the folder -> content), removed after the tests. */
export async function workspaceWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'argmark-workspace-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A fresh copy of the sample articles, without what is tagged in them, removed after the tests. */
export async function sampleWorkspace(): Promise<string> {
  const folder = await workspaceWith({});
  await copySampleArticles(folder);
  return folder;
}

/** The bytes of the seed article, a saved web page that lies beside some checkouts; undefined where it does not. */
export async function seedArticle(): Promise<Uint8Array | undefined> {
  return readFile(join(root, '..', 'shared', 'articles', '000_f4eab3937bd614bb.txt')).catch(() => undefined);
}

/** Takes a picture of a window: out/screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const path = join(outDir, 'screenshots', `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
  await page.screenshot({ path });
  return path;
}

/** A test of `node:test` that leaves a picture of every open window, and what its page complained of, when it fails. */
export function journey(name: string, body: () => Promise<void>, options: { readonly timeout?: number } = {}): void {
  test(name, { timeout: options.timeout ?? 180_000 }, async () => {
    try {
      await body();
    } catch (error) {
      let number = 0;
      for (const page of pages) {
        const path = await screenshot(page, `failed-${name}-${++number}`).catch(() => undefined);
        if (path) console.log(`  | window ${number} when it failed: ${path}`);
      }
      throw error;
    }
  });
}

async function addressOnServer(options: WorkbenchOptions): Promise<string> {
  server ??= startFresh();
  const running = await server;
  await writeSettings(running.dataDir, options.settings ?? {});
  return windowAddress(running, options.folder === undefined ? {} : { folder: options.folder });
}

async function addressInBrowser({ folder }: WorkbenchOptions): Promise<string> {
  if (folder === undefined) throw new Error('A window in a browser alone has a folder.');
  const web = await serveWeb(await ensureHost('current'), { workspace: folder });
  webServers.push(web);
  return web.url;
}

async function startFresh(): Promise<Server> {
  const extensions = process.env.ARGMARK_EXTENSIONS;
  if (!extensions) throw new Error('These tests need the packaged extension: start them with npm run test:e2e.');
  const dataDir = await mkdtemp(join(tmpdir(), 'argmark-server-'));
  folders.push(dataDir);
  return startServer(await ensureHost('current'), { dataDir, extensions });
}

async function usable(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  await page.locator('.explorer-folders-view, .monaco-workbench .part.editor').first().waitFor({ timeout: 60_000 });
}
