import type { Reading } from './plain';

export function readPage(_text: string): Reading | undefined {
  return undefined;
}
