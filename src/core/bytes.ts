/* The bytes of a file: whether they are still what was read of it, which is asked before anything is written over it, and what text they are. */

/** Whether two files hold the same; undefined stands for one that is not there. */
export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

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
  // Halved until the shortest beginning that cannot be decoded is found.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isText(middle, true)) good = middle;
    else bad = middle;
  }
  let at = Math.max(0, bad - 1);
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
