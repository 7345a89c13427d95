/* Files of this machine, read without asking anybody else. */
import { readFile, stat } from 'node:fs/promises';
import { isMissing } from './errors';

/** The file's bytes; undefined where there is no such file. Rejects where there is one that cannot be read. */
export async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  const bytes = await orNothing(readFile(path));
  return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** In bytes; undefined where there is no such file. Rejects where that cannot be told. */
export async function sizeOf(path: string): Promise<number | undefined> {
  return (await orNothing(stat(path)))?.size;
}

async function orNothing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
