#!/usr/bin/env node
/**
 * What `@vscode/test-electron` starts in the place of a desktop VS Code: takes the flags that it would get, runs the same
 * tests in a served workbench with a headless browser, and exits as it would. ARGMARK_EDITION says which VS Code.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './chromium';
import { startServer } from './server';
import { explain } from './steps';
import { type Edition, ensureHost } from './vscodeHost';
import { testsIn, windowAddress } from './window';

async function main(args: readonly string[]): Promise<number> {
  const flag = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extensionDevelopmentPath = flag('extensionDevelopmentPath');
  const extensionTestsPath = flag('extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('-'));
  const timeout = Number(process.env.ARGMARK_TESTS_TIMEOUT ?? 300_000);
  const host = await ensureHost((process.env.ARGMARK_EDITION ?? 'current') as Edition);
  const dataDir = await mkdtemp(join(tmpdir(), 'argmark-host-'));
  const server = await startServer(host, { dataDir, development: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const address = windowAddress(server, {
      ...(folder && { folder }),
      ...(extensionDevelopmentPath && { extensionDevelopmentPath }),
      ...(extensionTestsPath && { extensionTestsPath }),
    });
    const lost = async () => {
      const crash = /Extension Host Process exited with (?!code: 0).*/.exec(await readFile(server.logFile, 'utf8'));
      return crash ? `the extension host went away before its tests ended: ${crash[0]}` : undefined;
    };
    const code = await testsIn(page, address, (line) => console.log(line), timeout, lost);
    // The workbench takes a crash of the extension host for a good end.
    const why = await lost();
    if (why) throw new Error(why);
    return code;
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    // The mark is the one by which the scripts know what is to be shown.
    console.log(explain(error).replaceAll(/^/gm, '::argmark::  '));
    process.exit(1);
  },
);
