/* The text that bytes are, or where they are none: read without a sign in the place of what cannot be read, which would be written back. */
import { firstWhere } from './halving';

/** Undefined where bytes are not UTF-8. A byte order mark stays in the text, so that the same bytes come out again. */
export function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first byte that cannot be decoded, in a text that has one: its offset, and its line and column from 1, columns in bytes. */
export function firstBadByte(
  bytes: Uint8Array,
  label = 'utf-8',
): { readonly at: number; readonly line: number; readonly column: number } {
  const isText = (end: number, stream: boolean): boolean => {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let at = firstWhere(bytes.length, (i) => !isText(i + 1, true));
  // The byte before it may have promised more of a letter than came.
  while (at > 0 && !isText(at, false)) at--;
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < at; i++) {
    if (bytes[i] !== 0x0a) continue;
    line++;
    lineStart = i + 1;
  }
  return { at, line, column: at - lineStart + 1 };
}
