/*
 * From lines to passages: the pieces that become blocks. A passage is one line, or the several lines of a paragraph that was
 * wrapped by hand. Whether a text is wrapped is asked of the whole text, and where a paragraph ends of its last line: the next word
 * would still have fitted there.
 */
import type { Run, Span } from './article';
import { type Line, linesOf } from './lines';
import { endsSentence, isSpaceless, isWide, roughWords, startsUpper } from './script';

export interface Passage extends Span {
  /** What is shown, on one line. */
  readonly text: string;
  readonly runs: readonly Run[];
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
  /** Sign or number of a list item, as it stands. */
  readonly marker: string | undefined;
  /** See `roughWords`. */
  readonly words: number;
  /** Reads as whole sentences, not as a label or an entry of a menu. */
  readonly prose: boolean;
}

const bullet = /^(?:[•‣◦⁃∙▪▫●○■□◆◇➤►▸✓✔·*+–—-]|\(?[\d٠-٩]{1,3}[.)]|\([a-z]{1,4}\)|[a-z]\))\s+(?=\S)/;

const rule = /^(?:[*_~=•·#–—-]\s*){3,}$/u;

/** Whether a text is a dividing line: asterisks, dashes and the like, and nothing else. */
export function isRule(text: string): boolean {
  return text.length <= 200 && rule.test(text);
}

/** The passages of some neighbouring lines; `width` is the `wrapWidth` of the whole text. */
function passagesOf(text: string, lines: readonly Line[], width: number | undefined): Passage[] {
  const passages: Passage[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && continues(text, lines[to - 1] as Line, lines[to] as Line, width)) to++;
    passages.push(passage(text, lines.slice(from, to)));
    from = to;
  }
  return passages;
}

/** The passages of a text, but for some ranges (in order); none goes over one of these. */
export function passagesAround(text: string, cut: readonly Span[]): Passage[] {
  const stretches: Line[][] = [];
  let at = 0;
  for (const { start, end } of cut) {
    stretches.push(linesOf(text, at, start));
    at = end;
  }
  stretches.push(linesOf(text, at));
  const width = wrapWidth(text, stretches.flat());
  return stretches.flatMap((lines) => passagesOf(text, lines, width));
}

const narrowest = 48;
const widest = 132;

/**
 * The column at which a text was wrapped by hand, or undefined where its paragraphs are whole lines. It was where lines of a
 * typewriter's length mostly break off in the middle of a sentence, and few lines are longer.
 */
function wrapWidth(text: string, lines: readonly Line[]): number | undefined {
  let broken = 0;
  let whole = 0;
  let long = 0;
  const widths: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1];
    if (line.end - line.start > widest) long++;
    if (!next || next.gap > 0) continue;
    const width = line.indent + displayWidth(text, line);
    if (width < narrowest || width > widest) continue;
    if (endsSentence(text.slice(Math.max(line.start, line.end - 16), line.end))) whole++;
    else broken++;
    widths.push(width);
  }
  if (broken < 2 || broken < 2 * whole || long * 4 > broken + whole) return undefined;
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.95)];
}

function continues(text: string, line: Line, next: Line, width: number | undefined): boolean {
  if (width === undefined || next.gap > 0) return false;
  if (markerOf(text, next) !== undefined || isRule(text.slice(next.start, next.end))) return false;
  const before = line.indent + displayWidth(text, line);
  if (before > widest || before < width / 2) return false;
  // What hangs under the first word of a list item belongs to it.
  const marker = markerOf(text, line);
  if (marker !== undefined && next.indent === line.indent + marker.length) return true;
  if (next.indent > line.indent + 1 && endsSentence(text.slice(Math.max(line.start, line.end - 16), line.end))) {
    return false;
  }
  const word = /^\S{1,40}/.exec(text.slice(next.start, Math.min(next.end, next.start + 40)))?.[0] ?? '';
  const room = isWide(text.charCodeAt(next.start)) ? 2 : word.length;
  return before + 1 + room > width - 3;
}

