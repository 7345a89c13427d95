/**
 * The reading view's page itself, as it is built, against the plain page (the same text without annotations) and Recogito's text annotator on
 * it: what a person waits for, how smoothly it scrolls, and what it takes up. Each round opens each page anew; the first round is not counted.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, CDPSession } from 'playwright-core';
import { bodyClass, themeRule } from '../e2e/readerThemes';
import { launchBrowser } from '../run/chromium';
import { root } from '../run/paths';
import { type Party, peerBody, peerStyle, plainParty, readerParty, recogitoParty } from './pageParties';
import { installPageProbe, type PageProbe, type Scrolled } from './pageProbe';
import { pageWork, type Size, turns, type Work } from './pageWork';
import { installed, report, roundsOf } from './report';
import { type Measured, median } from './table';

interface Targets {
  /** Of the time until the first screen is painted. */
  readonly plain: number;
  readonly recogito: number;
  /** Of what a long text makes dear. Beside a short one the margin, the status line and the page's code weigh more than the text, and are only told. */
  readonly long?: { readonly again: number; readonly busy: number; readonly nodes: number; readonly heap: number };
}
interface Task extends Size {
  readonly name: string;
  readonly rounds: number;
  readonly targets: Targets;
}

const tasks: readonly Task[] = [
  {
    ...{ name: '50 KB, 500 annotations', length: 50_000, annotations: 500, rounds: 5 },
    targets: { plain: 1.2, recogito: 0.5 },
  },
  {
    ...{ name: '1 MB, 10,000 annotations', length: 1_000_000, annotations: 10_000, rounds: 3 },
    targets: { plain: 0.4, recogito: 0.15, long: { again: 0.1, busy: 3.5, nodes: 1.2, heap: 1.25 } },
  },
];
const parties = ['plain', 'recogito', 'reader'] as const;
type PartyName = (typeof parties)[number];

const require = createRequire(import.meta.url);
const origin = 'http://page.test';
const scrolledFrames = 240;
/** In microseconds, at 60 frames a second. */
const oneFrame = 16_667;

/** What one page took in one round; milliseconds where nothing else is said. */
interface Figures extends Scrolled {
  readonly first: number;
  /** Until everything is taken over that is to be shown. */
  readonly all: number;
  readonly point: number;
  readonly add: number;
  readonly again: number;
  readonly whole: number;
  /** Of the main thread, for each change. */
  readonly pointBusy: number;
  readonly addBusy: number;
  readonly writeBusy: number;
  /** Microseconds. */
  readonly caret: number;
  readonly hover: number;
  readonly nodes: number;
  /** Megabytes. */
  readonly heap: number;
}

async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const files = await pageFiles();
    const lines: Measured[] = [];
    for (const task of tasks) {
      const work = pageWork(task);
      const rounds: Record<PartyName, Figures>[] = [];
      for (let round = 0; round <= roundsOf(task); round++) {
        const figures = {} as Record<PartyName, Figures>;
        for (const party of parties) figures[party] = await measured(browser, files, party, work);
        if (round > 0) rounds.push(figures);
      }
      lines.push(...linesOf(task, (party, figure) => median(rounds.map((round) => round[party][figure]))));
    }
    const recogito = `${installed('@recogito/text-annotator')} (spans over the text, ranges handed over)`;
    report({
      title: 'The page of the reading view',
      peers: ['a plain page of the same paragraphs', recogito, `in Chromium ${browser.version()}`],
      lines,
    });
  } finally {
    await browser.close();
  }
}

type Files = Readonly<Record<string, { readonly contentType: string; readonly body: string }>>;

