/**
 * The reading view's page in a plain browser, for all that needs no workbench: built from its sources, under the content security policy
 * that it has in VS Code, with the theme's variables, and a host that answers it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import * as l10n from '../../src/core/l10n';
import type { FromReader } from '../../src/messages';
import { keepsEarly } from '../../src/messages/early';
import { root } from '../run/paths';
import { waitUntil } from './gestures';
import { type HostOptions, ReaderHost } from './readerHost';
import { bodyClass, type ThemeName, themeRule } from './readerThemes';

export interface ReaderPageOptions extends HostOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What the page is given as remembered. */
  readonly state?: unknown;
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Classes of the body beside the theme's. */
  readonly bodyClasses?: string;
  /** The words that page and host speak; English where it is left out. */
  readonly words?: { readonly language: string; readonly bundle: l10n.Bundle };
  /** Run in the page before its own script. */
  readonly before?: string;
  /** Its state is sent while its script is still on its way, and not when it asks. */
  readonly ahead?: boolean;
}

export interface ReaderPage {
  readonly page: Page;
  readonly host: ReaderHost;
  readonly context: BrowserContext;
  /** What the page remembers now. */
  state(): Promise<unknown>;
  /** What went wrong in the page: exceptions, refusals of the policy, messages of failure. */
  readonly failures: string[];
}

const origin = 'http://reader.test';
const policy = `default-src 'none'; script-src 'nonce-test'; style-src ${origin}; font-src ${origin}`;

let script: Promise<string> | undefined;
let style: Promise<string> | undefined;
async function bundle(...entry: string[]): Promise<string> {
  const result = await build({
    entryPoints: [join(root, ...entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Shows an article; the page is ready when its text stands. */
export async function openReaderPage(browser: Browser, options: ReaderPageOptions): Promise<ReaderPage> {
  script ??= bundle('src', 'webview', 'reader', 'main.ts');
  style ??= bundle('media', 'reader.css');
  const theme = options.theme ?? 'light';
  l10n.speak(options.words?.bundle, options.words?.language ?? 'en');
  const { bundle: words, language } = l10n.spoken();
  const { contributes } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const files: Record<string, { contentType: string; body: string }> = {
    '/': {
      contentType: 'text/html; charset=utf-8',
      body: `<!DOCTYPE html><html lang="${language}" dir="${l10n.direction()}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Article</title><script nonce="test">${keepsEarly}</script><link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/reader.css">
</head><body class="${bodyClass[theme]} ${options.bodyClasses ?? ''}"><script id="words" type="application/json">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script><script nonce="test" src="/reader.js"></script></body></html>`,
    },
    '/theme.css': { contentType: 'text/css', body: themeRule(theme, contributes.colors) },
    '/reader.css': { contentType: 'text/css', body: await style },
    '/reader.js': { contentType: 'text/javascript; charset=utf-8', body: await script },
  };
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1200, height: options.height ?? 900 },
    ...(options.forcedColors && { forcedColors: options.forcedColors }),
    ...(options.reducedMotion && { reducedMotion: options.reducedMotion }),
  });
  const page = await context.newPage();
  const host = new ReaderHost(options);
  const failures: string[] = [];
  let asked = 0;
  page.on('pageerror', (error) => failures.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text());
  });
  let scriptComes = (): void => {};
  const coming = new Promise<void>((resolve) => {
    scriptComes = resolve;
  });
  await page.route(`${origin}/**`, async (route) => {
    if (route.request().url().endsWith('.js')) await coming;
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill(file) : route.fulfill({ status: 204, body: '' });
  });
  await page.exposeFunction('toHost', (message: FromReader) => {
    if (message.type === 'failure') failures.push(message.message);
    if (message.type === 'ready' && options.ahead && asked++ === 0) return;
    host.receive(message);
  });
  await page.exposeFunction('toVsCode', (key: string) => host.press(key));
  host.connect((message) => {
    page.evaluate((data) => window.postMessage(data, '*'), message).catch((error) => failures.push(String(error)));
  });
  await page.addInitScript((remembered) => {
    const kept = sessionStorage.getItem('state');
    // Ids that are the same whenever the same is done: arguments stand by them.
    let ids = 0;
    crypto.getRandomValues = (array) => {
      if (array instanceof Uint32Array) array[0] = Math.imul(++ids ^ (Math.imul(ids, 0x9e3779b1) >>> 16), 0x85ebca6b);
      return array;
    };
    let state: unknown = kept === null ? remembered : JSON.parse(kept);
    Object.assign(globalThis, {
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => (globalThis as unknown as { toHost(m: unknown): void }).toHost(message),
        getState: () => state,
        setState: (newState: unknown) => {
          state = newState;
          sessionStorage.setItem('state', JSON.stringify(newState));
        },
      }),
    });
    // VS Code listens behind everything on the page.
    addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !/^[zys]$/i.test(event.key)) return;
      event.preventDefault();
      (globalThis as unknown as { toVsCode(key: string): void }).toVsCode(event.key.toLowerCase());
    });
  }, options.state);
  if (options.before !== undefined) await page.addInitScript(options.before);
  await page.goto(`${origin}/`, { waitUntil: 'commit' });
  if (options.ahead) {
    const kept = () => page.evaluate(() => (globalThis as { early?: readonly unknown[] }).early?.length);
    await waitUntil(async () => (await kept()) === 0, 'the page keeps what comes');
    host.receive({ type: 'ready' });
    await waitUntil(async () => (await kept()) !== 0, 'it has come');
  }
  scriptComes();
  await page.locator('.column .block').first().waitFor();
  return {
    page,
    host,
    context,
    failures,
    state: () => page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null')),
  };
}