function markerOf(text: string, line: Line): string | undefined {
  const marker = bullet.exec(text.slice(line.start, Math.min(line.end, line.start + 12)))?.[0];
  if (marker === undefined) return undefined;
  // "12. März 2024" is a date, and "* * *" a dividing line.
  const whole = line.end - line.start > 200 ? '' : text.slice(line.start, line.end);
  return isRule(whole) || /^\d{1,2}\.\s\p{L}{3,12}\.?\s\d{4}/u.test(whole) ? undefined : marker;
}

function displayWidth(text: string, line: Line): number {
  const length = line.end - line.start;
  if (length > widest) return length;
  let width = length;
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x1100 && isWide(code)) width++;
  }
  return width;
}

function passage(text: string, lines: readonly Line[]): Passage {
  const first = lines[0] as Line;
  const last = lines[lines.length - 1] as Line;
  const marker = markerOf(text, first);
  const start = first.start + (marker?.length ?? 0);
  const runs = runsOf(text, lines, start);
  const shown = lines.length === 1 ? text.slice(start, last.end) : textOfRuns(text, runs);
  const words = roughWords(shown);
  const { indent, gap } = first;
  const prose = words >= 28 || (words >= (lines.length > 1 ? 8 : 12) && (endsSentence(shown) || /[:：]$/.test(shown)));
  return { start: first.start, end: last.end, text: shown, runs, indent, gap, marker: marker?.trim(), words, prose };
}

/** The lines without their indents; the line end between two ideographs is left out, since no space belongs there. */
function runsOf(text: string, lines: readonly Line[], start: number): Run[] {
  const runs: { start: number; end: number }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const from = i === 0 ? start : line.start;
    const before = runs[runs.length - 1];
    if (before) {
      const newline = text.indexOf('\n', before.end);
      const joined =
        isSpaceless(text.charCodeAt(before.end - 1)) && isSpaceless(text.charCodeAt(line.start)) ? undefined : newline;
      if (joined === before.end) before.end++;
      else if (joined !== undefined) runs.push({ start: joined, end: joined + 1 });
    }
    const tail = runs[runs.length - 1];
    if (tail && tail.end === from) tail.end = line.end;
    else runs.push({ start: from, end: line.end });
  }
  return runs;
}

function textOfRuns(text: string, runs: readonly Run[]): string {
  return runs
    .map((run) => text.slice(run.start, run.end))
    .join('')
    .replaceAll('\n', ' ');
}

/** Short, no sentence: could be a heading, a label, an entry of a menu. */
function isLabel(passage: Passage): boolean {
  return !passage.prose && passage.words <= 16 && !/[.;,]$/.test(passage.text);
}

/** The line under a picture: it ends by saying who took it ("Photo: …", or a name in capitals after the sentence). */
export function hasCredit(text: string): boolean {
  if (text.length <= 400 && /[\p{Ll}\d][.)]["'”’»]?\s+\p{Lu}{2}[\p{Lu}\s./&-]*$/u.test(text)) return true;
  return /(?:photo|photograph|photographie|image|picture|illustration|foto|bild|الصورة|صورة|摄)s?\s*[:：]\s*\S/iu.test(
    text.slice(0, 400),
  );
}

/** A label that could head a section of the body: starts as a heading does, and is not a list item. */
export function couldHead(passage: Passage): boolean {
  return (
    passage.marker === undefined &&
    isLabel(passage) &&
    passage.text.length <= 120 &&
    !hasCredit(passage.text) &&
    !/^(?:column|page|seite|spalte|página|colonne)\s+\d+\w*$/iu.test(passage.text) &&
    passage.words <= 14 &&
    !/^\p{Ll}/u.test(passage.text) &&
    /\p{L}{3}|\p{Lo}/u.test(passage.text) &&
    (startsUpper(passage.text) || /^[^\p{Ll}]/u.test(passage.text))
  );
}