/** The pages and what they load, by path. */
async function pageFiles(): Promise<Files> {
  const { contributes } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const html = (head: string, body: string, kind = '') => ({
    contentType: 'text/html; charset=utf-8',
    body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Article</title>${head}</head><body class="${kind}">${body}</body></html>`,
  });
  const file = async (type: string, path: string) => ({
    contentType: `text/${type}; charset=utf-8`,
    body: await readFile(path, 'utf8'),
  });
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${origin}; style-src ${origin}">`;
  const sheet = (name: string) => `<link rel="stylesheet" href="/${name}.css">`;
  return {
    '/reader': html(policy + sheet('theme') + sheet('reader'), '<script src="/reader.js"></script>', bodyClass.light),
    '/plain': html(sheet('plain'), peerBody),
    '/recogito': html(sheet('plain') + sheet('recogito'), `${peerBody}<script src="/recogito.js"></script>`),
    '/theme.css': { contentType: 'text/css', body: themeRule('light', contributes.colors) },
    '/reader.css': await file('css', join(root, 'dist', 'reader.css')),
    '/reader.js': await file('javascript', join(root, 'dist', 'reader.js')),
    '/plain.css': { contentType: 'text/css', body: peerStyle },
    '/recogito.css': await file('css', require.resolve('@recogito/text-annotator/text-annotator.css')),
    '/recogito.js': { contentType: 'text/javascript; charset=utf-8', body: await recogitoScript() },
  };
}

/** As an application would ship it. */
async function recogitoScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export { createTextAnnotator } from '@recogito/text-annotator';", resolveDir: root },
    ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', globalName: 'RecogitoJS' },
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs in the page. */
type InPage = typeof globalThis & { readonly probe: PageProbe; readonly party: Party };

async function measured(browser: Browser, files: Files, party: PartyName, work: Work): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.route(`${origin}/**`, (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return file ? route.fulfill(file) : route.fulfill({ status: 204, body: '' });
    });
    if (party === 'reader') await page.addInitScript(readerParty);
    else await page.addInitScript(plainParty);
    await page.goto(`${origin}/${party}`);
    await page.locator('.column').waitFor({ state: 'attached' });
    if (party === 'recogito') await page.evaluate(recogitoParty);
    await page.evaluate(installPageProbe);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluate((messages) => (globalThis as InPage).probe.keep(messages), work[party] as string[]);

    const parts = party === 'reader' ? work.parts : 1;
    const shown = await page.evaluate((count) => (globalThis as InPage).probe.first(count), parts);
    const scrolled = await page.evaluate((count) => (globalThis as InPage).probe.scroll(count), scrolledFrames);
    await page.evaluate(() => (globalThis as InPage).probe.quiet());
    const heap = await heapOf(cdp);
    const nodes = await page.evaluate(() => (globalThis as InPage).probe.nodes());
    const idle = await busy(cdp, () => page.evaluate((times) => (globalThis as InPage).probe.rest(times), restTimes));
    const rest = idle.milliseconds / restTimes;
    const busyFor = ({ milliseconds, result }: { milliseconds: number; result: readonly number[] }) =>
      milliseconds / result.length - rest;
    const seen = { ...scrolled, ...shown, heap, nodes };
    const caretMove = () => page.evaluate(() => (globalThis as InPage).probe.caret(200));
    let figures: Figures;
    if (party === 'plain') {
      const writing = await busy(cdp, () => page.evaluate(() => (globalThis as InPage).probe.write(8)));
      figures = { ...nothing, ...seen, writeBusy: busyFor(writing), caret: await caretMove() };
    } else {
      const places = work.places as [number, number][];
      const pointing = await busy(cdp, () => page.evaluate((to) => (globalThis as InPage).probe.point(to), places));
      const adding = await busy(cdp, () => page.evaluate((count) => (globalThis as InPage).probe.next(count), turns));
      const again = await page.evaluate((count) => (globalThis as InPage).probe.next(count), turns);
      const wholes = await page.evaluate((count) => (globalThis as InPage).probe.next(count), turns);
      figures = {
        ...{ ...nothing, ...seen, point: median(pointing.result), pointBusy: busyFor(pointing) },
        ...{ add: median(adding.result), addBusy: busyFor(adding), again: median(again), whole: median(wholes) },
        caret: await caretMove(),
        hover: await page.evaluate((to) => (globalThis as InPage).probe.hover(to, 50), places),
      };
    }
    if (failures.length > 0) throw new Error(`In the page of ${party}: ${failures.join('\n')}`);
    return figures;
  } finally {
    await context.close();
  }
}

const restTimes = 10;
/** What a party has not got: the plain page has no annotations, and only there a letter is changed. */
const nothing = {
  point: Number.NaN,
  add: Number.NaN,
  again: Number.NaN,
  whole: Number.NaN,
  pointBusy: Number.NaN,
  addBusy: Number.NaN,
  writeBusy: Number.NaN,
  hover: Number.NaN,
};

/** What the page's main thread did while something happened, as processor time. */
async function busy<T>(cdp: CDPSession, act: () => Promise<T>): Promise<{ milliseconds: number; result: T }> {
  const taskTime = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await taskTime();
  const result = await act();
  return { milliseconds: (await taskTime()) - before, result };
}

async function heapOf(cdp: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn++) await cdp.send('HeapProfiler.collectGarbage');
  // The page's elements count as well as its objects.
  const { usedSize, embedderHeapUsedSize } = await cdp.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize) / 1024 ** 2;
}

function linesOf(
  { name, targets }: Task,
  figure: (party: PartyName, figure: keyof Figures) => number,
): readonly Measured[] {
  const against = (
    what: string,
    unit: Measured['unit'],
    peer: Exclude<PartyName, 'reader'>,
    [key, peerKey = key]: readonly [keyof Figures, (keyof Figures)?],
    aim: Pick<Measured, 'target' | 'limit'> = {},
  ): Measured => ({
    what: `${what}, ${name}`,
    ours: figure('reader', key),
    peer: figure(peer, peerKey),
    peerName:
      { plain: 'the plain page', recogito: 'Recogito' }[peer] + (peerKey === 'writeBusy' ? ', a letter changed' : ''),
    unit,
    ...aim,
  });
  const aim = (key: keyof NonNullable<Targets['long']>) => (targets.long ? { target: targets.long[key] } : {});
  const lateAtMost = Math.floor(figure('plain', 'late') + 0.02 * figure('reader', 'frames'));
  return [
    against('first painted', 'ms', 'plain', ['first'], { target: targets.plain }),
    against('first painted', 'ms', 'recogito', ['first'], { target: targets.recogito }),
    against('all taken over', 'ms', 'recogito', ['all']),
    against('speaks up under the pointer', 'ms', 'recogito', ['point'], { target: 0.7 }),
    against('one annotation added', 'ms', 'recogito', ['add'], { target: 0.7 }),
    against('main thread, speaking up', 'ms', 'plain', ['pointBusy', 'writeBusy'], aim('busy')),
    against('main thread, one added', 'ms', 'plain', ['addBusy', 'writeBusy'], aim('busy')),
    against('all read again, one changed', 'ms', 'recogito', ['again'], aim('again')),
    against('the whole state once more', 'ms', 'recogito', ['whole', 'again']),
    against('scrolling, frames over 25 ms', 'frames', 'plain', ['late'], { limit: lateAtMost }),
    against('scrolling, frames over 50 ms', 'frames', 'plain', ['veryLate'], { limit: 0 }),
    against('caret move', 'µs', 'plain', ['caret'], { limit: oneFrame }),
    against('pointer move over the same words', 'µs', 'recogito', ['hover'], { limit: oneFrame }),
    against('nodes', 'nodes', 'plain', ['nodes'], aim('nodes')),
    against('heap', 'MB', 'plain', ['heap'], aim('heap')),
  ];
}

await main();
