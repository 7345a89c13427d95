/**
 * The web extension host, which is a worker in the browser and has no Node behind it: what vscode.dev is. The workbench
 * of the cached host is served as plain files; the server of @vscode/test-web adds the extension and a folder.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import * as testWeb from '@vscode/test-web/out/server/app.js';
import { launchBrowser } from './chromium';
import { root } from './paths';
import type { VscodeHost } from './vscodeHost';
import { testsIn } from './window';

/** Options of `serveWeb`. */
export interface WebHostOptions {
  /** The folder that is opened: what is written to it stays in the browser's memory. */
  readonly workspace: string;
  /** The module of tests to run, relative to the checkout. */
  readonly extensionTestsPath?: string;
}

/** A served web workbench. */
export interface WebServer {
  readonly url: string;
  stop(): Promise<void>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Serves the workbench with the extension of this checkout in its web extension host. */
export async function serveWeb(host: VscodeHost, options: WebHostOptions): Promise<WebServer> {
  // Loaded as an ES module, what the CommonJS module calls its default is one step further in.
  const { default: outer } = testWeb;
  const createApp = 'default' in outer ? outer.default : outer;
  const app = await createApp({
    extensionDevelopmentPath: root,
    folderMountPath: options.workspace,
    build: { type: 'static', location: host.folder },
  });
  // A file that the browser asked for and then did not want is no news.
  app.silent = true;
  const extensions = app.callback();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path.startsWith('/static/')) void extensions(request, response);
    else {
      answer(host, options, path, request).then(
        (body) => send(response, path, body),
        () => response.writeHead(404).end(),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Runs a module of tests there; resolves when its `run` went well. */
export async function runInWebHost(
  host: VscodeHost,
  options: WebHostOptions & { readonly extensionTestsPath: string; readonly timeout: number },
): Promise<void> {
  const server = await serveWeb(host, options);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const code = await testsIn(
      page,
      server.url,
      (line) => console.log(line),
      options.timeout,
      async () => undefined,
    );
    if (code !== 0) throw new Error(`Exit code: ${code}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function answer(
  host: VscodeHost,
  options: WebHostOptions,
  path: string,
  request: IncomingMessage,
): Promise<string | Buffer> {
  if (path === '/') return page(host, options, request.headers.host ?? '');
  if (!path.startsWith('/b/')) throw new Error('not found');
  const file = normalize(join(host.folder, path.slice(2)));
  if (!file.startsWith(host.folder + sep)) throw new Error('not found');
  if (!path.endsWith('/workbench/workbench.js')) return readFile(file);
  // This distribution's workbench takes the place that it is loaded from for a server with an extension host, and keeps
  // the user's settings on that server; here they stay in the browser.
  return (await readFile(file, 'utf8'))
    .replaceAll(/remoteAuthority:\s*(window\.)?location\.host,?/g, '')
    .replace(/(file\(this\.userDataPath\)\.with\(\{scheme:\w+)\.vscodeRemote/, '$1.vscodeUserData');
}

async function page(host: VscodeHost, options: WebHostOptions, authority: string): Promise<string> {
  const uri = (path: string) => ({ scheme: 'http', authority, path });
  const configuration = {
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: false,
    folderUri: { scheme: 'vscode-test-web', authority: 'mount', path: '/' },
    additionalBuiltinExtensions: [uri('/static/extensions/fs')],
    productConfiguration: { enableTelemetry: false },
    webviewEndpoint: `http://${authority}/b/out/vs/workbench/contrib/webview/browser/pre`,
    configurationDefaults: { 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none' },
    developmentOptions: {
      extensions: [uri('/static/devextensions')],
      ...(options.extensionTestsPath && {
        extensionTestsPath: uri(`/static/devextensions/${options.extensionTestsPath}`),
      }),
    },
  };
  const values: Readonly<Record<string, string>> = {
    WORKBENCH_WEB_BASE_URL: '/b',
    WORKBENCH_NLS_FALLBACK_URL: '/b/out/nls.messages.js',
    WORKBENCH_NLS_URL: '/b/out/nls.messages.js',
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  };
  const template = join(host.folder, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.html');
  return (await readFile(template, 'utf8')).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

function send(response: ServerResponse, path: string, body: string | Buffer): void {
  const type = path === '/' ? 'text/html' : (contentTypes[extname(path)] ?? 'application/octet-stream');
  response.writeHead(200, { 'Content-Type': `${type}${type.startsWith('text/') ? '; charset=utf-8' : ''}` }).end(body);
}
