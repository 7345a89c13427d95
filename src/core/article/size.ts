/* How large an article may be. A longer text is hardly one, and reading it would hold up all else for seconds. */
import * as l10n from '../l10n';
import type { Problem } from '../problem';

/** Bytes of the file, and UTF-16 units of the text. */
export const largestArticle = 16 * 1024 * 1024;

/** Why a file of so many bytes is not read as an article; undefined where it is. To be asked before the file is read, where that is known. */
export function articleSizeProblem(bytes: number): Problem | undefined {
  if (bytes <= largestArticle) return undefined;
  const megabytes = (amount: number) => l10n.number(Math.ceil(amount / 1024 / 1024));
  const message = l10n.t(
    'The article has {0} MB; up to {1} MB are read. Split it into several files.',
    megabytes(bytes),
    megabytes(largestArticle),
  );
  return { code: 'too-large', severity: 'error', message, line: 1, column: 1 };
}
