/**
 * `npm start [-- FOLDER_OR_ARTICLE]`: the extension in a real VS Code, the desktop's where there is one, else one that is
 * served on this machine until Ctrl+C. `npm start -- --demo [ARTICLE]` plays the main job instead, as does a start with
 * neither a display nor a terminal; with `--pictures` it makes those of the README and the walkthrough anew.
 */
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { playDemo } from '../e2e/demo';
import { ensureChromium, onPath } from './chromium';
import { hasDisplay } from './desktop';
import { outDir, root, samples } from './paths';
import { run } from './processes';
import { linkExtension, startServer } from './server';
import { Advice, explain, step } from './steps';
import { ensureHost } from './vscodeHost';
import { windowAddress } from './window';

const sampleArticle = join(samples, 'ports-and-power.txt');

async function main(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => arg !== '--demo' && arg !== '--pictures');
  if (named.length > 1 || named[0]?.startsWith('-')) {
    throw new Advice('Usage: npm start [-- FOLDER_OR_ARTICLE], or npm start -- --demo [--pictures] [ARTICLE]');
  }
  const target = named[0] === undefined ? undefined : resolveTarget(named[0]);
  await build();
  if (args.includes('--demo')) return demo(target, args.includes('--pictures'));
  const code = hasDisplay() ? onPath('code') : undefined;
  if (code) return openOnDesktop(code, target ?? sampleWorkspace());
  if (!process.stdout.isTTY && !process.stdin.isTTY) {
    console.log(
      'There is neither a desktop VS Code with a display nor a terminal to stop a server from: playing the demo.',
    );
    return demo(target);
  }
  return serve(target ?? sampleWorkspace());
}

/** What is named on the command line counts from the folder in which npm was called. */
function resolveTarget(name: string): string {
  const path = resolve(process.env.INIT_CWD ?? root, name);
  if (!existsSync(path)) throw new Advice(`There is no ${path}.`);
  return path;
}

/** A copy of the sample articles to try things out on, which stays from one start to the next. */
function sampleWorkspace(): string {
  const folder = join(outDir, 'workspace');
  mkdirSync(folder, { recursive: true });
  cpSync(samples, folder, { recursive: true, force: false });
  return folder;
}

async function build(): Promise<void> {
  await step('Building the extension', async () => {
    const built = await run('npm', ['run', '-s', 'build']);
    if (built.status !== 0) throw new Advice(`${built.output}\nThe extension could not be built; see above.`);
  });
}

async function demo(target: string | undefined, toShow = false): Promise<void> {
  if (target && statSync(target).isDirectory())
    throw new Advice(`The demo plays on one article; ${target} is a folder.`);
  await ensureChromium();
  // The pictures that people get to see are those of the sample; no other article's may end up there.
  const pictures = toShow && !target ? join(root, 'media', 'pictures') : join(outDir, 'demo');
  await playDemo({ article: target ?? sampleArticle, pictures, walkthrough: toShow });
}

async function openOnDesktop(code: string, target: string): Promise<void> {
  const opened = await run(
    code,
    [
      `--extensionDevelopmentPath=${root}`,
      '--new-window',
      ...(statSync(target).isDirectory() ? [] : [dirname(target)]),
      target,
    ],
    { show: true },
  );
  if (opened.status !== 0) throw new Advice('The desktop VS Code did not open; what it said stands above.');
  console.log(`Argmark runs in the desktop VS Code, on ${target}.`);
}

async function serve(target: string): Promise<void> {
  const host = await ensureHost('current');
  const isFolder = statSync(target).isDirectory();
  const folder = isFolder ? target : dirname(target);
  const dataDir = join(outDir, 'served');
  const extensions = join(dataDir, 'extensions');
  await linkExtension(root, extensions);
  const server = await step('Starting VS Code', () =>
    startServer(host, {
      dataDir,
      defaultFolder: folder,
      // The article that was named opens in the reading view; others as one chooses.
      settings: isFolder ? {} : { 'workbench.editorAssociations': { [asGlob(basename(target))]: 'argmark.article' } },
      port: '8123-8199',
    }),
  );
  const address = isFolder ? server.url : windowAddress(server, { folder, files: [target] });
  console.log(`\nArgmark runs in VS Code ${host.version}, on ${target}:\n\n  ${address}\n\nCtrl+C ends it.`);
  await new Promise((end) => process.once('SIGINT', end));
  console.log('\nEnding VS Code …');
  await server.stop();
}

/** A pattern that a file name matches, whatever signs of patterns are in it. */
function asGlob(name: string): string {
  return name.replaceAll(/[*?[\]{},]/g, '?');
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(explain(error));
    process.exit(1);
  },
);
