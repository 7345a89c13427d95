/**
 * The extension in a real workbench, against VS Code's own parts in the same window: opening an article against the Markdown preview of
 * the same text, a key that tags against a letter typed in the text editor.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { openFromExplorer, tab, waitUntil } from '../e2e/gestures';
import { pickByKeys, runByKeys } from '../e2e/keyboard';
import { ensureHost } from '../run/vscodeHost';
import { articleSidecar } from './articleSidecar';
import { articleText } from './articleText';
import { endMark, keyToPaint, lastEnter, shownAt } from './probe';
import { report, roundsOf } from './report';
import { type Measured, median } from './table';
import { inWindow } from './workbenchWindow';

interface Size {
  readonly name: string;
  readonly length: number;
  readonly annotations: number;
  readonly rounds: number;
  /** Opening, at most this ratio to the preview. */
  readonly target: number;
}

const sizes: readonly Size[] = [
  { name: '50 KB, 500 annotations', length: 50_000, annotations: 500, rounds: 7, target: 1 },
  { name: '1 MB, 10,000 annotations', length: 1_000_000, annotations: 10_000, rounds: 5, target: 0.5 },
];
const keys = 15;

/** Names of files by which VS Code opens them with the one or the other, when they are chosen. */
const settings = {
  'argmark.annotator': 'ana',
  'workbench.editorAssociations': { 'read?.md': 'argmark.article', 'rendered?.md': 'vscode.markdown.preview.editor' },
};

async function main(): Promise<void> {
  const host = await ensureHost('current');
  const lines = await inWindow(host, settings, writeArticles, async (page) => {
    const measured: Measured[] = [];
    for (const [at, size] of sizes.entries()) {
      measured.push(await openingFile(page, size, `read${at}.md`, `rendered${at}.md`));
      measured.push(await openingInstead(page, size, `article${at}.md`));
      measured.push(await typing(page, size, `article${at}.md`, `plain${at}.md`));
    }
    return measured;
  });
  report({ title: 'In the workbench', peers: [`VS Code ${host.version}`], lines });
}

async function writeArticles(folder: string): Promise<void> {
  for (const [at, { length, annotations }] of sizes.entries()) {
    const text = `${articleText(length, 7 + at)}\n\n${endMark}\n`;
    for (const name of ['read', 'rendered', 'article', 'plain']) await writeFile(join(folder, `${name}${at}.md`), text);
    const sidecar = articleSidecar(text, { annotations, seed: at });
    for (const name of ['read', 'article']) await writeFile(join(folder, `${name}${at}.md.annotations.yaml`), sidecar);
  }
}

type IsIt = (frame: Frame) => Promise<boolean>;
const isPreview: IsIt = (frame) => frame.locator('.markdown-body').first().isVisible();
const isReader: IsIt = (frame) => frame.locator('.column').isVisible();

/** From the Enter that chooses a file until the text's end is there, highlighted, and two frames have passed: each as the editor of its file. */
async function openingFile(page: Page, size: Size, article: string, rendered: string): Promise<Measured> {
  const taken = async (file: string, isIt: IsIt) => {
    await runByKeys(page, 'Go to File...');
    await pickByKeys(page, file);
    const time = await sinceEnter(page, isIt);
    await closeActive(page);
    return time;
  };
  return opening(`open a file, ${size.name}`, size, {
    peer: () => taken(rendered, isPreview),
    ours: () => taken(article, isReader),
  });
}

/** The same from the Enter that chooses the command, in the text editor of the article, in which a person has read a little. */
async function openingInstead(page: Page, size: Size, article: string): Promise<Measured> {
  const taken = async (command: string, isIt: IsIt) => {
    // "Open as Article" takes the place of the text editor.
    if ((await tab(page, article).count()) === 0) await openFromExplorer(page, article);
    await readOn(page);
    await runByKeys(page, command);
    const time = await sinceEnter(page, isIt);
    await closeActive(page);
    return time;
  };
  const measured = await opening(`open by command, ${size.name}`, size, {
    peer: () => taken('Markdown: Open Preview', isPreview),
    ours: () => taken('Argmark: Open as Article', isReader),
  });
  await runByKeys(page, 'View: Close All Editors');
  return measured;
}

/** On to the annotation after the next: what all extensions do with a text that is shown anew, which takes VS Code's own a while, is over then. */
async function readOn(page: Page): Promise<void> {
  const place = page.locator('[id="status.editor.selection"]');
  for (let annotation = 0; annotation < 2; annotation++) {
    const before = await place.textContent();
    await runByKeys(page, 'Argmark: Go to Next Annotation');
    await waitUntil(async () => (await place.textContent()) !== before, 'the next annotation is selected');
  }
}

async function sinceEnter(page: Page, isIt: IsIt): Promise<number> {
  const { at } = await shownAt(page, isIt);
  return at - (await lastEnter(page));
}

async function opening(
  what: string,
  { target, ...size }: Size,
  take: { readonly ours: () => Promise<number>; readonly peer: () => Promise<number> },
): Promise<Measured> {
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round <= roundsOf(size); round++) {
    const [peer, own] = [await take.peer(), await take.ours()];
    // The first round is the warm-up of both.
    if (round === 0) continue;
    peers.push(peer);
    ours.push(own);
  }
  return { what, ours: median(ours), peer: median(peers), peerName: 'Markdown preview', unit: 'ms', target };
}

/** From the key's event until the frame after the change: tagging a sentence, against a letter in the text editor. */
async function typing(page: Page, { name }: Size, article: string, plain: string): Promise<Measured> {
  await openFromExplorer(page, plain);
  const editor = page.mainFrame();
  const peers: number[] = [];
  for (let key = 0; key < keys; key++) peers.push(await keyToPaint(page, editor, 'x', 'lines'));
  await closeUnsaved(page);
  await openFromExplorer(page, article);
  await runByKeys(page, 'Argmark: Open as Article');
  const { frame } = await shownAt(page, isReader);
  const ours: number[] = [];
  for (let key = 0; key < keys; key++) {
    for (const step of ['ArrowDown', 'ArrowDown', 'End', 'Shift+ArrowLeft', 'Shift+Control+ArrowLeft'])
      await page.keyboard.press(step);
    ours.push(await keyToPaint(page, frame, key % 2 === 0 ? 'c' : 'p', 'highlights'));
  }
  await closeUnsaved(page);
  // One frame more than the peer is the target: at 60 frames a second.
  const peer = median(peers);
  return {
    what: `key to paint, ${name}`,
    ours: median(ours),
    peer,
    peerName: 'a letter in the text editor',
    unit: 'ms',
    target: (peer + 17) / peer,
  };
}

/** A gesture may still be on its way when what is unsaved is thrown away. */
async function closeUnsaved(page: Page): Promise<void> {
  await waitUntil(
    async () => {
      if ((await page.locator('.tabs-container .tab.dirty').count()) === 0) return true;
      await runByKeys(page, 'File: Revert File');
      return false;
    },
    'nothing is unsaved',
    60_000,
  );
  await runByKeys(page, 'View: Close All Editors');
}

async function closeActive(page: Page): Promise<void> {
  const before = await page.locator('.tabs-container .tab').count();
  await runByKeys(page, 'View: Close Editor');
  await waitUntil(async () => (await page.locator('.tabs-container .tab').count()) < before, 'the editor is closed');
}

await main();
