/**
 * The main job, played as a person does it: open an article, tag a claim and what speaks for it, make the argument, look, save. It works
 * on a copy of any article, prints the sidecar that came of it, and leaves pictures; the README's and the walkthrough's are made this way.
 */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../run/chromium';
import { root } from '../run/paths';
import { run } from '../run/processes';
import { linkExtension, type Server, startServer, writeSettings } from '../run/server';
import { Advice, step } from '../run/steps';
import { ensureHost } from '../run/vscodeHost';
import { windowAddress } from '../run/window';
import { Camera } from './camera';
import { explorerRow, runCommand, tab, waitUntil } from './gestures';
import { readIndependently, sidecarOf } from './independentReader';
import { openAsArticle, save } from './opening';
import type { Box, ReadingView } from './readingView';
import { piecesOf } from './sentences';
import { showSideBar } from './sideBar';
import { themes } from './themes';

/** Options of `playDemo`. */
export interface DemoOptions {
  /** The article, as a full path; a copy of it is worked on. */
  readonly article: string;
  /** The folder that the pictures go to. */
  readonly pictures: string;
  /** Plays it in a light and a dark theme and takes the pictures of the walkthrough too; in a light one otherwise, with one picture. */
  readonly walkthrough?: boolean;
}

/** What is played in which window. */
interface Play {
  readonly page: Page;
  /** The article that is worked on, as a full path. */
  readonly copy: string;
  readonly theme: 'light' | 'dark';
  /** Takes a picture of the whole window. */
  readonly whole: (name: string) => Promise<void>;
  /** Takes one of a part of it, for the walkthrough where that is wanted. */
  readonly part: (name: string, clip: Box) => Promise<void>;
}

/** Plays the job, prints the sidecar and says where the pictures are; throws where anything was not as it should be. */
export async function playDemo(options: DemoOptions): Promise<void> {
  const { pictures, walkthrough = false } = options;
  const host = await ensureHost('current');
  const temporary = await mkdtemp(join(tmpdir(), 'argmark-demo-'));
  await mkdir(pictures, { recursive: true });
  const extensions = join(temporary, 'extensions');
  await linkExtension(root, extensions);
  const server = await step(
    'Starting VS Code',
    () => startServer(host, { dataDir: join(temporary, 'data'), extensions }),
    3,
  );
  const browser = await launchBrowser();
  try {
    let copy = '';
    for (const theme of walkthrough ? (['light', 'dark'] as const) : (['light'] as const)) {
      copy = await prepared(options.article, join(temporary, theme));
      await playIn(theme, copy, browser, server, options);
    }
    const found = await readIndependently(copy);
    console.log(`\n${basename(sidecarOf(copy))}:\n\n${found.yaml}`);
    console.log(
      `Another program reads ${found.annotations.length} annotations and ${found.arguments.length} arguments in it.`,
    );
    console.log(`Pictures: ${pictures}`);
  } finally {
    await browser.close();
    await server.kill();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** A copy of the article in a folder that git looks after, as a project's would be. */
async function prepared(article: string, place: string): Promise<string> {
  const folder = join(place, 'articles');
  const copy = join(folder, basename(article));
  await mkdir(folder, { recursive: true });
  await copyFile(article, copy).catch(() => {
    throw new Advice(`${article} cannot be read.`);
  });
  const git = (...args: string[]) => run('git', ['-C', folder, ...args]);
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('-c', 'user.name=ana', '-c', 'user.email=ana@example.org', 'commit', '--quiet', '-m', 'Add the article');
  return copy;
}

async function playIn(
  theme: 'light' | 'dark',
  copy: string,
  browser: Browser,
  server: Server,
  { pictures, walkthrough = false }: DemoOptions,
): Promise<void> {
  await writeSettings(server.dataDir, { 'workbench.colorTheme': themes[theme].id, 'argmark.annotator': 'ana' });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const camera = new Camera(page, pictures);
  const play: Play = {
    ...{ page, copy, theme },
    whole: async (name) => {
      if (theme === 'light') await camera.take(name);
    },
    part: async (name, clip) => {
      if (walkthrough) await camera.take(`${name}-${theme}`, { clip, scale: 'css' });
    },
  };
  const view = await step(`Opening the article (${theme})`, () => open(play, server), 10);
  await step('Tagging, arguing, looking, saving', () => work(play, view), 15);
  if (walkthrough) await step('Sharing', () => share(play), 10);
  await context.close();
}

async function open({ page, copy, theme, part }: Play, server: Server): Promise<ReadingView> {
  const name = basename(copy);
  await page.goto(windowAddress(server, { folder: join(copy, '..') }));
  const view = await openAsArticle(page, name);
  await waitUntil(() => view.frame.locator(`body.vscode-${theme}`).isVisible(), 'the view has followed the theme');
  await explorerRow(page, name).first().click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: 'Open as Article' });
  await item.hover();
  await part('open', { x: 0, y: 35, width: 960, height: 520 });
  await page.keyboard.press('Escape');
  await item.waitFor({ state: 'hidden' });
  await showSideBar(page);
  return view;
}

