/** A window of the served workbench, with an extension under development and, where wanted, its tests run inside it. */
import type { Page } from 'playwright-core';
import { Advice } from './steps';

/** Options of `windowAddress`. */
export interface WindowOptions {
  /** The folder to open, as a full path. */
  readonly folder?: string;
  /** The folder of an extension to load from its sources' build, as a full path. */
  readonly extensionDevelopmentPath?: string;
  /** A module whose `run` is called inside the extension host, as a full path. */
  readonly extensionTestsPath?: string;
  /** Files to open, as full paths. */
  readonly files?: readonly string[];
}

/** The address at which a server shows that window. */
export function windowAddress(server: { readonly url: string }, options: WindowOptions): string {
  const address = new URL(server.url);
  const remote = (path: string) =>
    `vscode-remote://${address.host}${encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (options.extensionDevelopmentPath) {
    payload.push(['extensionDevelopmentPath', remote(options.extensionDevelopmentPath)]);
  }
  if (options.extensionTestsPath) payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  for (const file of options.files ?? []) payload.push(['openFile', remote(file)]);
  if (options.folder) address.searchParams.set('folder', options.folder);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/**
 * Lets the tests inside a window be heard: `hear` gets what they print. The promise has the exit code that the module's
 * `run` ended with, and is rejected with a sentence where the page or the extension host goes away or time runs out.
 */
export async function testsIn(
  page: Page,
  address: string,
  hear: (line: string) => void,
  timeout: number,
  lost: () => Promise<string | undefined>,
): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    const clock = setTimeout(() => reject(new Advice(`the tests did not end in ${timeout / 1000} s`)), timeout);
    const watch = setInterval(async () => {
      const why = await lost();
      if (why) reject(new Advice(why));
    }, 1000);
    clock.unref();
    watch.unref();
    page.on('crash', () => reject(new Error('the page of the workbench crashed')));
    page.on('close', () => reject(new Error('the page of the workbench was closed')));
    const begin = async () => {
      await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
        hear(args.map(text).join(' ')),
      );
      await page.exposeFunction('codeAutomationExit', (code: number) => {
        clearInterval(watch);
        clearTimeout(clock);
        resolve(code);
      });
      await page.goto(address);
    };
    begin().catch(reject);
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
