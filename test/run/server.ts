/** VS Code's own server on 127.0.0.1, with settings and extensions of its own, which can be killed and started again. */
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { descendants, killGroup, run, start } from './processes';
import { Advice } from './steps';
import type { VscodeHost } from './vscodeHost';

/** Options of `startServer`. */
export interface ServerOptions {
  /** The folder of its settings, state and logs: what is there already is used, so that a restart finds it again. */
  readonly dataDir: string;
  /** A folder of installed extensions to begin with (see `installExtension`). */
  readonly extensions?: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The port, or a range of ports to take a free one from; any free one where nothing is said. */
  readonly port?: number | string;
  /**
   * Lets an address name an extension under development and its tests. It is a mode for tests of VS Code itself: no
   * notification pops up in it.
   */
  readonly development?: boolean;
  /** The folder that is opened where the address names none. */
  readonly defaultFolder?: string;
}

/** A running server. */
export interface Server {
  /** Its address, with a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logFile: string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it and its extension hosts with SIGKILL, as a power cut would. */
  kill(): Promise<void>;
  /** Ends its extension hosts alone with SIGKILL; says how many there were. */
  killExtensionHosts(): Promise<number>;
  /** Starts it anew on the same port and data after `stop` or `kill`. */
  restart(): Promise<Server>;
}

// Also what a desktop has by default and a served workbench has not.
const quietSettings = {
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** Starts a server; resolves when it answers. */
export async function startServer(host: VscodeHost, options: ServerOptions): Promise<Server> {
  await prepare(options);
  const logFile = join(options.dataDir, 'server.log');
  const child = start(
    host.node,
    [
      join(host.folder, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
      ...['--accept-server-license-terms', '--server-data-dir', options.dataDir, '--telemetry-level', 'off'],
      '--disable-workspace-trust',
      ...(options.development ? ['--enable-smoke-test-driver'] : []),
      ...(options.defaultFolder ? ['--default-folder', options.defaultFolder] : []),
    ],
    serverEnvironment(),
    logFile,
  );
  const port = await listening(child, logFile);
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    dataDir: options.dataDir,
    logFile,
    stop: async () => {
      killGroup(child, 'SIGTERM');
      await Promise.race([ended, wait(5_000, undefined, { ref: false })]);
      killGroup(child, 'SIGKILL');
      await ended;
    },
    kill: async () => {
      killGroup(child, 'SIGKILL');
      await ended;
    },
    killExtensionHosts: async () => {
      const hosts = await descendants(child.pid ?? 0, '--type=extensionHost');
      for (const pid of hosts) process.kill(pid, 'SIGKILL');
      return hosts.length;
    },
    restart: () => startServer(host, { ...options, port }),
  };
}

/** Installs a packaged extension into a fresh folder of extensions, from which `startServer` can begin. */
export async function installExtension(host: VscodeHost, vsix: string, folder: string): Promise<void> {
  const main = join(host.folder, 'out', 'server-main.js');
  const result = await run(
    host.node,
    [
      main,
      '--accept-server-license-terms',
      '--extensions-dir',
      folder,
      '--server-data-dir',
      `${folder}.data`,
      '--install-extension',
      vsix,
    ],
    { env: {}, timeout: 120_000 },
  );
  if (result.status !== 0 || !existsSync(join(folder, 'extensions.json'))) {
    throw new Advice(`${vsix} does not install into VS Code ${host.version}:\n${result.output}`);
  }
}

/**
 * Makes a fresh folder of extensions with a link to an extension's own folder in it, so that a built checkout runs as if
 * it were installed, and a new build is there after a reload of the window.
 */
export async function linkExtension(source: string, folder: string): Promise<void> {
  const { publisher, name, version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const link = `${publisher}.${name}-${version}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await symlink(source, join(folder, link), 'junction');
  const location = { $mid: 1, path: join(folder, link), scheme: 'file' };
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation: link, metadata: {} };
  await writeFile(join(folder, 'extensions.json'), JSON.stringify([entry]));
}

/**
 * Writes the user settings of a server: the quiet ones, and these on top. A window takes them when it is loaded. What has
 * the scope "machine" counts only among the settings of the server's machine, so Argmark's own are written there as well.
 */
export async function writeSettings(dataDir: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await mergeInto(join(dataDir, 'data', 'User'), { ...quietSettings, ...settings }, false);
  const own = Object.entries(settings).filter(([key]) => key.startsWith('argmark.'));
  await mergeInto(join(dataDir, 'data', 'Machine'), Object.fromEntries(own), true);
}

async function mergeInto(folder: string, settings: Readonly<Record<string, unknown>>, keep: boolean): Promise<void> {
  const file = join(folder, 'settings.json');
  const before = keep ? JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) : {};
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ ...before, ...settings }, undefined, 2));
}

async function prepare({ dataDir, extensions, settings }: ServerOptions): Promise<void> {
  const settled = existsSync(join(dataDir, 'data', 'User', 'settings.json'));
  if (!settled || settings) await writeSettings(dataDir, settings ?? {});
  if (extensions && !existsSync(join(dataDir, 'extensions'))) {
    cpSync(extensions, join(dataDir, 'extensions'), { recursive: true, verbatimSymlinks: true });
    await relocate(join(dataDir, 'extensions', 'extensions.json'), extensions, join(dataDir, 'extensions'));
  }
}

/** The list of installed extensions names them by full path. */
async function relocate(list: string, from: string, to: string): Promise<void> {
  const text = await readFile(list, 'utf8').catch(() => undefined);
  if (text !== undefined)
    await writeFile(list, text.replaceAll(JSON.stringify(from).slice(1, -1), JSON.stringify(to).slice(1, -1)));
}

function serverEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  // What a VS Code around this process set for its own children would confuse another one.
  for (const name of Object.keys(env)) if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name)) delete env[name];
  return env;
}

async function listening(child: ChildProcess, logFile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const failed = (why: string) =>
      reject(new Advice(`VS Code's server did not start: ${why}. Its log, ${logFile}:\n${said}`));
    const timer = setTimeout(() => failed('no answer in 60 s'), 60_000);
    const hear = (data: Buffer) => {
      said += data;
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (!port || !said.includes('agent started')) return;
      clearTimeout(timer);
      child.stdout?.off('data', hear);
      resolve(Number(port));
    };
    child.stdout?.on('data', hear);
    child.once('error', (error) => failed(error.message));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      failed(`it ended (${signal ?? code})`);
    });
  });
}
