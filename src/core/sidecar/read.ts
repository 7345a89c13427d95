/*
 * The sidecar's text -> what it says: where the sidecar's way begins. Never throws: whatever is wrong with a text becomes problems, and what
 * cannot be changed without the risk of losing something is read-only (rule 2).
 */
import * as l10n from '../l10n';
import type { Problem } from '../problem';
import { hasConflictMarkers, markerOffset } from './conflictMarkers';
import { readLines } from './readLines';
import { fileError, readYaml, unreadable } from './readYaml';
import type { RecordedArticle, Sidecar } from './sidecar';
import { type Source, sidecarOf, sourceOf, textOf, withDistinctIds } from './source';

/** Sizes in UTF-16 units above which a text is not read: in the shape that Argmark writes, and in any other, which takes far more memory. */
export const largestCanonical = 64 * 1024 * 1024;
export const largestOther = 16 * 1024 * 1024;

/** Reads a sidecar's text, with or without a byte order mark, with any line ends. */
export function readSidecar(text: string): Sidecar {
  const reading = readingOf(text);
  return sidecarOf({ ...reading, pieces: withDistinctIds(reading.pieces) });
}

function readingOf(text: string): Source {
  if (text.length > largestCanonical) return tooLarge(text, largestCanonical);
  const canonical = readLines(text);
  if (canonical) return canonical;
  if (hasConflictMarkers(text)) {
    const message = l10n.t(
      'Two versions of this file were merged by lines, and the marks of it are still there. Use "Resolve by Id", or choose by hand; until then it is not changed.',
    );
    return unreadable(text, [fileError('conflict-markers', message, markerOffset(text))]);
  }
  return text.length > largestOther ? tooLarge(text, largestOther) : readYaml(text);
}

const tooLarge = (text: string, most: number): Source =>
  unreadable(text, [fileError('too-large', tooLargeSentence(most), 0)]);

const tooLargeSentence = (most: number): string =>
  l10n.t(
    'The file is larger than {0} million characters, which is more than is read in this shape. It is not changed.',
    most / 1024 / 1024,
  );

/** Why a file of so many bytes is surely not read as a sidecar; undefined where it may be. To be asked before the file is read. */
export function sidecarSizeProblem(bytes: number): Problem | undefined {
  // No unit of UTF-16 takes more than three bytes of UTF-8.
  if (bytes <= 3 * largestCanonical) return undefined;
  return { code: 'too-large', severity: 'error', message: tooLargeSentence(largestCanonical), line: 1, column: 1 };
}

/** A sidecar for an article that has none yet. Its text stays empty until an entry is added; the article's facts are written with the first one. */
export function newSidecar(article: RecordedArticle): Sidecar {
  return sidecarOf({ pieces: [], article, readOnly: false, problems: [], entangled: false, regular: true });
}

/** The text to be written; what was read, to the byte, as long as nothing was edited. */
export function sidecarText(sidecar: Sidecar): string {
  return textOf(sourceOf(sidecar));
}
