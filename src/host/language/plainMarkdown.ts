/*
 * Foreign words for a place where VS Code reads Markdown. Not by `MarkdownString.appendText`: that makes every space one that does not
 * break, and lets a bare address become a link, so that an article could put links into a hover.
 */

/** Markdown that shows as exactly this text, white space aside; line ends stay, an empty line parts paragraphs. */
export function plainMarkdown(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => escaped(line.replace(/\s+/gu, ' ').trim()))
    .join('\n')
    .trim()
    .replace(/\n{2,}|\n/gu, (ends) => (ends.length > 1 ? '\n\n' : '\\\n'));
}

/** In one line, for headers and link texts. */
export function plainMarkdownLine(text: string): string {
  return escaped(text.replace(/\s+/gu, ' ').trim());
}

/** A backslash makes a plain sign of any ASCII punctuation (CommonMark, "Backslash escapes"), and breaks up addresses. */
const escaped = (line: string): string => line.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
