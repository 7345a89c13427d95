/* The lines of a sidecar's text: what is blank, what is a comment, how deep a line stands. Offsets in UTF-16 units. */

/** Behind the comments that follow an entry without a blank line and stand deeper than its dash: they are about it and go with it. */
export function commentsBelow(text: string, from: number, dashColumn: number): number {
  let end = from;
  while (end < text.length) {
    const eol = nextLine(text, end);
    const indent = indentAt(text, end);
    if (indent <= dashColumn || text[end + indent] !== '#') return end;
    end = eol;
  }
  return end;
}

/** The start of the next line, or the end of the text. */
export function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}

/** Spaces at the start of a line. */
export function indentAt(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  return at - from;
}

/** Without spaces and line breaks at its end, and these alone: to YAML a no-break space or a wide one is a letter like any other. */
export function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && ' \r\n'.includes(line[end - 1] as string)) end--;
  return line.slice(0, end);
}

/** The line break that a text uses: that of its first line, LF where it has none. */
export function newlineOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** Whether text of a file ends, or might end, in a value to which blank lines below it would be added (`|+`). */
export const keepsBlankLines = (text: string): boolean => /[|>](?:[1-9]?\+|\+[1-9])/.test(text);

export const isBlank = (line: string): boolean => /^[ \t\r\n]*$/.test(line);

/** Lines as text, a line break behind each. */
export const linesText = (lines: readonly string[], newline: string): string =>
  lines.map((line) => line + newline).join('');
