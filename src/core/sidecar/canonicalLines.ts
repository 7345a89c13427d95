/*
 * A place in the text that moves on line by line and reads the values that Argmark writes: double-quoted text, plain words, whole numbers.
 * Whatever else stands there is left alone and reported as not read, never guessed at.
 */
import { withoutEnd } from './lines';

/** Words that some YAML version takes for a boolean or nothing. */
const reserved = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
/** Whether text may stand without quotes, as `[a-z][a-z0-9-]*`: any YAML reader takes it for the same text. */
export const isPlainWord = (text: string): boolean =>
  wordEnd(text, 0) === text.length && text !== '' && !reserved.has(text);

/** The end of the word that starts at an offset; the offset where none does. */
function wordEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = code >= 0x61 && code <= 0x7a;
    const isOther = at > from && ((code >= 0x30 && code <= 0x39) || code === 0x2d);
    if (!isLetter && !isOther) break;
  }
  return at;
}

const rest = /^ *(?: #.*)?\r?$/;

export class LineCursor {
  readonly text: string;
  /** Start of the current line, and its line break (or the end of the text). */
  start = 0;
  eol = 0;
  /** Where the first character that is no space stands. */
  content = 0;
  /** Behind the last line that belongs to what was read. */
  end = 0;
  private slash = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the line at `start`, past blank lines and comments. False at the end of the text. */
  go(start: number): boolean {
    const { text } = this;
    let at = start;
    for (;;) {
      if (at >= text.length) return false;
      const eol = text.indexOf('\n', at);
      this.start = at;
      this.eol = eol < 0 ? text.length : eol;
      while (text.charCodeAt(at) === 0x20) at++;
      const code = at >= this.eol ? 0x0a : text.charCodeAt(at);
      if (code !== 0x0a && code !== 0x0d && code !== 0x23) break;
      at = this.eol + 1;
    }
    this.content = at;
    return true;
  }

  /** Goes to the line after the current one, which is used up. */
  next(): boolean {
    this.end = Math.min(this.eol + 1, this.text.length);
    return this.go(this.end);
  }

  get indent(): number {
    return this.content - this.start;
  }

  /** The key at an offset of the current line, when a colon follows it at once; '' where there is none. */
  key(from: number): string {
    const colon = this.text.indexOf(':', from);
    if (colon < 0 || colon >= this.eol) return '';
    return this.text.slice(from, colon);
  }

  /** Whether nothing but a comment stands from an offset to the end of the line. */
  isDone(from: number): boolean {
    return from >= this.eol || rest.test(this.text.slice(from, this.eol));
  }

  /** The text in double quotes, or the plain word, that fills the line from an offset on. */
  string(from: number): string | undefined {
    return this.text.charCodeAt(from) === 0x22 ? this.quoted(from) : this.plain(from);
  }

  /** A plain word that fills the line from an offset on. */
  plain(from: number): string | undefined {
    const end = wordEnd(this.text, from);
    if (end === from || !this.isDone(end)) return undefined;
    const value = this.text.slice(from, end);
    return reserved.has(value) ? undefined : value;
  }

  /** What stands without quotes from an offset on, without a comment. */
  bare(from: number): string {
    const value = this.text.slice(from, this.eol);
    const comment = value.indexOf(' #');
    return withoutEnd(comment < 0 ? value : value.slice(0, comment));
  }

  private quoted(from: number): string | undefined {
    const { text } = this;
    let close = text.indexOf('"', from + 1);
    if (this.slash < from) {
      this.slash = text.indexOf('\\', from);
      if (this.slash < 0) this.slash = text.length;
    }
    if (close < 0 || close >= this.eol) return undefined;
    if (this.slash > close) return this.isDone(close + 1) ? text.slice(from + 1, close) : undefined;
    close = from + 1;
    while (close < this.eol && text.charCodeAt(close) !== 0x22) close += text.charCodeAt(close) === 0x5c ? 2 : 1;
    if (close >= this.eol || !this.isDone(close + 1)) return undefined;
    try {
      return JSON.parse(text.slice(from, close + 1)) as string;
    } catch {
      return undefined;
    }
  }
}
