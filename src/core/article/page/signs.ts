/*
 * What a line of a saved page says of itself: the words and the forms by which the parts of a page around an article are known. Only
 * what the line says is told here; whether that makes it furniture is decided where its neighbours are seen.
 */
import type { Sign } from './furniture';
import { knownLines } from './knownLines';
import { linePatterns } from './linePatterns';

const exact = new Map<string, Sign>();
for (const { label, reach, words } of knownLines) {
  for (const line of words.split('|').map((word) => word.trim())) {
    if (line !== '' && !exact.has(line)) exact.set(line, { label, reach });
  }
}

/** What kind of furniture a line is known to be by its words, or undefined. */
export function signOf(text: string): Sign | undefined {
  if (text.length > 420) return undefined;
  const lower = text.toLowerCase();
  if (text.length <= 60) {
    const sign = exact.get(bare(lower));
    if (sign) return sign;
  }
  for (const [label, reach, pattern] of linePatterns) {
    if (text.length > 200 && label !== 'disclaimer' && label !== 'cookie notice') continue;
    // A heading of links does not end as a sentence does.
    if (label === 'related' && reach === 'section' && /[.;,]$/.test(text)) continue;
    // Nor does a paragraph open a box, whatever it begins with.
    if (reach === 'section' && label === 'newsletter' && /\p{L}[.!?]\s+\p{L}/u.test(text)) continue;
    if (pattern.test(lower)) return { label, reach };
  }
  if (isButtons(lower)) return { label: 'share buttons', reach: 'line' };
  return breadcrumb(text) ? { label: 'menu', reach: 'line' } : undefined;
}

/** "Share Tweet Email Print": several buttons on one line. */
function isButtons(lower: string): boolean {
  if (lower.length > 80) return false;
  const words = lower.split(/[\s|·•,/]+/u).filter((word) => word !== '');
  return words.length >= 2 && words.every((word) => exact.get(word)?.label === 'share buttons');
}

/** A line in lower case without the signs, counts and arrows around the words. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && !isLetter(text.charCodeAt(start))) start++;
  while (end > start && !isLetter(text.charCodeAt(end - 1))) end--;
  const words = start > 0 || end < text.length ? text.slice(start, end) : text;
  const spaced = /\s\s|[\t\u00a0\u202f\u3000]/.test(words) ? words.replace(/\s+/gu, ' ') : words;
  return spaced.includes('’') ? spaced.replaceAll('’', "'") : spaced;
}

/** A letter or a mark on one; only of what stands in the list is told apart exactly. */
function isLetter(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  return code < 0x2000
    ? code >= 0xc0 || code === 0xaa || code === 0xba
    : code >= 0x2e80 && !(code >= 0x3000 && code <= 0x3040) && code < 0xff00;
}

const home =
  /^(?:home|homepage|start|startseite|accueil|inicio|portada|الرئيسية|الصفحة الرئيسية|首页|主页|网站首页)$/iu;

/** "Home > News > Statements": entries on one line, the first one being the way home, or three short ones with arrows between. */
function breadcrumb(text: string): boolean {
  if (text.length > 200 || !/[>›»→/|•·]|::/.test(text)) return false;
  const parts = text.split(/\s*(?:[>›»→/|•·]|::)\s*/u);
  const first = (parts[0] ?? '').replace(/^.*[:：]\s*/u, '');
  if (parts.length >= 2 && home.test(first)) return true;
  return (
    text.split(/\s+[>›»→]\s+/u).length >= 3 &&
    parts.every((part) => part.length > 0 && part.length <= 60 && !/[.!?]$/.test(part))
  );
}

/** The entries of a menu that stands on one line with bars or dots between ("News | Events | Contact"); undefined where it is none. */
export function barredEntries(text: string): string[] | undefined {
  if (text.length > 300 || !/[|｜•·]/.test(text)) return undefined;
  const entries = text.split(/\s*[|｜•·]\s*/u).filter((entry) => entry !== '');
  if (entries.length < 3 || entries.some((entry) => entry.length > 40 || /[.!?。]$/u.test(entry))) return undefined;
  return entries;
}
