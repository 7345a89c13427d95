/*
 * First step for an article that is read without an editor: its bytes become the canonical text, or a sentence that says why not.
 * Strict, because a wrongly guessed encoding would shift every quote: what is neither marked nor UTF-8 is read only in an encoding
 * that someone has named.
 */

import * as l10n from '../l10n';
import type { Problem } from '../problem';
import { firstBadByte } from '../strictText';
import { articleSizeProblem } from './size';

export type Decoded = { readonly text: string } | { readonly problem: Problem };

/**
 * Decodes an article: by its byte order mark (UTF-8, UTF-16 little or big endian), else as strict UTF-8, else in `encoding`.
 * `encoding` is a WHATWG label (`windows-1252`) or VS Code's id for one (`windows1252`). The text is canonical.
 */
export function decodeArticle(bytes: Uint8Array, encoding?: string): Decoded {
  const large = articleSizeProblem(bytes.length);
  if (large) return { problem: large };
  const marked = byteOrderMark(bytes);
  if (marked) return strict(bytes, marked) ?? { problem: malformed(bytes, marked) };
  const zeros = looksLikeUtf16(bytes);
  if (!zeros) {
    const text = strict(bytes, 'utf-8');
    if (text) return text;
  }
  if (encoding !== undefined) {
    const label = knownLabel(encoding);
    if (label === undefined) {
      const message = l10n.t(
        '“{0}” is not the name of an encoding that can be read. Use a name such as “windows-1252”.',
        encoding,
      );
      return { problem: { code: 'unknown-encoding', severity: 'error', message, line: 1, column: 1 } };
    }
    return strict(bytes, label) ?? { problem: malformed(bytes, label) };
  }
  if (zeros) {
    const message = l10n.t(
      'This looks like UTF-16 without a byte order mark. Save the article as UTF-8, or name its encoding as “article.encoding” in its annotations file.',
    );
    return { problem: { code: 'encoding-unclear', severity: 'error', message, line: 1, column: 1 } };
  }
  return {
    problem: malformed(
      bytes,
      'utf-8',
      l10n.t('Save the article as UTF-8, or name its encoding as “article.encoding” in its annotations file.'),
    ),
  };
}

/** The canonical text of a decoded one: without byte order marks at its start, with LF for CRLF and for a lone CR, otherwise unchanged. */
export function canonicalText(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) === 0xfeff) start++;
  const body = start > 0 ? text.slice(start) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function strict(bytes: Uint8Array, label: string): Decoded | undefined {
  try {
    return { text: canonicalText(new TextDecoder(label, { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

/** ASCII in UTF-16 is valid UTF-8 with a zero in every other byte; no article has zeros. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096);
  let zeros = 0;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros++;
  return zeros > 0 && zeros * 5 > length;
}

/** VS Code writes `windows1252` and `iso88591` where the Encoding Standard has `windows-1252` and `iso-8859-1`. */
export function knownLabel(encoding: string): string | undefined {
  const name = encoding.trim().toLowerCase();
  const spelled = name
    .replace(/^utf8(bom)?$/, 'utf-8')
    .replace(/^utf16([lb]e)$/, 'utf-16$1')
    .replace(/^(windows|cp)(\d+)$/, 'windows-$2')
    .replace(/^iso8859(\d+)$/, 'iso-8859-$1')
    .replace(/^koi8([ru])$/, 'koi8-$1')
    .replace(/^shiftjis$/, 'shift_jis')
    .replace(/^euc(jp|kr)$/, 'euc-$1')
    .replace(/^big5hkscs$/, 'big5-hkscs')
    .replace(/^macroman$/, 'macintosh');
  for (const label of [name, spelled]) {
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // The next spelling may be one that is known.
    }
  }
  return undefined;
}

function malformed(bytes: Uint8Array, label: string, advice = ''): Problem {
  const { at, line, column } = firstBadByte(bytes, label);
  const message = [l10n.t('The text is not valid {0}: byte {1} cannot be read.', label.toUpperCase(), at + 1), advice]
    .join(' ')
    .trimEnd();
  return { code: 'not-decodable', severity: 'error', message, line, column };
}
