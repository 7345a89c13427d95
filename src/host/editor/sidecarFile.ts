/* Between a sidecar's bytes and what they say. Strict: bytes that are not UTF-8 would not survive being written back. */
import type { Problem } from '../../core/problem';
import { readSidecar, sidecarText } from '../../core/sidecar/read';
import type { Sidecar } from '../../core/sidecar/sidecar';

export interface SidecarFile {
  /** What it says; undefined where its bytes are no text. */
  readonly sidecar: Sidecar | undefined;
  /** Why nothing may be written over it; empty where it may. */
  readonly blocked: readonly Problem[];
}

export function readSidecarFile(bytes: Uint8Array): SidecarFile {
  let text: string;
  try {
    // A byte order mark stays in the text, so that the same bytes come out again.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const message = 'The file is not valid UTF-8, so it cannot be read without losing something. Save it as UTF-8.';
    return {
      sidecar: undefined,
      blocked: [{ code: 'not-utf-8', severity: 'error', message, line: 1, column: 1 }],
    };
  }
  const sidecar = readSidecar(text);
  return { sidecar, blocked: sidecar.readOnly ? errorsFirst(sidecar.problems) : [] };
}

const texts = new WeakMap<Sidecar, string>();

/** The text that a sidecar is saved as, put together once. */
export function textOfSidecar(sidecar: Sidecar): string {
  let text = texts.get(sidecar);
  if (text === undefined) {
    text = sidecarText(sidecar);
    texts.set(sidecar, text);
  }
  return text;
}

export function sidecarBytes(sidecar: Sidecar): Uint8Array {
  return new TextEncoder().encode(textOfSidecar(sidecar));
}

function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}
