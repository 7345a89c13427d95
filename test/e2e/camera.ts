/**
 * Pictures of a window for the README and the walkthrough. They are kept as WebP, which the browser makes itself: less than half of PNG,
 * and those of the walkthrough go into the package.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Box } from './readingView';

/** What of the window is taken, and how finely: `css` one dot for each CSS pixel, `device` as many as the screen has. */
export interface Frame {
  readonly clip?: Box;
  readonly scale?: 'css' | 'device';
}

export class Camera {
  private readonly page: Page;
  /** The folder that pictures go to. */
  private readonly folder: string;

  constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
  }

  /** Takes a picture as NAME.webp. Nothing blinks in it. */
  async take(name: string, { clip, scale = 'device' }: Frame = {}): Promise<void> {
    const png = await this.page.screenshot({ ...(clip && { clip }), scale, caret: 'hide' });
    // A page of its own: the workbench's would not let an address of data through.
    const desk = await this.page.context().newPage();
    try {
      const webp = await desk.evaluate(asWebp, png.toString('base64'));
      await writeFile(join(this.folder, `${name}.webp`), Buffer.from(webp, 'base64'));
    } finally {
      await desk.close();
    }
  }
}

/** Runs in a page. */
async function asWebp(png: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.65).replace(/^[^,]*,/, '');
}
