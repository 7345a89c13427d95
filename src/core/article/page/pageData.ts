/*
 * The data that a page was built from, when it was saved along with the words: JSON that stands on lines of its own. Found by its
 * brackets, believed only when it parses.
 */
import type { Span } from '../article';

export interface PageData extends Span {
  readonly value: unknown;
}

/** The blocks of JSON in a text: they start and end a line, hold at least one key, and do not overlap. */
export function findPageData(text: string): PageData[] {
  const found: PageData[] = [];
  // Looking for a closing bracket that never comes costs a pass over the rest: paid only a few times.
  let budget = 4 * text.length + 1000;
  const opening = /^[ \t]*([{[])(?=\s*(?:["{[]|$))/gm;
  for (let match = opening.exec(text); match && budget > 0; match = opening.exec(text)) {
    const start = match.index + match[0].length - 1;
    const end = closing(text, start);
    budget -= (end ?? text.length) - start;
    if (end === undefined || !/^[ \t;,]*(?:\n|$)/.test(text.slice(end, end + 40))) continue;
    const value = parsed(text.slice(start, end));
    if (value === undefined) continue;
    found.push({ start, end: end + (/^[;,]/.exec(text.slice(end))?.[0].length ?? 0), value });
    opening.lastIndex = end;
  }
  return found;
}

function closing(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: {
        i = stringEnd(text, i);
        break;
      }
      case 0x7b:
      case 0x5b:
        depth++;
        break;
      case 0x7d:
      case 0x5d:
        if (--depth === 0) return i + 1;
    }
  }
  return undefined;
}

/** The index of the quote that ends the JSON string begun at `start`; JSON strings do not go over a line end. */
function stringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x22 || code === 0x0a) return i;
  }
  return text.length;
}

function parsed(json: string): unknown {
  if (!/"\s*:/.test(json)) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
