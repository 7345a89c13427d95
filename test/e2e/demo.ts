/**
 * The main job, played as a person does it: open an article, tag a claim and what speaks for it, make the argument, look, save. It works
 * on a copy of any article, prints the sidecar that came of it, and leaves pictures; the README's are made this way.
 */
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../run/chromium';
import { root } from '../run/paths';
import { linkExtension, startServer, writeSettings } from '../run/server';
import { Advice, step } from '../run/steps';
import { ensureHost } from '../run/vscodeHost';
import { windowAddress } from '../run/window';
import { tab, waitUntil } from './gestures';
import { readIndependently, sidecarOf } from './independentReader';
import { openAsArticle, save } from './opening';
import type { ReadingView } from './readingView';
import { piecesOf } from './sentences';
import { themes } from './themes';

/** Options of `playDemo`. */
export interface DemoOptions {
  /** The article, as a full path; a copy of it is worked on. */
  readonly article: string;
  /** The folder that the pictures go to. */
  readonly pictures: string;
}

/** Plays the job, prints the sidecar and says where the pictures are; throws where anything was not as it should be. */
export async function playDemo({ article, pictures }: DemoOptions): Promise<void> {
  const host = await ensureHost('current');
  const temporary = await mkdtemp(join(tmpdir(), 'argmark-demo-'));
  const folder = join(temporary, 'articles');
  const copy = join(folder, basename(article));
  await mkdir(folder);
  await copyFile(article, copy).catch(() => {
    throw new Advice(`${article} cannot be read.`);
  });
  await mkdir(pictures, { recursive: true });
  const settings = { 'workbench.colorTheme': themes.light, 'argmark.annotator': 'ana' };
  const extensions = join(temporary, 'extensions');
  await linkExtension(root, extensions);
  const server = await step(
    'Starting VS Code',
    () => startServer(host, { dataDir: join(temporary, 'data'), extensions, settings }),
    3,
  );
  const browser = await launchBrowser();
  try {
    const viewport = { width: 1280, height: 800 };
    const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
    const address = windowAddress(server, { folder });
    const view = await step('Opening the article', () => open(page, address, basename(copy)), 10);
    await step('Tagging, arguing, looking, saving', () => work(page, view, copy, pictures), 15);
    await step('Taking a picture in the dark', async () => {
      await writeSettings(server.dataDir, { ...settings, 'workbench.colorTheme': themes.dark });
      await page.reload();
      await view.ready();
      await waitUntil(() => view.frame.locator('body.vscode-dark').isVisible(), 'the view has followed the theme');
      await page.screenshot({ path: join(pictures, 'reader-dark.png') });
    });
    const found = await readIndependently(copy);
    console.log(`\n${basename(sidecarOf(copy))}:\n\n${found.yaml}`);
    console.log(
      `Another program reads ${found.annotations.length} annotations and ${found.arguments.length} argument in it.`,
    );
    console.log(`Pictures: ${pictures}`);
  } finally {
    await browser.close();
    await server.kill();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function open(page: Page, address: string, name: string): Promise<ReadingView> {
  await page.goto(address);
  const view = await openAsArticle(page, name);
  await page.getByRole('tab', { name: 'Argmark' }).first().click();
  return view;
}

async function work(page: Page, view: ReadingView, copy: string, pictures: string): Promise<void> {
  const pieces = await piecesOf(view, 7);
  const [claim, premise, evidence, objection] = [pieces[0], pieces[1], pieces[3], pieces[5]];
  if (claim === undefined || premise === undefined) throw new Advice(`${basename(copy)} has too few words to tag.`);
  const tag = async (words: string, key: string, name: string) => {
    await view.selectWithMouse(words);
    await page.keyboard.press(key);
    await view.showsTagged(name, words);
  };
  await tag(claim, 'c', 'claim');
  await tag(premise, 'p', 'premise');
  await argue(page, view, premise, 'l', claim);
  if (evidence !== undefined) {
    await tag(evidence, 'e', 'evidence');
    await argue(page, view, evidence, 'l', claim);
  }
  if (objection !== undefined) {
    await tag(objection, 'c', 'claim');
    await argue(page, view, objection, 'k', claim);
  }
  await save(page, basename(copy));
  await readFile(sidecarOf(copy));
  await tab(page, basename(copy)).first().hover();
  await view.pointAt(claim);
  await view.card().waitFor();
  await page.screenshot({ path: join(pictures, 'reader.png') });
}

/** From the annotation on some words, by key, to the one on others, by some of its words typed. */
async function argue(page: Page, view: ReadingView, from: string, key: 'l' | 'k', to: string): Promise<void> {
  await view.clickOn(from);
  await page.keyboard.press(key);
  await view.targetField().waitFor();
  await page.keyboard.insertText(to.slice(0, 24));
  await page.keyboard.press('Enter');
  await view.targetField().waitFor({ state: 'detached' });
}