/** What is said of the sample, as an analyst would; of another article, the first sentences stand for it. */
const ofTheSample = {
  claim: 'those who gain from depth should carry its cost',
  premise: 'Neither pays for the ground that is moved.',
  evidence:
    'The lines save a day’s sailing on every call; the city draws fees on every container that a larger ship brings in.',
  objection: 'A port serves the whole country',
};

async function wordsOf(
  view: ReadingView,
): Promise<{ claim?: string; premise?: string; evidence?: string; objection?: string }> {
  const text = await view.text();
  if (Object.values(ofTheSample).every((words) => text.includes(words))) return ofTheSample;
  const [claim, premise, , evidence, , objection] = await piecesOf(view, 7);
  return {
    ...(claim && { claim }),
    ...(premise && { premise }),
    ...(evidence && { evidence }),
    ...(objection && { objection }),
  };
}

async function work({ page, copy, whole, part }: Play, view: ReadingView): Promise<void> {
  const { claim, premise, evidence, objection } = await wordsOf(view);
  if (claim === undefined || premise === undefined) throw new Advice(`${basename(copy)} has too few words to tag.`);
  const tag = async (words: string, key: string, name: string, before?: () => Promise<void>) => {
    await view.selectWithMouse(words);
    await before?.();
    await page.keyboard.press(key);
    await view.showsTagged(name, words);
  };
  await tag(claim, 'c', 'claim');
  await tag(premise, 'p', 'premise', async () => {
    await view.barButton('Claim').waitFor();
    await part('tag', await around(view, [claim, premise], view.frame.getByRole('toolbar')));
  });
  await argue(page, view, premise, 'l', claim, async () =>
    part('argue', await around(view, [claim, premise], view.frame.locator('.prompt.target'))),
  );
  if (evidence !== undefined) {
    await tag(evidence, 'e', 'evidence');
    await argue(page, view, evidence, 'l', claim);
  }
  if (objection !== undefined) {
    await tag(objection, 'p', 'premise');
    await argue(page, view, objection, 'k', claim);
  }
  await save(page, basename(copy));
  await tab(page, basename(copy)).first().hover();
  await view.pointAt(claim);
  await view.card().waitFor();
  await whole('reader');
  await part('look', { x: 0, y: 35, width: 1180, height: 480 });
}

/** The part of the window that holds the whole lines of these words, and what is shown for them. */
async function around(view: ReadingView, words: readonly string[], shown: Locator): Promise<Box> {
  const boxes: Box[] = [];
  for (const one of words) boxes.push(...(await view.boxes(one)));
  const [column, other] = [await view.column.boundingBox(), await shown.boundingBox()];
  if (!column || !other) throw new Advice('The reading view is not on the screen.');
  boxes.push(other);
  const left = Math.min(column.x, other.x);
  const right = Math.max(column.x + column.width, other.x + other.width);
  const first = Math.min(...boxes.map(({ y }) => y));
  const last = Math.max(...boxes.map(({ y, height }) => y + height));
  // Some lines around them, so that they are seen to be part of a text.
  const margin = Math.max(32, (360 - (last - first)) / 2);
  const top = Math.max(0, first - margin);
  return { x: left, y: top, width: right - left, height: Math.min(last + margin, 800) - top };
}

/** From the annotation on some words, by key, to the one on others, by some of its words typed. */
async function argue(
  page: Page,
  view: ReadingView,
  from: string,
  key: 'l' | 'k',
  to: string,
  before?: () => Promise<void>,
): Promise<void> {
  await view.clickOn(from);
  await page.keyboard.press(key);
  await view.targetField().waitFor();
  await page.keyboard.insertText(to.slice(0, 24));
  await before?.();
  await page.keyboard.press('Enter');
  await view.targetField().waitFor({ state: 'detached' });
}

/** The new file as git sees it, beside its text. */
async function share({ page, copy, part }: Play): Promise<void> {
  await runCommand(page, 'Argmark: Open Annotations File');
  const name = basename(sidecarOf(copy));
  await tab(page, name).first().waitFor();
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Source Control/ })
    .click();
  await page.locator('.scm-view').getByRole('treeitem', { name }).first().waitFor({ timeout: 30_000 });
  await page.locator('.monaco-editor .view-line', { hasText: 'quote' }).first().waitFor();
  await part('share', { x: 0, y: 35, width: 860, height: 480 });
}
