/** The sample articles as a test wants them: the same texts that come with the extension, with nothing tagged in them yet. */
import { cp } from 'node:fs/promises';
import { isSidecarName } from '../../src/core/sidecar/names';
import { samples } from './paths';

/** Copies the articles of the sample workspace into a folder, and leaves out their sidecars. */
export async function copySampleArticles(folder: string): Promise<void> {
  await cp(samples, folder, { recursive: true, filter: (source) => !isSidecarName(source) });
}
