/* How large an article may be. A longer text is hardly one, and reading it would hold up all else for seconds. */
import * as l10n from '../l10n';

/** Bytes of the file, and UTF-16 units of the text. */
export const largestArticle = 16 * 1024 * 1024;

/** Why an article of this size is not opened, and what to do. */
export function tooLarge(name: string, size: number): string {
  const megabytes = (amount: number) => l10n.number(Math.ceil(amount / 1024 / 1024));
  return l10n.t(
    '{0} has {1} MB, and articles of more than {2} MB are not opened. Split it into several files.',
    name,
    megabytes(size),
    megabytes(largestArticle),
  );
}
